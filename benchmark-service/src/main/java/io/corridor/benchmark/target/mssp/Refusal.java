package io.corridor.benchmark.target.mssp;

/**
 * Why there is no benchmark. Codes are stable.
 *
 * @param code what is wrong
 * @param field the fact that is wrong or missing
 */
public record Refusal(Code code, String field) implements BenchmarkRules.Outcome {

  /** What is wrong. */
  public enum Code {
    /** No rules are described for agreements of this start and number. */
    AGREEMENT_NOT_DESCRIBED,
    /** The benchmark years are not the three calendar years before the agreement. */
    BENCHMARK_YEARS_WRONG,
    /** The performance year lies before the agreement. */
    PERFORMANCE_YEAR_BEFORE_AGREEMENT,
    /** Some figures name other enrollment types than the third benchmark year. */
    TYPES_DIFFER,
    /** A figure that divides is not above zero. */
    NOT_POSITIVE,
    /** Newly and continuously assigned beneficiaries are not the assigned ones. */
    SPLIT_NOT_WHOLE,
    /** A fact that the rules of this agreement need is missing. */
    FACT_MISSING
  }
}
