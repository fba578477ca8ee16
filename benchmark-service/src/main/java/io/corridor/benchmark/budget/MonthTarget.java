package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.target.CategorySplit;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.schemas.TargetParameter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a member month may cost.
 *
 * @param mean target of a member month, unrounded
 * @param byType the same by enrollment type, where the method tells them apart
 * @param split cost of the last base year by category, in whose proportions the budget is told by
 *     category; empty where it is not
 */
record MonthTarget(Rate mean, Map<EnrollmentType, Rate> byType, Map<Category, Money> split) {

  /** The budget of all categories together. */
  private static final String ALL = "ALL";

  /** Keeps its own copies. */
  MonthTarget {
    byType = Map.copyOf(byType);
    split = Map.copyOf(split);
  }

  /** The target that a parameter holds; empty when it is refused. */
  static Optional<MonthTarget> of(TargetParameter made) {
    Map<EnrollmentType, Rate> types = new EnumMap<>(EnrollmentType.class);
    made.getTypes()
        .forEach(
            type -> types.put(EnrollmentType.valueOf(type.getType()), Rate.of(type.getPmpm())));
    Map<Category, Money> split = new EnumMap<>(Category.class);
    made.getCategories()
        .forEach(
            base -> split.put(Category.valueOf(base.getCategory()), Money.of(base.getCounted())));
    return Optional.ofNullable(made.getPmpm())
        .map(mean -> new MonthTarget(Rate.of(mean), types, split));
  }

  /** Budgets of a month by category, or as ALL; they sum to that of the month. */
  Map<String, Money> budgets(CostSums sums) {
    Money budget = budget(sums);
    if (split.isEmpty()) {
      return Map.of(ALL, budget);
    }
    Map<String, Money> budgets = new TreeMap<>();
    CategorySplit.of(budget, split).forEach((category, part) -> budgets.put(category.name(), part));
    return budgets;
  }

  /** Budget of a month, half up to the cent; a type without a target of its own has the mean. */
  private Money budget(CostSums sums) {
    Amount budget = Amount.ZERO;
    Rate left = sums.memberMonths();
    if (!byType.isEmpty()) {
      for (Map.Entry<EnrollmentType, PopulationSums.TypeSum> type :
          sums.population().byType().entrySet()) {
        Rate months = type.getValue().memberMonths();
        Rate target = byType.getOrDefault(type.getKey(), mean);
        budget = budget.plus(new Amount(target.value()).times(months.value()));
        left = new Rate(left.value().subtract(months.value()));
      }
    }
    return budget.plus(new Amount(mean.value()).times(left.value())).roundHalfUp();
  }
}
