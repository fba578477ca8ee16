package io.corridor.settlement.mssp;

/** What a statement rests on beside the rules, because the facts do not say more. */
public enum Assumption {
  /** The minimum savings rate is a stated one, because the ACO is too small for the table. */
  MINIMUM_SAVINGS_RATE_OVERRIDDEN,
  /** The sharing rate is a published, rounded one. */
  PUBLISHED_SHARE_RATE,
  /** The loss rate is a published, rounded one. */
  PUBLISHED_LOSS_RATE,
  /** No health equity bonus is stated, so the quality score stands for the adjusted one. */
  NO_HEALTH_EQUITY_BONUS,
  /** The participants' revenue is unknown, so only the benchmark limits the loss. */
  PARTICIPANT_REVENUE_UNKNOWN
}
