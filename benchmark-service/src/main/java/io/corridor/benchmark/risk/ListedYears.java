package io.corridor.benchmark.risk;

import java.util.OptionalInt;

/**
 * The years in which a list has a code, both ends included. Years before the first list use the
 * first one (decisions 22), years after the last list use the last one.
 *
 * @param first first year
 * @param last last year; the greatest number while the code is still listed
 */
record ListedYears(int first, int last) {

  /** Rejects a reversed span. */
  ListedYears {
    if (last < first) {
      throw new IllegalStateException("a code is listed until " + last + " from " + first);
    }
  }

  static ListedYears of(TableRow row) {
    OptionalInt last = row.optionalNumber("last_year");
    return new ListedYears(row.number("first_year"), last.orElse(Integer.MAX_VALUE));
  }

  /** True when the list of that year has the code; {@code earliest} is the first list's year. */
  boolean contain(int year, int earliest) {
    int listed = Math.max(year, earliest);
    return first <= listed && listed <= last;
  }

  boolean overlap(ListedYears other) {
    return first <= other.last && other.first <= last;
  }
}
