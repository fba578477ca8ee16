package io.corridor.benchmark.budget;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cost against budget of one level in a month or a year to date.
 *
 * @param members members with a member month; of the largest month for a year
 * @param memberMonths member months
 * @param insidePaid paid to participants
 * @param unpricedLines lines nobody priced
 * @param costs cost by category name, ascending by category number
 * @param budgets budget by category name; ALL when the budget is not split
 * @param population enrollment types and risk of its members
 */
public record RunningBudget(
    long members,
    Rate memberMonths,
    Money insidePaid,
    long unpricedLines,
    Map<String, CostSums.CategoryCost> costs,
    Map<String, Money> budgets,
    PopulationSums population) {

  /** Nothing yet. */
  public static final RunningBudget NONE =
      new RunningBudget(0, Rate.ZERO, Money.ZERO, 0, Map.of(), Map.of(), PopulationSums.NONE);

  /** Sum over categories. */
  public CostSums.CategoryCost cost() {
    return costs.values().stream().reduce(CostSums.CategoryCost.NONE, CostSums.CategoryCost::plus);
  }

  /** Budget over categories. */
  public Money budget() {
    return budgets.values().stream().reduce(Money.ZERO, Money::plus);
  }

  /** This and another contract's budget of the same month: members add up too. */
  RunningBudget beside(RunningBudget other) {
    RunningBudget sum = plus(other);
    return new RunningBudget(
        members + other.members,
        sum.memberMonths,
        sum.insidePaid,
        sum.unpricedLines,
        sum.costs,
        sum.budgets,
        sum.population);
  }

  /** This and a later month of the same year: cents add up, the larger number of members stays. */
  public RunningBudget plus(RunningBudget month) {
    Map<String, CostSums.CategoryCost> sumOfCosts = new TreeMap<>(costs);
    month.costs.forEach(
        (category, cost) -> sumOfCosts.merge(category, cost, CostSums.CategoryCost::plus));
    Map<String, Money> sumOfBudgets = new TreeMap<>(budgets);
    month.budgets.forEach((category, cents) -> sumOfBudgets.merge(category, cents, Money::plus));
    return new RunningBudget(
        Math.max(members, month.members),
        memberMonths.plus(month.memberMonths),
        insidePaid.plus(month.insidePaid),
        unpricedLines + month.unpricedLines,
        sumOfCosts,
        sumOfBudgets,
        population.plus(month.population));
  }
}
