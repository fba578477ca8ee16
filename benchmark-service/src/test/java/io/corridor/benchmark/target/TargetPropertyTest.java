package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.target.Baseline.BaseYear;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPropertyTest {

  private static final int ROUNDS = 60;

  private static BigDecimal number(Random random, int from, int until, int digits) {
    return BigDecimal.valueOf(random.nextInt(from, until), digits);
  }

  private static Rate rate(Random random, int from, int until) {
    return new Rate(number(random, from, until, 3));
  }

  private static Amount amount(Random random, int from, int until) {
    return new Amount(number(random, from, until, 2));
  }

  private static Baseline.Historical history(Random random) {
    return new Baseline.Historical(
        List.of(
            new BaseYear(
                2022,
                amount(random, 20_000, 90_000),
                rate(random, 900, 1200),
                rate(random, 700, 1500)),
            new BaseYear(
                2023,
                amount(random, 20_000, 90_000),
                rate(random, 900, 1200),
                rate(random, 700, 1500)),
            new BaseYear(2024, amount(random, 20_000, 90_000), Rate.ONE, rate(random, 700, 1500))),
        random.nextBoolean() ? List.of(1L, 3L, 6L) : List.of(1L, 1L, 1L));
  }

  private static Baseline baseline(Random random) {
    Baseline.Historical own = history(random);
    return switch (random.nextInt(4)) {
      case 0 -> own;
      case 1 -> new Baseline.Regional(amount(random, 20_000, 90_000));
      case 2 -> new Baseline.Stated(amount(random, 20_000, 90_000));
      default ->
          new Baseline.Blended(
              own,
              new Baseline.Regional(amount(random, 20_000, 90_000)),
              rate(random, 0, 500),
              rate(random, 0, 500),
              amount(random, 0, 5_000));
    };
  }

  private static TrendUpdate update(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new TrendUpdate.National(rate(random, 900, 1200));
      case 1 -> new TrendUpdate.Regional(rate(random, 900, 1200));
      case 2 ->
          new TrendUpdate.Blend(
              rate(random, 900, 1200), rate(random, 900, 1200), rate(random, 0, 1000));
      case 3 -> new TrendUpdate.Fixed(rate(random, 900, 1200));
      default -> new TrendUpdate.Declining(List.of(Rate.of("0.05"), rate(random, 0, 50)));
    };
  }

  private static TargetPlan draw(Random random) {
    Baseline baseline = baseline(random);
    boolean hasHistory =
        baseline instanceof Baseline.Historical || baseline instanceof Baseline.Blended;
    return new TargetPlan(
        random.nextBoolean() ? TargetPlan.Per.MEMBER_YEAR : TargetPlan.Per.MEMBER_MONTH,
        baseline,
        random.nextBoolean()
            ? new PriorSavings(
                List.of(amount(random, -900, 900), amount(random, -900, 900)),
                rate(random, 0, 1000),
                amount(random, 0, 900))
            : null,
        hasHistory && random.nextBoolean()
            ? new Efficiency(
                rate(random, 900, 1000),
                amount(random, 20_000, 90_000),
                amount(random, 20_000, 90_000))
            : null,
        update(random),
        random.nextBoolean()
            ? new RiskChange(
                rate(random, 700, 1500), rate(random, 700, 1500), Rate.of("1.03"), null)
            : null,
        random.nextBoolean()
            ? new TargetPlan.SmallVolume(
                new Credibility(rate(random, 0, 90_000), rate(random, 1_000, 90_000)),
                amount(random, 20_000, 90_000))
            : null);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("L5: every step of every method follows from its formula and the steps before it")
  void lawL5_explained(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Target target = TargetRules.target(draw(random), Rate.of(random.nextInt(90_000)));
      assertThat(Recomputed.of(target.steps()).value("budget", 2))
          .as("seed %d", seed)
          .isEqualTo(target.budget().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  @DisplayName("a dearer region never lowers a target, and moves a blended one by the cap at most")
  void monotoneInTheRegion(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Baseline.Historical own = history(random);
      Amount cap = amount(random, 0, 5_000);
      Amount region = amount(random, 20_000, 90_000);
      Amount dearer = region.plus(amount(random, 1, 9_000));
      Amount before = blended(own, region, cap);
      Amount after = blended(own, dearer, cap);
      assertThat(after).as("seed %d", seed).isGreaterThanOrEqualTo(before);
      assertThat(after.minus(before).roundHalfUp())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(cap.times(BigDecimal.TWO).roundHalfUp().plus(Money.ofCents(1)));
    }
  }

  private static Amount blended(Baseline.Historical own, Amount region, Amount cap) {
    Baseline.Blended baseline =
        new Baseline.Blended(
            own, new Baseline.Regional(region), Rate.of("0.35"), Rate.of("0.15"), cap);
    TargetPlan plan =
        TargetPlan.of(TargetPlan.Per.MEMBER_MONTH, baseline, new TrendUpdate.Fixed(Rate.ONE));
    return TargetRules.target(plan, Rate.ONE).perMember();
  }
}
