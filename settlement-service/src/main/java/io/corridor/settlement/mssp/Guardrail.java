package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.ZERO;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.rules.Expression;
import io.corridor.settlement.mssp.PerformanceFacts.Finances;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The benchmark that is settled on (settlement.md 1.6). An agreement with a loss guardrail whose
 * losses reach the minimum loss rate under the three-way blend is reconciled again with the two-way
 * blend alone, if that makes the loss smaller or takes it away.
 */
final class Guardrail {

  /**
   * The benchmark and whether the guardrail put it there.
   *
   * @param dollars total updated benchmark
   * @param guarded true when it is the two-way blend's
   */
  record Benchmark(BigDecimal dollars, boolean guarded) {}

  private final MsspParameters parameters;

  Guardrail(MsspParameters parameters) {
    this.parameters = parameters;
  }

  Benchmark of(PerformanceFacts facts, YearTerms terms, BigDecimal minimumRate, Worksheet sheet) {
    Finances finances = facts.finances();
    BigDecimal given = finances.benchmark().dollars();
    Optional<MsspParameters.Guardrail> rule = parameters.guardrail(facts.agreement().start());
    if (rule.isEmpty() || !terms.sharing().twoSided() || finances.twoWayBenchmark() == null) {
      return new Benchmark(given, finances.benchmarkIsTwoWay());
    }
    return chosen(
        named("threeWayBenchmark", given),
        named("twoWayBenchmark", finances.twoWayBenchmark()),
        named("expenditure", finances.expenditure()),
        named("minimumSavingsRate", minimumRate),
        rule.get().citation(),
        sheet);
  }

  private static Benchmark chosen(
      Expression threeWay,
      Expression twoWay,
      Expression expenditure,
      Expression minimumRate,
      String citation,
      Worksheet sheet) {
    Expression savings = sheet.step("threeWaySavings", citation, threeWay.minus(expenditure));
    Expression rate = sheet.step("threeWaySavingsRate", citation, savings.over(threeWay));
    Expression.Condition guarded =
        savings.below(ZERO).and(rate.atMost(minimumRate.negated())).and(twoWay.exceeds(threeWay));
    Expression benchmark =
        sheet.step("benchmark", citation, Expression.when(guarded, twoWay, threeWay));
    return new Benchmark(benchmark.value(), guarded.holds());
  }
}
