package io.corridor.quality.scoring;

import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was counted for one measure at one level.
 *
 * @param measure measure
 * @param numerator cases that met it; visits for a rate per member years
 * @param denominator cases; member months for a rate per member years
 * @param excluded cases excluded
 * @param open gaps open
 * @param factor what the quotient is multiplied by: 1, or 12,000 for a rate per 1,000 member years
 */
public record MeasureResult(
    String measure, long numerator, long denominator, long excluded, long open, long factor) {

  /** A share of cases. */
  public static MeasureResult share(
      String measure, long numerator, long denominator, long excluded, long open) {
    return new MeasureResult(measure, numerator, denominator, excluded, open, 1);
  }

  /** A rate per 1,000 member years, from member months. */
  public static MeasureResult perThousand(String measure, long events, long memberMonths) {
    return new MeasureResult(measure, events, memberMonths, 0, 0, 12_000);
  }

  /** A measure that is not computed. */
  public static MeasureResult none(String measure) {
    return share(measure, 0, 0, 0, 0);
  }

  /** Performance with 34 digits; empty without cases. */
  public Optional<Rate> rate() {
    return denominator == 0
        ? Optional.empty()
        : Optional.of(Rate.ratio(scaledNumerator(), BigDecimal.valueOf(denominator)));
  }

  /** Numerator times factor, exact. */
  BigDecimal scaledNumerator() {
    return BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(factor));
  }
}
