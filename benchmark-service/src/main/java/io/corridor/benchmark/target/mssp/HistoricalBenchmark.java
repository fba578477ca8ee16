package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The historical benchmark by type (settlement.md 2 steps 2 to 5): the first two benchmark years
 * are brought to the risk and the expenditure level of the third, then the three are weighted. The
 * mix of types is that of the third year throughout.
 *
 * @param perCapita historical benchmark of a person-year by type
 * @param mix share of each type in the person-years of the third benchmark year
 */
record HistoricalBenchmark(
    Map<EnrollmentType, Expression> perCapita, Map<EnrollmentType, Expression> mix) {

  private static final String MIX = "settlement.md 2 step 4; 42 CFR 425.652(a)(6)";

  static HistoricalBenchmark of(Worksheet sheet, AgreementTerms terms, BenchmarkFacts facts) {
    Set<EnrollmentType> types = facts.reference().types().keySet();
    return new HistoricalBenchmark(
        Types.each(types, type -> weighted(sheet, terms, facts, type)), mix(sheet, facts, types));
  }

  /** Steps 2, 3 and 5 for one type. */
  private static Expression weighted(
      Worksheet sheet, AgreementTerms terms, BenchmarkFacts facts, EnrollmentType type) {
    List<Expression> years = new ArrayList<>();
    for (int i = 0; i < facts.years().size(); i++) {
      Expression restated = restated(sheet, terms, facts, type, facts.years().get(i));
      years.add(restated.times(Expression.constant(terms.weights().get(i))));
    }
    long parts = terms.weights().stream().mapToLong(Long::longValue).sum();
    return sheet.step(
        Types.named(type, "historical"),
        terms.citation(),
        Expression.sum(years).over(Expression.constant(parts)));
  }

  /** Steps 2 and 3: a benchmark year at the risk and the expenditure level of the third. */
  private static Expression restated(
      Worksheet sheet,
      AgreementTerms terms,
      BenchmarkFacts facts,
      EnrollmentType type,
      BenchmarkFacts.BenchmarkYear year) {
    BenchmarkFacts.BenchmarkYear reference = facts.reference();
    String name = Types.named(type, Integer.toString(year.year()));
    Expression perCapita = Expression.named(name + ".perCapita", year.type(type).perCapita());
    if (year.year() == reference.year()) {
      return sheet.step(name + ".restated", terms.trend().citation(), perCapita);
    }
    Expression trend =
        sheet.step(
            name + ".trend",
            terms.trend().citation(),
            terms.trend().factor(name + ".growth", year.type(type).growth(), facts.trendWeight()));
    return sheet.step(
        name + ".restated",
        terms.trend().citation(),
        perCapita.times(trend).times(risk(type, reference)).over(risk(type, year)));
  }

  /** The risk score of a type in a benchmark year. */
  static Expression risk(EnrollmentType type, BenchmarkFacts.BenchmarkYear year) {
    return Expression.named(Types.named(type, year.year() + ".risk"), year.type(type).riskScore());
  }

  private static Map<EnrollmentType, Expression> mix(
      Worksheet sheet, BenchmarkFacts facts, Set<EnrollmentType> types) {
    Map<EnrollmentType, Expression> years = new EnumMap<>(EnrollmentType.class);
    types.forEach(type ->
        years.put(
            type,
            Expression.named(
                Types.named(type, "benchmarkPersonYears"),
                facts.reference().type(type).personYears())));
    Expression all =
        sheet.step("benchmarkPersonYears", MIX, Expression.sum(List.copyOf(years.values())));
    return Types.each(
        types, type -> sheet.step(Types.named(type, "mix"), MIX, Types.of(years, type).over(all)));
  }

  /** The mean over types at the mix of the third benchmark year. */
  Expression mean(Map<EnrollmentType, Expression> figures) {
    return Types.weighted(figures, mix);
  }
}
