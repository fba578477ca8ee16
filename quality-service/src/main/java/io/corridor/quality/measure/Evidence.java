package io.corridor.quality.measure;

import java.time.LocalDate;

/**
 * What closed a gap.
 *
 * @param code code that counted
 * @param on service day
 * @param windowMonths months before the end of a period in which it counts
 */
public record Evidence(String code, LocalDate on, int windowMonths) {

  /** True when it counts in the period. */
  public boolean countsIn(Period period) {
    return period.window(windowMonths).contains(on);
  }

  /** First day of the first later period in which it no longer counts. */
  public LocalDate endsBefore(Period period) {
    LocalDate from = period.until();
    while (!on.isBefore(from.plusYears(1).minusMonths(windowMonths))) {
      from = from.plusYears(1);
    }
    return from;
  }
}
