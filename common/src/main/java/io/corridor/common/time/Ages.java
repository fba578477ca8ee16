package io.corridor.common.time;

import java.time.LocalDate;

/** Ages in whole birthdays passed (domain.md 0). */
public final class Ages {

  private Ages() {}

  /** Whole birthdays passed on {@code day}; a birthday of 29 February counts on 1 March. */
  public static int on(LocalDate day, LocalDate birthDate) {
    int years = day.getYear() - birthDate.getYear();
    return day.isBefore(birthday(birthDate, day.getYear())) ? years - 1 : years;
  }

  private static LocalDate birthday(LocalDate birthDate, int year) {
    boolean leapDay = birthDate.getMonthValue() == 2 && birthDate.getDayOfMonth() == 29;
    return leapDay && !java.time.Year.isLeap(year)
        ? LocalDate.of(year, 3, 1)
        : birthDate.withYear(year);
  }
}
