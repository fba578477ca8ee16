package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract.Method;
import io.corridor.common.time.DateSpan;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Months as spans and back. */
class SpansTest {

  private static final Accountable A =
      new Accountable(T1, N1, AssignedBy.of(Method.PLURALITY_VISITS));
  private static final Accountable B =
      new Accountable(T1, null, AssignedBy.of(Method.PLURALITY_VISITS));

  private static NavigableMap<YearMonth, Accountable> months(Object... pairs) {
    NavigableMap<YearMonth, Accountable> months = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      months.put(month((String) pairs[i]), (Accountable) pairs[i + 1]);
    }
    return months;
  }

  @Test
  void givenMonthsThatTouchAndAreEqual_thenOneSpan_openInTheCurrentMonth() {
    NavigableMap<YearMonth, Accountable> months =
        months("2025-01", A, "2025-02", A, "2025-04", A, "2025-05", B);
    List<Spans.Span> spans = Spans.of(months, month("2025-05"));
    assertThat(spans)
        .containsExactly(
            new Spans.Span(days("2025-01-01", "2025-02-28"), A),
            new Spans.Span(days("2025-04-01", "2025-04-30"), A),
            new Spans.Span(new DateSpan(day("2025-05-01"), null), B));
    assertThat(Spans.months(spans, month("2025-05"))).isEqualTo(months);
  }

  @Test
  void givenTheCurrentMonthIsAnother_thenTheLastSpanIsClosed() {
    assertThat(Spans.of(months("2025-12", A), month("2026-02")))
        .containsExactly(new Spans.Span(days("2025-12-01", "2025-12-31"), A));
    assertThat(Spans.of(months(), month("2026-02"))).isEmpty();
  }
}
