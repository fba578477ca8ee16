package io.corridor.settlement.utilization;

import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a practice, or of a pool of practices, in a year.
 *
 * @param memberMonths member months of the year
 * @param use use by category; a category without use is left out
 * @param quality quality score from zero to one
 */
public record UtilizationFacts(Rate memberMonths, Map<String, Use> use, Rate quality) {

  /**
   * Use in a category, counted over the year: visits, admissions, or fills of generic drugs.
   *
   * @param actual count of the members
   * @param expected count at the region's rates for members of their age, sex and risk
   */
  public record Use(Rate actual, Rate expected) {

    /** Rejects negative counts. */
    public Use {
      Check.notNegative("actual use", actual);
      Check.notNegative("expected use", expected);
    }

    /** This and another's use of the same category. */
    Use plus(Use other) {
      return new Use(actual.plus(other.actual), expected.plus(other.expected));
    }
  }

  /** Rejects impossible facts. */
  public UtilizationFacts {
    use = Map.copyOf(use);
    Check.notNegative("member months", memberMonths);
    Check.share("the quality score", quality);
  }

  /** Months and use of both together; each practice keeps its own quality. */
  UtilizationFacts pooledWith(UtilizationFacts other) {
    Map<String, Use> all = new TreeMap<>(use);
    other.use.forEach((category, more) -> all.merge(category, more, Use::plus));
    return new UtilizationFacts(memberMonths.plus(other.memberMonths), all, quality);
  }
}
