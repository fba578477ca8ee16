package io.corridor.settlement.mssp;

import static io.corridor.settlement.mssp.FactsBuilder.anAco;
import static io.corridor.settlement.mssp.Settled.dollars;
import static io.corridor.settlement.mssp.Settled.earned;
import static io.corridor.settlement.mssp.Settled.owed;
import static io.corridor.settlement.mssp.Settled.rate;
import static io.corridor.settlement.mssp.Settled.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What losses are limited by and relieved of: one rule a test, on a benchmark of 100 million. */
class MsspLossTest {

  @ParameterizedTest
  @DisplayName("the loss limit is a share of the benchmark; Track 2 steps up with its years")
  @CsvSource({
    "2016, TRACK_2, 2016-01-01, 1, 5000000",
    "2017, TRACK_2, 2016-01-01, 2, 7500000",
    "2018, TRACK_2, 2016-01-01, 3, 10000000",
    "2019, TRACK_2, 2016-01-01, 4, 10000000",
    "2018, TRACK_3, 2016-01-01, 3, 15000000",
    "2018, TRACK_1_PLUS, 2018-01-01, 1, 4000000",
    "2021, BASIC_C, 2019-07-01, 3, 1000000",
    "2021, BASIC_D, 2019-07-01, 3, 2000000",
    "2021, BASIC_E, 2019-07-01, 3, 4000000",
    "2021, ENHANCED, 2019-07-01, 3, 15000000"
  })
  void lossLimits(int year, Track track, String start, long agreementYear, String limit) {
    MsspStatement result =
        statement(
            anAco(year, track, start)
                .agreementYear(agreementYear)
                .choosing("0")
                .score("1")
                .saving("-60000000"));
    assertThat(result.owed()).isEqualTo(dollars(limit));
    assertThat(result.limits()).contains(Limit.BENCHMARK_LOSS_LIMIT);
  }

  @ParameterizedTest
  @DisplayName("where a revenue test exists the smaller limit holds")
  @CsvSource({
    "2018, TRACK_1_PLUS, 2018-01-01, 10000000, 800000, REVENUE_LOSS_LIMIT",
    "2018, TRACK_1_PLUS, 2018-01-01, 50000000, 4000000, REVENUE_LOSS_LIMIT",
    "2018, TRACK_1_PLUS, 2018-01-01, 50000100, 4000000, BENCHMARK_LOSS_LIMIT",
    "2021, BASIC_C, 2019-07-01, 10000000, 200000, REVENUE_LOSS_LIMIT",
    "2021, BASIC_D, 2019-07-01, 10000000, 400000, REVENUE_LOSS_LIMIT",
    "2021, BASIC_E, 2019-07-01, 10000000, 800000, REVENUE_LOSS_LIMIT",
    "2021, BASIC_E, 2019-07-01, 0, 0, REVENUE_LOSS_LIMIT",
    "2021, BASIC_E, 2019-07-01, 90000000, 4000000, BENCHMARK_LOSS_LIMIT"
  })
  void revenueLimits(
      int year, Track track, String start, String revenue, String owed, Limit limit) {
    MsspStatement result =
        statement(
            anAco(year, track, start)
                .choosing("0")
                .score("1")
                .revenue(revenue)
                .saving("-60000000"));
    assertThat(result.owed()).isEqualTo(dollars(owed));
    assertThat(result.limits()).containsExactly(limit);
    assertThat(result.assumptions()).isEmpty();
  }

  @Test
  void anUnknownRevenueIsSaidToBeUnknown() {
    MsspStatement result =
        statement(anAco(2021, Track.BASIC_E, "2019-07-01").choosing("0").saving("-1000000"));
    assertThat(result.owed()).isEqualTo(dollars("300000"));
    assertThat(result.assumptions()).containsExactly(Assumption.PARTICIPANT_REVENUE_UNKNOWN);
  }

  @Test
  void sequestrationNeverTouchesLosses() {
    FactsBuilder aco = anAco(2021, Track.BASIC_E, "2019-07-01").choosing("0").saving("-1000000");
    assertThat(owed(aco.paid("2022-10-01"))).isEqualTo(owed(aco.paid("2022-02-01")));
    assertThat(owed(aco.paid(null))).isEqualTo(dollars("300000"));
  }

  @ParameterizedTest
  @DisplayName(
      "extreme circumstances: the loss times affected months of twelve times beneficiaries")
  @CsvSource({"12, 1, 0", "5, 1, 175000", "5, 0.5, 237500", "0, 1, 300000", "12, 0, 300000"})
  void disasterByMonths(long months, String share, String owed) {
    FactsBuilder aco =
        anAco(2023, Track.BASIC_E, "2022-01-01")
            .choosing("0")
            .saving("-1000000")
            .disaster(new Disaster.Affected(months, rate(share)));
    assertThat(owed(aco)).isEqualTo(dollars(owed));
  }

  @Test
  @DisplayName("relief comes after the limit, and never below zero")
  void disasterAfterTheLimit() {
    FactsBuilder aco = anAco(2023, Track.BASIC_C, "2022-01-01").choosing("0").saving("-60000000");
    assertThat(owed(aco.disaster(new Disaster.Affected(6, rate("1")))))
        .isEqualTo(dollars("500000"));
    assertThat(owed(aco.disasterReduction("1000001"))).isEqualTo(Money.ZERO);
  }

  @Test
  void disastersLeaveSavingsAlone() {
    FactsBuilder aco =
        anAco(2021, Track.ENHANCED, "2019-07-01")
            .choosing("0")
            .score("0.9")
            .adjusted("0.9")
            .saving("1000000");
    assertThat(earned(aco.disasterReduction("400000"))).isEqualTo(dollars("735000"));
  }

  @Test
  @DisplayName(
      "six months: revenue of the year is halved; months of a disaster are not halved twice")
  void sixMonths() {
    FactsBuilder aco =
        anAco(2019, Track.BASIC_E, "2019-07-01")
            .during(SixMonthPeriod.JUL_DEC)
            .choosing("0")
            .saving("-10000000");
    assertThat(owed(aco.revenue("10000000"))).isEqualTo(dollars("400000"));
    assertThat(owed(aco.disaster(new Disaster.Affected(6, rate("1")))))
        .isEqualTo(dollars("200000"));
  }

  @Test
  void aTerminationDuringTheYearProratesTheLoss() {
    FactsBuilder aco = anAco(2023, Track.BASIC_E, "2022-01-01").choosing("0").saving("-1000000");
    assertThat(owed(aco.participating(8))).isEqualTo(dollars("200000"));
  }

  @ParameterizedTest
  @DisplayName(
      "guardrail: a loss beyond the minimum is settled on the two-way blend, if that helps")
  @CsvSource({
    "101000000, -300000",
    "101900000, 0",
    "102000000, 0",
    "103000000, 0",
    "100500000, -450000",
    "100000000, -600000",
    "99000000, -600000"
  })
  void guardrail(String twoWay, BigDecimal payment) {
    MsspStatement result =
        statement(
            anAco(2024, Track.BASIC_E, "2024-01-01")
                .choosing("0.005")
                .saving("-2000000")
                .twoWay(twoWay));
    BigDecimal benchmark = new BigDecimal(twoWay);
    boolean helps = benchmark.compareTo(new BigDecimal("100000000")) > 0;
    assertThat(result.payment().dollars()).isEqualByComparingTo(payment);
    assertThat(result.limits().contains(Limit.LOSS_GUARDRAIL)).isEqualTo(helps);
  }

  @Test
  void theGuardrailNeverTouchesSavingsNorSmallLosses() {
    FactsBuilder aco =
        anAco(2024, Track.BASIC_E, "2024-01-01").choosing("0.01").twoWay("150000000");
    assertThat(earned(aco.saving("2000000"))).isEqualTo(dollars("980000"));
    assertThat(statement(aco.saving("-999999")).limits()).containsExactly(Limit.MINIMUM_LOSS_RATE);
  }

  @Test
  @DisplayName("a guardrail published with a loss settles that loss")
  void guardrailPublishedWithLoss() {
    FactsBuilder aco = anAco(2024, Track.BASIC_E, "2024-01-01").choosing("0").benchmarkIsTwoWay();
    MsspStatement result = statement(aco.saving("-1000000"));
    assertThat(result.owed()).isEqualTo(dollars("300000"));
    assertThat(result.limits()).containsExactly(Limit.LOSS_GUARDRAIL);
  }
}
