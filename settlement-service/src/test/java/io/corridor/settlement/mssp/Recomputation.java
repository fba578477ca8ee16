package io.corridor.settlement.mssp;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.rules.Formula;
import io.corridor.common.rules.Step;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recomputes a statement from nothing but the formulas and inputs of its steps. */
final class Recomputation {

  private Recomputation() {}

  /** The value of every step, recomputed; fails where one differs from what is written. */
  static Map<String, BigDecimal> of(List<Step> steps, String what) {
    Map<String, BigDecimal> known = new HashMap<>();
    for (Step step : steps) {
      Map<String, BigDecimal> inputs = new HashMap<>();
      for (Step.Input input : step.inputs()) {
        inputs.put(input.name(), input.value());
        BigDecimal earlier = known.putIfAbsent(input.name(), input.value());
        if (earlier != null) {
          assertThat(input.value()).as("%s: %s", what, input.name()).isEqualByComparingTo(earlier);
        }
      }
      BigDecimal value = Formula.evaluate(step.formula(), inputs);
      assertThat(value).as("%s: %s", what, step.name()).isEqualByComparingTo(step.value());
      assertThat(step.citation()).as("%s: %s", what, step.name()).isNotBlank();
      known.put(step.name(), value);
    }
    return known;
  }

  /** The results of a statement follow from its steps. */
  static void check(MsspStatement statement, String what) {
    Map<String, BigDecimal> known = of(statement.steps(), what);
    assertThat(known.get("payment")).as(what).isEqualByComparingTo(statement.payment().dollars());
    assertThat(known.getOrDefault("earned", BigDecimal.ZERO))
        .as(what)
        .isEqualByComparingTo(statement.earned().dollars());
    assertThat(known.getOrDefault("owed", BigDecimal.ZERO))
        .as(what)
        .isEqualByComparingTo(statement.owed().dollars());
    assertThat(known.get("generated"))
        .as(what)
        .isEqualByComparingTo(statement.generated().dollars());
    assertThat(known.get("savingsRate"))
        .as(what)
        .isEqualByComparingTo(statement.savingsRate().value());
  }
}
