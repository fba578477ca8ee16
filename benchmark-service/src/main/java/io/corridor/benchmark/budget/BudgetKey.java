package io.corridor.benchmark.budget;

import java.util.List;

/**
 * Key of a running budget: {@code contract|level|id|period}.
 *
 * @param contract contract; above contracts the level's id
 * @param level level of decisions 11; TRIANGLE for what was paid for a month of service
 * @param id contract or practice; category group of a triangle
 * @param period month yyyy-MM or performance year yyyy
 */
record BudgetKey(String contract, String level, String id, String period) {

  static final String CONTRACT = "CONTRACT";
  static final String TIN = "TIN";
  static final String TRIANGLE = "TRIANGLE";

  private static final String PRORATED = "PRORATED-";

  static BudgetKey parse(String key) {
    List<String> parts = List.of(key.split("\\|", -1));
    return new BudgetKey(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  String text() {
    return String.join("|", contract, level, id, period);
  }

  BudgetKey at(String otherPeriod) {
    return new BudgetKey(contract, level, id, otherPeriod);
  }

  /** The same period of the whole contract. */
  BudgetKey ofContract() {
    return new BudgetKey(contract, CONTRACT, contract, period);
  }

  /** Prefix of all periods of the level. */
  String prefix() {
    return String.join("|", contract, level, id) + "|";
  }

  /** True when it is made of contracts; a part of it has a contract as its id. */
  boolean isAbove() {
    return Levels.isAbove(level);
  }

  /** The level itself in the period of one of its parts. */
  BudgetKey ofLevel() {
    return new BudgetKey(contract, level, contract, period);
  }

  /** The sum of what prorating takes off this one at a final settlement. */
  BudgetKey prorated() {
    return new BudgetKey(contract, PRORATED + level, id, period);
  }

  /** True for what prorating takes off. */
  boolean isProrated() {
    return level.startsWith(PRORATED);
  }

  /** The sum that prorating takes something off. */
  private BudgetKey running() {
    return new BudgetKey(contract, level.substring(PRORATED.length()), id, period);
  }

  /** Keys of the sums that this one adds up to: its own and, of a practice, the contract's. */
  List<String> rollUps() {
    if (isProrated()) {
      return running().rollUps().stream().map(key -> parse(key).prorated().text()).toList();
    }
    return level.equals(TIN) ? List.of(text(), ofContract().text()) : List.of(text());
  }

  boolean isTriangle() {
    return level.equals(TRIANGLE);
  }

  boolean isMonth() {
    return period.length() > 4;
  }
}
