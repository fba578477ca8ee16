package io.corridor.settlement.corridor;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Protection against single very expensive members: a part of each member's cost above an
 * attachment point is taken back, and every member month pays a charge for it.
 *
 * @param attachment member-year cost from which it begins
 * @param recoveredShare part of the cost above that is taken back
 * @param chargePmpm charge per member and month
 */
public record StopLoss(Money attachment, Rate recoveredShare, Amount chargePmpm) {

  private static final String RECOVERY = "contract terms, stop-loss recovery";
  private static final String CHARGE = "contract terms, stop-loss charge";

  /** Rejects impossible terms. */
  public StopLoss {
    Check.that(attachment.cents() > 0, "the stop-loss attachment must be above 0");
    Check.share("the recovered share of stop-loss", recoveredShare);
    Check.notNegative("the stop-loss charge", chargePmpm);
  }

  /** What is taken back of the members' year costs, dearest first. */
  Expression recovery(Calculation steps, List<Money> memberCosts) {
    Expression start = named("attachment", attachment);
    List<Expression> above = new ArrayList<>();
    for (Money cost : memberCosts.stream().sorted(Comparator.reverseOrder()).toList()) {
      if (cost.compareTo(attachment) > 0) {
        above.add(named("memberCost" + (above.size() + 1), cost).minus(start));
      }
    }
    Expression cost = steps.step("costAboveAttachment", RECOVERY, Expression.sum(above));
    return steps.step(
        "stopLossRecovery", RECOVERY, cost.times(named("recoveredShare", recoveredShare)));
  }

  /** What the protection costs. */
  Expression charge(Calculation steps, Expression memberMonths) {
    return steps.step(
        "stopLossCharge", CHARGE, named("stopLossChargePmpm", chargePmpm).times(memberMonths));
  }
}
