package io.corridor.benchmark.target;

import io.corridor.common.id.Tin;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Practices too small for a result of their own, measured together by region (domain.md 2.9, pool
 * and minimum volume). Pools are fixed before the performance year.
 */
public final class PracticePools {

  private PracticePools() {}

  /**
   * A practice before the year.
   *
   * @param tin practice
   * @param region region in which it is pooled
   * @param lives members
   */
  public record Practice(Tin tin, String region, long lives) {}

  /** Who is measured how. */
  public sealed interface Placement {

    /** Large enough to be measured alone. */
    record Alone() implements Placement {}

    /** Measured with the other small practices of the region. */
    record Pooled(String region) implements Placement {}

    /** Even the region's small practices together are too few: no financial result. */
    record TooSmall(String region) implements Placement {}
  }

  /** Where each practice is measured, by TIN. */
  public static SortedMap<Tin, Placement> place(Collection<Practice> practices, long minimumLives) {
    SortedMap<String, Long> pooled = new TreeMap<>();
    practices.stream()
        .filter(practice -> practice.lives() < minimumLives)
        .forEach(practice -> pooled.merge(practice.region(), practice.lives(), Long::sum));
    SortedMap<Tin, Placement> placed = new TreeMap<>();
    for (Practice practice : practices) {
      placed.put(practice.tin(), placement(practice, pooled, minimumLives));
    }
    return placed;
  }

  private static Placement placement(
      Practice practice, SortedMap<String, Long> pooled, long minimumLives) {
    if (practice.lives() >= minimumLives) {
      return new Placement.Alone();
    }
    return pooled.getOrDefault(practice.region(), 0L) >= minimumLives
        ? new Placement.Pooled(practice.region())
        : new Placement.TooSmall(practice.region());
  }
}
