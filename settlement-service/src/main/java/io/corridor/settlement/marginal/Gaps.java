package io.corridor.settlement.marginal;

import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.QualityFacts;
import io.corridor.settlement.engine.QualityFacts.MeasureFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/** Gaps of a measure, and how many of them make a point (domain.md 3.5). */
final class Gaps {

  private static final int MOST_POINTS = 10;
  private static final BigDecimal STEPS = BigDecimal.valueOf(9);

  private Gaps() {}

  /** The facts with so many gaps of a measure closed. */
  static PeriodFacts closed(PeriodFacts facts, String measure, long cases) {
    return withCounted(facts, measure, cases - 1).withOneMoreNumerator(measure);
  }

  /** Counts all but the last gap; the last one brings points, composite and gate up to date. */
  private static PeriodFacts withCounted(PeriodFacts facts, String name, long cases) {
    if (cases == 0) {
      return facts;
    }
    QualityFacts quality = facts.quality();
    List<MeasureFacts> measures =
        quality.measures().stream()
            .map(measure -> measure.name().equals(name) ? better(measure, cases) : measure)
            .toList();
    return facts.withQuality(new QualityFacts(quality.score(), quality.gateAt(), measures));
  }

  private static MeasureFacts better(MeasureFacts measure, long cases) {
    return new MeasureFacts(
        measure.name(),
        measure.numerator() + (measure.inverse() ? -cases : cases),
        measure.denominator(),
        measure.factor(),
        measure.points(),
        measure.weight(),
        measure.threshold(),
        measure.benchmark());
  }

  /** Gaps that are still open: cases that can yet be won. */
  static long open(MeasureFacts measure) {
    return measure.inverse() ? measure.numerator() : measure.denominator() - measure.numerator();
  }

  /**
   * Gaps to close until the measure earns another point; empty where it has all of them, is not
   * reportable, or too few gaps are open. The point after {@code n} begins at the rate {@code
   * threshold + (benchmark - threshold) n / 9}.
   */
  static OptionalLong toNextPoint(MeasureFacts measure) {
    Integer points = measure.points();
    if (points == null || points >= MOST_POINTS || measure.denominator() == 0) {
      return OptionalLong.empty();
    }
    BigDecimal span = measure.benchmark().value().subtract(measure.threshold().value());
    // Multiplied by nine throughout, so that nothing is divided before it is compared.
    BigDecimal rateOfNine =
        measure.threshold().value().multiply(STEPS).add(span.multiply(BigDecimal.valueOf(points)));
    BigDecimal casesOfNine = rateOfNine.multiply(BigDecimal.valueOf(measure.denominator()));
    BigDecimal unit = STEPS.multiply(BigDecimal.valueOf(measure.factor()));
    RoundingMode towardsBetter = measure.inverse() ? RoundingMode.FLOOR : RoundingMode.CEILING;
    BigDecimal needed = casesOfNine.divide(unit, 0, towardsBetter);
    long missing =
        measure.inverse()
            ? measure.numerator() - needed.longValueExact()
            : needed.longValueExact() - measure.numerator();
    return missing < 1 || missing > open(measure) ? OptionalLong.empty() : OptionalLong.of(missing);
  }
}
