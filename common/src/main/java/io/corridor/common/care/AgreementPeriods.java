package io.corridor.common.care;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When base years are replaced (domain.md 2.9, rebasing): each agreement period looks back on the
 * years just before it.
 *
 * @param firstStart first day of the first agreement
 * @param years performance years of a period
 * @param baseYears base years of a period
 */
public record AgreementPeriods(LocalDate firstStart, int years, int baseYears) {

  /** Rejects periods without a year. */
  public AgreementPeriods {
    if (years < 1 || baseYears < 1) {
      throw new IllegalArgumentException("a period has years and base years");
    }
  }

  /**
   * Number of the period of a day, from 1.
   *
   * @throws IllegalArgumentException before the first agreement
   */
  public int period(LocalDate day) {
    if (day.isBefore(firstStart)) {
      throw new IllegalArgumentException("the day lies before the first agreement");
    }
    int period = 1;
    while (!day.isBefore(start(period + 1))) {
      period++;
    }
    return period;
  }

  /** First day of a period. */
  public LocalDate start(int period) {
    return firstStart.plusYears((long) (period - 1) * years);
  }

  /** The calendar years on which a period's targets rest, ascending. */
  public List<Integer> baseYears(int period) {
    int first = start(period).getYear();
    return IntStream.range(first - baseYears, first).boxed().toList();
  }
}
