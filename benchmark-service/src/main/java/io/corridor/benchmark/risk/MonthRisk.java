package io.corridor.benchmark.risk;

import java.util.List;

/**
 * The scores of a member in one month.
 *
 * @param prospective the score that moves this year's budget
 * @param emerging the score that the coming year would have if nothing more were coded in this one
 * @param reasons what the prospective score is made of
 */
public record MonthRisk(RiskScore prospective, RiskScore emerging, List<String> reasons) {

  /** Keeps its own copy. */
  public MonthRisk {
    reasons = List.copyOf(reasons);
  }
}
