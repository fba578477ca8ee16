package io.corridor.settlement.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Formula;
import io.corridor.common.rules.Step;
import io.corridor.settlement.estimate.Estimate.Outcomes;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.mssp.MinimumSavingsRates;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the estimate over generated contracts. The seed is the test's parameter. */
class EstimatePropertyTest {

  private static final EstimateRules RULES = new EstimateRules(MinimumSavingsRates.load());
  private static final int ROUNDS = 300;

  private record Drawn(Contract contract, RunningBudget budget, @Nullable QualityResult score) {
    Estimate estimate() {
      return RULES.estimate(contract, Fixtures.YEAR_START, budget, score);
    }

    Drawn counting(Money counted) {
      return new Drawn(
          contract,
          new RunningBudget(
              budget.members(), budget.memberMonths(), budget.budget(), counted, null),
          score);
    }
  }

  private static Rate percent(Random random, int from, int until) {
    return new Rate(BigDecimal.valueOf(random.nextInt(from, until), 4));
  }

  private static Drawn draw(Random random) {
    boolean twoSided = random.nextBoolean();
    Contract.Settlement settlement =
        new Contract.Settlement(
            twoSided,
            percent(random, 1000, 9000),
            twoSided ? percent(random, 1000, 9000) : null,
            random.nextBoolean() ? null : percent(random, 0, 400),
            random.nextBoolean() ? null : percent(random, 100, 2000),
            twoSided && random.nextBoolean() ? percent(random, 100, 1500) : null);
    Contract.Quality quality =
        random.nextInt(3) == 0
            ? null
            : Fixtures.quality("0.40", random.nextBoolean(), "0.80", "0.5");
    Gate gate = Gate.values()[random.nextInt(3)];
    Rate composite =
        gate == Gate.UNKNOWN && random.nextBoolean() ? null : percent(random, 4000, 10_000);
    long budget = 100_000_00L + random.nextLong(50_000_000_00L);
    long counted = budget + random.nextLong(-budget / 5, budget / 5);
    return new Drawn(
        Fixtures.contract(settlement, quality, 50),
        new RunningBudget(
            500 + random.nextLong(80_000),
            Rate.of(100),
            Money.ofCents(budget),
            Money.ofCents(counted),
            null),
        random.nextInt(5) == 0 ? null : new QualityResult(gate, composite, composite, null));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  @DisplayName("L5: the payment follows from the listed steps alone")
  void stepsRecompute(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Estimate estimate = draw(random).estimate();
      Map<String, BigDecimal> known = new HashMap<>();
      for (Step step : estimate.steps()) {
        Map<String, BigDecimal> inputs = new HashMap<>();
        for (Step.Input input : step.inputs()) {
          inputs.put(input.name(), input.value());
          BigDecimal earlier = known.putIfAbsent(input.name(), input.value());
          if (earlier != null) {
            assertThat(input.value()).as(input.name()).isEqualByComparingTo(earlier);
          }
        }
        BigDecimal value = Formula.evaluate(step.formula(), inputs);
        assertThat(value).as("seed %d: %s", seed, step.name()).isEqualByComparingTo(step.value());
        known.put(step.name(), value);
      }
      Outcomes outcomes = estimate.outcomes().orElseThrow();
      assertThat(outcomes.expected().payment().dollars())
          .isEqualByComparingTo(known.get("payment"));
      assertThat(outcomes.expected().generated().dollars())
          .isEqualByComparingTo(known.get("generated"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  @DisplayName("decisions 26: more cost never pays more, and moves pay by no more than the share")
  void monotoneAndContinuousExceptAtTheMinimumRate(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Drawn drawn = draw(random);
      long more = random.nextLong(1, drawn.budget().budget().cents() / 20);
      Drawn dearer = drawn.counting(drawn.budget().counted().plus(Money.ofCents(more)));
      Outcomes before = drawn.estimate().outcomes().orElseThrow();
      Outcomes after = dearer.estimate().outcomes().orElseThrow();
      long fall = before.expected().payment().minus(after.expected().payment()).cents();
      assertThat(fall).as("seed %d", seed).isGreaterThanOrEqualTo(0);
      boolean sameSide =
          before.expected().generated().isZero() == after.expected().generated().isZero()
              && before.expected().generated().isNegative()
                  == after.expected().generated().isNegative();
      if (sameSide) {
        assertThat(BigDecimal.valueOf(fall - 1))
            .as("seed %d", seed)
            .isLessThanOrEqualTo(largestShare(drawn).multiply(BigDecimal.valueOf(more)));
      }
    }
  }

  private static BigDecimal largestShare(Drawn drawn) {
    Contract.Settlement terms = drawn.contract().settlement();
    Rate loss = terms.lossShare() == null ? Rate.ZERO : terms.lossShare();
    return terms.share().value().max(loss.value());
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  @DisplayName("low never pays more than expected, nor expected more than high")
  void lowExpectedHigh(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Outcomes outcomes = draw(random).estimate().outcomes().orElseThrow();
      assertThat(outcomes.low().payment()).isLessThanOrEqualTo(outcomes.expected().payment());
      assertThat(outcomes.expected().payment()).isLessThanOrEqualTo(outcomes.high().payment());
    }
  }

  @Test
  @DisplayName("the step at the minimum rate is the whole first dollar, and only there")
  void theStepIsAtTheMinimumRate() {
    Drawn at =
        new Drawn(
            Fixtures.contract(Fixtures.oneSided("0.5", "0.02", null), null, 50),
            Fixtures.budget(900, "1000000", "980000"),
            null);
    Outcomes reached = at.estimate().outcomes().orElseThrow();
    Outcomes missed = at.counting(Money.of("980000.01")).estimate().outcomes().orElseThrow();
    assertThat(reached.expected().payment()).isEqualTo(Money.of("10000"));
    assertThat(missed.expected().payment()).isEqualTo(Money.ZERO);
  }
}
