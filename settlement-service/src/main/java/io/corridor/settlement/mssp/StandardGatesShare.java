package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.ZERO;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.mssp.PerformanceFacts.Quality;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Performance years 2021 and 2022: an ACO that meets the quality standard shares at the maximum
 * rate, any other not at all. The score still moves the loss rate.
 *
 * @param citation where the regime stands
 */
record StandardGatesShare(String citation) implements QualityRegime {

  @Override
  public @Nullable Expression shareFactor(Quality quality, Worksheet sheet) {
    Boolean met = quality.met();
    if (met == null) {
      return null;
    }
    return met
        ? sheet.step("qualityFactor", citation + ", standard met", ONE)
        : sheet.step("qualityFactor", citation + ", standard not met", ZERO);
  }

  @Override
  public @Nullable Expression lossRate(
      Quality quality,
      Rate maximumShare,
      @Nullable BigDecimal shareRate,
      Rate ceiling,
      Worksheet sheet) {
    Boolean met = quality.met();
    if (met == null || met && quality.score() == null) {
      return null;
    }
    return met && quality.score() != null
        ? scaled(maximumShare, named("qualityScore", quality.score()), citation, sheet)
        : unmet(ceiling, citation, sheet);
  }

  /** One minus the maximum share times a score. */
  static Expression scaled(Rate maximumShare, Expression score, String citation, Worksheet sheet) {
    return sheet.step(
        "unboundedLossRate",
        citation + ", the score scales the loss rate",
        ONE.minus(named("maximumShare", maximumShare).times(score)));
  }

  /** The largest rate, where no standard is met. */
  static Expression unmet(Rate ceiling, String citation, Worksheet sheet) {
    return sheet.step(
        "unboundedLossRate", citation + ", standard not met", named("lossRateCeiling", ceiling));
  }
}
