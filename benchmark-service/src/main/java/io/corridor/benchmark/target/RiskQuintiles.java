package io.corridor.benchmark.target;

import io.corridor.common.money.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fifths of a population by risk (domain.md 2.9.2). A cut is the smallest score below which there
 * are at least so many fifths of the member months; a score at or above it lies beyond. Equal
 * scores stay together, so a quintile may be empty.
 *
 * @param cuts at most four scores in thousandths, ascending
 */
public record RiskQuintiles(List<Long> cuts) {

  private static final int FIFTHS = 5;

  /** Keeps its own copy. */
  public RiskQuintiles {
    cuts = List.copyOf(cuts);
  }

  /**
   * The quintiles of a population.
   *
   * @param memberMonths member months by score in thousandths
   */
  public static RiskQuintiles of(Map<Long, Rate> memberMonths) {
    SortedMap<Long, Rate> ascending = new TreeMap<>(memberMonths);
    Rate all = ascending.values().stream().reduce(Rate.ZERO, Rate::plus);
    List<Long> cuts = new ArrayList<>();
    Rate below = Rate.ZERO;
    for (Map.Entry<Long, Rate> score : ascending.entrySet()) {
      while (cuts.size() < FIFTHS - 1 && reaches(below, cuts.size() + 1, all)) {
        cuts.add(score.getKey());
      }
      below = below.plus(score.getValue());
    }
    return new RiskQuintiles(cuts);
  }

  private static boolean reaches(Rate below, int fifths, Rate all) {
    return below.times(Rate.of(FIFTHS)).compareTo(all.times(Rate.of(fifths))) >= 0;
  }

  /**
   * The quintile of a score.
   *
   * @param score in thousandths
   * @return 1 to 5
   */
  public int of(long score) {
    return 1 + (int) cuts.stream().filter(cut -> score >= cut).count();
  }
}
