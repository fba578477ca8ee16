package io.corridor.settlement.incentive;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Recoupment;
import io.corridor.settlement.share.Settled;

/**
 * Advances on the expected result of a year. The final settlement nets them; what was paid too much
 * is taken back as far as the terms allow and else carried.
 *
 * @param everyMonths months between two advances: 1, 2, 3, 4, 6 or 12
 * @param paidPart part of the expected result that is paid ahead
 * @param reserve part of that which is held back until the end
 * @param trueUp whether an advance also takes earlier ones back when the expectation falls
 * @param recoupment how much of the advances the final settlement may take back at once
 */
public record InterimPayment(
    int everyMonths, Rate paidPart, Rate reserve, boolean trueUp, Recoupment recoupment) {

  private static final String ADVANCE = "contract terms, part of the expected result less reserve";
  private static final String NET = "contract terms, advances netted";
  private static final String RECOUPMENT = "contract terms, limit of recoupment";

  private static final int MONTHS = 12;

  /** Rejects terms that contradict themselves. */
  public InterimPayment {
    Check.that(
        everyMonths >= 1 && MONTHS % everyMonths == 0,
        "advances must be a whole number of times a year");
    Check.share("the part paid ahead", paidPart);
    Check.share("the reserve", reserve);
  }

  /**
   * The advance at the end of a month. Nothing is advanced on an expected loss.
   *
   * @param month month of the year, 1 to 12
   * @param expected expected result of the whole year
   * @param paid advances of the year so far
   */
  public Settled advance(int month, Money expected, Money paid) {
    Check.that(month >= 1 && month <= MONTHS, "a month lies between 1 and 12");
    Check.notNegative("advances so far", paid);
    Calculation steps = new Calculation();
    if (month % everyMonths != 0) {
      steps.limitedBy(Limit.OUTSIDE_PERIOD);
      return steps.pay(Expression.ZERO);
    }
    Expression toDate =
        steps.step(
            "advanceToDate",
            ADVANCE,
            named("expected", expected)
                .atLeastZero()
                .times(named("paidPart", paidPart))
                .times(ONE.minus(named("reserve", reserve)))
                .times(named("month", month))
                .over(constant(MONTHS)));
    Expression difference = steps.step("difference", NET, toDate.minus(named("paidSoFar", paid)));
    return steps.pay(trueUp ? difference : difference.atLeastZero());
  }

  /**
   * The final payment of a year.
   *
   * @param result final result of the year, in whole cents; negative if it is owed
   * @param paid advances of the year
   * @return what is paid now, negative if it is taken back now, and what is still owed of the
   *     advances
   */
  public Recoupment.Result netted(Money result, Money paid) {
    Check.notNegative("advances so far", paid);
    Calculation steps = new Calculation();
    Expression earned = named("result", result);
    Expression advances = named("advances", paid);
    // Losses of the year are owed at once; only advances that were not earned may be carried.
    Expression unearned =
        steps.step("unearnedAdvances", NET, advances.minus(earned.atLeastZero()).atLeastZero());
    Expression recouped = recoupment.taken(steps, RECOUPMENT, unearned, advances);
    Expression carried = steps.step("balanceCarried", RECOUPMENT, unearned.minus(recouped));
    Expression net = earned.minus(advances).plus(carried);
    return new Recoupment.Result(steps.pay(net), new Amount(carried.value()).roundHalfUp());
  }
}
