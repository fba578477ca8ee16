package io.corridor.settlement.whatif;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import java.util.List;
import java.util.Optional;

/** An answer to a what-if question, or why there is none. */
public sealed interface WhatIfAnswer {

  /**
   * An answer.
   *
   * @param years years side by side, the asked one first
   */
  record Answered(List<Year> years) implements WhatIfAnswer {

    /** Keeps its own copy. */
    public Answered {
      years = List.copyOf(years);
    }
  }

  /**
   * No answer.
   *
   * @param refusal why
   */
  record NotAnswered(ChangeRefusal refusal) implements WhatIfAnswer {}

  /**
   * A year of the question.
   *
   * @param number 1 is the year that was asked about
   * @param before on terms and facts as they are
   * @param after on the changed ones
   */
  record Year(int number, EstimateResult before, EstimateResult after) {

    /** Expected payment after minus before, unless one of them is refused. */
    public Optional<Money> difference() {
      return before instanceof Estimated was && after instanceof Estimated would
          ? Optional.of(would.expected().payment().minus(was.expected().payment()))
          : Optional.empty();
    }
  }
}
