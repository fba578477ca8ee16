package io.corridor.settlement.mssp;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;

/** What a test asks of a statement. */
final class Settled {

  static final MsspRules RULES = MsspRules.load();

  private Settled() {}

  static MsspStatement statement(FactsBuilder facts) {
    return statement(RULES, facts.facts());
  }

  static MsspStatement statement(MsspRules rules, PerformanceFacts facts) {
    MsspResult result = rules.settle(facts);
    assertThat(result).as(facts.toString()).isInstanceOf(MsspStatement.class);
    return (MsspStatement) result;
  }

  static MsspRefusal refusal(FactsBuilder facts) {
    MsspResult result = RULES.settle(facts.facts());
    assertThat(result).isInstanceOf(MsspRefusal.class);
    return (MsspRefusal) result;
  }

  static Money earned(FactsBuilder facts) {
    return statement(facts).earned();
  }

  static Money owed(FactsBuilder facts) {
    return statement(facts).owed();
  }

  static Money dollars(String text) {
    return Money.of(text);
  }

  static Rate rate(String text) {
    return Rate.of(text);
  }

  /** The value of a step. */
  static BigDecimal step(MsspStatement statement, String name) {
    return statement.steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
