package io.corridor.settlement.globalbudget;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.util.Map;

/**
 * What is known of a year under a global budget.
 *
 * @param contractYear year of the contract, the first is 1
 * @param healthStatus mean health-status score of the year's members
 * @param memberMonths member months of the year
 * @param actual allowed cost of the members in all settings, after stop-loss
 * @param results quality results by measure; a measure without a result is left out
 */
public record GlobalBudgetFacts(
    int contractYear,
    Rate healthStatus,
    Rate memberMonths,
    Money actual,
    Map<String, Rate> results) {

  /** Rejects impossible facts. */
  public GlobalBudgetFacts {
    results = Map.copyOf(results);
    Check.that(contractYear >= 1, "the first contract year is 1");
    Check.notNegative("health status", healthStatus);
    Check.notNegative("member months", memberMonths);
  }
}
