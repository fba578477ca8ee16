package io.corridor.benchmark.target.mssp;

import static io.corridor.benchmark.membership.EnrollmentType.AGED_DUAL;
import static io.corridor.benchmark.membership.EnrollmentType.AGED_NON_DUAL;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.Agreement;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.BenchmarkYear;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.Growth;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.PerformanceType;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.PriorSavings;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.PriorYear;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.Region;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.RegionalRisk;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.RiskGrowth;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.TypeUpdate;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.TypeYear;
import io.corridor.benchmark.target.mssp.BenchmarkFacts.Update;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ACO of the worked example of settlement.md 2, an agreement from 2024: each test changes what
 * it is about. What the example leaves open (national per capita, person-years of the benchmark
 * years, the split of growth between nation and region) is chosen so that nothing else binds.
 */
final class Aco {

  LocalDate start = LocalDate.of(2024, 1, 1);
  int period = 1;
  int regionalAdjustments = 1;
  int performanceYear = 2024;
  Map<EnrollmentType, Amount> region = amounts(Map.of(AGED_NON_DUAL, "10300", AGED_DUAL, "15200"));
  Map<EnrollmentType, Amount> national =
      amounts(Map.of(AGED_NON_DUAL, "11000", AGED_DUAL, "16000"));
  Rate dualShare = Rate.of("0.15");
  Rate riskScore = Rate.of("1.035");
  List<PriorYear> prior = List.of(prior("300"), prior("200"), prior("220"));
  Rate priorPersonYears = Rate.of(20_000);
  @Nullable Rate lowIncomeShare;
  @Nullable Rate reducedTrendWeight;
  Map<EnrollmentType, RiskGrowth> regionalRisk =
      new EnumMap<>(Map.of(AGED_NON_DUAL, risk("1.02", "1.01"), AGED_DUAL, risk("1.02", "1.005")));
  Rate marketShare = Rate.of("0.2");
  Map<EnrollmentType, TypeUpdate> updates =
      new EnumMap<>(
          Map.of(
              AGED_NON_DUAL, update("1.055", "1.045", "1.060"),
              AGED_DUAL, update("1.050", "1.040", "1.058")));
  Map<EnrollmentType, PerformanceType> performance =
      new EnumMap<>(
          Map.of(
              AGED_NON_DUAL, performance("17000", "1.071", "1.01"),
              AGED_DUAL, performance("3000", "1.1424", "1.005")));
  boolean withoutRegion;

  static PriorYear prior(String perCapita) {
    return new PriorYear(true, false, amount(perCapita));
  }

  static RiskGrowth risk(String hcc, String demographic) {
    return new RiskGrowth(Rate.of(hcc), Rate.of(demographic));
  }

  static TypeUpdate update(String national, String regional, String prospective) {
    return new TypeUpdate(
        new Growth(Rate.of(national), Rate.of(regional)), Rate.of(prospective), null);
  }

  static PerformanceType performance(String personYears, String score, String demographic) {
    return new PerformanceType(Rate.of(personYears), Rate.of(score), Rate.of(demographic), null);
  }

  static Amount amount(String dollars) {
    return new Amount(new BigDecimal(dollars));
  }

  static Map<EnrollmentType, Amount> amounts(Map<EnrollmentType, String> dollars) {
    Map<EnrollmentType, Amount> amounts = new EnumMap<>(EnrollmentType.class);
    dollars.forEach((type, text) -> amounts.put(type, amount(text)));
    return amounts;
  }

  private static TypeYear year(
      String perCapita, String score, String personYears, String national, String regional) {
    return new TypeYear(
        amount(perCapita),
        Rate.of(score),
        Rate.of(personYears),
        new Growth(Rate.of(national), Rate.of(regional)));
  }

  private List<BenchmarkYear> years() {
    int year = start.getYear();
    return List.of(
        new BenchmarkYear(
            year - 3,
            Map.of(
                AGED_NON_DUAL, year("9000", "1.00", "17000", "1.080", "1.060"),
                AGED_DUAL, year("14000", "1.10", "3000", "1.070", "1.050"))),
        new BenchmarkYear(
            year - 2,
            Map.of(
                AGED_NON_DUAL, year("9400", "1.01", "17000", "1.040", "1.030"),
                AGED_DUAL, year("14500", "1.10", "3000", "1.035", "1.025"))),
        new BenchmarkYear(
            year - 1,
            Map.of(
                AGED_NON_DUAL, year("9800", "1.02", "17000", "1", "1"),
                AGED_DUAL, year("15000", "1.12", "3000", "1", "1"))));
  }

  BenchmarkFacts facts() {
    return new BenchmarkFacts(
        new Agreement(start, period, regionalAdjustments),
        performanceYear,
        years(),
        Rate.of("0.20"),
        withoutRegion ? null : new Region(region, national, dualShare, riskScore),
        new PriorSavings(prior, priorPersonYears),
        lowIncomeShare,
        new Update(
            Rate.of("0.20"),
            updates,
            reducedTrendWeight,
            new RegionalRisk(regionalRisk, marketShare)),
        performance);
  }

  BenchmarkRules.Outcome outcome() {
    return new BenchmarkRules(BenchmarkParameters.load()).benchmark(facts());
  }

  MsspBenchmark benchmark() {
    return switch (outcome()) {
      case MsspBenchmark benchmark -> benchmark;
      case Refusal refusal -> throw new AssertionError(refusal.toString());
    };
  }
}
