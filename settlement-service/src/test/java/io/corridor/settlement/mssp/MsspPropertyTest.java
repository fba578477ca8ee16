package io.corridor.settlement.mssp;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.mssp.PerformanceFacts.Agreement;
import io.corridor.settlement.mssp.PerformanceFacts.Finances;
import io.corridor.settlement.mssp.PerformanceFacts.Population;
import io.corridor.settlement.mssp.PerformanceFacts.Published;
import io.corridor.settlement.mssp.PerformanceFacts.Quality;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of settlement over generated facts. The seed is the test's parameter. */
class MsspPropertyTest {

  private static final MsspParameters PARAMETERS = ParameterFiles.load();
  private static final int ROUNDS = 400;

  private static Rate ratio(Random random, int from, int until) {
    return new Rate(BigDecimal.valueOf(random.nextInt(from, until), 4));
  }

  private static Amount cents(long cents) {
    return new Amount(BigDecimal.valueOf(cents, 2));
  }

  /** Facts that hold together: any track in a year and agreement that offer it. */
  private static PerformanceFacts draw(Random random) {
    while (true) {
      int year = random.nextInt(2013, 2025);
      int startYear = random.nextInt(Math.max(2012, year - 4), year + 1);
      LocalDate start =
          startYear == 2012 ? LocalDate.of(2012, 4, 1) : LocalDate.of(startYear, 1, 1);
      Track track = Track.values()[random.nextInt(Track.values().length)];
      PerformanceFacts facts = draw(random, year, start, track);
      if (Settled.RULES.settle(facts) instanceof MsspStatement) {
        return facts;
      }
    }
  }

  private static PerformanceFacts draw(Random random, int year, LocalDate start, Track track) {
    long benchmark = 500_000_000L + random.nextLong(100_000_000_000L);
    boolean guarded = start.getYear() >= 2024 && random.nextBoolean();
    boolean met = random.nextInt(5) > 0;
    return new PerformanceFacts(
        "A",
        year,
        year == 2019 && random.nextBoolean() ? SixMonthPeriod.JAN_JUN : null,
        new Agreement(start, track, year - start.getYear() + 1L, choice(random)),
        new Population(500 + random.nextLong(70_000), null, random.nextBoolean()),
        new Finances(
            cents(benchmark),
            cents(benchmark + random.nextLong(-benchmark / 4, benchmark / 4)),
            guarded ? cents(benchmark + random.nextLong(-benchmark / 9, benchmark / 9)) : null,
            false,
            random.nextBoolean() ? cents(random.nextLong(benchmark)) : null),
        new Quality(
            random.nextInt(6) == 0,
            met,
            random.nextBoolean(),
            ratio(random, 3000, 10_001),
            ratio(random, 3000, 10_001)),
        disaster(random),
        random.nextInt(8) == 0 ? random.nextLong(13) : null,
        random.nextInt(3) == 0 ? cents(random.nextLong(benchmark / 20)) : Amount.ZERO,
        LocalDate.of(year + 1, 9, 30),
        Published.NONE);
  }

  private static MinimumRateChoice choice(Random random) {
    List<String> fixed = List.of("0", "0.005", "0.01", "0.015", "0.02");
    return random.nextInt(3) == 0
        ? MinimumRateChoice.TABLE
        : new MinimumRateChoice.Stated(Rate.of(fixed.get(random.nextInt(fixed.size()))));
  }

  private static Disaster disaster(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Disaster.Reduction(cents(random.nextLong(100_000_000)));
      case 1 -> new Disaster.Affected(random.nextLong(13), ratio(random, 0, 10_001));
      default -> Disaster.NONE;
    };
  }

  private static PerformanceFacts spending(PerformanceFacts facts, Amount expenditure) {
    Finances old = facts.finances();
    return new PerformanceFacts(
        facts.acoId(),
        facts.performanceYear(),
        facts.period(),
        facts.agreement(),
        facts.population(),
        new Finances(
            old.benchmark(),
            expenditure,
            old.twoWayBenchmark(),
            old.benchmarkIsTwoWay(),
            old.participantRevenue()),
        facts.quality(),
        facts.disaster(),
        facts.participatingMonths(),
        facts.recoupmentBalance(),
        facts.paymentDate(),
        facts.published());
  }

  private static MsspStatement settle(PerformanceFacts facts) {
    return Settled.statement(Settled.RULES, facts);
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103})
  @DisplayName("L5: every result follows from the formulas and inputs of the steps alone")
  void stepsRecompute(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      PerformanceFacts facts = draw(random);
      Recomputation.check(settle(facts), "seed " + seed + ": " + facts);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {111, 112, 113})
  @DisplayName("spending more never pays more")
  void monotone(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      PerformanceFacts facts = draw(random);
      PerformanceFacts dearer = spending(facts, facts.finances().expenditure().plus(more(random)));
      assertThat(settle(dearer).payment())
          .as("seed %d: %s", seed, facts)
          .isLessThanOrEqualTo(settle(facts).payment());
      assertThat(settle(dearer).owed()).isGreaterThanOrEqualTo(settle(facts).owed());
    }
  }

  private static Amount more(Random random) {
    return cents(random.nextLong(1, 1L << random.nextInt(4, 36)));
  }

  @ParameterizedTest
  @ValueSource(longs = {121, 122, 123})
  @DisplayName("decisions 26: between its steps a payment moves by no more than the largest share")
  void continuous(long seed) {
    Random random = new Random(seed);
    int compared = 0;
    for (int round = 0; round < ROUNDS; round++) {
      PerformanceFacts facts = draw(random);
      Amount more = more(random);
      MsspStatement before = settle(facts);
      MsspStatement after = settle(spending(facts, facts.finances().expenditure().plus(more)));
      boolean sameSide =
          before.generated().dollars().signum() == after.generated().dollars().signum()
              && before.limits().contains(Limit.SHARED_BELOW_MINIMUM)
                  == after.limits().contains(Limit.SHARED_BELOW_MINIMUM)
              && before.limits().contains(Limit.LOSS_GUARDRAIL)
                  == after.limits().contains(Limit.LOSS_GUARDRAIL);
      if (sameSide) {
        compared++;
        BigDecimal fall = before.payment().minus(after.payment()).dollars();
        BigDecimal most = new BigDecimal("0.75").multiply(more.dollars()).add(BigDecimal.ONE);
        assertThat(fall).as("seed %d: %s", seed, facts).isLessThanOrEqualTo(most);
      }
    }
    assertThat(compared).isGreaterThan(ROUNDS / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {131, 132, 133})
  @DisplayName("caps, limits and balances are never exceeded, and the parts sum to the whole")
  void withinLimits(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      PerformanceFacts facts = draw(random);
      MsspStatement result = settle(facts);
      YearTerms terms = ((YearTerms.Terms) YearTerms.of(PARAMETERS, facts)).terms();
      BigDecimal benchmark = facts.finances().benchmark().dollars();
      Amount twoWay = facts.finances().twoWayBenchmark();
      BigDecimal largest = twoWay == null ? benchmark : benchmark.max(twoWay.dollars());
      BigDecimal half = new BigDecimal("0.5");
      assertThat(result.earned().dollars().subtract(half))
          .as("seed %d: %s", seed, facts)
          .isLessThanOrEqualTo(terms.sharing().paymentCap().value().multiply(benchmark));
      MsspParameters.LossLimit limit = terms.lossLimit();
      assertThat(result.owed().dollars().subtract(half))
          .as("seed %d: %s", seed, facts)
          .isLessThanOrEqualTo(
              limit == null ? BigDecimal.ZERO : limit.benchmarkShare().value().multiply(largest));
      assertThat(result.recouped()).isLessThanOrEqualTo(Amount.of(result.earned()));
      assertThat(result.recouped().plus(result.balance())).isEqualTo(facts.recoupmentBalance());
      assertThat(
              Amount.of(result.earned()).minus(result.recouped()).minus(Amount.of(result.owed())))
          .isEqualTo(result.payment());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {141})
  @DisplayName("neither savings nor losses: nothing is earned, owed or recouped")
  void nothingPaysNothing(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      PerformanceFacts facts = draw(random);
      MsspStatement result = settle(spending(facts, facts.finances().benchmark()));
      assertThat(result.payment()).as("seed %d: %s", seed, facts).isEqualTo(Amount.ZERO);
      assertThat(result.generated()).isEqualTo(Amount.ZERO);
    }
  }
}
