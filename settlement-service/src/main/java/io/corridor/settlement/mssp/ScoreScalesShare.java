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
 * Performance years to 2020: the quality score scales the share; an ACO that misses the minimum
 * standard gets none; in a year of full reporting complete reporting alone earns all of it. The
 * loss rate is one minus the final sharing rate.
 *
 * @param citation where the regime stands
 */
record ScoreScalesShare(String citation) implements QualityRegime {

  @Override
  public @Nullable Expression shareFactor(Quality quality, Worksheet sheet) {
    if (Boolean.FALSE.equals(quality.standardMet())) {
      return sheet.step("qualityFactor", citation + ", minimum standard not met", ZERO);
    }
    if (quality.fullReportingYear()) {
      return sheet.step("qualityFactor", citation + ", full reporting", ONE);
    }
    if (quality.standardMet() == null || quality.score() == null) {
      return null;
    }
    return sheet.step("qualityFactor", citation, named("qualityScore", quality.score()));
  }

  @Override
  public @Nullable Expression lossRate(
      Quality quality,
      Rate maximumShare,
      @Nullable BigDecimal shareRate,
      Rate ceiling,
      Worksheet sheet) {
    return shareRate == null
        ? null
        : sheet.step(
            "unboundedLossRate",
            citation + ", one minus the final sharing rate",
            ONE.minus(named("shareRate", shareRate)));
  }
}
