package io.corridor.settlement.estimate;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Cost against budget of a contract in a performance year, as benchmark published it.
 *
 * @param members members behind it, whole persons: the largest month's number
 * @param memberMonths member months to date
 * @param budget benchmark expenditure to date
 * @param counted in-scope cost to date after truncation
 * @param completeTo business date it is complete to; null before the first tick
 */
public record RunningBudget(
    long members, Rate memberMonths, Money budget, Money counted, @Nullable LocalDate completeTo) {

  /** Rejects a negative number of members. */
  public RunningBudget {
    if (members < 0) {
      throw new IllegalArgumentException("members must not be negative");
    }
  }
}
