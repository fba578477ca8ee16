package io.corridor.common.care;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When base years are replaced (domain.md 2.9, rebasing): each agreement period looks back on the
 * performance years just before it.
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
   * Number of the period of a performance year, from 1.
   *
   * @param begins first day of the performance year
   * @throws IllegalArgumentException before the first agreement
   */
  public int period(LocalDate begins) {
    return 1 + sinceFirst(begins) / years;
  }

  /**
   * The performance years on which a target rests, ascending.
   *
   * @param year number of the target's performance year
   * @param begins its first day
   * @throws IllegalArgumentException before the first agreement
   */
  public List<Integer> baseYears(int year, LocalDate begins) {
    int first = year - sinceFirst(begins) % years;
    return IntStream.range(first - baseYears, first).boxed().toList();
  }

  private int sinceFirst(LocalDate begins) {
    if (begins.isBefore(firstStart)) {
      throw new IllegalArgumentException("the day lies before the first agreement");
    }
    return Math.toIntExact(ChronoUnit.YEARS.between(firstStart, begins));
  }
}
