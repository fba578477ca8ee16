package io.corridor.common.rules;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Writes down each step as it is computed, so that the list and the result cannot differ. */
public final class Workings {

  /** Digits that every division carries; nothing else is rounded before the end (decisions 1). */
  public static final MathContext DIGITS = MathContext.DECIMAL128;

  private final List<Step> steps = new ArrayList<>();

  /**
   * Notes a step and gives its value back under the step's name.
   *
   * @param name name of the step, by which later steps refer to it
   * @param citation where the rule stands
   * @param expression what is computed
   */
  public Expression step(String name, String citation, Expression expression) {
    steps.add(
        new Step(name, citation, expression.formula(), expression.inputs(), expression.value()));
    return Expression.named(name, expression.value());
  }

  /** The steps so far. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }
}
