package io.corridor.settlement.statement;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a level whose inputs are frozen, or why there is none. */
public sealed interface FinalResult {

  /**
   * A result.
   *
   * @param payment earned by the level (positive) or owed by it (negative)
   * @param refusal why it is nothing, by the terms; null otherwise
   * @param limits limits that bind
   * @param warnings what a reader must know before using it
   * @param steps every step from the inputs to the payment
   */
  record Given(
      Money payment,
      @Nullable String refusal,
      List<String> limits,
      List<String> warnings,
      List<Step> steps)
      implements FinalResult {

    /** Keeps its own copies. */
    public Given {
      limits = List.copyOf(limits);
      warnings = List.copyOf(warnings);
      steps = List.copyOf(steps);
    }
  }

  /**
   * Something is missing without which nobody may be paid: the closing waits.
   *
   * @param code what is missing
   * @param figures names of the figures concerned
   * @param steps steps as far as the calculation came
   */
  record Withheld(String code, List<String> figures, List<Step> steps) implements FinalResult {

    /** Keeps its own copies. */
    public Withheld {
      figures = List.copyOf(figures);
      steps = List.copyOf(steps);
    }
  }
}
