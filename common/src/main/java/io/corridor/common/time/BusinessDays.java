package io.corridor.common.time;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Business days: Monday to Friday. Federal holidays are not known yet, which only shortens. */
public final class BusinessDays {

  private BusinessDays() {}

  /** The n-th business day after a day; the day itself never counts. */
  public static LocalDate after(LocalDate day, int n) {
    LocalDate next = day;
    for (int left = n; left > 0; ) {
      next = next.plusDays(1);
      if (next.getDayOfWeek() != DayOfWeek.SATURDAY && next.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return next;
  }
}
