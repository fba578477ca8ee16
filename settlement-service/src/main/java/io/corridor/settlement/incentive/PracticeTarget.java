package io.corridor.settlement.incentive;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;

/**
 * A practice's own, simpler target beside the contract of its ACO: one amount per member and month
 * and one share of what the practice's patients cost less. It only ever pays.
 *
 * @param targetPmpm cost per member and month that the practice aims at
 * @param share part of what lies below it
 * @param minimumMemberMonths member months from which it is paid
 */
public record PracticeTarget(Amount targetPmpm, Rate share, Rate minimumMemberMonths) {

  private static final String TARGET = "contract terms, target of the practice";
  private static final String SHARE = "contract terms, practice's share below its target";

  /** Rejects impossible terms. */
  public PracticeTarget {
    Check.positive("the target of a practice", targetPmpm);
    Check.share("the share of a practice", share);
    Check.notNegative("the minimum of member months", minimumMemberMonths);
  }

  /**
   * The settlement of a period.
   *
   * @param memberMonths member months of the practice's patients
   * @param cost counted cost of their care
   */
  public Settled settle(Rate memberMonths, Money cost) {
    Calculation steps = new Calculation();
    if (memberMonths.compareTo(minimumMemberMonths) < 0) {
      steps.limitedBy(Limit.MINIMUM_COUNT);
      return steps.pay(Expression.ZERO);
    }
    Expression target =
        steps.step(
            "target",
            TARGET,
            named("targetPmpm", targetPmpm).times(named("memberMonths", memberMonths)));
    Expression below = steps.step("belowTarget", TARGET, target.minus(named("cost", cost)));
    if (below.value().signum() < 0) {
      steps.limitedBy(Limit.NO_DOWNSIDE);
    }
    return steps.pay(steps.step("earned", SHARE, below.atLeastZero().times(named("share", share))));
  }
}
