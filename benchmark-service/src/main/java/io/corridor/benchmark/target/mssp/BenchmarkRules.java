package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.money.Amount;
import io.corridor.common.rules.Expression;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The benchmark of an ACO in the order of settlement.md 2: history, adjustment, risk, update,
 * total. Everything is computed by enrollment type; the total multiplies by the person-years of the
 * performance year. A pure function: a change of participants, of the assignment method or of the
 * risk model is the same function of other facts.
 */
public final class BenchmarkRules {

  /** Version of the rules in this package. */
  public static final String VERSION = "mssp-benchmark-1";

  private static final String TOTAL = "settlement.md 2 step 10; 42 CFR 425.605(a)";

  private final BenchmarkParameters parameters;

  /** Rules over dated parameters. */
  public BenchmarkRules(BenchmarkParameters parameters) {
    this.parameters = parameters;
  }

  /** A benchmark, or the reason why there is none. */
  public sealed interface Outcome permits MsspBenchmark, Refusal {}

  /** The benchmark of the facts. */
  public Outcome benchmark(BenchmarkFacts facts) {
    Optional<AgreementTerms> terms = parameters.terms(facts.agreement());
    if (terms.isEmpty()) {
      return new Refusal(Refusal.Code.AGREEMENT_NOT_DESCRIBED, "agreement");
    }
    return FactsCheck.refusal(facts, terms.get())
        .<Outcome>map(refusal -> refusal)
        .orElseGet(() -> benchmark(terms.get(), facts));
  }

  private static MsspBenchmark benchmark(AgreementTerms terms, BenchmarkFacts facts) {
    Worksheet sheet = new Worksheet();
    HistoricalBenchmark history = HistoricalBenchmark.of(sheet, terms, facts);
    Adjustment adjustment = Adjustment.of(sheet, terms, history, facts);
    Map<EnrollmentType, Expression> adjusted = adjusted(sheet, history, adjustment);
    RiskGrowth growth = RiskGrowth.of(sheet, adjusted, facts);
    Map<EnrollmentType, Expression> riskRatios = terms.riskRatio().ratios(sheet, growth, facts);
    UpdatedBenchmark updated =
        UpdatedBenchmark.of(sheet, terms.update(), growth, adjusted, riskRatios, facts);
    Expression total = total(sheet, "total", updated.perCapita(), facts);
    Expression perCapita = sheet.step("perCapita", TOTAL, total.over(personYears(sheet, facts)));
    Map<EnrollmentType, Expression> twoWay = updated.twoWay();
    return new MsspBenchmark(
        amounts(history.perCapita()),
        amounts(adjusted),
        adjustment.kind(),
        amounts(updated.perCapita()),
        new Amount(perCapita.value()),
        new Amount(total.value()),
        twoWay == null ? null : new Amount(total(sheet, "totalTwoWay", twoWay, facts).value()),
        sheet.steps());
  }

  private static Map<EnrollmentType, Expression> adjusted(
      Worksheet sheet, HistoricalBenchmark history, Adjustment adjustment) {
    return Types.each(
        history.perCapita().keySet(),
        type ->
            sheet.step(
                Types.named(type, "adjusted"),
                TOTAL,
                Types.of(history.perCapita(), type).plus(Types.of(adjustment.perCapita(), type))));
  }

  private static Expression total(
      Worksheet sheet,
      String name,
      Map<EnrollmentType, Expression> perCapita,
      BenchmarkFacts facts) {
    Map<EnrollmentType, Expression> years =
        Types.each(perCapita.keySet(), type -> RiskGrowth.personYears(facts, type));
    return sheet.step(name, TOTAL, Types.weighted(perCapita, years));
  }

  private static Expression personYears(Worksheet sheet, BenchmarkFacts facts) {
    return sheet.step(
        "personYears",
        TOTAL,
        Expression.sum(
            facts.performance().keySet().stream()
                .map(type -> RiskGrowth.personYears(facts, type))
                .toList()));
  }

  private static Map<EnrollmentType, Amount> amounts(Map<EnrollmentType, Expression> figures) {
    Map<EnrollmentType, Amount> amounts = new EnumMap<>(EnrollmentType.class);
    figures.forEach((type, figure) -> amounts.put(type, new Amount(figure.value())));
    return amounts;
  }
}
