package io.corridor.settlement.share;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;

/**
 * How much of what was paid too much may be taken back at once; the rest is carried as a balance.
 *
 * @param limit most that is taken back, as a part of a payment that the rule names
 */
public record Recoupment(Rate limit) {

  /**
   * A payment and what is still owed after it.
   *
   * @param settled the payment with its steps
   * @param balance what the receiver still owes
   */
  public record Result(Settled settled, Money balance) {}

  /** Rejects a limit outside zero to one. */
  public Recoupment {
    Check.share("the recoupment limit", limit);
  }

  /**
   * What is taken back now, in whole cents.
   *
   * @param owed what the receiver owes, in whole cents, not negative
   * @param base payment of which the limit is a part, not negative
   */
  public Expression taken(Calculation steps, String rule, Expression owed, Expression base) {
    Expression most =
        steps.step("recoupable", rule, named("recoupmentLimit", limit).times(base).roundHalfUp(2));
    return steps.stepAtMost("recouped", rule, owed, most, Limit.RECOUPMENT_LIMIT);
  }
}
