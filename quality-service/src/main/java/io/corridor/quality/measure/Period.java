package io.corridor.quality.measure;

import io.corridor.common.time.DateSpan;
import java.time.LocalDate;

/**
 * A measurement period: a performance year of the contract (domain.md 3.1).
 *
 * @param year number of the year
 * @param from first day
 * @param until first day after
 */
public record Period(int year, LocalDate from, LocalDate until) {

  /** Last day. */
  public LocalDate lastDay() {
    return until.minusDays(1);
  }

  /** The days. */
  public DateSpan days() {
    return new DateSpan(from, until);
  }

  /** Days in which evidence counts that may lie so many months before the end. */
  public DateSpan window(int months) {
    return new DateSpan(until.minusMonths(months), until);
  }
}
