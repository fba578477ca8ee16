package io.corridor.settlement.mssp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumSavingsRatesTest {

  private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
  private static final MinimumSavingsRates TABLE = MinimumSavingsRates.load();

  private static BigDecimal percent(long members, int digits) {
    return TABLE
        .row(members, DAY)
        .orElseThrow()
        .at(members)
        .value()
        .movePointRight(2)
        .setScale(digits, RoundingMode.HALF_UP);
  }

  @ParameterizedTest
  @DisplayName("worked examples of the table agree to the last printed digit")
  @CsvSource({"9139,3.0860861", "38660,2.3133938", "54981,2.1003700"})
  void workedExamples(long members, BigDecimal expected) {
    assertThat(percent(members, 7)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @DisplayName("both ends of a row have the printed rate, so neighbouring rows do not meet by one")
  @CsvSource({
    "500,12.2",
    "999,8.7",
    "1000,8.7",
    "2999,5.0",
    "3000,5.0",
    "4999,3.9",
    "5000,3.9",
    "5999,3.6",
    "6000,3.6",
    "7999,3.2",
    "8000,3.2",
    "9000,3.1",
    "9999,3.0",
    "10000,3.0",
    "14999,2.7",
    "15000,2.7",
    "19999,2.5",
    "20000,2.5",
    "49999,2.2",
    "50000,2.2",
    "59999,2.0",
    "60000,2.0",
    "1000000,2.0"
  })
  void ends(long members, BigDecimal expected) {
    assertThat(percent(members, 9)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @DisplayName("published results: the table gives the printed minimum savings rate")
  @CsvFileSource(resources = "/published/minimum_savings_rate.csv", numLinesToSkip = 2)
  void published(String aco, int year, long members, BigDecimal printed) {
    int digits = Math.max(2, printed.scale());
    BigDecimal halfUnit = new BigDecimal("0.5").movePointLeft(digits);
    assertThat(percent(members, 20).subtract(printed).abs())
        .as("%s %d", aco, year)
        .isLessThanOrEqualTo(halfUnit);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 152, 499})
  void belowFiveHundredMembersTheTableHasNoRow(long members) {
    assertThat(TABLE.row(members, DAY)).isEmpty();
  }

  @Test
  void aYearBeforeTheFirstListUsesTheEarliestList() {
    assertThat(TABLE.row(5000, LocalDate.of(2008, 1, 1)).orElseThrow().atFirst())
        .isEqualTo(Rate.of("0.039"));
  }

  @Test
  void theRateNeverGrowsWithTheMembers() {
    BigDecimal before = new BigDecimal(100);
    for (long members : List.of(500L, 600L, 999L, 1000L, 2500L, 5000L, 7777L, 20_000L, 60_001L)) {
      BigDecimal rate = percent(members, 12);
      assertThat(rate).isLessThanOrEqualTo(before);
      before = rate;
    }
  }

  @Test
  void aReversedOrGrowingRowIsRejected() {
    assertThatThrownBy(() -> new MinimumSavingsRates.Band(10, 9L, Rate.of("0.03"), Rate.of("0.02")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MinimumSavingsRates.Band(1, 9L, Rate.of("0.02"), Rate.of("0.03")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
