package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

import io.corridor.settlement.mssp.PerformanceFacts.Finances;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The benchmark that is settled on (settlement.md 1.6). An agreement with a loss guardrail whose
 * losses reach the minimum loss rate under the three-way blend is reconciled again with the two-way
 * blend alone, if that makes the loss smaller or takes it away.
 */
final class Guardrail {

  private static final String CHOSEN =
      "if(threeWaySavings < 0 and threeWaySavingsRate <= -minimumSavingsRate"
          + " and twoWayBenchmark > threeWayBenchmark, twoWayBenchmark, threeWayBenchmark)";

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
        given,
        finances.twoWayBenchmark().dollars(),
        finances.expenditure().dollars(),
        minimumRate,
        rule.get().citation(),
        sheet);
  }

  private static Benchmark chosen(
      BigDecimal threeWay,
      BigDecimal twoWay,
      BigDecimal expenditure,
      BigDecimal minimumRate,
      String citation,
      Worksheet sheet) {
    BigDecimal savings =
        sheet.note(
            "threeWaySavings",
            citation,
            "threeWayBenchmark - expenditure",
            threeWay.subtract(expenditure, DIGITS),
            in("threeWayBenchmark", threeWay),
            in("expenditure", expenditure));
    BigDecimal rate =
        sheet.note(
            "threeWaySavingsRate",
            citation,
            "threeWaySavings / threeWayBenchmark",
            savings.divide(threeWay, DIGITS),
            in("threeWaySavings", savings),
            in("threeWayBenchmark", threeWay));
    boolean guarded =
        savings.signum() < 0
            && rate.compareTo(minimumRate.negate()) <= 0
            && twoWay.compareTo(threeWay) > 0;
    BigDecimal benchmark =
        sheet.note(
            "benchmark",
            citation,
            CHOSEN,
            guarded ? twoWay : threeWay,
            in("threeWaySavings", savings),
            in("threeWaySavingsRate", rate),
            in("minimumSavingsRate", minimumRate),
            in("twoWayBenchmark", twoWay),
            in("threeWayBenchmark", threeWay));
    return new Benchmark(benchmark, guarded);
  }
}
