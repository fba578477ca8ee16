package io.corridor.benchmark.target.mssp;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;

/**
 * Truncation of a beneficiary's expenditure in one enrollment type and year (settlement.md 2 step
 * 1; 42 CFR 425.605(a)(3)): annualized, cut at the 99th percentile of the year's population, and
 * brought back to the months in the type. That is the percentile, prorated.
 *
 * @param percentile annual expenditure at the 99th percentile of the type
 * @param population whose percentile it is
 */
public record AnnualTruncation(Amount percentile, Population population) {

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /** Whose expenditure sets the percentile. */
  public enum Population {
    /** All beneficiaries of traditional Medicare. */
    ALL_FEE_FOR_SERVICE,
    /** Assignable beneficiaries. */
    ASSIGNABLE
  }

  /**
   * What counts of an expenditure, unrounded.
   *
   * @param expenditure paid in the months of the type
   * @param months months in the type, above zero
   */
  public Amount counted(Money expenditure, Rate months) {
    if (months.compareTo(Rate.ZERO) <= 0) {
      throw new IllegalArgumentException("expenditure without a month in the type");
    }
    return Amount.of(expenditure).min(percentile.times(months.value()).dividedBy(MONTHS));
  }
}
