package io.corridor.intake.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an entity as the ledger keeps it. Versions of an entity are totally ordered by
 * (version, receivedAt, content hash): decisions 10.
 *
 * @param version version number given by the source
 * @param receivedAt when it was received; the earliest of its deliveries, never part of the hash
 * @param hash hash of the content
 * @param member member the version names; empty for entities without one
 * @param withdrawn true when the version takes the entity back (REVERSED, VOIDED)
 * @param paidMonth month of the payer's decision; null means the month of receivedAt
 * @param amounts cost by month of service, ascending; empty when the version costs nothing
 * @param content the version itself
 */
public record RecordVersion(
    int version,
    Instant receivedAt,
    ContentHash hash,
    String member,
    boolean withdrawn,
    @Nullable YearMonth paidMonth,
    List<ServiceAmount> amounts,
    Content content)
    implements Comparable<RecordVersion> {

  private static final Comparator<RecordVersion> ORDER =
      Comparator.comparingInt(RecordVersion::version)
          .thenComparing(RecordVersion::receivedAt)
          .thenComparing(RecordVersion::hash);

  /** True when both are the same version with the same content, whenever they were received. */
  public boolean repeats(RecordVersion other) {
    return version == other.version && hash.equals(other.hash);
  }

  /** Month the payer's decision is booked in: the stated one, else the month of receipt, UTC. */
  public YearMonth bookedMonth() {
    return paidMonth != null
        ? paidMonth
        : YearMonth.from(receivedAt.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  RecordVersion received(Instant at) {
    return new RecordVersion(version, at, hash, member, withdrawn, paidMonth, amounts, content);
  }

  RecordVersion withoutContent() {
    return new RecordVersion(
        version, receivedAt, hash, member, withdrawn, paidMonth, amounts, Content.NONE);
  }

  @Override
  public int compareTo(RecordVersion other) {
    return ORDER.compare(this, other);
  }
}
