package io.corridor.portal.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which day and moment pages call today and now. The day is the platform's business date. Within
 * it, the clock on the wall counts when it shows that day; else, as in a demonstration or a
 * backfill, the newest news of that day, and its first minute when there was none.
 *
 * @param today business date
 * @param now moment on that day
 */
public record BusinessClock(LocalDate today, Instant now) {

  /**
   * The clock in a zone.
   *
   * @param businessDate latest tick; null before the first, when the wall's day counts
   * @param wall clock on the wall
   * @param newest when the newest record was known, if there is one
   */
  public static BusinessClock of(
      @Nullable LocalDate businessDate, Instant wall, @Nullable Instant newest, ZoneId zone) {
    LocalDate wallDay = wall.atZone(zone).toLocalDate();
    if (businessDate == null || businessDate.equals(wallDay)) {
      return new BusinessClock(wallDay, wall);
    }
    Instant first = businessDate.atStartOfDay(zone).toInstant();
    Instant last = businessDate.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    Instant now = newest == null || newest.isBefore(first) ? first : newest;
    return new BusinessClock(businessDate, now.isAfter(last) ? last : now);
  }
}
