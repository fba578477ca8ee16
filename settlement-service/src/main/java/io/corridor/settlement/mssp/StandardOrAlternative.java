package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.in;

import io.corridor.common.money.Rate;
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
  public @Nullable BigDecimal shareFactor(Quality quality, Worksheet sheet) {
    Boolean met = eitherMet(quality);
    if (met == null) {
      return null;
    }
    if (!met) {
      return sheet.note("qualityFactor", citation + ", neither standard met", "0", BigDecimal.ZERO);
    }
    if (Boolean.TRUE.equals(quality.met())) {
      return sheet.note("qualityFactor", citation + ", standard met", "1", BigDecimal.ONE);
    }
    Rate score = adjusted(quality, sheet);
    return score == null
        ? null
        : sheet.note(
            "qualityFactor",
            citation + ", alternative standard met",
            SCORE,
            score.value(),
            in(SCORE, score.value()));
  }

  @Override
  public @Nullable BigDecimal lossRate(
      Quality quality,
      BigDecimal maximumShare,
      @Nullable BigDecimal shareRate,
      BigDecimal ceiling,
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
        : StandardGatesShare.scaled(maximumShare, score.value(), SCORE, citation, sheet);
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
