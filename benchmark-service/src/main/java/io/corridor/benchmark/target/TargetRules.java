package io.corridor.benchmark.target;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;

/**
 * The target of a population (domain.md 2.9): baseline, prior savings, efficiency, update, risk,
 * credibility, volume. Nothing is rounded before the budget.
 */
public final class TargetRules {

  private static final String CITATION = "domain.md 2.9";

  private TargetRules() {}

  /**
   * The target.
   *
   * @param plan how it is made
   * @param memberMonths member months of the population
   * @throws IllegalArgumentException if the plan has an efficiency floor and no history
   */
  public static Target target(TargetPlan plan, Rate memberMonths) {
    return target(new Worksheet(), plan, memberMonths);
  }

  /** The same on a sheet that says already what the region costs. */
  static Target target(Worksheet sheet, TargetPlan plan, Rate memberMonths) {
    Expression baseline = baseline(sheet, plan);
    Expression perMember =
        sheet.step("updated", TrendUpdate.CITATION, baseline.times(plan.update().work(sheet)));
    perMember = riskAdjusted(sheet, plan, perMember);
    perMember = believed(sheet, plan, perMember);
    Expression perMemberMonth =
        sheet.step(
            "perMemberMonth", CITATION, perMember.over(Expression.constant(plan.per().months())));
    Expression budget =
        sheet.step(
            "budget",
            "domain.md 2.9.6",
            perMember
                .times(Expression.named("memberMonths", memberMonths))
                .over(Expression.constant(plan.per().months()))
                .roundHalfUp(2));
    return new Target(
        new Amount(perMember.value()),
        new Amount(perMemberMonth.value()),
        new Amount(budget.value()).roundHalfUp(),
        sheet.steps());
  }

  private static Expression baseline(Worksheet sheet, TargetPlan plan) {
    Baseline.Worked worked = plan.baseline().work(sheet);
    Expression baseline = worked.perMember();
    PriorSavings savings = plan.priorSavings();
    if (savings != null) {
      baseline = savings.addTo(sheet, baseline);
    }
    Efficiency efficiency = plan.efficiency();
    if (efficiency != null) {
      Expression historical =
          worked
              .historical()
              .orElseThrow(() -> new IllegalArgumentException("efficiency needs a history"));
      baseline = efficiency.floor(sheet, historical, baseline);
    }
    return baseline;
  }

  private static Expression riskAdjusted(Worksheet sheet, TargetPlan plan, Expression perMember) {
    RiskChange change = plan.risk();
    return change == null
        ? perMember
        : sheet.step("riskAdjusted", CITATION, perMember.times(change.work(sheet)));
  }

  private static Expression believed(Worksheet sheet, TargetPlan plan, Expression perMember) {
    TargetPlan.SmallVolume small = plan.smallVolume();
    return small == null
        ? perMember
        : small
            .credibility()
            .mix(sheet, "credible", perMember, Expression.named("market", small.market()));
  }
}
