package io.corridor.settlement.share;

/** What a reader of a settlement must know before using its figure. */
public enum Warning {
  /** The terms pay a bonus on actual spending: spending more may pay more. */
  BONUS_ON_ACTUAL_SPENDING,
  /** The terms leave outlying episodes out: a dearer one may drop out and pay more. */
  OUTLIERS_EXCLUDED,
  /** No quality result is known; the terms' lowest score stands in. */
  QUALITY_NOT_REPORTED,
  /** Claims are still coming in: a later run-out settles again. */
  RUNOUT_NOT_FINAL,
  /** A category could not be measured; the others carry its weight. */
  CATEGORY_NOT_MEASURED
}
