package io.corridor.settlement.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Writes down each step as it is computed, so that the list and the result cannot differ. */
final class Ledger {

  static final MathContext DIGITS = MathContext.DECIMAL128;

  private final List<Step> steps = new ArrayList<>();

  /** Notes a step and gives its value back. */
  BigDecimal note(
      String name, String citation, String formula, BigDecimal value, Step.Input... inputs) {
    steps.add(new Step(name, citation, formula, List.of(inputs), value));
    return value;
  }

  static Step.Input in(String name, BigDecimal value) {
    return new Step.Input(name, value);
  }

  static Step.Input in(String name, long value) {
    return new Step.Input(name, BigDecimal.valueOf(value));
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}
