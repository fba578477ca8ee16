package io.corridor.benchmark.budget;

import java.util.List;

/**
 * Key of a running budget: {@code contract|level|id|period}.
 *
 * @param contract contract
 * @param level CONTRACT or TIN (decisions 11); TRIANGLE for what was paid for a month of service
 * @param id contract or practice; category group of a triangle
 * @param period month yyyy-MM or performance year yyyy
 */
record BudgetKey(String contract, String level, String id, String period) {

  static final String CONTRACT = "CONTRACT";
  static final String TIN = "TIN";
  static final String TRIANGLE = "TRIANGLE";

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

  boolean isTriangle() {
    return level.equals(TRIANGLE);
  }

  boolean isMonth() {
    return period.length() > 4;
  }
}
