package io.corridor.common.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs of a formula in its order, each once. */
final class StepInputs {

  /** Few inputs are looked through, many are looked up. */
  private static final int FEW = 12;

  private final List<Step.Input> inputs = new ArrayList<>();
  private @Nullable Map<String, Step.Input> byName;

  /**
   * Adds an input unless it stands already.
   *
   * @throws IllegalArgumentException if another value bears its name
   */
  void add(Step.Input input) {
    Step.Input known = find(input.name());
    if (known == null) {
      inputs.add(input);
      if (byName != null) {
        byName.put(input.name(), input);
      }
    } else if (known.value().compareTo(input.value()) != 0) {
      throw new IllegalArgumentException("two values are called " + input.name());
    }
  }

  private Step.@Nullable Input find(String name) {
    if (byName == null && inputs.size() > FEW) {
      Map<String, Step.Input> all = new HashMap<>();
      inputs.forEach(input -> all.put(input.name(), input));
      byName = all;
    }
    if (byName != null) {
      return byName.get(name);
    }
    for (Step.Input input : inputs) {
      if (input.name().equals(name)) {
        return input;
      }
    }
    return null;
  }

  List<Step.Input> all() {
    return inputs;
  }
}
