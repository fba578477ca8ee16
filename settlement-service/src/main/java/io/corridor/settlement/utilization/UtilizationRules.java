package io.corridor.settlement.utilization;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.Warning;
import io.corridor.settlement.utilization.UtilizationFacts.Use;
import io.corridor.settlement.utilization.UtilizationTerms.Category;
import io.corridor.settlement.utilization.UtilizationTerms.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles a utilization index (settlement.md 5 d): actual over expected use by category, a weighted
 * mean that a small practice moves only as far as its size is credible, and dollars per member and
 * month from a scale, times quality. Nothing is ever owed.
 */
public final class UtilizationRules {

  private static final String INDEX = "contract terms, actual over expected use";
  private static final String COMPOSITE = "contract terms, weights of the categories";
  private static final String CREDIBLE = "contract terms, credibility by member months";
  private static final String PAYOUT = "contract terms, payout by index and quality";

  private UtilizationRules() {}

  /**
   * The settlement of a practice that is measured alone. Below the minimum of member months it is
   * paid nothing: it belongs in a {@link PracticePool}.
   */
  public static Settled settle(UtilizationTerms terms, UtilizationFacts facts) {
    Calculation steps = new Calculation();
    if (facts.memberMonths().compareTo(terms.minimumMemberMonths()) < 0) {
      steps.limitedBy(Limit.MINIMUM_COUNT);
      return steps.pay(Expression.ZERO);
    }
    Expression payout = payoutPmpm(steps, terms, facts);
    Expression quality = named("quality", facts.quality());
    if (payout.value().signum() > 0 && facts.quality().isZero()) {
      steps.limitedBy(Limit.QUALITY_GATE);
    }
    return steps.pay(
        steps.step(
            "payout",
            PAYOUT,
            payout.times(named("memberMonths", facts.memberMonths())).times(quality)));
  }

  /** Dollars per member and month before quality. */
  static Expression payoutPmpm(Calculation steps, UtilizationTerms terms, UtilizationFacts facts) {
    Expression composite = compositeIndex(steps, terms, facts);
    Expression weight =
        terms
            .fullCredibility()
            .weight(
                steps,
                "credibility",
                CREDIBLE,
                named("memberMonths", facts.memberMonths()),
                "fullCredibilityMemberMonths");
    Expression credible =
        steps.step("credibleIndex", CREDIBLE, Credibility.blend(weight, composite, ONE));
    if (credible.value().compareTo(terms.payoutPmpm().points().getFirst().at().value()) < 0) {
      steps.limitedBy(Limit.SCALE_END);
    }
    return steps.step("payoutPmpm", PAYOUT, terms.payoutPmpm().at(credible));
  }

  /** One, which pays nothing, while no category can be measured. */
  private static Expression compositeIndex(
      Calculation steps, UtilizationTerms terms, UtilizationFacts facts) {
    List<Expression> points = new ArrayList<>();
    List<Expression> weights = new ArrayList<>();
    for (Category category : terms.categories()) {
      Use use = facts.use().getOrDefault(category.name(), new Use(Rate.ZERO, Rate.ZERO));
      if (use.expected().isZero()) {
        steps.warn(Warning.CATEGORY_NOT_MEASURED);
      } else {
        Expression weight = named(category.name() + ".weight", category.weight());
        points.add(weight.times(index(steps, terms, category, use)));
        weights.add(weight);
      }
    }
    boolean measured = Expression.sum(weights).value().signum() > 0;
    return steps.step(
        "compositeIndex",
        COMPOSITE,
        measured ? Expression.sum(points).over(Expression.sum(weights)) : ONE);
  }

  private static Expression index(
      Calculation steps, UtilizationTerms terms, Category category, Use use) {
    Expression worst = named("indexCeiling", terms.indexCeiling());
    Expression actual = named(category.name() + ".actual", use.actual());
    Expression expected = named(category.name() + ".expected", use.expected());
    String name = category.name() + ".index";
    if (category.direction() == Direction.LESS_IS_BETTER) {
      return steps.step(name, INDEX, worst.min(actual.over(expected)));
    }
    // Nothing of what there should be more of has no ratio; it is the worst that can be.
    return steps.step(
        name, INDEX, use.actual().isZero() ? worst : worst.min(expected.over(actual)));
  }
}
