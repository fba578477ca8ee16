package io.corridor.settlement.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.rules.Formula;
import io.corridor.common.rules.Step;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recomputes every step from its formula and inputs alone. */
public final class Recomputation {

  private Recomputation() {}

  /**
   * Fails where a step's value does not follow from its formula, or where one name has two values.
   *
   * @return values by name
   */
  public static Map<String, BigDecimal> of(List<Step> steps) {
    Map<String, BigDecimal> known = new HashMap<>();
    for (Step step : steps) {
      Map<String, BigDecimal> inputs = new HashMap<>();
      for (Step.Input input : step.inputs()) {
        inputs.put(input.name(), input.value());
        BigDecimal earlier = known.putIfAbsent(input.name(), input.value());
        if (earlier != null) {
          assertThat(input.value()).as(input.name()).isEqualByComparingTo(earlier);
        }
      }
      assertThat(Formula.evaluate(step.formula(), inputs))
          .as("%s = %s", step.name(), step.formula())
          .isEqualByComparingTo(step.value());
      assertThat(known.put(step.name(), step.value())).as(step.name()).isNull();
    }
    return known;
  }
}
