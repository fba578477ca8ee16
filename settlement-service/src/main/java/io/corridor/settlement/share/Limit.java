package io.corridor.settlement.share;

/** What kept a payment from being larger or smaller. */
public enum Limit {
  /** Too few member months, members or episodes for the result that the terms describe. */
  MINIMUM_COUNT,
  /** The count is too small to stand alone: the result leans on the market or on one. */
  CREDIBILITY,
  /** Quality leaves nothing of what was earned. */
  QUALITY_GATE,
  /** The margin lies beyond the last band of the corridor, where nothing is shared. */
  CORRIDOR_END,
  /** The gain was cut to its cap. */
  GAIN_CAP,
  /** The loss was cut to its cap. */
  LOSS_CAP,
  /** The terms share no losses. */
  NO_DOWNSIDE,
  /** Care bought elsewhere counts up to a cap only. */
  LEAKAGE_CAP,
  /** The result lies beyond the best end of its scale. */
  SCALE_END,
  /** A recoupment was cut to what the terms allow at once. */
  RECOUPMENT_LIMIT,
  /** A condition of the payment was not met. */
  CONDITION_NOT_MET,
  /** The payment's time is over or has not begun. */
  OUTSIDE_PERIOD
}
