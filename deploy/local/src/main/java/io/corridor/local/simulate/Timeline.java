package io.corridor.local.simulate;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The simulated period: whole months from a first month, with calendar effects (population.md
 * section 3).
 *
 * <p>Days are epoch days. Month indexes start at 0 with the first simulated month.
 */
final class Timeline {
  /** Kinds of care by how they spread over the week. */
  enum Week {
    EMERGENCY(1.10, 1.02, .99, .98, .98, .97, .96),
    UNPLANNED(1.07, 1.03, 1.01, 1.01, 1.02, .94, .92),
    ELECTIVE(1.5, 1.5, 1.4, 1.3, 1.1, .1, .1),
    OFFICE(1.35, 1.4, 1.4, 1.35, 1.2, .2, .1),
    LAB(1.4, 1.4, 1.35, 1.3, 1.2, .25, .1),
    ANY(1, 1, 1, 1, 1, 1, 1);

    private final double[] cumulative = new double[14];

    Week(double... weights) {
      double sum = 0;
      for (int i = 0; i < 14; i++) {
        sum += weights[i % 7];
        cumulative[i] = sum;
      }
    }
  }

  private static final double[] MEDICAL = {
    1.08, 1.03, 1.04, .99, .99, .97, .97, .97, .96, .99, .98, 1.03
  };
  private static final double[] CHILD_RESPIRATORY = {
    1.35, 1.30, 1.10, .95, .85, .65, .55, .65, .95, 1.10, 1.25, 1.30
  };
  private static final double[] ELECTIVE = {
    .90, .90, .97, .98, .99, .99, .98, 1.0, 1.0, 1.04, 1.07, 1.18
  };
  private static final double[] OFFICE = {
    1.03, .97, 1.08, 1.01, 1.02, .97, .92, 1.02, .99, 1.09, .97, .93
  };

  private final int months;
  private final int[] firstDays;
  private final int firstYear;
  private final int firstMonth;

  Timeline(YearMonth start, int months) {
    this.months = months;
    this.firstYear = start.getYear();
    this.firstMonth = start.getMonthValue();
    this.firstDays = new int[months + 1];
    for (int m = 0; m <= months; m++) {
      firstDays[m] = (int) start.plusMonths(m).atDay(1).toEpochDay();
    }
  }

  int months() {
    return months;
  }

  /** First simulated day. */
  int startDay() {
    return firstDays[0];
  }

  /** First day after the simulated period. */
  int endDay() {
    return firstDays[months];
  }

  int firstDay(int month) {
    return firstDays[month];
  }

  /** Last day of the month, inclusive. */
  int lastDay(int month) {
    return firstDays[month + 1] - 1;
  }

  /** Month index of a day; negative before the period, beyond {@code months} after it. */
  int monthOf(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return (date.getYear() - firstYear) * 12 + date.getMonthValue() - firstMonth;
  }

  /** Calendar month, 1 to 12. */
  int calendarMonth(int month) {
    return Math.floorMod(firstMonth - 1 + month, 12) + 1;
  }

  /** Years since the first simulated calendar year. */
  int yearIndex(int month) {
    return Math.floorDiv(firstMonth - 1 + month, 12);
  }

  int calendarYear(int month) {
    return firstYear + yearIndex(month);
  }

  /**
   * First month of the contracts' performance years: the second calendar year when there is one, so
   * that a first year of history precedes it, else the first month.
   */
  int performanceStart() {
    int nextYear = 13 - firstMonth;
    return months > 12 && nextYear < months ? nextYear : 0;
  }

  static int dayOfWeek(int day) {
    return Math.floorMod(day + 3, 7);
  }

  double medicalIndex(int month) {
    return MEDICAL[calendarMonth(month) - 1];
  }

  double childIndex(int month) {
    return CHILD_RESPIRATORY[calendarMonth(month) - 1];
  }

  double electiveIndex(int month) {
    return ELECTIVE[calendarMonth(month) - 1];
  }

  double officeIndex(int month) {
    return OFFICE[calendarMonth(month) - 1];
  }

  /** A day of the month by the weekly pattern. */
  int pickDay(Draw draw, int month, Week week) {
    int first = firstDays[month];
    int length = firstDays[month + 1] - first;
    int offset = dayOfWeek(first);
    double base = offset == 0 ? 0 : week.cumulative[offset - 1];
    double weekSum = week.cumulative[6];
    int wholeWeeks = length / 7;
    int rest = length % 7;
    double restSum = rest == 0 ? 0 : week.cumulative[offset + rest - 1] - base;
    double at = draw.uniform() * (wholeWeeks * weekSum + restSum);
    int weekNumber = (int) (at / weekSum);
    double inside = at - weekNumber * weekSum + base;
    int dayInWeek = 0;
    while (dayInWeek < 6 && week.cumulative[offset + dayInWeek] <= inside) {
      dayInWeek++;
    }
    return Math.min(first + weekNumber * 7 + dayInWeek, first + length - 1);
  }

  /** The day, or the next day that is not a weekend. */
  static int workingDay(int day) {
    int weekday = dayOfWeek(day);
    return weekday < 5 ? day : day + 7 - weekday;
  }

  /** Age in whole years on a day. */
  static int age(int birthDay, int day) {
    LocalDate birth = LocalDate.ofEpochDay(birthDay);
    LocalDate at = LocalDate.ofEpochDay(day);
    int years = at.getYear() - birth.getYear();
    boolean before =
        at.getMonthValue() < birth.getMonthValue()
            || (at.getMonthValue() == birth.getMonthValue()
                && at.getDayOfMonth() < birth.getDayOfMonth());
    return before ? years - 1 : years;
  }
}
