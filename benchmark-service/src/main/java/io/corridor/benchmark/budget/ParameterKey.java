package io.corridor.benchmark.budget;

import java.util.List;

/**
 * Key of a population parameter: {@code contract|name|period}.
 *
 * @param contract contract
 * @param name what it is
 * @param period month yyyy-MM, quarter yyyy-Qn or performance year yyyy
 */
record ParameterKey(String contract, String name, String period) {

  static final String COMPLETION = "COMPLETION";
  static final String TARGET = "TARGET";
  static final String USE = "USE";
  static final String STAY = "STAY";
  static final String PERFORMANCE = "PERFORMANCE";
  static final String POOLS = "POOLS";

  private static final int PARTS = 3;

  /** True for a key of this form; keys of budgets have four parts. */
  static boolean is(String key) {
    return key.chars().filter(c -> c == '|').count() == PARTS - 1;
  }

  static ParameterKey parse(String key) {
    List<String> parts = List.of(key.split("\\|", -1));
    return new ParameterKey(parts.get(0), parts.get(1), parts.get(2));
  }

  String text() {
    return String.join("|", contract, name, period);
  }

  /** True for a quarter, of which there are reports and no parameters. */
  boolean isQuarter() {
    return period.contains("Q");
  }

  boolean isMonth() {
    return period.length() > 4;
  }
}
