package io.corridor.benchmark.membership;

import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an attributed member cost a contract in one month.
 *
 * @param month month of service
 * @param tin accountable practice
 * @param npi accountable clinician
 * @param memberMonths member months by the contract's policy
 * @param spend raw cost
 * @param inScope cost in the contract's basis times the scope weight, by category
 * @param counted in-scope cost after truncation of the member-year, by category
 */
public record MemberMonthCost(
    YearMonth month,
    Tin tin,
    @Nullable Npi npi,
    Rate memberMonths,
    MonthSpend spend,
    Map<Category, Money> inScope,
    Map<Category, Money> counted) {

  /** Sum over categories. */
  public static Money total(Map<Category, Money> byCategory) {
    return byCategory.values().stream().reduce(Money.ZERO, Money::plus);
  }
}
