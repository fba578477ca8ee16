package io.corridor.settlement.mssp;

/**
 * Why facts cannot be settled.
 *
 * @param code stable code
 * @param field fact concerned, in the words of the facts format
 */
public record MsspRefusal(Code code, String field) implements MsspResult {

  /** Reason of a refusal. Codes are retired, never reused. */
  public enum Code {
    /** No rules are known for the performance year. */
    PERFORMANCE_YEAR_UNKNOWN,
    /** The year has no such six-month period. */
    SIX_MONTH_PERIOD_UNKNOWN,
    /** The track did not take agreements of that start, or did not exist in the year. */
    TRACK_NOT_OFFERED,
    /** The agreement starts after the performance period. */
    AGREEMENT_NOT_BEGUN,
    /** The number of the year in the agreement is below one. */
    AGREEMENT_YEAR_INVALID,
    /** The benchmark is zero or below. */
    BENCHMARK_NOT_POSITIVE,
    /** A number that cannot be negative is. */
    NEGATIVE,
    /** A ratio is not between 0 and 1. */
    NOT_A_RATIO,
    /** Months are not between 0 and 12. */
    MONTHS_INVALID,
    /** Track and agreement do not permit this rate, or it is below where the table begins. */
    MINIMUM_SAVINGS_RATE_NOT_PERMITTED,
    /** The ACO is too small for the table and states no rate of its own. */
    MINIMUM_SAVINGS_RATE_NOT_STATED,
    /** The guardrail does not exist for agreements of that start, or is given twice. */
    GUARDRAIL_CONTRADICTORY,
    /** A published rate is above the largest of the track, or is given for a one-sided ACO. */
    PUBLISHED_RATE_CONTRADICTORY,
    /** Savings are said to be paid before the performance period ends. */
    PAID_BEFORE_YEAR_END,
    /** The result depends on a fact that is not given. */
    FACT_MISSING
  }
}
