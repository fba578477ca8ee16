package io.corridor.benchmark.budget;

import io.corridor.benchmark.spend.Category;
import io.corridor.common.care.Contract;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Budget of a month: PMPM times member months, by category, half up to the cent (domain.md 2.9.6).
 * A year to date is the sum of its months' cents.
 */
public final class BudgetRules {

  private BudgetRules() {}

  /**
   * Cost against budget of one month at one level.
   *
   * @param target target of a member month where a method has made one: then it is the budget
   */
  static RunningBudget month(
      CostSums sums, Contract terms, int performanceYear, Optional<MonthTarget> target) {
    Map<String, CostSums.CategoryCost> costs = new TreeMap<>();
    for (Category category : Category.all()) {
      CostSums.CategoryCost cost = sums.category(category);
      if (!cost.equals(CostSums.CategoryCost.NONE)) {
        costs.put(category.name(), cost);
      }
    }
    Map<String, Money> budgets = new TreeMap<>();
    target.ifPresent(made -> budgets.putAll(made.budgets(sums)));
    for (Contract.BudgetLine line : terms.budget()) {
      if (target.isEmpty() && line.year() == performanceYear) {
        budgets.merge(line.category(), amount(line.pmpm(), sums.memberMonths()), Money::plus);
      }
    }
    return new RunningBudget(
        sums.members(),
        sums.memberMonths(),
        sums.insidePaid(),
        sums.unpricedLines(),
        costs,
        budgets,
        sums.population());
  }

  private static Money amount(Rate pmpm, Rate memberMonths) {
    return new Amount(pmpm.value()).times(memberMonths.value()).roundHalfUp();
  }

  /** A year to date from its months. */
  public static RunningBudget year(List<RunningBudget> months) {
    return months.stream().reduce(RunningBudget.NONE, RunningBudget::plus);
  }
}
