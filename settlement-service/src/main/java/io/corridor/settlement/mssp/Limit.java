package io.corridor.settlement.mssp;

/** What kept a result from being larger, or made it smaller. */
public enum Limit {
  /** Savings short of the minimum savings rate do not count. */
  MINIMUM_SAVINGS_RATE,
  /** Savings short of the minimum savings rate count, at a part of the share. */
  SHARED_BELOW_MINIMUM,
  /** Losses short of the minimum loss rate do not count. */
  MINIMUM_LOSS_RATE,
  /** A one-sided ACO owes no losses. */
  NO_DOWNSIDE,
  /** The two-way blend takes the loss away, or makes it smaller. */
  LOSS_GUARDRAIL,
  /** No quality standard is met, so savings are not shared. */
  QUALITY_STANDARD,
  /** The payment is cut to its cap. */
  PAYMENT_CAP,
  /** The loss rate is raised to its floor. */
  LOSS_RATE_FLOOR,
  /** The loss rate is cut to its ceiling. */
  LOSS_RATE_CEILING,
  /** The loss is cut to the share of the ACO participants' revenue. */
  REVENUE_LOSS_LIMIT,
  /** The loss is cut to the share of the benchmark. */
  BENCHMARK_LOSS_LIMIT,
  /** Extreme and uncontrollable circumstances reduce the loss. */
  DISASTER_RELIEF,
  /** Repayment of advances is limited to what was earned; a balance remains. */
  RECOUPMENT_LIMITED_TO_EARNED
}
