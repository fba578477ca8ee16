package io.corridor.settlement.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.CostFacts.Unpaid;
import io.corridor.settlement.engine.DrawnYears.Drawn;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.View;
import io.corridor.settlement.statement.FinalLevel;
import io.corridor.settlement.statement.FinalResult;
import io.corridor.settlement.statement.FinalRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Interim with all inputs final equals final, of every shape, over drawn terms and facts. */
class FinalOfEveryShapeTest {

  private static final SettlementEngine ENGINE = SettlementEngine.load();
  private static final int ROUNDS = 40;

  static Stream<Arguments> shapesAndSeeds() {
    return WorkedExamples.all()
        .flatMap(example -> Stream.of(9301L, 9302L).map(seed -> Arguments.of(example, seed)));
  }

  private static PeriodFacts unpaid(PeriodFacts facts, Draw draw) {
    CostFacts cost = facts.cost();
    Money few = draw.dollars(0, 10_000);
    return facts.withCost(
        new CostFacts(
            cost.budget(),
            cost.inScope(),
            cost.counted(),
            cost.categories(),
            new Unpaid(few, few.plus(few), few.plus(few).plus(few))));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("shapesAndSeeds")
  @DisplayName("the final result is the expected one on frozen figures, and is worked out again")
  void finalIsInterimOnFrozenFigures(Example example, long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Drawn drawn = DrawnYears.of(example, draw);
      PeriodFacts running = unpaid(drawn.facts(), draw);
      Settled interim = ((Estimated) ENGINE.estimate(drawn.terms(), running)).expected();
      PeriodFacts frozen = running.withCost(running.cost().frozen());
      FinalResult last = FinalRules.of(ENGINE.estimate(drawn.terms(), frozen));
      assertThat(last)
          .as("seed %d, round %d", seed, round)
          .isEqualTo(
              new FinalResult.Given(
                  interim.payment(), null, interim.limits(), interim.warnings(), interim.steps()));
      PeriodFacts stored = FactText.facts(frozen.period(), FactText.of(frozen));
      assertThat(FinalRules.of(ENGINE.estimate(drawn.terms(), stored)))
          .as("from the stored inputs, seed %d, round %d", seed, round)
          .isEqualTo(last);
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("shapesAndSeeds")
  @DisplayName("an open gate that matters withholds the result; one that does not is settled")
  void openGate(Example example, long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Drawn drawn = DrawnYears.of(example, draw);
      PeriodFacts open =
          drawn
              .facts()
              .withQuality(
                  new QualityFacts(
                      new QualityResult(Gate.UNKNOWN, null, null, null), null, List.of()));
      EstimateResult estimate = ENGINE.estimate(drawn.terms(), open);
      if (estimate instanceof Estimated views) {
        boolean matters = !views.low().payment().equals(views.high().payment());
        assertThat(FinalRules.of(estimate) instanceof FinalResult.Withheld)
            .as("seed %d, round %d", seed, round)
            .isEqualTo(matters);
      }
    }
  }

  @Test
  @DisplayName("L3: a result made of parts is their sum; a part that waits makes it wait")
  void parts() {
    Example example = WorkedExamples.sharedSavings();
    FinalResult one = FinalRules.of(ENGINE.estimate(example.agreed(), example.facts()));
    FinalResult.Withheld waits =
        new FinalResult.Withheld("FACT_MISSING", List.of("premium"), List.of());
    FinalLevel first = level(Level.TIN, "111111111", example.facts(), one);
    FinalLevel second = level(Level.TIN, "222222222", example.facts(), one);
    FinalLevel below = level(Level.NPI, "1234567893", example.facts(), waits);
    assertThat(FinalRules.whole(List.of(first, second, below)))
        .isInstanceOfSatisfying(
            FinalResult.Given.class,
            sum -> assertThat(sum.payment()).isEqualTo(Money.of("100000.00")));
    assertThat(FinalRules.whole(List.of(first, level(Level.TIN, "2", example.facts(), waits))))
        .isEqualTo(
            new FinalResult.Withheld(
                "FACT_MISSING", List.of("2 FACT_MISSING", "2 premium"), List.of()));
    assertThat(FinalRules.whole(List.of()))
        .isInstanceOfSatisfying(
            FinalResult.Withheld.class,
            nothing -> assertThat(nothing.code()).isEqualTo("NO_BUDGET"));
    assertThat(FinalRules.expected(ENGINE.estimate(example.agreed(), example.facts())))
        .isEqualTo(one);
    assertThat(ENGINE.settle(example.agreed(), example.facts(), View.EXPECTED))
        .isInstanceOf(Settled.class);
  }

  private static FinalLevel level(Level level, String id, PeriodFacts facts, FinalResult result) {
    return new FinalLevel(new LevelKey(level, id, 2025), Shape.ONE_SIDED, facts, result, List.of());
  }
}
