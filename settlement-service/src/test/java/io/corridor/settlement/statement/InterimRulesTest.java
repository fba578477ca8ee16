package io.corridor.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an interim payment falls due. */
class InterimRulesTest {

  private static Contract.PerformanceYear year(String from, String until) {
    return new Contract.PerformanceYear(
        2025, new DateSpan(LocalDate.parse(from), LocalDate.parse(until)));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-31, 3, 0",
    "2025-04-01, 3, 3",
    "2025-04-30, 3, 3",
    "2025-05-01, 3, 0",
    "2025-05-01, 1, 4",
    "2025-07-15, 6, 6",
    "2026-01-01, 3, 12",
    "2026-01-31, 3, 12",
    "2026-02-01, 3, 0",
    "2025-01-31, 1, 0",
    "2024-12-31, 1, 0",
  })
  @DisplayName("a month is due once complete, and only in the month after it")
  void due(String completeTo, int everyMonths, int month) {
    OptionalInt due =
        InterimRules.due(
            everyMonths, year("2025-01-01", "2026-01-01"), LocalDate.parse(completeTo));
    assertThat(due.orElse(0)).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource({"2025-01-01, 2025-07-01", "2025-01-01, 2026-02-01"})
  @DisplayName("a period that is not a year has no interim payments")
  void otherPeriods(String from, String until) {
    assertThat(InterimRules.due(3, year(from, until), LocalDate.of(2025, 4, 1))).isEmpty();
  }
}
