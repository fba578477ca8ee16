package io.corridor.common.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Writes down each step as it is computed, so that the list and the result cannot differ. */
public final class Workings {

  /** Digits that every division carries; nothing else is rounded before the end (decisions 1). */
  public static final MathContext DIGITS = MathContext.DECIMAL128;

  private final List<Step> steps = new ArrayList<>();

  /**
   * Notes a step and gives its value back.
   *
   * @param name name of the step, by which later steps refer to it
   * @param citation where the rule stands
   * @param formula what was computed, in the words of {@link Step}
   * @param value exact result
   * @param inputs inputs in the formula's order
   */
  public BigDecimal note(
      String name, String citation, String formula, BigDecimal value, Step.Input... inputs) {
    steps.add(new Step(name, citation, formula, List.of(inputs), value));
    return value;
  }

  /** A named input. */
  public static Step.Input in(String name, BigDecimal value) {
    return new Step.Input(name, value);
  }

  /** A named count. */
  public static Step.Input in(String name, long value) {
    return new Step.Input(name, BigDecimal.valueOf(value));
  }

  /** The steps so far. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }
}
