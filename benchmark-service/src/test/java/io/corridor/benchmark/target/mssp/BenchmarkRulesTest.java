package io.corridor.benchmark.target.mssp;

import static io.corridor.benchmark.membership.EnrollmentType.AGED_DUAL;
import static io.corridor.benchmark.membership.EnrollmentType.AGED_NON_DUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Recomputed;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.AssignmentSplit;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.PerformanceType;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.PriorYear;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.TypeUpdate;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkRulesTest {

  private static Recomputed steps(Aco aco) {
    return Recomputed.of(aco.benchmark().steps());
  }

  private static Money cents(Map<EnrollmentType, Amount> amounts, EnrollmentType type) {
    return Types.of(amounts, type).roundHalfUp();
  }

  @Test
  @DisplayName("settlement.md 2: every intermediate figure, and B = 233,575,828.66")
  void workedExample() {
    MsspBenchmark benchmark = new Aco().benchmark();
    Recomputed steps = Recomputed.of(benchmark.steps());
    assertThat(steps.value("agedNonDual.2021.restated", 2)).isEqualTo("9767.52");
    assertThat(steps.value("agedNonDual.2022.restated", 2)).isEqualTo("9796.85");
    assertThat(steps.value("agedNonDual.2023.restated", 2)).isEqualTo("9800.00");
    assertThat(cents(benchmark.historical(), AGED_NON_DUAL)).isEqualTo(Money.of("9795.81"));
    assertThat(cents(benchmark.historical(), AGED_DUAL)).isEqualTo(Money.of("15051.11"));
    assertThat(steps.value("agedNonDual.mix", 2)).isEqualTo("0.85");
    assertThat(steps.value("regionalDifference", 2)).isEqualTo("450.90");
    assertThat(steps.value("regionalShare", 2)).isEqualTo("0.35");
    assertThat(steps.value("agedNonDual.regional", 2)).isEqualTo("176.47");
    assertThat(steps.value("agedDual.regional", 2)).isEqualTo("52.11");
    assertThat(steps.value("regional", 2)).isEqualTo("157.81");
    assertThat(steps.value("priorSavingsMean", 2)).isEqualTo("240.00");
    assertThat(steps.value("priorSavings", 2)).isEqualTo("120.00");
    assertThat(benchmark.adjustment()).isEqualTo(Adjustment.Kind.REGIONAL);
    assertThat(cents(benchmark.adjusted(), AGED_NON_DUAL)).isEqualTo(Money.of("9972.27"));
    assertThat(cents(benchmark.adjusted(), AGED_DUAL)).isEqualTo(Money.of("15103.22"));
    assertThat(steps.value("agedNonDual.twoWayGrowth", 5)).isEqualTo("1.04700");
    assertThat(steps.value("agedDual.twoWayGrowth", 5)).isEqualTo("1.04200");
    assertThat(steps.value("agedNonDual.threeWayGrowth", 6)).isEqualTo("1.051333");
    assertThat(steps.value("agedDual.threeWayGrowth", 6)).isEqualTo("1.047333");
    assertThat(steps.value("riskGrowth", 6)).isEqualTo("1.043673");
    assertThat(steps.value("riskGrowthCap", 6)).isEqualTo("1.038945");
    assertThat(steps.value("agedNonDual.riskRatio", 6)).isEqualTo("1.038945");
    assertThat(steps.value("agedDual.riskRatio", 6)).isEqualTo("1.020000");
    assertThat(cents(benchmark.updated(), AGED_NON_DUAL)).isEqualTo(Money.of("10892.50"));
    assertThat(cents(benchmark.updated(), AGED_DUAL)).isEqualTo(Money.of("16134.47"));
    assertThat(benchmark.perCapita().roundHalfUp()).isEqualTo(Money.of("11678.79"));
    assertThat(benchmark.total().roundHalfUp()).isEqualTo(Money.of("233575828.66"));
  }

  @Test
  @DisplayName("a later agreement weighs the benchmark years alike")
  void equalWeights() {
    Aco aco = new Aco();
    aco.period = 2;
    assertThat(cents(aco.benchmark().historical(), AGED_NON_DUAL)).isEqualTo(Money.of("9788.12"));
  }

  @ParameterizedTest
  @CsvSource({"1,0.35,0.15", "2,0.50,0.25", "3,0.50,0.35", "4,0.50,0.50", "9,0.50,0.50"})
  @DisplayName("the share of the regional difference grows with each agreement")
  void regionalShares(int use, String lower, String higher) {
    Aco aco = new Aco();
    aco.regionalAdjustments = use;
    assertThat(steps(aco).value("regionalShare", 2)).isEqualTo(lower);
    aco.region = Aco.amounts(Map.of(AGED_NON_DUAL, "9000", AGED_DUAL, "15000"));
    assertThat(steps(aco).value("regionalShare", 2)).isEqualTo(higher);
  }

  @Test
  @DisplayName("an increase stops at 5 % of national per capita, a decrease at 1.5 % and is offset")
  void regionalCaps() {
    Aco aco = new Aco();
    aco.region = Aco.amounts(Map.of(AGED_NON_DUAL, "13000", AGED_DUAL, "13000"));
    Recomputed steps = steps(aco);
    assertThat(steps.value("agedNonDual.regionalCapped", 2)).isEqualTo("550.00");
    assertThat(steps.value("agedDual.regionalCapped", 2)).isEqualTo("-240.00");
    assertThat(steps.value("keptOfDecrease", 3)).isEqualTo("0.815");
    assertThat(steps.value("agedDual.regional", 2)).isEqualTo("-195.60");
    aco.riskScore = Rate.of("2.5");
    assertThat(steps(aco).value("agedDual.regional", 2)).isEqualTo("0.00");
    aco.riskScore = Rate.of("0.5");
    assertThat(steps(aco).value("agedDual.regional", 2)).isEqualTo("-240.00");
  }

  @Test
  @DisplayName("before 2024 a decrease stops at 5 %, is not offset and lowers the benchmark")
  void regionalDecreaseBefore2024() {
    Aco aco = before2024();
    aco.region = Aco.amounts(Map.of(AGED_NON_DUAL, "5000", AGED_DUAL, "1000"));
    MsspBenchmark benchmark = aco.benchmark();
    assertThat(benchmark.adjustment()).isEqualTo(Adjustment.Kind.REGIONAL);
    assertThat(cents(benchmark.adjusted(), AGED_NON_DUAL)).isEqualTo(Money.of("9245.81"));
    assertThat(cents(benchmark.adjusted(), AGED_DUAL)).isEqualTo(Money.of("14251.11"));
  }

  @Test
  @DisplayName("from 2024 an overall decrease is not made; prior savings stand in its place")
  void overallDecrease() {
    Aco aco = new Aco();
    aco.region = Aco.amounts(Map.of(AGED_NON_DUAL, "9000", AGED_DUAL, "15200"));
    MsspBenchmark saved = aco.benchmark();
    assertThat(saved.adjustment()).isEqualTo(Adjustment.Kind.PRIOR_SAVINGS);
    assertThat(cents(saved.adjusted(), AGED_DUAL)).isEqualTo(Money.of("15171.11"));
    aco.prior = List.of(Aco.prior("-300"), Aco.prior("200"), Aco.prior("50"));
    MsspBenchmark lost = aco.benchmark();
    assertThat(lost.adjustment()).isEqualTo(Adjustment.Kind.NONE);
    assertThat(lost.adjusted()).isEqualTo(lost.historical());
  }

  @Test
  @DisplayName("larger prior savings win over the region and are the same dollars for every type")
  void priorSavingsWin() {
    Aco aco = new Aco();
    aco.prior = List.of(Aco.prior("400"), Aco.prior("400"), Aco.prior("400"));
    MsspBenchmark benchmark = aco.benchmark();
    assertThat(benchmark.adjustment()).isEqualTo(Adjustment.Kind.PRIOR_SAVINGS);
    assertThat(cents(benchmark.adjusted(), AGED_NON_DUAL)).isEqualTo(Money.of("9995.81"));
    assertThat(cents(benchmark.adjusted(), AGED_DUAL)).isEqualTo(Money.of("15251.11"));
  }

  @Test
  @DisplayName("prior savings: zero years, withheld years, growth of the ACO, the cap")
  void priorSavingsTerms() {
    Aco aco = new Aco();
    aco.prior =
        List.of(
            new PriorYear(false, false, Aco.amount("9000")),
            new PriorYear(true, true, Aco.amount("9000")),
            Aco.prior("300"));
    assertThat(steps(aco).value("priorSavings", 2)).isEqualTo("50.00");
    aco.priorPersonYears = Rate.of(10_000);
    assertThat(steps(aco).value("priorSavings", 2)).isEqualTo("25.00");
    aco.priorPersonYears = Rate.of(99_000);
    aco.prior = List.of(Aco.prior("3000"), Aco.prior("3000"), Aco.prior("3000"));
    // 5 % of .85 x 11,000 + .15 x 16,000
    assertThat(steps(aco).value("priorSavings", 2)).isEqualTo("587.50");
  }

  @Test
  @DisplayName("from 2025 the health equity adjustment competes, from a share of 15 % on")
  void healthEquity() {
    Aco aco = new Aco();
    aco.start = LocalDate.of(2025, 1, 1);
    aco.performanceYear = 2025;
    aco.lowIncomeShare = Rate.of("0.149999");
    assertThat(steps(aco).value("healthEquity", 2)).isEqualTo("0.00");
    aco.lowIncomeShare = Rate.of("0.15");
    // 15 % of (587.50 - 157.81)
    assertThat(steps(aco).value("healthEquity", 2)).isEqualTo("64.45");
    assertThat(aco.benchmark().adjustment()).isEqualTo(Adjustment.Kind.REGIONAL);
    aco.lowIncomeShare = Rate.of("0.60");
    assertThat(steps(aco).value("healthEquity", 2)).isEqualTo("257.81");
    assertThat(aco.benchmark().adjustment()).isEqualTo(Adjustment.Kind.HEALTH_EQUITY);
    assertThat(cents(aco.benchmark().adjusted(), AGED_DUAL)).isEqualTo(Money.of("15308.92"));
  }

  @Test
  @DisplayName("the guardrail's benchmark is the two-way blend alone")
  void twoWayTotal() {
    Amount twoWay = new Aco().benchmark().twoWayTotal();
    assertThat(twoWay).isNotNull();
    // 9972.274067 x 1.047 x 1.038945494 x 17,000 + 15103.218545 x 1.042 x 1.02 x 3,000
    assertThat(twoWay.roundHalfUp()).isEqualTo(Money.of("232566109.65"));
    assertThat(before2024().benchmark().twoWayTotal()).isNull();
  }

  @Test
  @DisplayName("CMS may give the prospective trend less weight")
  void reducedTrendWeight() {
    Aco aco = new Aco();
    aco.reducedTrendWeight = Rate.ZERO;
    MsspBenchmark benchmark = aco.benchmark();
    assertThat(benchmark.total()).isEqualTo(benchmark.twoWayTotal());
  }

  @Test
  @DisplayName("risk within the aggregate cap is not limited, however fast one type grows")
  void withinTheCap() {
    Aco aco = new Aco();
    aco.performance.put(AGED_NON_DUAL, Aco.performance("17000", "1.0302", "1.01"));
    aco.performance.put(AGED_DUAL, Aco.performance("3000", "1.232", "1.005"));
    Recomputed steps = steps(aco);
    assertThat(steps.value("riskGrowth", 4)).isEqualTo("1.0290");
    assertThat(steps.value("agedDual.riskRatio", 6)).isEqualTo("1.100000");
  }

  @Test
  @DisplayName("before 2024 each type stops at 3 %; a decrease is never limited")
  void cappedByType() {
    Aco aco = before2024();
    aco.performance.put(AGED_DUAL, Aco.performance("3000", "0.56", "1"));
    Recomputed steps = steps(aco);
    assertThat(steps.value("agedNonDual.riskRatio", 6)).isEqualTo("1.030000");
    assertThat(steps.value("agedDual.riskRatio", 6)).isEqualTo("0.500000");
    assertThat(steps.value("agedNonDual.updated", 2)).isEqualTo("10754.20");
  }

  private static Aco before2024() {
    Aco aco = new Aco();
    aco.start = LocalDate.of(2022, 1, 1);
    aco.performanceYear = 2024;
    return aco;
  }

  @Test
  @DisplayName("a region whose risk grows beyond its cap gets the growth back by type")
  void regionalRiskGrowth() {
    Aco aco = new Aco();
    aco.regionalRisk.put(AGED_NON_DUAL, Aco.risk("1.10", "1.00"));
    aco.regionalRisk.put(AGED_DUAL, Aco.risk("1.01", "1.00"));
    Recomputed steps = steps(aco);
    assertThat(steps.value("regionalRiskGrowth", 6)).isEqualTo("1.081019");
    assertThat(steps.value("regionalRiskGrowthFree", 6)).isEqualTo("1.030000");
    // 1.03 + .2 x (1.081019 - 1.03)
    assertThat(steps.value("regionalRiskGrowthCap", 6)).isEqualTo("1.040204");
    assertThat(steps.value("agedNonDual.regionalRiskFactor", 6)).isEqualTo("1.057485");
    assertThat(steps.value("agedDual.regionalRiskFactor", 6)).isEqualTo("1.000000");
    // .2 x 1.055 + .8 x 1.045 x 1.057485
    assertThat(steps.value("agedNonDual.twoWayGrowth", 6)).isEqualTo("1.095058");
    aco.marketShare = Rate.ONE;
    assertThat(steps(aco).value("agedNonDual.regionalRiskFactor", 6)).isEqualTo("1.000000");
  }

  @Test
  @DisplayName("first agreements before July 2019: national trend, flat dollars, no region")
  void firstAgreementsBeforeJuly2019() {
    Aco aco = new Aco();
    aco.start = LocalDate.of(2016, 1, 1);
    aco.performanceYear = 2017;
    aco.withoutRegion = true;
    for (EnrollmentType type : List.of(AGED_NON_DUAL, AGED_DUAL)) {
      aco.updates.put(type, new TypeUpdate(null, null, Aco.amount("300")));
      aco.performance.put(
          type,
          new PerformanceType(
              Rate.of(100),
              Rate.of("1.2"),
              null,
              new AssignmentSplit(
                  Rate.of(40), Rate.of("1.05"), Rate.of(60), Aco.risk("1.02", "1.01"))));
    }
    Recomputed steps = steps(aco);
    assertThat(steps.value("agedNonDual.2013.trend", 3)).isEqualTo("1.080");
    // .4 x 1.05 + .6 x 1.01: the lower of HCC and demographic growth for those who stayed
    assertThat(steps.value("agedNonDual.riskRatio", 3)).isEqualTo("1.026");
    // (.1 x 9000 x 1.08 x 1.02 + .3 x 9400 x 1.04 x 1.02/1.01 + .6 x 9800) x 1.026 + 300
    assertThat(steps.value("agedNonDual.updated", 2)).isEqualTo("10388.94");
    assertThat(aco.benchmark().adjustment()).isEqualTo(Adjustment.Kind.NONE);
  }
}
