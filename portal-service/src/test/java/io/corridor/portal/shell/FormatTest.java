package io.corridor.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "2690000, $2.69M", "5600000, $5.60M", "-400000, −$400K", "12345678, $12.3M", "0, $0",
    "640, $640", "77123, $77K", "999499, $999K", "999500, $1.00M", "123456789, $123M",
    "1234567890, $1.23B", "9949, '$9,949'", "9950, $10K"
  })
  void briefMoneyHasThreeFigures(String dollars, String text) {
    assertThat(Format.brief(Money.of(dollars))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "5600000, $5.6 million", "3680000, $3.68 million", "-412400, '$412,000'", "640, $640"
  })
  void spokenMoneyHasNoSign(String dollars, String text) {
    assertThat(Format.spoken(Money.of(dollars))).isEqualTo(text);
  }

  @Test
  void negativesHaveARealMinusBeforeTheSign() {
    assertThat(Format.exact(Money.of("-1234.56"))).isEqualTo("−$1,234.56");
    assertThat(Format.briefSigned(Money.of("52000"))).isEqualTo("+$52K");
    assertThat(Format.dollars(Money.of("-1234.56"))).isEqualTo("−1,235");
  }

  @Test
  void whatIsNotKnownIsADashAndNeverZero() {
    assertThat(Format.brief(null)).isEqualTo("–");
    assertThat(Format.percent(null)).isEqualTo("–");
    assertThat(Format.day(null)).isEqualTo("–");
    assertThat(Format.rateInDollars(null)).isEqualTo("–");
  }

  @Test
  void sharesAndRates() {
    assertThat(Format.percent(new BigDecimal("0.934"))).isEqualTo("93.4%");
    assertThat(Format.percentTwo(new BigDecimal("0.0304"))).isEqualTo("3.04%");
    assertThat(Format.percentPlain(new BigDecimal("0.020000"))).isEqualTo("2%");
    assertThat(Format.percentPlain(new BigDecimal("0.025"))).isEqualTo("2.5%");
    assertThat(Format.points(new BigDecimal("-0.021"))).isEqualTo("−2.1");
    assertThat(Format.rateInDollars(new BigDecimal("474.4389"))).isEqualTo("$474.44");
    assertThat(Format.count(31240)).isEqualTo("31,240");
    assertThat(Format.countSigned(-386)).isEqualTo("−386");
  }

  @Test
  void datesAreWords() {
    LocalDate day = LocalDate.of(2026, 9, 15);
    ZoneId zone = ZoneId.of("America/New_York");
    assertThat(Format.day(day)).isEqualTo("Tue 15 Sep 2026");
    assertThat(Format.month(YearMonth.of(2026, 9))).isEqualTo("Sep 2026");
    assertThat(Format.moment(Instant.parse("2026-09-15T10:12:00Z"), zone, day))
        .isEqualTo("today, 06:12");
    assertThat(Format.moment(Instant.parse("2026-09-12T02:40:00Z"), zone, day))
        .isEqualTo("Fri 11 Sep, 22:40");
    assertThat(Format.moment(Instant.parse("2025-09-12T02:40:00Z"), zone, day))
        .isEqualTo("11 Sep 2025, 22:40");
  }
}
