package io.corridor.common.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;

/** Months as the atom of attribution and cost. */
public final class Months {

  private Months() {}

  /** The months from {@code first} to {@code last}, both included; none when they are reversed. */
  public static List<YearMonth> between(YearMonth first, YearMonth last) {
    long count = java.time.temporal.ChronoUnit.MONTHS.between(first, last) + 1;
    return LongStream.range(0, Math.max(0, count)).mapToObj(first::plusMonths).toList();
  }

  /** The rolling window of {@code months} months that ends with {@code last} (domain.md 0). */
  public static DateSpan windowEnding(YearMonth last, int months) {
    return DateSpan.ofMonths(last.minusMonths(months - 1L), last);
  }

  /** First day of the month after the month of {@code day}. */
  public static LocalDate nextFirst(LocalDate day) {
    return YearMonth.from(day).plusMonths(1).atDay(1);
  }

  /** The later of two months. */
  public static YearMonth max(YearMonth a, YearMonth b) {
    return a.isAfter(b) ? a : b;
  }

  /** The earlier of two months. */
  public static YearMonth min(YearMonth a, YearMonth b) {
    return a.isBefore(b) ? a : b;
  }
}
