package io.corridor.common.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * One step of a calculation. Formulas use the names of their inputs, {@code + - * /}, {@code min},
 * {@code max}, {@code sqrt}, {@code if(condition, then, else)}, {@code roundHalfUp(value, digits)}
 * and {@code interpolate(x, x1, y1, x2, y2, …)}, straight between the points and level beyond them;
 * every operation carries 34 digits. An input that is the value of an earlier step has that step's
 * name.
 *
 * @param name name of the step
 * @param citation where the rule stands
 * @param formula what was computed
 * @param inputs inputs in the formula's order
 * @param value exact result
 */
public record Step(
    String name, String citation, String formula, List<Input> inputs, BigDecimal value) {

  /**
   * A named input.
   *
   * @param name name in the formula
   * @param value exact value
   */
  public record Input(String name, BigDecimal value) {}

  /** Keeps its own copy of the inputs. */
  public Step {
    inputs = List.copyOf(inputs);
  }
}
