package io.corridor.benchmark.target;

import io.corridor.benchmark.spend.Category;
import io.corridor.common.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A budget over service categories in the proportions of the last base year (domain.md 2.9.6). It
 * only informs: settlement compares the whole. The parts sum to the budget, equal remainders go to
 * the earlier category; a category that was recovered on balance gets none.
 */
public final class CategorySplit {

  private CategorySplit() {}

  /**
   * The budget by category.
   *
   * @param lastBaseYear counted cost of the last base year by category, some of it above zero
   */
  public static Map<Category, Money> of(Money budget, Map<Category, Money> lastBaseYear) {
    List<Category> categories = new ArrayList<>();
    List<Long> weights = new ArrayList<>();
    for (Category category : Category.all()) {
      Money cost = lastBaseYear.getOrDefault(category, Money.ZERO);
      if (cost.cents() > 0) {
        categories.add(category);
        weights.add(cost.cents());
      }
    }
    List<Money> parts = budget.splitByLargestRemainder(weights);
    Map<Category, Money> split = new EnumMap<>(Category.class);
    for (int i = 0; i < parts.size(); i++) {
      split.put(categories.get(i), parts.get(i));
    }
    return Collections.unmodifiableMap(split);
  }
}
