package io.corridor.settlement.engine;

import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.utilization.UtilizationFacts;
import io.corridor.settlement.utilization.UtilizationFacts.Use;
import io.corridor.settlement.utilization.UtilizationRules;
import io.corridor.settlement.utilization.UtilizationTerms;
import io.corridor.settlement.utilization.UtilizationTerms.Category;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a period for a utilization index. Expected use is stated ({@code use.NAME.expected}), or
 * what the budget expects of the service category of that name; actual use is stated ({@code
 * use.NAME.actual}), or the cases of that category, none where the budget has none.
 */
final class UtilizationReader {

  private UtilizationReader() {}

  static Settlement settle(UtilizationTerms terms, Reading reading) {
    Missing missing = reading.missing();
    UtilizationFacts facts = facts(terms, reading, missing);
    return missing.any()
        ? reading.refused(missing)
        : reading.withQuality(UtilizationRules.settle(terms, facts), "payout");
  }

  /** Facts of a practice; what is missing is remembered, and then they must not be used. */
  static UtilizationFacts facts(UtilizationTerms terms, Reading reading, Missing missing) {
    Map<String, Use> use = new TreeMap<>();
    for (Category category : terms.categories()) {
      String name = "use." + category.name();
      use.put(
          category.name(),
          new Use(
              actual(name + ".actual", category.name(), reading.facts(), missing),
              expected(name + ".expected", category.name(), reading.facts(), missing)));
    }
    return new UtilizationFacts(
        reading.facts().population().memberMonths(), use, reading.qualityRate());
  }

  private static Rate expected(String name, String category, PeriodFacts facts, Missing missing) {
    CategoryCost cost = facts.cost().categories().get(category);
    Rate expected = cost == null ? null : cost.expected();
    return expected == null || facts.stated().find(name).isPresent()
        ? missing.rate(name)
        : expected;
  }

  /** A budget that is split names no service category without a case. */
  private static @Nullable Long none(String category, PeriodFacts facts) {
    boolean split = !facts.cost().categories().isEmpty();
    return split && CostFacts.COUNTED.contains(category) ? 0L : null;
  }

  private static Rate actual(String name, String category, PeriodFacts facts, Missing missing) {
    CategoryCost cost = facts.cost().categories().get(category);
    Long cases = cost == null ? none(category, facts) : cost.cases();
    return cases == null || facts.stated().find(name).isPresent()
        ? missing.rate(name)
        : Rate.of(cases);
  }
}
