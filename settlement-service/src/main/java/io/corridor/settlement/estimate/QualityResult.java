package io.corridor.settlement.estimate;

import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quality score of a contract in a performance year, as quality published it.
 *
 * @param gate whether the composite reaches the contract's gate, decided there on the unrounded
 *     composite
 * @param published composite with the six digits of its topic; null while nothing is reportable
 * @param exact the composite before it was rounded for its topic; null with {@code published}
 * @param completeTo business date it is complete to
 */
public record QualityResult(
    Gate gate, @Nullable Rate published, @Nullable Rate exact, @Nullable LocalDate completeTo) {

  /** What is known about the quality gate. */
  public enum Gate {
    /** Reached. */
    MET,
    /** Missed. */
    NOT_MET,
    /** Not known yet. */
    UNKNOWN,
    /** The contract has no quality programme. */
    NONE
  }

  /**
   * Points of one measure that counts in the composite.
   *
   * @param weight weight in the composite
   * @param points 0 to 10
   */
  public record Points(Rate weight, int points) {}

  /** A score; a gate that is said to be reached without a composite is not known. */
  public QualityResult {
    if (gate == Gate.MET && published == null) {
      gate = Gate.UNKNOWN;
    }
    if ((published == null) != (exact == null)) {
      throw new IllegalArgumentException("a composite is given exact and published, or not at all");
    }
  }

  /**
   * A score whose exact composite is recomputed from its measures (domain.md 3.5): weighted points
   * over ten, 34 digits. The published figure is kept where the measures do not give it.
   */
  public static QualityResult of(
      Gate gate, @Nullable Rate published, List<Points> measures, @Nullable LocalDate completeTo) {
    return new QualityResult(
        gate, published, published == null ? null : exact(published, measures), completeTo);
  }

  private static Rate exact(Rate published, List<Points> measures) {
    Rate points = Rate.ZERO;
    Rate weights = Rate.ZERO;
    for (Points measure : measures) {
      points = points.plus(measure.weight().times(Rate.of(measure.points())));
      weights = weights.plus(measure.weight().times(Rate.of(10)));
    }
    if (weights.isZero()) {
      return published;
    }
    Rate composite = Rate.ratio(points.value(), weights.value());
    return composite.sixDigitsHalfUp().compareTo(published.sixDigitsHalfUp()) == 0
        ? composite
        : published;
  }
}
