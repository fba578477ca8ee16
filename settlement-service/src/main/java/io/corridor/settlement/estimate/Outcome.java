package io.corridor.settlement.estimate;

import io.corridor.common.money.Money;
import java.util.List;

/**
 * The result under one view of quality.
 *
 * @param generated savings (positive) or losses (negative) that count after the minimum rate
 * @param payment earned by the ACO (positive) or owed by it (negative)
 * @param limits limits that bound, in the order of {@link Limit}
 */
public record Outcome(Money generated, Money payment, List<Limit> limits) {

  /** What kept a result from being larger. */
  public enum Limit {
    /** Savings or losses inside the minimum rate do not count. */
    MINIMUM_SAVINGS_RATE,
    /** The quality gate is not reached. */
    QUALITY_GATE,
    /** The payment was cut to its cap. */
    PAYMENT_CAP,
    /** The loss was cut to its cap. */
    LOSS_CAP,
    /** A one-sided contract owes no losses. */
    NO_DOWNSIDE
  }

  /** Keeps its own copy of the limits. */
  public Outcome {
    limits = List.copyOf(limits);
  }
}
