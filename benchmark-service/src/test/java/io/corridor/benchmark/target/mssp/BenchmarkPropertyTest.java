package io.corridor.benchmark.target.mssp;

import static io.corridor.benchmark.membership.EnrollmentType.AGED_DUAL;
import static io.corridor.benchmark.membership.EnrollmentType.AGED_NON_DUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Recomputed;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkPropertyTest {

  private static final int ROUNDS = 40;
  private static final List<LocalDate> STARTS =
      List.of(LocalDate.of(2019, 7, 1), LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));

  private static String between(Random random, int from, int until) {
    return BigDecimal.valueOf(random.nextInt(from * 1000, until * 1000), 3).toPlainString();
  }

  private static String near(Random random, String middle, int thousandths) {
    BigDecimal off = BigDecimal.valueOf(random.nextInt(-thousandths, thousandths + 1), 3);
    return new BigDecimal(middle).add(off).toPlainString();
  }

  private static Aco draw(Random random) {
    Aco aco = new Aco();
    aco.start = STARTS.get(random.nextInt(STARTS.size()));
    aco.performanceYear = aco.start.getYear() + random.nextInt(5);
    aco.period = 1 + random.nextInt(3);
    aco.regionalAdjustments = aco.period;
    aco.lowIncomeShare = Rate.of(near(random, "0.3", 300));
    aco.dualShare = Rate.of(near(random, "0.3", 300));
    aco.riskScore = Rate.of(near(random, "1.0", 300));
    aco.marketShare = Rate.of(near(random, "0.5", 500));
    aco.region =
        Aco.amounts(
            Map.of(
                AGED_NON_DUAL, between(random, 8_000, 12_000),
                AGED_DUAL, between(random, 12_000, 18_000)));
    aco.prior =
        List.of(
            Aco.prior(between(random, -500, 900)),
            Aco.prior(between(random, -500, 900)),
            Aco.prior(between(random, -500, 900)));
    for (EnrollmentType type : List.of(AGED_NON_DUAL, AGED_DUAL)) {
      aco.regionalRisk.put(type, Aco.risk(near(random, "1.05", 80), near(random, "1.0", 20)));
      aco.updates.put(
          type,
          Aco.update(near(random, "1.04", 40), near(random, "1.04", 60), near(random, "1.05", 20)));
      aco.performance.put(
          type,
          Aco.performance(
              between(random, 500, 20_000), near(random, "1.08", 90), near(random, "1.0", 20)));
    }
    return aco;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("L5: every step follows from its formula and the steps before it")
  void lawL5_explained(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      MsspBenchmark benchmark = draw(random).benchmark();
      assertThat(Recomputed.of(benchmark.steps()).value("total", 2))
          .as("seed %d", seed)
          .isEqualTo(benchmark.total().roundHalfUp().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  @DisplayName("growth of the prospective trend or of the nation never lowers a benchmark")
  void monotoneInGrowth(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Aco aco = draw(random);
      Amount before = aco.benchmark().total();
      BenchmarkFacts.TypeUpdate update = Types.of(aco.updates, AGED_NON_DUAL);
      BenchmarkFacts.Growth growth = FactsCheck.known(update.growth(), "growth");
      Rate trend = FactsCheck.known(update.accountableCareTrend(), "accountableCareTrend");
      Rate more = Rate.of("0.01");
      aco.updates.put(
          AGED_NON_DUAL,
          new BenchmarkFacts.TypeUpdate(
              new BenchmarkFacts.Growth(growth.national().plus(more), growth.regional()),
              trend.plus(more),
              null));
      assertThat(aco.benchmark().total()).as("seed %d", seed).isGreaterThan(before);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  @DisplayName("twice the person-years of every type is twice the benchmark")
  void proportionalToPersonYears(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Aco aco = draw(random);
      Amount before = aco.benchmark().total();
      aco.performance.replaceAll((type, one) ->
          new BenchmarkFacts.PerformanceType(
              one.personYears().times(Rate.of(2)),
              one.riskScore(),
              one.demographicGrowth(),
              one.split()));
      BigDecimal ratio =
          aco.benchmark().total().dollars().divide(before.dollars(), MathContext.DECIMAL128);
      assertThat(ratio.setScale(25, RoundingMode.HALF_UP))
          .as("seed %d", seed)
          .isEqualByComparingTo("2");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  @DisplayName("from 2024 an adjustment never lowers the benchmark as a whole")
  void adjustmentsOnlyRaise(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Aco aco = draw(random);
      aco.start = STARTS.get(1 + random.nextInt(2));
      aco.performanceYear = aco.start.getYear();
      MsspBenchmark benchmark = aco.benchmark();
      BigDecimal raised = BigDecimal.ZERO;
      Map<EnrollmentType, String> mix = Map.of(AGED_NON_DUAL, "0.85", AGED_DUAL, "0.15");
      for (Map.Entry<EnrollmentType, String> share : mix.entrySet()) {
        BigDecimal added =
            Types.of(benchmark.adjusted(), share.getKey())
                .minus(Types.of(benchmark.historical(), share.getKey()))
                .dollars();
        raised = raised.add(added.multiply(new BigDecimal(share.getValue())));
      }
      assertThat(raised.setScale(20, RoundingMode.HALF_UP))
          .as("seed %d, %s", seed, benchmark.adjustment())
          .isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }
  }
}
