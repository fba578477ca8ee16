package io.corridor.settlement.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.EstimateResult.NotEstimated;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.engine.Shape;
import io.corridor.settlement.engine.WorkedExamples;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.whatif.Bar.Stage;
import io.corridor.settlement.whatif.ChangeRefusal.Code;
import io.corridor.settlement.whatif.WhatIfAnswer.Answered;
import io.corridor.settlement.whatif.WhatIfAnswer.NotAnswered;
import io.corridor.settlement.whatif.WhatIfAnswer.Year;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfRulesTest {

  private static final WhatIfRules RULES = new WhatIfRules(SettlementEngine.load());

  private static Example example(Shape shape) {
    return WorkedExamples.all()
        .filter(one -> one.agreed().shape().shape() == shape)
        .findFirst()
        .orElseThrow();
  }

  private static List<Change> changes(String written) {
    List<Change> changes = new ArrayList<>();
    for (String change : written.split(";")) {
      int equals = change.indexOf('=');
      changes.add(Change.of(change.substring(0, equals), change.substring(equals + 1)));
    }
    return changes;
  }

  private static WhatIfAnswer answer(Shape shape, String changes) {
    Example example = example(shape);
    return RULES.answer(example.agreed(), example.facts(), changes(changes));
  }

  private static List<Year> years(Shape shape, String changes) {
    return ((Answered) answer(shape, changes)).years();
  }

  private static String after(Year year) {
    return ((Estimated) year.after()).expected().payment().dollars().toPlainString();
  }

  @ParameterizedTest
  @DisplayName("terms and facts changed, the payment of 50,000 of 100,000 saved of a million")
  @CsvSource({
    "cost=-0.05, 72500.00",
    "cost=0.1, 0.00",
    "cost=0.2, -24000.00",
    "budget=0.1, 100000.00",
    "budget=-0.02, 40000.00",
    "share=0.4, 40000.00",
    "minimumSavingsRate=0.2, 0.00",
    "paymentCap=0.01, 10000.00",
    "paymentCap=0.01;paymentCap=NONE, 50000.00",
    "cost=0.2;lossCap=NONE, -24000.00",
    "cost=0.2;twoSided=false, 0.00",
    "cost=0.2;lossShare=1;lossCap=0.05, -50000.00",
    "members=0.5, 50000.00"
  })
  void sharedSavings(String changes, String payment) {
    Year year = years(Shape.TWO_SIDED, changes).getFirst();
    assertThat(after(year)).isEqualTo(payment);
    assertThat(((Estimated) year.before()).expected().payment()).isEqualTo(Money.of("50000.00"));
    assertThat(year.difference()).contains(Money.of(payment).minus(Money.of("50000.00")));
  }

  @ParameterizedTest
  @DisplayName("the terms of the other shapes, and the figures somebody states")
  @CsvSource({
    "MEDICAL_LOSS_RATIO, share=0.4, 1044000.00",
    "MEDICAL_LOSS_RATIO, target=0.84, 450000.00",
    "MEDICAL_LOSS_RATIO, gainCap=0.01, 950000.00",
    "MEDICAL_LOSS_RATIO, cost=0.1;twoSided=false, 0.00",
    "MEDICAL_LOSS_RATIO, cost=0.1;lossShare=1, -2850000.00",
    "MEDICAL_LOSS_RATIO, cost=0.1;lossShare=1;lossCap=NONE, -4890000.00",
    "MEDICAL_LOSS_RATIO, stated.premium=97000000, 1692000.00",
    "TOTAL_COST, losses=0-0.01:1|0.01-:0, -1608000.00",
    "TOTAL_COST, losses=NONE;gains=NONE, 0.00",
    "TOTAL_COST, lossRelief=0.5, -1496610.00",
    "MSSP, track=BASIC_E, 0.00",
    "BUNDLE, stopLoss=0, 0.00"
  })
  void otherShapes(Shape shape, String changes, String payment) {
    assertThat(after(years(shape, changes.replace('|', ',')).getFirst())).isEqualTo(payment);
  }

  @Test
  @DisplayName("a glide path: 10, 20 and 30 percent of the loss, year by year on the same facts")
  void glidePath() {
    List<Year> years =
        years(
            Shape.TWO_SIDED, "cost=0.2;lossCap=NONE;lossShare=0.1;lossShare@2=0.2;lossShare@3=0.3");
    assertThat(years).extracting(Year::number).containsExactly(1, 2, 3);
    assertThat(years)
        .extracting(WhatIfRulesTest::after)
        .containsExactly("-8000.00", "-16000.00", "-24000.00");
    assertThat(years(Shape.TWO_SIDED, "cost=-0.05;cost@2=-0.1"))
        .extracting(WhatIfRulesTest::after)
        .containsExactly("72500.00", "95000.00");
  }

  @Test
  @DisplayName("two-sided without a share of losses is a coded refusal of that side alone")
  void loseShareNotStated() {
    Example example = example(Shape.TWO_SIDED);
    Year year =
        ((Answered)
                RULES.answer(
                    example.agreed(), example.facts().withBudget(Money.ZERO), changes("cost=0")))
            .years()
            .getFirst();
    assertThat(((NotEstimated) year.after()).refused().code()).isEqualTo(Refused.Code.NO_BUDGET);
    assertThat(year.difference()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("what cannot be changed is refused with a code and its name")
  @CsvSource({
    "TWO_SIDED, colour=red, UNKNOWN_CHANGE, colour",
    "TWO_SIDED, track=BASIC_E, CHANGE_NOT_FOR_SHAPE, track",
    "TWO_SIDED, cost=cheap, BAD_VALUE, cost",
    "TWO_SIDED, cost=-1.01, BAD_VALUE, cost",
    "TWO_SIDED, share=1.1, BAD_VALUE, share",
    "TWO_SIDED, lossShare@2=-0.1, BAD_VALUE, lossShare@2",
    "TWO_SIDED, twoSided=maybe, BAD_VALUE, twoSided",
    "TWO_SIDED, quality=0.1, NO_FACTS, quality",
    "TWO_SIDED, gate=OPEN, BAD_VALUE, gate",
    "GLOBAL_BUDGET, share=0.5, CHANGE_NOT_FOR_SHAPE, share",
    "MSSP, track=BASIC_F, BAD_VALUE, track",
    "TOTAL_COST, gains=0.02, BAD_VALUE, gains",
    "TOTAL_COST, gains=0.02-:1, CONTRADICTION, gains: corridor bands must begin at 0 and follow"
  })
  void refusals(Shape shape, String changes, Code code, String subject) {
    ChangeRefusal refusal = ((NotAnswered) answer(shape, changes)).refusal();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.subject()).startsWith(subject);
  }

  @Test
  void aNameOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> Change.of("cost@0", "1"))
        .hasMessage("a change begins in one of the years 1 to 10");
    assertThatThrownBy(() -> Change.of("cost@11", "1"))
        .hasMessage("a change begins in one of the years 1 to 10");
    assertThatThrownBy(() -> Change.of("co st", "1")).hasMessage("co st is no name of a change");
    assertThat(Change.of("lossShare@2", " 0.3 ")).isEqualTo(new Change("lossShare", 2, "0.3"));
    assertThat(Change.of("lossShare@2", "0.3").asked()).isEqualTo("lossShare@2");
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("a change of nothing changes nothing, whatever the shape")
  void nothingChanged(Example example) {
    Year year =
        ((Answered) RULES.answer(example.agreed(), example.facts(), changes("budget=0")))
            .years()
            .getFirst();
    assertThat(year.after()).isEqualTo(year.before());
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  @DisplayName("the bars of every shape are a chain that ends at the payment")
  void barsAreAChain(Example example) {
    Settled settled =
        ((Estimated) SettlementEngine.load().estimate(example.agreed(), example.facts()))
            .expected();
    List<Bar> bars = Bars.of(settled);
    assertThat(bars).extracting(Bar::stage).containsExactly(Stage.values());
    for (int i = 1; i < bars.size() - 1; i++) {
      assertThat(bars.get(i).from()).isEqualTo(bars.get(i - 1).to());
    }
    assertThat(bars.get(4).to()).isEqualTo(settled.payment());
    assertThat(bars.getLast()).isEqualTo(new Bar(Stage.NET, Money.ZERO, settled.payment()));
  }

  private static List<String> bars(String changes) {
    Settled settled = ((Estimated) years(Shape.TWO_SIDED, changes).getFirst().after()).expected();
    return Bars.of(settled).stream()
        .map(bar -> bar.to().dollars().toPlainString() + (bar.binds() ? "*" : ""))
        .toList();
  }

  @Test
  @DisplayName("gross, gate, rate, cap, recoupment, net of savings, of losses and below the gate")
  void stages() {
    assertThat(bars("paymentCap=0.01"))
        .containsExactly(
            "100000.00", "100000.00", "50000.00*", "10000.00*", "10000.00", "10000.00");
    assertThat(bars("cost=0.2;lossCap=0.02"))
        .containsExactly(
            "-80000.00", "-80000.00", "-24000.00*", "-20000.00*", "-20000.00", "-20000.00");
    assertThat(bars("minimumSavingsRate=0.2"))
        .containsExactly("100000.00", "0.00*", "0.00", "0.00", "0.00", "0.00");
  }
}
