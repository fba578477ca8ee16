package io.corridor.common.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days from {@code from} on, before {@code until}: half-open.
 *
 * @param from first day
 * @param until first day after; null while open
 */
public record DateSpan(LocalDate from, @Nullable LocalDate until) {

  /** Rejects a span that ends before it begins; an empty span is legal. */
  public DateSpan {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("a span must not end before it begins");
    }
  }

  /** A span from first to last day, both included; a null last day leaves it open. */
  public static DateSpan ofInclusive(LocalDate from, @Nullable LocalDate lastDay) {
    return new DateSpan(from, lastDay == null ? null : lastDay.plusDays(1));
  }

  /** The days of a month. */
  public static DateSpan of(YearMonth month) {
    return new DateSpan(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /** The months {@code first} to {@code last}, both included. */
  public static DateSpan ofMonths(YearMonth first, YearMonth last) {
    return new DateSpan(first.atDay(1), last.plusMonths(1).atDay(1));
  }

  /** True when the day lies inside. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  /** True when the two share a day. */
  public boolean overlaps(DateSpan other) {
    return intersection(other).isPresent();
  }

  /** The days of both, if any. */
  public Optional<DateSpan> intersection(DateSpan other) {
    LocalDate start = from.isAfter(other.from) ? from : other.from;
    LocalDate end = until;
    if (end == null || (other.until != null && other.until.isBefore(end))) {
      end = other.until;
    }
    return end != null && !start.isBefore(end)
        ? Optional.empty()
        : Optional.of(new DateSpan(start, end));
  }
}
