package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.ZERO;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Expression.Condition;
import java.math.BigDecimal;

/**
 * Once the minimum rate is reached everything counts from the first dollar, not the excess alone
 * (42 CFR 425.605(d)(1)(i)(B)(1) and its like). Losses count for a two-sided ACO only.
 */
final class FirstDollar implements Generation {

  private static final String CITATION = "42 CFR 425.604(d), 425.605(b) and (d), 425.606, 425.610";

  @Override
  public BigDecimal generated(Reconciliation year, boolean belowMinimum, Worksheet sheet) {
    return sheet.step("generated", CITATION, counted(year, belowMinimum)).value();
  }

  private static Expression counted(Reconciliation year, boolean belowMinimum) {
    Expression savings = named("savings", year.savings());
    Condition saves = savings.exceeds(ZERO);
    if (belowMinimum) {
      return Expression.when(saves, savings, ZERO);
    }
    Expression rate = named("savingsRate", year.savingsRate());
    Expression minimum = named("minimumSavingsRate", year.minimumRate());
    Condition enough = saves.and(rate.reaches(minimum));
    if (!year.twoSided()) {
      return year.guarded() ? ZERO : Expression.when(enough, savings, ZERO);
    }
    Condition loses = savings.below(ZERO).and(rate.atMost(minimum.negated()));
    return Expression.when(year.guarded() ? loses : enough.or(loses), savings, ZERO);
  }
}
