package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.rules.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Growth of risk over all types: the mean of the types' growths, weighted by the dollars that hang
 * on them, which is the adjusted historical benchmark times the person-years of the performance
 * year (settlement.md 2 step 9).
 *
 * @param dollars weight by type
 * @param all sum of the weights
 */
record RiskGrowth(Map<EnrollmentType, Expression> dollars, Expression all) {

  private static final String CITATION = "settlement.md 2 step 9; 42 CFR 425.605(a)(1)";

  static RiskGrowth of(
      Worksheet sheet, Map<EnrollmentType, Expression> adjusted, BenchmarkFacts facts) {
    Map<EnrollmentType, Expression> dollars =
        Types.each(
            adjusted.keySet(),
            type ->
                sheet.step(
                    Types.named(type, "dollars"),
                    CITATION,
                    Types.of(adjusted, type).times(personYears(facts, type))));
    return new RiskGrowth(
        dollars, sheet.step("dollars", CITATION, Expression.sum(List.copyOf(dollars.values()))));
  }

  /** The person-years of a type in the performance year. */
  static Expression personYears(BenchmarkFacts facts, EnrollmentType type) {
    return Expression.named(
        Types.named(type, "personYears"), Types.of(facts.performance(), type).personYears());
  }

  Set<EnrollmentType> types() {
    return dollars.keySet();
  }

  /** The growth over all types. */
  Expression aggregate(Map<EnrollmentType, Expression> growths) {
    return Types.weighted(growths, dollars).over(all);
  }
}
