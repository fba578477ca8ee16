package io.corridor.common.streams;

import io.corridor.common.facts.Fact;
import io.corridor.schemas.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
   * What a record says in the place of what it said before.
   *
   * @param before null for the first
   * @param after null where it is withdrawn
   * @param facts what one of them says
   */
  public static <R> FactChange between(
      Envelope envelope, @Nullable R before, @Nullable R after, Function<R, List<Fact>> facts) {
    return of(
        envelope.getTenant(),
        envelope.getKnownAt(),
        before == null ? List.of() : facts.apply(before),
        after == null ? List.of() : facts.apply(after));
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
