package io.corridor.benchmark.completion;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.YearMonth;

/**
 * A month of service of a contract and category group with its final cost as it is expected today.
 *
 * @param incurred month of service
 * @param age whole months of payments since
 * @param toDate counted cost to date
 * @param memberMonths member months
 * @param completionFactor share of the final cost that is paid at this age
 * @param projection how the cost to date becomes final
 */
public record CompletedMonth(
    YearMonth incurred,
    int age,
    Money toDate,
    Rate memberMonths,
    Rate completionFactor,
    Projection projection) {

  /** The final cost, unrounded. */
  public Amount exact() {
    return projection.completed(toDate, memberMonths);
  }

  /** The final cost, half up to the cent. */
  public Money completed() {
    return exact().roundHalfUp();
  }

  /**
   * The final cost of a member month, unrounded.
   *
   * @throws ArithmeticException without a member month
   */
  Amount perMemberMonth() {
    return exact().dividedBy(memberMonths.value());
  }

  /** What is incurred but not reported; negative when recoveries are to come. */
  public Money incurredButNotReported() {
    return completed().minus(toDate);
  }
}
