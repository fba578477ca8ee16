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
 * What a member cost a contract, or would have by its terms, in one month.
 *
 * @param standing how the member stands in the month
 * @param spend raw cost
 * @param inScope cost in the contract's basis times the scope weight, by category
 * @param counted in-scope cost after truncation of the member-year, by category
 * @param drugPriceEffect what control of drug prices took out of PHARMACY before its weight
 */
public record MemberMonthCost(
    Standing standing,
    MonthSpend spend,
    Map<Category, Money> inScope,
    Map<Category, Money> counted,
    Money drugPriceEffect) {

  /** Month of service. */
  public YearMonth month() {
    return standing.month();
  }

  /**
   * Accountable practice.
   *
   * @throws NullPointerException of a month of a comparison group
   */
  public Tin tin() {
    return standing.tin();
  }

  /**
   * Accountable clinician.
   *
   * @throws NullPointerException of a month of a comparison group
   */
  public @Nullable Npi npi() {
    return standing.npi();
  }

  /** Member months by the contract's policy. */
  public Rate memberMonths() {
    return standing.memberMonths();
  }

  /** The same month of which only so much counts. */
  MemberMonthCost counting(Map<Category, Money> limited) {
    return new MemberMonthCost(standing, spend, inScope, limited, drugPriceEffect);
  }

  /** Sum over categories. */
  public static Money total(Map<Category, Money> byCategory) {
    return byCategory.values().stream().reduce(Money.ZERO, Money::plus);
  }
}
