package io.corridor.quality.gap;

import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Continuity K1 (domain.md 3.1): covered from the first day of the period with at most one gap of
 * at most 45 days, and covered on the last day. While the period runs, "so far" stands for the end.
 */
final class Continuity {

  private static final int LONGEST_GAP_DAYS = 45;

  private Continuity() {}

  /**
   * True when coverage is continuous.
   *
   * @param from first day asked about
   * @param lastDay last day asked about, on which coverage must be in force
   */
  static boolean holds(List<DateSpan> coverage, LocalDate from, LocalDate lastDay) {
    int gaps = 0;
    LocalDate coveredUntil = from;
    LocalDate end = lastDay.plusDays(1);
    for (DateSpan span : inOrder(coverage, new DateSpan(from, end))) {
      long missing = ChronoUnit.DAYS.between(coveredUntil, span.from());
      if (missing > LONGEST_GAP_DAYS) {
        return false;
      }
      gaps += missing > 0 ? 1 : 0;
      coveredUntil = later(coveredUntil, span.until() == null ? end : span.until());
    }
    return gaps <= 1 && !coveredUntil.isBefore(end) && !coverage.isEmpty();
  }

  private static List<DateSpan> inOrder(List<DateSpan> coverage, DateSpan asked) {
    return coverage.stream()
        .flatMap(span -> span.intersection(asked).stream())
        .sorted(Comparator.comparing(DateSpan::from))
        .toList();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /** First covered day inside a span, if any. */
  static Optional<LocalDate> firstDay(List<DateSpan> coverage, DateSpan asked) {
    return inOrder(coverage, asked).stream().map(DateSpan::from).findFirst();
  }
}
