package io.corridor.benchmark.target;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target as a share of premium (domain.md 2.9, medical loss ratio): what care may cost of the
 * premium that taxes and fees leave. Money spent to improve quality counts as care.
 *
 * @param budget target share of the net premium, half up to the cent; it holds for incurred claims
 *     and quality improvement together
 * @param ratio medical loss ratio so far, unrounded; null without net premium
 * @param steps how it came about
 */
public record MedicalLossTarget(Money budget, @Nullable Rate ratio, List<Step> steps) {

  private static final String CITATION = "domain.md 2.9, medical loss ratio";

  /** Keeps its own copy of the steps. */
  public MedicalLossTarget {
    steps = List.copyOf(steps);
  }

  /**
   * Premium and what was spent of it.
   *
   * @param premium earned premium
   * @param taxesAndFees taxes and fees that come off it
   * @param incurred incurred claims, completed
   * @param qualityImprovement spent to improve quality
   */
  public record PremiumFacts(
      Money premium, Money taxesAndFees, Money incurred, Money qualityImprovement) {}

  /** The target of the facts at a target ratio. */
  public static MedicalLossTarget of(PremiumFacts facts, Rate targetRatio) {
    Worksheet sheet = new Worksheet();
    Expression net =
        sheet.step(
            "netPremium",
            CITATION,
            Expression.named("premium", facts.premium())
                .minus(Expression.named("taxesAndFees", facts.taxesAndFees())));
    Expression budget =
        sheet.step(
            "budget",
            CITATION,
            Expression.named("targetRatio", targetRatio).times(net).roundHalfUp(2));
    return new MedicalLossTarget(Money.of(budget.value()), ratio(sheet, facts, net), sheet.steps());
  }

  private static @Nullable Rate ratio(Worksheet sheet, PremiumFacts facts, Expression net) {
    if (net.value().signum() <= 0) {
      return null;
    }
    Expression spent =
        Expression.named("incurred", facts.incurred())
            .plus(Expression.named("qualityImprovement", facts.qualityImprovement()));
    return new Rate(sheet.step("medicalLossRatio", CITATION, spent.over(net)).value());
  }
}
