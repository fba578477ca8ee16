package io.corridor.benchmark.target;

import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Practices too small for a result of their own, measured together by region (domain.md 2.9,
 * virtual panel and minimum volume). Panels are fixed before the performance year.
 */
public final class VirtualPanels {

  private VirtualPanels() {}

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

  /**
   * What a practice brought to its panel.
   *
   * @param memberMonths member months, in millionths at most
   * @param quality quality score, in millionths at most; one where quality plays no part
   */
  public record Contribution(Rate memberMonths, Rate quality) {

    private BigDecimal weight() {
      return memberMonths.value().multiply(quality.value());
    }
  }

  /**
   * A panel's reward over its practices, by member months times quality; the parts sum to the
   * reward, equal remainders go to the smaller TIN.
   *
   * @throws IllegalArgumentException if no practice has a weight above zero
   */
  public static SortedMap<Tin, Money> share(Money reward, Map<Tin, Contribution> contributions) {
    NavigableMap<Tin, Contribution> sorted = new TreeMap<>(Comparator.<Tin>naturalOrder());
    sorted.putAll(contributions);
    List<BigDecimal> weights = sorted.values().stream().map(Contribution::weight).toList();
    int digits = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    List<Money> parts =
        reward.splitByLargestRemainder(
            weights.stream()
                .map(weight -> weight.movePointRight(Math.max(0, digits)).longValueExact())
                .toList());
    SortedMap<Tin, Money> shares = new TreeMap<>();
    List<Tin> tins = new ArrayList<>(sorted.keySet());
    for (int i = 0; i < tins.size(); i++) {
      shares.put(tins.get(i), parts.get(i));
    }
    return shares;
  }
}
