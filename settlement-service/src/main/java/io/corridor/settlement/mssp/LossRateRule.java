package io.corridor.settlement.mssp;

import io.corridor.common.money.Rate;

/** How much of a loss an ACO shares. */
sealed interface LossRateRule {

  /** One-sided: none of it. */
  record NoLosses() implements LossRateRule {}

  /**
   * Always the same part.
   *
   * @param rate a ratio of the loss
   */
  record Fixed(Rate rate) implements LossRateRule {}

  /**
   * By quality, between two bounds.
   *
   * @param floor least rate
   * @param ceiling largest rate
   */
  record QualityScaled(Rate floor, Rate ceiling) implements LossRateRule {}
}
