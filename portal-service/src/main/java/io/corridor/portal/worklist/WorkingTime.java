package io.corridor.portal.worklist;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Working hours: Monday to Friday from nine to five, holidays not counted out yet. */
final class WorkingTime {

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  private WorkingTime() {}

  /** Working minutes between two moments, no more than {@code most}. */
  static long minutes(Instant from, Instant until, ZoneId zone, long most) {
    ZonedDateTime end = until.atZone(zone);
    ZonedDateTime at = from.atZone(zone);
    LocalDate day = at.toLocalDate();
    long minutes = 0;
    while (!day.isAfter(end.toLocalDate()) && minutes < most) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        ZonedDateTime opens = later(day.atTime(OPENS).atZone(zone), at);
        ZonedDateTime closes = earlier(day.atTime(CLOSES).atZone(zone), end);
        minutes += Math.max(0, Duration.between(opens, closes).toMinutes());
      }
      day = day.plusDays(1);
    }
    return Math.min(minutes, most);
  }

  private static ZonedDateTime later(ZonedDateTime a, ZonedDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  private static ZonedDateTime earlier(ZonedDateTime a, ZonedDateTime b) {
    return a.isBefore(b) ? a : b;
  }
}
