package io.corridor.settlement.mssp;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.mssp.PerformanceFacts.Quality;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What quality does to the share of savings and, where the loss rate is not fixed, to the share of
 * losses (settlement.md 1.3). Which regime holds in a performance period is a dated row; a new
 * regime is a new class.
 */
sealed interface QualityRegime permits ScoreScalesShare, StandardGatesShare, StandardOrAlternative {

  /**
   * The part of the maximum share that quality leaves, from 0 to 1, noted as {@code qualityFactor};
   * null when the facts do not tell.
   */
  @Nullable Expression shareFactor(Quality quality, Worksheet sheet);

  /**
   * The loss rate before its floor and ceiling, noted as {@code unboundedLossRate}; null when the
   * facts do not tell.
   *
   * @param maximumShare largest share of savings of the track
   * @param shareRate final sharing rate, where known
   * @param ceiling largest loss rate of the track
   */
  @Nullable Expression lossRate(
      Quality quality,
      Rate maximumShare,
      @Nullable BigDecimal shareRate,
      Rate ceiling,
      Worksheet sheet);

  /** The fact that is missing where this regime gives no rate, in the words of the facts format. */
  default String missing(Quality quality) {
    return quality.met() == null ? "qualityStandardMet" : "qualityScore";
  }

  /** The regime that a parameter row names. */
  static QualityRegime named(String name, String citation) {
    return switch (name) {
      case "SCORE_SCALES_SHARE" -> new ScoreScalesShare(citation);
      case "STANDARD_GATES_SHARE" -> new StandardGatesShare(citation);
      case "STANDARD_OR_ALTERNATIVE" -> new StandardOrAlternative(citation);
      default -> throw new IllegalStateException("no quality regime is called " + name);
    };
  }
}
