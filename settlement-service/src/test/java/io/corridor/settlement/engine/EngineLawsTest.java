package io.corridor.settlement.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.DrawnYears.Drawn;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts.MeasureFacts;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.ShapeTerms.MedicalLoss;
import io.corridor.settlement.engine.ShapeTerms.SharedSavings;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.medicalloss.MedicalLossTerms.Sharing;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold of every shape through the engine, over drawn terms and facts. The seed stands in
 * the name of each case.
 */
class EngineLawsTest {

  private static final SettlementEngine ENGINE = SettlementEngine.load();
  private static final int ROUNDS = 120;
  private static final List<Long> SEEDS = List.of(9101L, 9102L, 9103L);

  /** Steps by contract (decisions 26): what moves here may move by more than a share of it. */
  private static final Set<String> STEPS =
      Set.of(
          "MINIMUM_SAVINGS_RATE",
          "MINIMUM_LOSS_RATE",
          "SHARED_BELOW_MINIMUM",
          "LOSS_GUARDRAIL",
          "QUALITY_GATE",
          "QUALITY_STANDARD",
          "MINIMUM_COUNT");

  static Stream<Arguments> shapesAndSeeds() {
    return WorkedExamples.all()
        .flatMap(example -> SEEDS.stream().map(seed -> Arguments.of(example, seed)));
  }

  private static Settled settled(Drawn drawn) {
    return settled(drawn.terms(), drawn.facts());
  }

  private static Settled settled(AgreedTerms terms, PeriodFacts facts) {
    Settlement settlement = ENGINE.settle(terms, facts, View.EXPECTED);
    assertThat(settlement).as(String.valueOf(settlement)).isInstanceOf(Settled.class);
    return (Settled) settlement;
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("shapesAndSeeds")
  @DisplayName("spending less never pays less, save where the statement warns of a bonus on it")
  void monotoneInExpenditure(Example example, long seed) {
    Draw draw = new Draw(seed);
    int warned = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Drawn drawn = DrawnYears.of(example, draw);
      Settled before = settled(drawn);
      Settled after = settled(drawn.terms(), drawn.facts().withCostTimes(draw.percent(80, 100)));
      if (before.warnings().contains("BONUS_ON_ACTUAL_SPENDING")) {
        warned++;
      } else {
        assertThat(after.payment())
            .as("seed %d, round %d", seed, round)
            .isGreaterThanOrEqualTo(before.payment());
      }
    }
    assertThat(warned).as("rounds that are looked at").isLessThan(ROUNDS);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("shapesAndSeeds")
  @DisplayName("a change of cost moves the payment by no more than itself, save at a step")
  void continuous(Example example, long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Drawn drawn = DrawnYears.of(example, draw);
      Settled before = settled(drawn);
      Rate factor = Rate.of("0.999");
      Settled after = settled(drawn.terms(), drawn.facts().withCostTimes(factor));
      if (steps(before).equals(steps(after)) && sameSide(before, after)) {
        BigDecimal moved = after.payment().minus(before.payment()).dollars().abs();
        assertThat(moved)
            .as("seed %d, round %d", seed, round)
            .isLessThanOrEqualTo(largestMove(drawn.facts()));
      }
    }
  }

  /** A thousandth of every cost that facts know, quality's movement of it, and the roundings. */
  private static BigDecimal largestMove(PeriodFacts facts) {
    BigDecimal cost = facts.cost().counted().dollars().max(facts.cost().inScope().dollars());
    for (Map.Entry<String, BigDecimal> figure : facts.stated().figures().entrySet()) {
      boolean episode = figure.getKey().endsWith(".allowed");
      boolean raw = figure.getKey().equals("rawCost");
      cost = episode || raw ? cost.add(figure.getValue()) : cost;
    }
    return cost.multiply(new BigDecimal("0.0012")).add(BigDecimal.TWO);
  }

  private static Set<String> steps(Settled settled) {
    Set<String> steps = new HashSet<>(settled.limits());
    steps.retainAll(STEPS);
    return steps;
  }

  /** From a counted loss to counted savings leads a step unless nothing lies between. */
  private static boolean sameSide(Settled before, Settled after) {
    return before.generated().isZero() == after.generated().isZero();
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("shapesAndSeeds")
  @DisplayName("caps and limits are never exceeded")
  void caps(Example example, long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Drawn drawn = DrawnYears.of(example, draw);
      Settled settled = settled(drawn);
      Money budget = drawn.facts().cost().budget();
      switch (drawn.terms().shape()) {
        case SharedSavings shape -> {
          within(settled, budget, shape.terms().paymentCap(), shape.terms().lossCap());
          assertThat(shape.terms().twoSided() || !settled.payment().isNegative()).isTrue();
        }
        case ShapeTerms.Mssp shape -> within(settled, budget, Rate.of("0.20"), Rate.of("0.15"));
        case MedicalLoss shape -> {
          Money premium =
              new Money(
                  settled.value("netPremium").orElseThrow().movePointRight(2).longValueExact());
          Sharing losses = shape.terms().losses();
          within(
              settled,
              premium,
              shape.terms().gains().cap(),
              losses == null ? Rate.ZERO : losses.cap());
        }
        case ShapeTerms.Bundle shape -> {
          BigDecimal target = settled.value("target").orElseThrow();
          assertThat(settled.payment().dollars().subtract(BigDecimal.ONE))
              .isLessThanOrEqualTo(target.multiply(shape.terms().stopGain().value()));
          assertThat(settled.payment().dollars().negate().subtract(BigDecimal.ONE))
              .isLessThanOrEqualTo(target.multiply(shape.terms().stopLoss().value()));
        }
        case ShapeTerms.TotalCost shape ->
            assertThat(settled.payment().dollars().abs())
                .isLessThanOrEqualTo(
                    settled.value("margin").orElseThrow().abs().add(BigDecimal.ONE));
        case ShapeTerms.Utilization shape -> assertThat(settled.payment().isNegative()).isFalse();
        case ShapeTerms.GlobalBudget shape -> assertThat(settled.steps()).isNotEmpty();
        case ShapeTerms.Capitation shape -> assertThat(settled.steps()).isNotEmpty();
      }
    }
  }

  private static void within(Settled settled, Money of, @Nullable Rate most, @Nullable Rate least) {
    Money cent = Money.of("1.00");
    if (most != null) {
      assertThat(settled.payment()).isLessThanOrEqualTo(DrawnYears.part(most, of).plus(cent));
    }
    if (least != null) {
      assertThat(settled.payment().negated())
          .isLessThanOrEqualTo(DrawnYears.part(least, of).plus(cent));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("facts of zero pay zero, or are refused")
  void zeroPaysZero(Example example) {
    TreeMap<String, BigDecimal> zero = new TreeMap<>();
    example.facts().stated().figures().keySet().forEach(name -> zero.put(name, BigDecimal.ZERO));
    PeriodFacts nothing =
        example
            .facts()
            .withPopulation(Population.of(0, Rate.ZERO))
            .withCost(CostFacts.of(Money.ZERO, Money.ZERO))
            .withStated(new Stated(zero));
    AgreedTerms terms = new AgreedTerms(example.agreed().shape(), example.agreed().quality(), 0);
    switch (ENGINE.settle(terms, nothing, View.EXPECTED)) {
      case Settled settled -> assertThat(settled.payment()).isEqualTo(Money.ZERO);
      case Refused refused -> assertThat(refused.code()).isNotNull();
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("shapesAndSeeds")
  @DisplayName("the order of figures and measures does not matter")
  void permutation(Example example, long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < 20; round++) {
      Drawn drawn = DrawnYears.of(example, draw);
      List<Map.Entry<String, BigDecimal>> figures =
          new ArrayList<>(drawn.facts().stated().figures().entrySet());
      Collections.shuffle(figures, draw.random());
      PeriodFacts permuted = drawn.facts().withStated(Stated.NONE);
      for (Map.Entry<String, BigDecimal> figure : figures) {
        permuted = permuted.withStated(figure.getKey(), figure.getValue());
      }
      List<MeasureFacts> measures = new ArrayList<>(measures());
      Collections.shuffle(measures, draw.random());
      assertThat(settled(drawn.terms(), measured(permuted, measures)))
          .isEqualTo(settled(drawn.terms(), measured(drawn.facts(), measures())));
    }
  }

  private static PeriodFacts measured(PeriodFacts facts, List<MeasureFacts> measures) {
    return facts.withQuality(
        new QualityFacts(facts.quality().score(), facts.quality().gateAt(), measures));
  }

  private static List<MeasureFacts> measures() {
    return Stream.of("Q01", "Q02", "Q03")
        .map(
            name -> new MeasureFacts(name, 40, 80, 1, 1, Rate.ONE, Rate.of("0.5"), Rate.of("0.59")))
        .toList();
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("shapesAndSeeds")
  @DisplayName("an interim estimate whose inputs are all final is the final result")
  void interimOfFinalIsFinal(Example example, long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < 20; round++) {
      Drawn drawn = DrawnYears.of(example, draw);
      Estimated interim = (Estimated) ENGINE.estimate(drawn.terms(), drawn.facts());
      Settled last = settled(drawn);
      assertThat(interim.low()).isEqualTo(last);
      assertThat(interim.expected()).isEqualTo(last);
      assertThat(interim.high()).isEqualTo(last);
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("shapesAndSeeds")
  @DisplayName("an open gate and open claims lie between the low and the high figure")
  void ordered(Example example, long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < 20; round++) {
      Drawn drawn = DrawnYears.of(example, draw);
      Money few = draw.dollars(0, 10_000);
      CostFacts cost = drawn.facts().cost();
      PeriodFacts open =
          drawn
              .facts()
              .withQuality(
                  new QualityFacts(
                      new QualityResult(Gate.UNKNOWN, null, null, null), null, List.of()))
              .withCost(
                  new CostFacts(
                      cost.budget(),
                      cost.inScope(),
                      cost.counted(),
                      cost.categories(),
                      new CostFacts.Unpaid(few, few.plus(few), few.plus(few).plus(few))));
      if (ENGINE.estimate(drawn.terms(), open) instanceof Estimated views) {
        assertThat(views.low().payment()).isLessThanOrEqualTo(views.expected().payment());
        assertThat(views.high().payment()).isGreaterThanOrEqualTo(views.expected().payment());
      }
    }
  }

  @Test
  @DisplayName("every shape is drawn")
  void everyShape() {
    Set<Shape> shapes = new HashSet<>();
    WorkedExamples.all()
        .forEach(example -> {
          Draw draw = new Draw(9_100);
          for (int i = 0; i < 20; i++) {
            shapes.add(DrawnYears.of(example, draw).terms().shape().shape());
          }
        });
    assertThat(shapes).containsExactlyInAnyOrder(Shape.values());
  }
}
