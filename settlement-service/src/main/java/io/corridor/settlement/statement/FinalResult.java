package io.corridor.settlement.statement;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a period whose inputs are frozen, or why there is none. */
public sealed interface FinalResult {

  /**
   * A result.
   *
   * @param payment earned by the ACO (positive) or owed by it (negative)
   * @param refusal why it is nothing, by the terms; null otherwise
   * @param limits limits that bind
   * @param steps every step from the inputs to the payment
   */
  record Given(Money payment, @Nullable String refusal, List<String> limits, List<Step> steps)
      implements FinalResult {

    /** Keeps its own copies. */
    public Given {
      limits = List.copyOf(limits);
      steps = List.copyOf(steps);
    }
  }

  /**
   * Something is missing without which nobody may be paid: the closing waits.
   *
   * @param code what is missing
   */
  record Withheld(String code) implements FinalResult {}
}
