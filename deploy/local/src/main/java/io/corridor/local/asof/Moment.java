package io.corridor.local.asof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A moment of knowledge and the business date that it lies in.
 *
 * @param known last instant of receipt that counts
 * @param today last business date that counts
 * @param opening true when only what that business date brought by itself counts, not what came
 *     while it lasted
 */
public record Moment(Instant known, LocalDate today, boolean opening) {

  /**
   * Reads a moment: an instant such as {@code 2025-06-01T12:00:00Z}, or a day, which means what was
   * known when that business date began.
   *
   * @throws DateTimeException when the text is neither
   */
  public static Moment parse(String text) {
    if (text.contains("T")) {
      Instant at = Instant.parse(text);
      return new Moment(at, LocalDate.ofInstant(at, ZoneOffset.UTC), false);
    }
    LocalDate day = LocalDate.parse(text);
    return new Moment(day.atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1), day, true);
  }

  /** True when something received at an instant was known. */
  public boolean knows(Instant receivedAt) {
    return !receivedAt.isAfter(known);
  }

  /** True when a business date had come. */
  public boolean reaches(LocalDate date) {
    return !date.isAfter(today);
  }

  /** The business month. */
  public YearMonth month() {
    return YearMonth.from(today);
  }
}
