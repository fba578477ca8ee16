package io.corridor.common.streams;

import io.corridor.common.facts.Fact;
import io.corridor.schemas.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one record changes: facts taken back, facts added, rows replaced.
 *
 * @param tenant payer of the record
 * @param knownAt when the record was received
 * @param before facts to take back
 * @param after facts to add
 * @param replaced rows that hold the latest value of a current topic; empty takes the row away
 */
public record FactChange(
    String tenant,
    Instant knownAt,
    List<Fact> before,
    List<Fact> after,
    Map<String, Optional<byte[]>> replaced) {

  /** A change of facts. */
  public static FactChange of(String tenant, Instant knownAt, List<Fact> before, List<Fact> after) {
    return new FactChange(tenant, knownAt, before, after, Map.of());
  }

  /**
   * The latest value of a current topic, kept in one row of the subject until its entity ends.
   *
   * @param payload what the row holds
   */
  public static FactChange replace(Envelope envelope, String row, byte[] payload) {
    Optional<byte[]> held = Envelopes.ended(envelope) ? Optional.empty() : Optional.of(payload);
    return new FactChange(
        envelope.getTenant(), envelope.getKnownAt(), List.of(), List.of(), Map.of(row, held));
  }

  /** A record that says nothing to this service. */
  public static FactChange nothing() {
    return new FactChange("", Instant.EPOCH, List.of(), List.of(), Map.of());
  }

  /** True when no row is touched. */
  public boolean isEmpty() {
    return before.isEmpty() && after.isEmpty() && replaced.isEmpty();
  }
}
