package io.corridor.common.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Defaults of a target, and the years of its agreement. */
class TargetDefaultTest {

  @Test
  @DisplayName("every default has its citation, and days before the first row use it")
  void everyDefaultHasItsCitation() {
    assertThat(CodeTable.load(TargetDefault.class, "parameters/target_defaults.csv").rows())
        .hasSize(TargetDefault.values().length)
        .allSatisfy(row -> assertThat(row.get("citation")).isNotBlank());
    assertThat(
            TargetDefault.Dated.shipped()
                .on(LocalDate.of(2000, 1, 1), TargetDefault.AGREEMENT_YEARS))
        .isEqualTo(Rate.of(5));
  }

  @Test
  @DisplayName("each agreement period looks back on the years before it")
  void rebasing() {
    AgreementPeriods periods = new AgreementPeriods(LocalDate.of(2020, 1, 1), 5, 3);
    assertThat(periods.period(LocalDate.of(2024, 1, 1))).isEqualTo(1);
    assertThat(periods.period(LocalDate.of(2025, 1, 1))).isEqualTo(2);
    assertThat(periods.baseYears(2020, LocalDate.of(2020, 1, 1))).containsExactly(2017, 2018, 2019);
    assertThat(periods.baseYears(2024, LocalDate.of(2024, 1, 1))).containsExactly(2017, 2018, 2019);
    assertThat(periods.baseYears(2025, LocalDate.of(2025, 1, 1))).containsExactly(2022, 2023, 2024);
    assertThat(periods.baseYears(2027, LocalDate.of(2026, 7, 1)))
        .as("a year that begins in July of the year before its number")
        .containsExactly(2023, 2024, 2025);
    assertThatThrownBy(() -> periods.period(LocalDate.of(2019, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
