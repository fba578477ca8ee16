package io.corridor.settlement.mssp;

import static io.corridor.settlement.mssp.FactsBuilder.anAco;
import static io.corridor.settlement.mssp.Settled.dollars;
import static io.corridor.settlement.mssp.Settled.earned;
import static io.corridor.settlement.mssp.Settled.owed;
import static io.corridor.settlement.mssp.Settled.rate;
import static io.corridor.settlement.mssp.Settled.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule a test, on a benchmark of 100 million. */
class MsspRulesTest {

  private static FactsBuilder enhanced(int year) {
    return anAco(year, Track.ENHANCED, "2019-07-01").choosing("0").score("0.9").adjusted("0.9");
  }

  @ParameterizedTest
  @DisplayName("every track: largest share, cap and loss of ten million saved or lost")
  @CsvSource({
    "2015, TRACK_1, 2013-01-01, TABLE, 4900000, 0",
    "2018, TRACK_1_PLUS, 2016-01-01, 0, 4900000, 3000000",
    "2018, TRACK_2, 2016-01-01, 0, 5880000, 4000000",
    "2018, TRACK_3, 2016-01-01, 0, 7350000, 4000000",
    "2021, BASIC_A, 2019-07-01, TABLE, 3920000, 0",
    "2021, BASIC_B, 2019-07-01, TABLE, 3920000, 0",
    "2021, BASIC_C, 2019-07-01, 0, 4900000, 1000000",
    "2021, BASIC_D, 2019-07-01, 0, 4900000, 2000000",
    "2021, BASIC_E, 2019-07-01, 0, 4900000, 3000000",
    "2021, ENHANCED, 2019-07-01, 0, 7350000, 4000000"
  })
  void tracks(int year, Track track, String start, String choice, String saved, String lost) {
    FactsBuilder aco = anAco(year, track, start).agreementYear(3).score("1");
    if (!choice.equals("TABLE")) {
      aco.choosing(choice);
    }
    assertThat(earned(aco.saving("10000000"))).isEqualTo(dollars(saved));
    assertThat(owed(aco.saving("-10000000"))).isEqualTo(dollars(lost));
  }

  @ParameterizedTest
  @DisplayName("the payment cap is 10, 15 or 20 percent of the benchmark")
  @CsvSource({
    "2018, TRACK_1_PLUS, 2016-01-01, 10000000",
    "2018, TRACK_2, 2016-01-01, 15000000",
    "2018, TRACK_3, 2016-01-01, 20000000",
    "2021, BASIC_E, 2019-07-01, 10000000",
    "2021, ENHANCED, 2019-07-01, 20000000"
  })
  void paymentCaps(int year, Track track, String start, String cap) {
    MsspStatement result =
        statement(anAco(year, track, start).choosing("0").score("1").saving("60000000"));
    assertThat(result.earned()).isEqualTo(dollars(cap));
    assertThat(result.limits()).containsExactly(Limit.PAYMENT_CAP);
  }

  @ParameterizedTest
  @DisplayName("sequestration goes by the day of payment, not by the performance year")
  @CsvSource({
    "2018, 2019-10-01, 4900000",
    "2019, 2020-09-15, 5000000",
    "2020, 2021-08-30, 5000000",
    "2020, 2022-03-31, 5000000",
    "2020, 2022-04-01, 4950000",
    "2020, 2022-06-30, 4950000",
    "2020, 2022-07-01, 4900000"
  })
  void sequestration(int year, String paid, String amount) {
    FactsBuilder aco =
        anAco(year, Track.TRACK_1, "2018-01-01").fullReporting().saving("10000000").paid(paid);
    assertThat(earned(aco)).isEqualTo(dollars(amount));
  }

  @ParameterizedTest
  @DisplayName(
      "quality by year: the share of savings and the share of losses of ENHANCED or Track 3")
  @CsvSource({
    "2018, true, , 0.9, 0.675, 0.4",
    "2018, true, , 0.5, 0.375, 0.625",
    "2018, true, , 0.2, 0.15, 0.75",
    "2018, false, , 0.9, 0, 0.75",
    "2021, true, , 0.5, 0.75, 0.625",
    "2021, true, , 0.2, 0.75, 0.75",
    "2022, false, true, 0.9, 0, 0.75",
    "2023, true, , 0.5, 0.75, 0.625",
    "2023, true, , 0.8, 0.75, 0.4",
    "2023, true, , 0.7, 0.75, 0.475",
    "2023, false, true, 0.5, 0.375, 0.625",
    "2024, false, false, 0.9, 0, 0.75"
  })
  void qualityRegimes(
      int year,
      boolean met,
      @Nullable Boolean alternative,
      String score,
      String share,
      String loss) {
    Track track = year < 2020 ? Track.TRACK_3 : Track.ENHANCED;
    MsspStatement result =
        statement(
            anAco(year, track, year < 2020 ? "2018-01-01" : "2019-07-01")
                .choosing("0")
                .standard(met, alternative)
                .score(score)
                .adjusted(score)
                .saving("-1000000"));
    assertThat(result.shareRate()).isEqualTo(rate(share));
    assertThat(result.lossRate()).isEqualTo(rate(loss));
  }

  @Test
  @DisplayName("a year of full reporting earns the whole share, unless reporting failed")
  void fullReporting() {
    FactsBuilder aco = anAco(2016, Track.TRACK_1, "2016-01-01").saving("10000000").fullReporting();
    assertThat(earned(aco.score("0.7"))).isEqualTo(dollars("4900000"));
    MsspStatement failed = statement(aco.standard(false, null));
    assertThat(failed.earned()).isEqualTo(Money.ZERO);
    assertThat(failed.generated().dollars()).isEqualByComparingTo("10000000");
    assertThat(failed.limits()).containsExactly(Limit.QUALITY_STANDARD);
  }

  @ParameterizedTest
  @DisplayName("complete reporting meets the standard in an ACO's first year, unless it failed")
  @CsvSource({"2022, , 0.75", "2022, false, 0", "2024, , 0.75", "2024, true, 0.75"})
  void firstYearReporting(int year, @Nullable Boolean met, String share) {
    FactsBuilder aco =
        anAco(year, Track.ENHANCED, year + "-01-01").fullReporting().standard(met, false);
    assertThat(statement(aco).shareRate()).isEqualTo(rate(share));
  }

  @Test
  void theHealthEquityBonusIsNotInventedButSaidToBeMissing() {
    MsspStatement result =
        statement(
            anAco(2024, Track.BASIC_E, "2022-01-01")
                .choosing("0")
                .standard(false, true)
                .score("0.7")
                .saving("1000000"));
    assertThat(result.shareRate()).isEqualTo(rate("0.35"));
    assertThat(result.assumptions()).containsExactly(Assumption.NO_HEALTH_EQUITY_BONUS);
  }

  @ParameterizedTest
  @DisplayName("the minimum rate: savings and losses count from the first dollar once reached")
  @CsvSource({
    "0.02, 2000000, 2000000",
    "0.02, 1999999.99, 0",
    "0.02, -2000000, -2000000",
    "0.02, -1999999.99, 0",
    "0, 0.01, 0.01",
    "0, -0.01, -0.01",
    "0, 0, 0"
  })
  void minimumRate(String choice, String saving, BigDecimal generated) {
    MsspStatement result = statement(enhanced(2021).choosing(choice).saving(saving));
    assertThat(result.generated().dollars()).isEqualByComparingTo(generated);
  }

  @ParameterizedTest
  @DisplayName("below 5,000 beneficiaries the table replaces a fixed choice from July 2019 on")
  @CsvSource({
    "2018, TRACK_3, 2018-01-01, , 4999, 0.01",
    "2019, TRACK_3, 2018-01-01, JAN_JUN, 4999, 0.01",
    "2019, ENHANCED, 2019-07-01, JUL_DEC, 4999, 0.039",
    "2021, ENHANCED, 2019-07-01, , 4999, 0.039",
    "2021, ENHANCED, 2019-07-01, , 5000, 0.01"
  })
  void smallPopulations(
      int year,
      Track track,
      String start,
      @Nullable SixMonthPeriod period,
      long beneficiaries,
      String minimum) {
    FactsBuilder aco =
        anAco(year, track, start).beneficiaries(beneficiaries).choosing("0.01").score("1");
    if (period != null) {
      aco.during(period);
    }
    assertThat(statement(aco).minimumSavingsRate()).isEqualTo(rate(minimum));
  }

  @Test
  void aFixedChoiceIsNoOverrideBelowTheTable() {
    FactsBuilder tiny = enhanced(2021).choosing("0.02").beneficiaries(499);
    assertThat(Settled.refusal(tiny).code())
        .isEqualTo(MsspRefusal.Code.MINIMUM_SAVINGS_RATE_NOT_STATED);
    assertThat(statement(tiny.choosing("0.122")).minimumSavingsRate()).isEqualTo(rate("0.122"));
    assertThat(Settled.refusal(tiny.choosing("0.1219")).code())
        .isEqualTo(MsspRefusal.Code.MINIMUM_SAVINGS_RATE_NOT_PERMITTED);
  }

  @ParameterizedTest
  @DisplayName("sharing below the minimum needs every one of its conditions")
  @CsvSource({
    "2024, BASIC_A, 2024-01-01, 10000, true, true, , 1000000, 196000",
    "2024, BASIC_E, 2024-01-01, 10000, true, true, , 1000000, 245000",
    "2024, BASIC_E, 2024-01-01, 10000, true, false, true, 1000000, 196000",
    "2024, BASIC_A, 2024-01-01, 10000, true, false, false, 1000000, 0",
    "2024, BASIC_A, 2024-01-01, 10000, false, true, , 1000000, 0",
    "2024, BASIC_A, 2024-01-01, 4999, true, true, , 1000000, 0",
    "2024, BASIC_A, 2024-01-01, 5000, true, true, , 1000000, 196000",
    "2024, BASIC_A, 2023-01-01, 10000, true, true, , 1000000, 0",
    "2024, ENHANCED, 2024-01-01, 10000, true, true, , 1000000, 0",
    "2024, BASIC_A, 2024-01-01, 10000, true, true, , 3000000, 1176000",
    "2024, BASIC_A, 2024-01-01, 10000, true, true, , 0, 0"
  })
  void belowMinimum(
      int year,
      Track track,
      String start,
      long beneficiaries,
      boolean lowRevenue,
      boolean met,
      @Nullable Boolean alternative,
      String saving,
      String earned) {
    FactsBuilder aco =
        anAco(year, track, start)
            .beneficiaries(beneficiaries)
            .lowRevenue(lowRevenue)
            .standard(met, alternative)
            .adjusted("0.8")
            .saving(saving);
    assertThat(earned(aco)).isEqualTo(dollars(earned));
  }

  @ParameterizedTest
  @DisplayName("recoupment takes what was earned, not more; losses and nothing leave the balance")
  @CsvSource({
    "1000000, 100000, 100000, 0, 635000",
    "1000000, 735000, 735000, 0, 0",
    "1000000, 800000, 735000, 65000, 0",
    "1000000, 0, 0, 0, 735000",
    "-1000000, 100000, 0, 100000, -400000",
    "0, 100000, 0, 100000, 0"
  })
  void recoupment(
      String saving, String balance, BigDecimal recouped, BigDecimal left, BigDecimal payment) {
    MsspStatement result = statement(enhanced(2021).saving(saving).balance(balance));
    assertThat(result.recouped()).isEqualTo(new Amount(recouped));
    assertThat(result.balance()).isEqualTo(new Amount(left));
    assertThat(result.payment()).isEqualTo(new Amount(payment));
  }

  @Test
  void publishedRatesStandInAndAreSaid() {
    FactsBuilder aco = enhanced(2021).published("0.7", "0.45");
    MsspStatement saved = statement(aco.saving("1000000"));
    assertThat(saved.earned()).isEqualTo(dollars("686000"));
    assertThat(saved.assumptions())
        .containsExactly(Assumption.PUBLISHED_SHARE_RATE, Assumption.PUBLISHED_LOSS_RATE);
    assertThat(owed(aco.saving("-1000000"))).isEqualTo(dollars("450000"));
  }

  @Test
  @DisplayName("one rounding, half up, to whole dollars")
  void roundedOnce() {
    FactsBuilder aco = anAco(2021, Track.BASIC_E, "2019-07-01").choosing("0");
    assertThat(owed(aco.saving("-1.66"))).isEqualTo(Money.ZERO);
    assertThat(owed(aco.saving("-1.67"))).isEqualTo(dollars("1"));
    assertThat(owed(aco.saving("-5"))).isEqualTo(dollars("2"));
    assertThat(earned(aco.saving("1.02"))).isEqualTo(Money.ZERO);
    assertThat(earned(aco.saving("1.03"))).isEqualTo(dollars("1"));
  }
}
