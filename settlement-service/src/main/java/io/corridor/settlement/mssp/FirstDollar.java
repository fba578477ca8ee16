package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.in;

import java.math.BigDecimal;

/**
 * Once the minimum rate is reached everything counts from the first dollar, not the excess alone
 * (42 CFR 425.605(d)(1)(i)(B)(1) and its like). Losses count for a two-sided ACO only.
 */
final class FirstDollar implements Generation {

  private static final String CITATION = "42 CFR 425.604(d), 425.605(b) and (d), 425.606, 425.610";
  private static final String SAVED = "savings > 0 and savingsRate >= minimumSavingsRate";
  private static final String LOST = "savings < 0 and savingsRate <= -minimumSavingsRate";
  private static final String ONE_SIDED = "if(" + SAVED + ", savings, 0)";
  private static final String TWO_SIDED = "if(" + SAVED + " or " + LOST + ", savings, 0)";
  private static final String LOSSES_ALONE = "if(" + LOST + ", savings, 0)";
  private static final String ALL_SAVINGS = "if(savings > 0, savings, 0)";

  @Override
  public BigDecimal generated(Reconciliation year, boolean belowMinimum, Worksheet sheet) {
    boolean saves = !year.guarded() && (belowMinimum ? year.saved() : year.savedEnough());
    boolean loses = year.twoSided() && year.lostEnough();
    return sheet.note(
        "generated",
        CITATION,
        formula(year, belowMinimum),
        saves || loses ? year.savings() : BigDecimal.ZERO,
        in("savings", year.savings()),
        in("savingsRate", year.savingsRate()),
        in("minimumSavingsRate", year.minimumRate()));
  }

  private static String formula(Reconciliation year, boolean belowMinimum) {
    if (year.guarded()) {
      return LOSSES_ALONE;
    }
    if (belowMinimum) {
      return ALL_SAVINGS;
    }
    return year.twoSided() ? TWO_SIDED : ONE_SIDED;
  }
}
