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
 * Performance years from 2023: the whole share when the standard is met; with the alternative
 * standard alone the share is scaled by the health-equity-adjusted quality score; else none. The
 * same score moves the loss rate when either standard is met.
 *
 * @param citation where the regime stands
 */
record StandardOrAlternative(String citation) implements QualityRegime {

  private static final String SCORE = "adjustedQualityScore";

  @Override
  public @Nullable Expression shareFactor(Quality quality, Worksheet sheet) {
    Boolean met = eitherMet(quality);
    if (met == null) {
      return null;
    }
    if (!met) {
      return sheet.step("qualityFactor", citation + ", neither standard met", ZERO);
    }
    if (Boolean.TRUE.equals(quality.met())) {
      return sheet.step("qualityFactor", citation + ", standard met", ONE);
    }
    Rate score = adjusted(quality, sheet);
    return score == null
        ? null
        : sheet.step("qualityFactor", citation + ", alternative standard met", named(SCORE, score));
  }

  @Override
  public @Nullable Expression lossRate(
      Quality quality,
      Rate maximumShare,
      @Nullable BigDecimal shareRate,
      Rate ceiling,
      Worksheet sheet) {
    Boolean met = eitherMet(quality);
    if (met == null) {
      return null;
    }
    if (!met) {
      return StandardGatesShare.unmet(ceiling, citation, sheet);
    }
    Rate score = adjusted(quality, sheet);
    return score == null
        ? null
        : StandardGatesShare.scaled(maximumShare, named(SCORE, score), citation, sheet);
  }

  @Override
  public String missing(Quality quality) {
    return Boolean.FALSE.equals(quality.met()) && quality.alternativeMet() == null
        ? "alternativeStandardMet"
        : QualityRegime.super.missing(quality);
  }

  private static @Nullable Boolean eitherMet(Quality quality) {
    if (Boolean.TRUE.equals(quality.met())) {
      return true;
    }
    return quality.met() == null ? null : quality.alternativeMet();
  }

  /** The adjusted score; without a stated bonus the quality score itself, which is said so. */
  private static @Nullable Rate adjusted(Quality quality, Worksheet sheet) {
    if (quality.healthEquityAdjusted() != null) {
      return quality.healthEquityAdjusted();
    }
    if (quality.score() != null) {
      sheet.assume(Assumption.NO_HEALTH_EQUITY_BONUS);
    }
    return quality.score();
  }
}
