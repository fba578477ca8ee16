package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.rules.Formula;
import io.corridor.common.rules.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recomputes steps from what they say, each from the values of the steps before it (L5). */
public final class Recomputed {

  private final Map<String, BigDecimal> known = new HashMap<>();

  private Recomputed() {}

  /** Recomputes every step, and fails where a step does not follow from its formula. */
  public static Recomputed of(List<Step> steps) {
    Recomputed recomputed = new Recomputed();
    for (Step step : steps) {
      Map<String, BigDecimal> inputs = new HashMap<>();
      for (Step.Input input : step.inputs()) {
        BigDecimal earlier = recomputed.known.getOrDefault(input.name(), input.value());
        assertThat(input.value())
            .as("%s in %s", input.name(), step.name())
            .isEqualByComparingTo(earlier);
        inputs.put(input.name(), earlier);
      }
      assertThat(step.citation()).as(step.name()).isNotBlank();
      BigDecimal value = Formula.evaluate(step.formula(), inputs);
      assertThat(value)
          .as("%s = %s", step.name(), step.formula())
          .isEqualByComparingTo(step.value());
      recomputed.known.put(step.name(), value);
    }
    return recomputed;
  }

  /** The value of a step, half up at some digits. */
  public String value(String step, int digits) {
    BigDecimal value = known.get(step);
    assertThat(value).as("step %s", step).isNotNull();
    return value.setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }
}
