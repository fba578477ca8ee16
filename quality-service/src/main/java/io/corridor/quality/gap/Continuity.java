package io.corridor.quality.gap;

import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Continuity K1 (domain.md 3.1): covered from the first day of the period with at most one gap of
 * at most 45 days, and covered on the last day. While the period runs, days without coverage up to
 * the business date are a gap like any other: coverage may come back within its days.
 */
final class Continuity {

  static final int LONGEST_GAP_DAYS = 45;

  private Continuity() {}

  /**
   * True when coverage is continuous.
   *
   * @param from first day asked about
   * @param lastDay last day asked about
   * @param over true when the period has ended: then coverage must be in force on the last day
   */
  static boolean holds(List<DateSpan> coverage, LocalDate from, LocalDate lastDay, boolean over) {
    int gaps = 0;
    LocalDate coveredUntil = from;
    LocalDate end = lastDay.plusDays(1);
    List<DateSpan> spans = inOrder(coverage, new DateSpan(from, end));
    for (DateSpan span : spans) {
      long missing = ChronoUnit.DAYS.between(coveredUntil, span.from());
      if (missing > LONGEST_GAP_DAYS) {
        return false;
      }
      gaps += missing > 0 ? 1 : 0;
      coveredUntil = later(coveredUntil, span.until() == null ? end : span.until());
    }
    long missing = ChronoUnit.DAYS.between(coveredUntil, end);
    gaps += missing > 0 ? 1 : 0;
    return !spans.isEmpty() && gaps <= 1 && missing <= LONGEST_GAP_DAYS && (!over || missing <= 0);
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
