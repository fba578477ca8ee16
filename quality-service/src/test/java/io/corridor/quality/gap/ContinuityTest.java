package io.corridor.quality.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Continuity K1 (domain.md 3.1). */
class ContinuityTest {

  private static DateSpan days(String from, String lastDay) {
    return DateSpan.ofInclusive(LocalDate.parse(from), LocalDate.parse(lastDay));
  }

  private static boolean year2025(DateSpan... spans) {
    return Continuity.holds(
        List.of(spans), LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"), true);
  }

  private static boolean soFar(String businessDate, DateSpan... spans) {
    return Continuity.holds(
        List.of(spans), LocalDate.parse("2025-01-01"), LocalDate.parse(businessDate), false);
  }

  @Test
  void whileThePeriodRuns_daysWithoutCoverageAreTheOneGapUntilTheyAreTooMany() {
    DateSpan ended = days("2025-01-01", "2025-03-31");
    assertThat(soFar("2025-03-31", ended)).isTrue();
    assertThat(soFar("2025-05-15", ended)).as("45 days").isTrue();
    assertThat(soFar("2025-05-16", ended)).as("46 days").isFalse();
    DateSpan late = days("2025-01-10", "2025-03-31");
    assertThat(soFar("2025-03-31", late)).isTrue();
    assertThat(soFar("2025-04-01", late)).as("a second gap").isFalse();
    assertThat(soFar("2025-01-20", days("2024-01-01", "2024-12-31")))
        .as("no covered day of the period")
        .isFalse();
  }

  @Test
  void oneGapOf45Days_holds_46_doesNot() {
    assertThat(year2025(days("2025-01-01", "2025-03-31"), days("2025-05-16", "2025-12-31")))
        .isTrue();
    assertThat(year2025(days("2025-01-01", "2025-03-31"), days("2025-05-17", "2025-12-31")))
        .isFalse();
  }

  @Test
  void twoGaps_doNot_evenShortOnes() {
    assertThat(
            year2025(
                days("2025-01-01", "2025-02-28"),
                days("2025-03-02", "2025-04-30"),
                days("2025-05-02", "2025-12-31")))
        .isFalse();
  }

  @Test
  void aLateStartIsTheOneGap() {
    assertThat(year2025(days("2025-02-15", "2025-12-31"))).isTrue();
    assertThat(year2025(days("2025-02-16", "2025-12-31"))).isFalse();
  }

  @Test
  void coverageOnTheLastDayIsAsked() {
    assertThat(year2025(days("2024-01-01", "2025-12-30"))).isFalse();
    assertThat(year2025(days("2024-01-01", "2026-06-30"))).isTrue();
    assertThat(year2025()).isFalse();
  }

  @Test
  void overlappingAndTouchingSpansAreNoGaps() {
    assertThat(
            year2025(
                days("2025-01-01", "2025-06-30"),
                days("2025-03-01", "2025-04-30"),
                days("2025-07-01", "2025-12-31")))
        .isTrue();
  }
}
