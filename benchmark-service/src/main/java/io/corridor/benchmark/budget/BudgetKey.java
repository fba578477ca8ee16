package io.corridor.benchmark.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Key of a running budget: {@code contract|level|id|period}.
 *
 * @param contract contract; above contracts the level's id
 * @param level level of decisions 11; TRIANGLE for what was paid for a month of service, PREMIUM
 *     for its premium, COMPARED for a side of a comparison in a year, POOL for small practices
 *     measured together
 * @param id contract or practice; category group of a triangle, cell of a comparison, region of a
 *     pool
 * @param period month yyyy-MM, quarter yyyy-Qn or performance year yyyy
 */
record BudgetKey(String contract, String level, String id, String period) {

  static final String CONTRACT = "CONTRACT";
  static final String TIN = "TIN";
  static final String TRIANGLE = "TRIANGLE";
  static final String PREMIUM = "PREMIUM";
  static final String COMPARED = "COMPARED";
  static final String POOL = "POOL";

  private static final String PRORATED = "PRORATED-";
  private static final int YEAR = 4;
  private static final int MONTHS_OF_A_QUARTER = 3;

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

  /** True for a side of the contract's comparison in a performance year. */
  boolean isCompared() {
    return level.equals(COMPARED);
  }

  /** True for small practices measured together: a sum of their sums, without one of its own. */
  boolean isPool() {
    return level.equals(POOL);
  }

  boolean isPremium() {
    return level.equals(PREMIUM);
  }

  boolean isMonth() {
    return period.length() > YEAR && !isQuarter();
  }

  boolean isQuarter() {
    return period.indexOf('Q') > 0;
  }

  /** The calendar quarter of a month. */
  static String quarter(YearMonth month) {
    return month.getYear() + "-Q" + ((month.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
  }

  /** The same quarter a year before. */
  static String yearBefore(String quarter) {
    return Integer.parseInt(quarter.substring(0, YEAR)) - 1 + quarter.substring(YEAR);
  }

  /** First day of the period. */
  LocalDate firstDay() {
    if (isMonth()) {
      return YearMonth.parse(period).atDay(1);
    }
    int year = Integer.parseInt(period.substring(0, YEAR));
    int quarter = isQuarter() ? Integer.parseInt(period.substring(YEAR + 2)) : 1;
    return LocalDate.of(year, (quarter - 1) * MONTHS_OF_A_QUARTER + 1, 1);
  }
}
