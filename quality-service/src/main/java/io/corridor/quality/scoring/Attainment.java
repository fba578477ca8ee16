package io.corridor.quality.scoring;

import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Attainment points 0 to 10 (domain.md 3.5): ten from the benchmark on, none below the threshold,
 * between them {@code round(9 (p - t) / (b - t) + 0.5)}, half up. Inverse measures negate all
 * three. Performance is kept as a fraction, so that no digit is lost before the comparison.
 */
final class Attainment {

  private Attainment() {}

  /**
   * Points of a result with at least one case.
   *
   * @param lowerIsBetter true for inverse measures
   */
  static int points(MeasureResult result, Rate threshold, Rate benchmark, boolean lowerIsBetter) {
    BigDecimal cases = BigDecimal.valueOf(result.denominator());
    BigDecimal sign = lowerIsBetter ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    BigDecimal met = result.scaledNumerator().multiply(sign);
    BigDecimal from = threshold.value().multiply(sign);
    BigDecimal full = benchmark.value().multiply(sign);
    if (met.compareTo(full.multiply(cases)) >= 0) {
      return 10;
    }
    BigDecimal above = met.subtract(from.multiply(cases));
    if (above.signum() < 0) {
      return 0;
    }
    BigDecimal range = full.subtract(from).multiply(cases);
    return BigDecimal.valueOf(9)
        .multiply(above)
        .divide(range, 0, RoundingMode.FLOOR)
        .add(BigDecimal.ONE)
        .intValueExact();
  }
}
