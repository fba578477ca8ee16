package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

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
  public @Nullable BigDecimal shareFactor(Quality quality, Worksheet sheet) {
    if (Boolean.FALSE.equals(quality.standardMet())) {
      return sheet.note(
          "qualityFactor", citation + ", minimum standard not met", "0", BigDecimal.ZERO);
    }
    if (quality.fullReportingYear()) {
      return sheet.note("qualityFactor", citation + ", full reporting", "1", BigDecimal.ONE);
    }
    if (quality.standardMet() == null || quality.score() == null) {
      return null;
    }
    BigDecimal score = quality.score().value();
    return sheet.note("qualityFactor", citation, "qualityScore", score, in("qualityScore", score));
  }

  @Override
  public @Nullable BigDecimal lossRate(
      Quality quality,
      BigDecimal maximumShare,
      @Nullable BigDecimal shareRate,
      BigDecimal ceiling,
      Worksheet sheet) {
    return shareRate == null
        ? null
        : sheet.note(
            "unboundedLossRate",
            citation + ", one minus the final sharing rate",
            "1 - shareRate",
            BigDecimal.ONE.subtract(shareRate, DIGITS),
            in("shareRate", shareRate));
  }
}
