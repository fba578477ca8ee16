package io.corridor.attribution.assignment;

import io.corridor.common.time.DateSpan;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Months of equal assignment as spans and back (domain.md 1.7: months are the atom). Months that
 * touch and have equal practice, clinician and method are one span; the span that holds the current
 * business month is open.
 */
public final class Spans {

  /** One span. */
  public record Span(DateSpan days, Accountable accountable) {}

  private Spans() {}

  /** Spans of months, ascending. */
  public static List<Span> of(NavigableMap<YearMonth, Accountable> months, YearMonth current) {
    List<Span> spans = new ArrayList<>();
    YearMonth first = null;
    YearMonth last = null;
    Accountable held = null;
    for (Map.Entry<YearMonth, Accountable> entry : months.entrySet()) {
      boolean goes =
          last != null
              && last.plusMonths(1).equals(entry.getKey())
              && entry.getValue().equals(held);
      if (!goes) {
        add(spans, first, last, held, current);
        first = entry.getKey();
      }
      last = entry.getKey();
      held = entry.getValue();
    }
    add(spans, first, last, held, current);
    return List.copyOf(spans);
  }

  private static void add(
      List<Span> spans,
      @Nullable YearMonth first,
      @Nullable YearMonth last,
      @Nullable Accountable held,
      YearMonth current) {
    if (first != null && last != null && held != null) {
      DateSpan days =
          last.equals(current)
              ? new DateSpan(first.atDay(1), null)
              : DateSpan.ofMonths(first, last);
      spans.add(new Span(days, held));
    }
  }

  /**
   * Months of spans.
   *
   * @param last last month of a span that is open
   */
  public static NavigableMap<YearMonth, Accountable> months(List<Span> spans, YearMonth last) {
    NavigableMap<YearMonth, Accountable> months = new TreeMap<>();
    for (Span span : spans) {
      java.time.LocalDate until = span.days().until();
      YearMonth end = until == null ? last : YearMonth.from(until).minusMonths(1);
      for (YearMonth month = YearMonth.from(span.days().from());
          !month.isAfter(end);
          month = month.plusMonths(1)) {
        months.put(month, span.accountable());
      }
    }
    return months;
  }
}
