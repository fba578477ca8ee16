package io.corridor.settlement.mssp;

import java.math.BigDecimal;

/**
 * Expenditure held against the benchmark: the facts, the terms and the four figures on which
 * everything after rests.
 *
 * @param facts the facts
 * @param terms the terms
 * @param benchmark total updated benchmark, dollars, above zero
 * @param savings benchmark minus expenditure
 * @param savingsRate savings over benchmark, unrounded
 * @param minimumRate minimum savings rate, unrounded; losses use it with the other sign
 * @param guarded true when the benchmark is the two-way blend's because the guardrail applies, so
 *     that only losses can come of it
 */
record Reconciliation(
    PerformanceFacts facts,
    YearTerms terms,
    BigDecimal benchmark,
    BigDecimal savings,
    BigDecimal savingsRate,
    BigDecimal minimumRate,
    boolean guarded) {

  boolean twoSided() {
    return terms.sharing().twoSided();
  }

  boolean saved() {
    return savings.signum() > 0;
  }

  boolean lost() {
    return savings.signum() < 0;
  }

  /** Savings of at least the minimum rate; equality counts. */
  boolean savedEnough() {
    return saved() && savingsRate.compareTo(minimumRate) >= 0;
  }

  /** Losses of at least the minimum rate; equality counts. */
  boolean lostEnough() {
    return lost() && savingsRate.compareTo(minimumRate.negate()) <= 0;
  }
}
