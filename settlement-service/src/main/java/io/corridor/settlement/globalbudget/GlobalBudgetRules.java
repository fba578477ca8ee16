package io.corridor.settlement.globalbudget;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.rules.Expression;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms.BonusBase;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.Warning;

/**
 * Settles a year under a global budget (settlement.md 5 a): the budget of the year against actual
 * spending, the group's share of the difference by its quality score, and a quality bonus that is
 * paid in a deficit too.
 */
public final class GlobalBudgetRules {

  private static final String TREND = "contract terms, budget by agreed trends";
  private static final String RISK = "contract terms, budget by health status and member months";
  private static final String SURPLUS = "contract terms, budget against actual spending";
  private static final String SHARE = "contract terms, share of surplus and deficit by score";
  private static final String BONUS = "contract terms, quality bonus by score";

  private GlobalBudgetRules() {}

  /**
   * The settlement of a year.
   *
   * @throws IllegalArgumentException if the terms agree no trend for the contract year
   */
  public static Settled settle(GlobalBudgetTerms terms, GlobalBudgetFacts facts) {
    Calculation steps = new Calculation();
    Expression budget = budget(steps, terms, facts);
    Expression actual = named("actual", facts.actual());
    Expression surplus = steps.step("surplus", SURPLUS, budget.minus(actual));
    Expression score = terms.quality().overallScore(steps, facts.results());
    Expression shared = shared(steps, terms, surplus, score);
    Expression bonus = bonus(steps, terms, score, budget, actual);
    return steps.pay(shared.plus(bonus));
  }

  private static Expression budget(
      Calculation steps, GlobalBudgetTerms terms, GlobalBudgetFacts facts) {
    Check.that(
        facts.contractYear() <= terms.trends().size(),
        "no trend is agreed for contract year " + facts.contractYear());
    Expression pmpm = named("basePmpm", terms.basePmpm());
    for (int year = 1; year <= facts.contractYear(); year++) {
      pmpm = pmpm.times(ONE.plus(named("trend" + year, terms.trends().get(year - 1))));
    }
    Expression budgetPmpm = steps.step("budgetPmpm", TREND, pmpm);
    Expression healthStatusChange =
        steps.step(
            "healthStatusChange",
            RISK,
            named("healthStatus", facts.healthStatus())
                .over(named("baseHealthStatus", terms.baseHealthStatus())));
    return steps.step(
        "budget",
        RISK,
        budgetPmpm.times(healthStatusChange).times(named("memberMonths", facts.memberMonths())));
  }

  private static Expression shared(
      Calculation steps, GlobalBudgetTerms terms, Expression surplus, Expression score) {
    Expression surplusShare = steps.step("surplusShare", SHARE, terms.surplusShare().at(score));
    return surplus.value().signum() >= 0
        ? steps.step("sharedSurplus", SHARE, surplus.times(surplusShare))
        : steps.step("sharedDeficit", SHARE, surplus.times(ONE.minus(surplusShare)));
  }

  private static Expression bonus(
      Calculation steps,
      GlobalBudgetTerms terms,
      Expression score,
      Expression budget,
      Expression actual) {
    Expression bonusPercent = steps.step("bonusPercent", BONUS, terms.bonus().at(score));
    if (terms.bonusBase() == BonusBase.BUDGET) {
      return steps.step("bonus", BONUS, bonusPercent.times(budget));
    }
    steps.warn(Warning.BONUS_ON_ACTUAL_SPENDING);
    return steps.step("bonus", BONUS, bonusPercent.times(actual));
  }
}
