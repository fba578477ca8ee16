package io.corridor.benchmark.completion;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;

/**
 * How the cost to date of a month of service becomes its final cost. The same projection holds for
 * a contract's month and for every practice's part of it, so the parts sum to the whole.
 */
public sealed interface Projection {

  /** The final cost, unrounded. */
  Amount completed(Money toDate, Rate memberMonths);

  /** Paid at once: nothing is to come. */
  record Complete() implements Projection {
    @Override
    public Amount completed(Money toDate, Rate memberMonths) {
      return Amount.of(toDate);
    }
  }

  /**
   * Chain ladder: what is paid grows as it did before.
   *
   * @param toUltimate factor to the final cost
   */
  record Developed(Rate toUltimate) implements Projection {
    @Override
    public Amount completed(Money toDate, Rate memberMonths) {
      return toDate.times(toUltimate);
    }
  }

  /**
   * Bornhuetter-Ferguson: what is paid stands, and the share still to come is that of the expected
   * cost. Used while too little is paid to be multiplied.
   *
   * @param completionFactor share of the final cost that is paid
   * @param perMemberMonth expected final cost of a member month
   */
  record Expected(Rate completionFactor, Amount perMemberMonth) implements Projection {
    @Override
    public Amount completed(Money toDate, Rate memberMonths) {
      BigDecimal toCome = BigDecimal.ONE.subtract(completionFactor.value(), DIGITS);
      return Amount.of(toDate).plus(perMemberMonth.times(memberMonths.value()).times(toCome));
    }
  }

  /** Nothing tells how it will grow: it stands as paid, and says so. */
  record Unknown() implements Projection {
    @Override
    public Amount completed(Money toDate, Rate memberMonths) {
      return Amount.of(toDate);
    }
  }
}
