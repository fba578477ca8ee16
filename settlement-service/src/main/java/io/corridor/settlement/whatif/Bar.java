package io.corridor.settlement.whatif;

import io.corridor.common.money.Money;

/**
 * A stage on the way from the first figure to the payment.
 *
 * @param stage the stage
 * @param from dollars before it; nothing for the first and the last
 * @param to dollars after it; losses and what is owed are negative
 */
public record Bar(Stage stage, Money from, Money to) {

  /** Stages in their order; one that a shape does not have changes nothing. */
  public enum Stage {
    /** Savings, surplus or margin; losses negative. */
    GROSS,
    /** What counts after the minimum rate or another gate. */
    GATE,
    /** After the share and what quality leaves of it. */
    RATE,
    /** After caps and limits. */
    CAP,
    /** After what is taken back. */
    RECOUPMENT,
    /** The payment. */
    NET
  }

  /** True when the stage changes the amount. */
  public boolean binds() {
    return stage != Stage.GROSS && stage != Stage.NET && !from.equals(to);
  }
}
