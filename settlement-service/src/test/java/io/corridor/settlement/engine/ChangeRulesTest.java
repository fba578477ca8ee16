package io.corridor.settlement.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.ChangeRules.Change;
import io.corridor.settlement.engine.ChangeRules.Input;
import io.corridor.settlement.engine.ChangeRules.Part;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeRulesTest {

  private static final int ROUNDS = 40;
  private static final SettlementEngine ENGINE = SettlementEngine.load();
  private static final ChangeRules RULES = new ChangeRules(ENGINE);

  private static Money paid(AgreedTerms terms, PeriodFacts facts) {
    return ((Settled) ENGINE.settle(terms, facts, View.EXPECTED)).payment();
  }

  private static Change change(
      AgreedTerms before, PeriodFacts were, AgreedTerms after, PeriodFacts are) {
    return RULES.explain(before, were, paid(before, were), after, are);
  }

  @Test
  @DisplayName("cost and quality change: each moves the result by its part, in the stated order")
  void parts() {
    Example example = WorkedExamples.sharedSavings();
    AgreedTerms terms =
        example
            .agreed()
            .withQuality(
                new Contract.Quality(
                    List.of(), Rate.of("0.4"), true, Rate.of("0.8"), Rate.of("0.5")));
    PeriodFacts were = example.facts().withQuality(QualityFacts.of(Gate.MET, Rate.of("0.6")));
    PeriodFacts are =
        were.withCostTimes(Rate.of("0.98")).withQuality(QualityFacts.of(Gate.MET, Rate.ONE));
    // 50,000 x .75 before; 59,000 x .75 at the new cost; 59,000 at the new quality.
    Change change = change(terms, were, terms, are);
    assertThat(change.before()).isEqualTo(Money.of("37500"));
    assertThat(change.after()).isEqualTo(Money.of("59000"));
    assertThat(change.parts())
        .containsExactly(
            new Part(Input.COST, "", Money.of("6750")),
            new Part(Input.QUALITY, "", Money.of("14750")));
  }

  @Test
  void aStatedFigureIsNamedAndTermsComeFirst() {
    Example example = WorkedExamples.medicalLoss();
    ShapeTerms.MedicalLoss terms = (ShapeTerms.MedicalLoss) example.agreed().shape();
    AgreedTerms richer =
        example
            .agreed()
            .withShape(
                new ShapeTerms.MedicalLoss(
                    new io.corridor.settlement.medicalloss.MedicalLossTerms(
                        Rate.of("0.87"),
                        terms.terms().gains(),
                        terms.terms().losses(),
                        terms.terms().runoutMonths())));
    PeriodFacts are = example.facts().withStated("premium", new BigDecimal("97000000"));
    Change change = change(example.agreed(), example.facts(), richer, are);
    // One percent of 95 million, then .87 of another million; half of it by .9.
    assertThat(change.parts())
        .containsExactly(
            new Part(Input.TERMS, "", Money.of("427500")),
            new Part(Input.STATED, "premium", Money.of("391500")));
  }

  @Test
  void nothingChangedHasNoParts() {
    Example example = WorkedExamples.totalCost();
    assertThat(change(example.agreed(), example.facts(), example.agreed(), example.facts()).parts())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("for drawn changes of every shape the parts sum to the change")
  void partsSum(Example example) {
    long seed = 20_251;
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      PeriodFacts are = drawn(example.facts(), random);
      Change change = change(example.agreed(), example.facts(), example.agreed(), are);
      Money sum = Money.ZERO;
      for (Part part : change.parts()) {
        sum = sum.plus(part.moved());
      }
      assertThat(sum)
          .as("seed %d round %d", seed, round)
          .isEqualTo(change.after().minus(change.before()));
      assertThat(change.after()).isEqualTo(paid(example.agreed(), are));
    }
  }

  private static PeriodFacts drawn(PeriodFacts facts, Random random) {
    PeriodFacts drawn =
        facts.withCostTimes(new Rate(BigDecimal.valueOf(95 + random.nextInt(11), 2)));
    if (random.nextBoolean()) {
      drawn =
          drawn.withBudget(drawn.cost().budget().plus(Money.ofCents(random.nextInt(1_000_000))));
    }
    if (random.nextBoolean()) {
      drawn =
          drawn.withQuality(
              QualityFacts.of(
                  facts.quality().score().gate(),
                  new Rate(BigDecimal.valueOf(random.nextInt(101), 2))));
    }
    return drawn;
  }
}
