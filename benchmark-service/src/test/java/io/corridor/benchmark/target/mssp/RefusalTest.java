package io.corridor.benchmark.target.mssp;

import static io.corridor.benchmark.membership.EnrollmentType.AGED_DUAL;
import static io.corridor.benchmark.membership.EnrollmentType.AGED_NON_DUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.target.mssp.Refusal.Code;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefusalTest {

  private static BenchmarkRules.Outcome outcome(Consumer<Aco> change) {
    Aco aco = new Aco();
    change.accept(aco);
    return aco.outcome();
  }

  @Test
  @DisplayName("later agreements that began before July 2019 are not described")
  void notDescribed() {
    assertThat(
            outcome(aco -> {
              aco.start = LocalDate.of(2018, 1, 1);
              aco.period = 2;
            }))
        .isEqualTo(new Refusal(Code.AGREEMENT_NOT_DESCRIBED, "agreement"));
    assertThat(outcome(aco -> aco.start = LocalDate.of(2011, 1, 1)))
        .isEqualTo(new Refusal(Code.AGREEMENT_NOT_DESCRIBED, "agreement"));
  }

  @Test
  void factsThatTheRulesNeed() {
    assertThat(outcome(aco -> aco.withoutRegion = true))
        .isEqualTo(new Refusal(Code.FACT_MISSING, "region"));
    assertThat(outcome(aco -> aco.prior = List.of()))
        .isEqualTo(new Refusal(Code.FACT_MISSING, "priorSavings"));
    assertThat(
            outcome(aco -> {
              aco.start = LocalDate.of(2025, 1, 1);
              aco.performanceYear = 2025;
            }))
        .isEqualTo(new Refusal(Code.FACT_MISSING, "lowIncomeShare"));
    assertThat(outcome(aco -> aco.start = LocalDate.of(2016, 1, 1)))
        .isEqualTo(new Refusal(Code.FACT_MISSING, "flatDollars"));
  }

  @Test
  void figuresOfOtherTypes() {
    assertThat(outcome(aco -> aco.performance.remove(AGED_DUAL)))
        .isEqualTo(new Refusal(Code.TYPES_DIFFER, "types"));
    assertThat(outcome(aco -> aco.region = Aco.amounts(Map.of(AGED_NON_DUAL, "10300"))))
        .isEqualTo(new Refusal(Code.TYPES_DIFFER, "types"));
  }

  @Test
  void figuresThatCannotDivide() {
    assertThat(
            outcome(aco -> {
              aco.performance.put(AGED_NON_DUAL, Aco.performance("0", "1.1", "1"));
              aco.performance.put(AGED_DUAL, Aco.performance("0", "1.1", "1"));
            }))
        .isEqualTo(new Refusal(Code.NOT_POSITIVE, "performance"));
    assertThat(outcome(aco -> aco.performance.put(AGED_DUAL, Aco.performance("-1", "1.1", "1"))))
        .isEqualTo(new Refusal(Code.NOT_POSITIVE, "performance"));
  }

  @Test
  @DisplayName("a type without beneficiaries in the performance year adds nothing")
  void emptyType() {
    Aco aco = new Aco();
    aco.performance.put(AGED_DUAL, Aco.performance("0", "1.1424", "1"));
    MsspBenchmark benchmark = aco.benchmark();
    assertThat(benchmark.perCapita().roundHalfUp())
        .isEqualTo(Types.of(benchmark.updated(), AGED_NON_DUAL).roundHalfUp());
  }

  @Test
  void newlyAndContinuouslyAssignedAreTheAssigned() {
    assertThat(
            outcome(aco -> {
              BenchmarkFacts.PerformanceType one = Aco.performance("100", "1.1", "1");
              aco.performance.put(
                  AGED_DUAL,
                  new BenchmarkFacts.PerformanceType(
                      one.personYears(),
                      one.riskScore(),
                      one.demographicGrowth(),
                      new BenchmarkFacts.AssignmentSplit(
                          Rate.of(40), Rate.ONE, Rate.of(59), Aco.risk("1", "1"))));
            }))
        .isEqualTo(new Refusal(Code.SPLIT_NOT_WHOLE, "assignmentSplit"));
  }

  @Test
  void theYearBeforeTheAgreement() {
    assertThat(outcome(aco -> aco.performanceYear = 2023))
        .isEqualTo(new Refusal(Code.PERFORMANCE_YEAR_BEFORE_AGREEMENT, "performanceYear"));
  }

  @Test
  @DisplayName("rebasing: the benchmark years are the three before the agreement")
  void benchmarkYears() {
    assertThat(BenchmarkYears.of(LocalDate.of(2019, 7, 1))).containsExactly(2016, 2017, 2018);
    BenchmarkFacts facts = new Aco().facts();
    BenchmarkFacts late =
        new BenchmarkFacts(
            new BenchmarkFacts.Agreement(LocalDate.of(2029, 1, 1), 2, 2),
            2029,
            facts.years(),
            facts.trendWeight(),
            facts.region(),
            facts.priorSavings(),
            Rate.ONE,
            facts.update(),
            facts.performance());
    assertThat(new BenchmarkRules(BenchmarkParameters.load()).benchmark(late))
        .isEqualTo(new Refusal(Code.BENCHMARK_YEARS_WRONG, "years"));
  }
}
