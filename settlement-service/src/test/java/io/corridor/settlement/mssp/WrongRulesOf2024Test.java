package io.corridor.settlement.mssp;

import static io.corridor.settlement.mssp.FactsBuilder.anAco;
import static io.corridor.settlement.mssp.Settled.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Wrong rules that no row at hand exercises break the published examples of 2024. */
class WrongRulesOf2024Test {

  private static Money earned(MsspRules rules, FactsBuilder facts) {
    return Settled.statement(rules, facts.facts()).earned();
  }

  private static FactsBuilder belowMinimum() {
    return anAco(2024, Track.BASIC_A, "2024-01-01").saving("609027").lowRevenue(true);
  }

  @Test
  @DisplayName("without sharing below the minimum A5339 earns nothing")
  void nothingBelowMinimum() {
    assertThat(earned(WrongRules.nothingBelowMinimum(), belowMinimum())).isEqualTo(Money.ZERO);
  }

  @Test
  @DisplayName("at the whole share A5339 earns twice what is published")
  void wholeShareBelowMinimum() {
    assertThat(earned(WrongRules.wholeShareBelowMinimum(), belowMinimum()))
        .isEqualTo(dollars("238739"));
  }

  @Test
  @DisplayName("with the alternative standard ignored A2366 has no share")
  void alternativeStandardIgnored() {
    FactsBuilder aco =
        anAco(2024, Track.BASIC_E, "2022-01-01")
            .choosing("0")
            .standard(false, true)
            .adjusted("0.7663")
            .saving("1000000");
    assertThat(earned(WrongRules.alternativeStandardIgnored(), aco)).isEqualTo(Money.ZERO);
  }

  @Test
  @DisplayName("with a guardrail that pays, A5309 and A5321 would earn savings")
  void guardrailPaysSavings() {
    FactsBuilder aco =
        anAco(2024, Track.BASIC_E, "2024-01-01").choosing("0").saving("500000").benchmarkIsTwoWay();
    assertThat(earned(WrongRules.guardrailPaysSavings(), aco)).isEqualTo(dollars("245000"));
  }
}
