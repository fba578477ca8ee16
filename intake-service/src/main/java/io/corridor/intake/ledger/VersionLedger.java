package io.corridor.intake.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions known of one entity, immutable. What it answers depends on the set of versions
 * alone, never on the order or the number of their deliveries, as long as an entity has at most
 * {@link #KEPT} versions. The oldest beyond that are folded: of them only the highest is
 * remembered, without content, and a version that sorts at or below it counts as a duplicate.
 *
 * @param versions kept versions, ascending
 * @param floor the highest folded version without its content; null while none was folded
 * @param originalFolded true when a folded version did not withdraw the entity
 */
public record VersionLedger(
    List<RecordVersion> versions, @Nullable RecordVersion floor, boolean originalFolded) {

  /** Versions of an entity that are kept whole. */
  public static final int KEPT = 32;

  /** Nothing known yet. */
  public static final VersionLedger EMPTY = new VersionLedger(List.of(), null, false);

  /** What adding a version led to: the next ledger, and the version that was folded for it. */
  public record Step(VersionLedger next, Arrival arrival, Optional<RecordVersion> folded) {}

  /** Adds one delivery of a version. */
  public Step add(RecordVersion version) {
    int known = indexOfRepeat(version);
    if (known >= 0) {
      return new Step(withEarlierReceipt(known, version), Arrival.DUPLICATE, Optional.empty());
    }
    if (floor != null && (version.repeats(floor) || version.compareTo(floor) <= 0)) {
      return new Step(this, Arrival.DUPLICATE, Optional.empty());
    }
    boolean conflict = versions.stream().anyMatch(other -> other.version() == version.version());
    List<RecordVersion> sorted = inserted(versions, version);
    Arrival arrival = conflict ? Arrival.CONFLICT : Arrival.NEW;
    if (sorted.size() <= KEPT) {
      return new Step(
          new VersionLedger(List.copyOf(sorted), floor, originalFolded), arrival, Optional.empty());
    }
    RecordVersion folded = sorted.removeFirst();
    VersionLedger next =
        new VersionLedger(
            List.copyOf(sorted), folded.withoutContent(), originalFolded || !folded.withdrawn());
    return new Step(next, arrival, Optional.of(folded));
  }

  /**
   * The highest version. A withdrawal whose original is not known yet waits: nothing holds until
   * the original comes (DESIGN section 2.1).
   */
  public Optional<RecordVersion> finalAction() {
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    RecordVersion highest = versions.getLast();
    boolean waits =
        highest.withdrawn()
            && !originalFolded
            && versions.stream().allMatch(RecordVersion::withdrawn);
    return waits ? Optional.empty() : Optional.of(highest);
  }

  /** The highest version unless it withdraws the entity. */
  public Optional<RecordVersion> current() {
    return finalAction().filter(version -> !version.withdrawn());
  }

  private int indexOfRepeat(RecordVersion version) {
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).repeats(version)) {
        return i;
      }
    }
    return -1;
  }

  private VersionLedger withEarlierReceipt(int known, RecordVersion repeat) {
    RecordVersion kept = versions.get(known);
    if (!repeat.receivedAt().isBefore(kept.receivedAt())) {
      return this;
    }
    List<RecordVersion> others = new ArrayList<>(versions);
    others.remove(known);
    return new VersionLedger(
        List.copyOf(inserted(others, kept.received(repeat.receivedAt()))), floor, originalFolded);
  }

  private static List<RecordVersion> inserted(List<RecordVersion> sorted, RecordVersion version) {
    List<RecordVersion> result = new ArrayList<>(sorted.size() + 1);
    int i = 0;
    while (i < sorted.size() && sorted.get(i).compareTo(version) < 0) {
      result.add(sorted.get(i++));
    }
    result.add(version);
    result.addAll(sorted.subList(i, sorted.size()));
    return result;
  }
}
