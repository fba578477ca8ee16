package io.corridor.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSpanTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 3, 31);

  @Test
  @DisplayName("an inclusive last day is the day before the span ends")
  void inclusive() {
    DateSpan march = DateSpan.ofInclusive(FIRST, LAST);
    assertThat(march).isEqualTo(DateSpan.of(YearMonth.of(2025, 3)));
    assertThat(march.contains(FIRST)).isTrue();
    assertThat(march.contains(LAST)).isTrue();
    assertThat(march.contains(LAST.plusDays(1))).isFalse();
    assertThat(march.contains(FIRST.minusDays(1))).isFalse();
    assertThat(DateSpan.ofInclusive(FIRST, null).contains(LocalDate.MAX)).isTrue();
  }

  @Test
  @DisplayName("a span that ends before it begins is refused; an empty one holds no day")
  void reversed() {
    assertThatThrownBy(() -> new DateSpan(LAST, FIRST))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new DateSpan(FIRST, FIRST).contains(FIRST)).isFalse();
  }

  @Test
  @DisplayName("spans that touch share no day; open ends meet")
  void overlap() {
    DateSpan march = DateSpan.of(YearMonth.of(2025, 3));
    DateSpan april = DateSpan.of(YearMonth.of(2025, 4));
    DateSpan fromApril = new DateSpan(april.from(), null);
    assertThat(march.overlaps(april)).isFalse();
    assertThat(march.overlaps(fromApril)).isFalse();
    assertThat(fromApril.intersection(new DateSpan(FIRST, null))).contains(fromApril);
    assertThat(april.intersection(new DateSpan(april.from().plusDays(9), null)))
        .contains(new DateSpan(april.from().plusDays(9), april.until()));
  }

  @ParameterizedTest
  @DisplayName("ages count birthdays passed; one of 29 February passes on 1 March of a common year")
  @CsvSource({
    "2025-06-14, 1960-06-15, 64",
    "2025-06-15, 1960-06-15, 65",
    "2025-02-28, 2004-02-29, 20",
    "2025-03-01, 2004-02-29, 21",
    "2024-02-29, 2004-02-29, 20"
  })
  void ages(LocalDate day, LocalDate birth, int age) {
    assertThat(Ages.on(day, birth)).isEqualTo(age);
  }

  @Test
  @DisplayName("a rolling window of months ends with its last month, whole months")
  void months() {
    YearMonth march = YearMonth.of(2025, 3);
    assertThat(Months.windowEnding(march, 12))
        .isEqualTo(new DateSpan(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 4, 1)));
    assertThat(Months.between(YearMonth.of(2024, 12), march))
        .containsExactly(
            YearMonth.of(2024, 12), YearMonth.of(2025, 1), YearMonth.of(2025, 2), march);
    assertThat(Months.between(march, YearMonth.of(2024, 12))).isEmpty();
    assertThat(Months.nextFirst(LAST)).isEqualTo(LocalDate.of(2025, 4, 1));
  }
}
