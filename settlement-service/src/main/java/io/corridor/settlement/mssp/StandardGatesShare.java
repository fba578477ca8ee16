package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

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
  public @Nullable BigDecimal shareFactor(Quality quality, Worksheet sheet) {
    Boolean met = quality.met();
    if (met == null) {
      return null;
    }
    return met
        ? sheet.note("qualityFactor", citation + ", standard met", "1", BigDecimal.ONE)
        : sheet.note("qualityFactor", citation + ", standard not met", "0", BigDecimal.ZERO);
  }

  @Override
  public @Nullable BigDecimal lossRate(
      Quality quality,
      BigDecimal maximumShare,
      @Nullable BigDecimal shareRate,
      BigDecimal ceiling,
      Worksheet sheet) {
    Boolean met = quality.met();
    if (met == null || met && quality.score() == null) {
      return null;
    }
    return met && quality.score() != null
        ? scaled(maximumShare, quality.score().value(), "qualityScore", citation, sheet)
        : unmet(ceiling, citation, sheet);
  }

  /** One minus the maximum share times a score. */
  static BigDecimal scaled(
      BigDecimal maximumShare,
      BigDecimal score,
      String nameOfScore,
      String citation,
      Worksheet sheet) {
    return sheet.note(
        "unboundedLossRate",
        citation + ", the score scales the loss rate",
        "1 - maximumShare * " + nameOfScore,
        BigDecimal.ONE.subtract(maximumShare.multiply(score, DIGITS), DIGITS),
        in("maximumShare", maximumShare),
        in(nameOfScore, score));
  }

  /** The largest rate, where no standard is met. */
  static BigDecimal unmet(BigDecimal ceiling, String citation, Worksheet sheet) {
    return sheet.note(
        "unboundedLossRate",
        citation + ", standard not met",
        "lossRateCeiling",
        ceiling,
        in("lossRateCeiling", ceiling));
  }
}
