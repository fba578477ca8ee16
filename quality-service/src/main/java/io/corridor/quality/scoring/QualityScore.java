package io.corridor.quality.scoring;

import io.corridor.common.money.Rate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Quality score of one level and period.
 *
 * @param measures by measure, ascending
 * @param composite weighted points over ten; empty while nothing is reportable
 * @param gate whether the contract's gate is met
 */
public record QualityScore(List<Scored> measures, Optional<Rate> composite, Gate gate) {

  /** Result of a measure with its points and weight. */
  public record Scored(MeasureResult result, OptionalInt points, Rate weight) {}

  /** Whether savings may be shared. */
  public enum Gate {
    /** The composite reaches the gate. */
    MET,
    /** It does not. */
    NOT_MET,
    /** No composite, or no quality programme. */
    UNKNOWN
  }
}
