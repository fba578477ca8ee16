package io.corridor.settlement.mssp;

import static io.corridor.settlement.mssp.FactsBuilder.anAco;
import static io.corridor.settlement.mssp.Settled.dollars;
import static io.corridor.settlement.mssp.Settled.rate;
import static io.corridor.settlement.mssp.Settled.statement;
import static io.corridor.settlement.mssp.Settled.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Published results, to the dollar, each for the rule it shows (settlement.md 1.1-1.9). */
class PublishedExamplesTest {

  @Test
  @DisplayName("A67373 of 2013: half of 39,568,834.84 after sequestration is 19,388,729.07")
  void firstDollar() {
    MsspStatement result =
        statement(
            anAco(2013, Track.TRACK_1, "2012-07-01")
                .beneficiaries(36_268)
                .totals("613084880.40", "573516045.56")
                .fullReporting());
    assertThat(step(result, "cappedSavings")).isEqualByComparingTo("19388729.0716");
    assertThat(result.earned()).isEqualTo(dollars("19388729"));
    assertThat(result.limits()).isEmpty();
  }

  @Test
  @DisplayName("A00755 of 2016: paid exactly a tenth of the benchmark, not 98 percent of that")
  void capAfterSequestration() {
    MsspStatement result =
        statement(
            anAco(2016, Track.TRACK_1, "2016-01-01")
                .beneficiaries(6_051)
                .totals("119762995", "91531752")
                .score("0.8866"));
    assertThat(result.earned()).isEqualTo(dollars("11976300"));
    assertThat(result.limits()).containsExactly(Limit.PAYMENT_CAP);
  }

  @Test
  @DisplayName("A2772 of 2019: the cap of six months, paid without sequestration")
  void capOfSixMonths() {
    MsspStatement result =
        statement(
            anAco(2019, Track.TRACK_1, "2016-01-01")
                .during(SixMonthPeriod.JAN_JUN)
                .beneficiaries(13_165)
                .totals("76633507", "59573728")
                .score("0.9869")
                .paid("2020-09-15"));
    assertThat(result.earned()).isEqualTo(dollars("7663351"));
    assertThat(result.limits()).containsExactly(Limit.PAYMENT_CAP);
  }

  @Test
  @DisplayName("A1498 of January to June 2019: half of the annual disaster reduction of 3,870")
  void halfDisasterReduction() {
    MsspStatement result =
        statement(
            anAco(2019, Track.TRACK_1_PLUS, "2016-01-01")
                .during(SixMonthPeriod.JAN_JUN)
                .beneficiaries(14_292)
                .choosing("0.015")
                .totals("92916169", "95264867")
                .score("0.9644")
                .disasterReduction("3870"));
    assertThat(step(result, "disasterRelief")).isEqualByComparingTo("1935");
    assertThat(result.owed()).isEqualTo(dollars("702674"));
    assertThat(result.payment()).isEqualTo(new Amount(new BigDecimal("-702674")));
  }

  @Test
  @DisplayName("A2029 of 2021: Track 2 shares 1 - 0.6 x 0.89 of its loss, all of it relieved")
  void trackTwoLossRate() {
    MsspStatement result =
        statement(
            anAco(2021, Track.TRACK_2, "2018-01-01")
                .agreementYear(4)
                .beneficiaries(41_407)
                .choosing("0")
                .totals("420738870", "423121510")
                .score("0.89")
                .disasterReduction("1110310"));
    assertThat(result.lossRate()).isEqualTo(rate("0.466"));
    assertThat(result.generated().dollars()).isEqualByComparingTo("-2382640");
    assertThat(result.owed()).isEqualTo(Money.ZERO);
  }

  @Test
  @DisplayName("A2833 of 2021: 2.98265 percent saved is short of 2.98356 percent")
  void minimumComparedUnrounded() {
    MsspStatement result =
        statement(
            anAco(2021, Track.BASIC_B, "2019-07-01")
                .beneficiaries(10_274)
                .totals("98408857", "95473669")
                .score("0.9991"));
    assertThat(result.generated()).isEqualTo(Amount.ZERO);
    assertThat(result.earned()).isEqualTo(Money.ZERO);
    assertThat(result.limits()).containsExactly(Limit.MINIMUM_SAVINGS_RATE);
  }

  @Test
  @DisplayName("A1539 of 2023: ENHANCED shares 41.43 percent of its loss, less 2,566,990")
  void enhancedLoss() {
    MsspStatement result =
        statement(
            anAco(2023, Track.ENHANCED, "2019-07-01")
                .beneficiaries(21_867)
                .choosing("0.01")
                .totals("242995775", "251349785")
                .adjusted("0.7809")
                .disasterReduction("2566990"));
    assertThat(result.lossRate()).isEqualTo(rate("0.414325"));
    assertThat(result.owed()).isEqualTo(dollars("894285"));
    assertThat(result.limits()).containsExactly(Limit.DISASTER_RELIEF);
  }

  @Test
  @DisplayName("A1241 of 2023: revenue limits the loss to 1,972,407 before the reduction")
  void revenueLimit() {
    FactsBuilder aco =
        anAco(2023, Track.BASIC_E, "2019-07-01")
            .beneficiaries(10_043)
            .totals("119995393", "128286290")
            .disasterReduction("823342");
    MsspStatement result = statement(aco.revenue("24655087.50"));
    assertThat(step(result, "limitedLosses")).isEqualByComparingTo("1972407");
    assertThat(result.owed()).isEqualTo(dollars("1149065"));
    assertThat(result.limits()).containsExactly(Limit.REVENUE_LOSS_LIMIT, Limit.DISASTER_RELIEF);
  }

  @Test
  @DisplayName("A2366 of 2024: the alternative standard alone leaves 50 percent x 76.63 percent")
  void alternativeStandard() {
    MsspStatement result =
        statement(
            anAco(2024, Track.BASIC_E, "2022-01-01")
                .choosing("0")
                .saving("1000000")
                .standard(false, true)
                .adjusted("0.7663"));
    assertThat(result.shareRate()).isEqualTo(rate("0.38315"));
    assertThat(result.earned()).isEqualTo(dollars("375487"));
  }

  @Test
  @DisplayName("A5386 of 2024: a score of .541 leaves 59.425 percent of the loss")
  void lossRateOf2024() {
    MsspStatement result =
        statement(
            anAco(2024, Track.ENHANCED, "2022-01-01")
                .choosing("0")
                .saving("-1000000")
                .standard(false, true)
                .adjusted("0.541"));
    assertThat(result.lossRate()).isEqualTo(rate("0.59425"));
    assertThat(result.owed()).isEqualTo(dollars("594250"));
  }

  @Test
  @DisplayName("A5339 of 2024: 609,027 below the minimum pays half of 40 percent, 119,369")
  void belowTheMinimum() {
    MsspStatement result =
        statement(anAco(2024, Track.BASIC_A, "2024-01-01").saving("609027").lowRevenue(true));
    assertThat(step(result, "cappedSavings")).isEqualByComparingTo("119369.292");
    assertThat(result.earned()).isEqualTo(dollars("119369"));
    assertThat(result.shareRate()).isEqualTo(rate("0.20"));
    assertThat(result.limits()).containsExactly(Limit.SHARED_BELOW_MINIMUM);
  }

  @Test
  @DisplayName("A5309 and A5321 of 2024: a saving on the recalculated benchmark is neutral")
  void guardrailAsPublished() {
    MsspStatement result =
        statement(
            anAco(2024, Track.BASIC_E, "2024-01-01")
                .choosing("0")
                .saving("500000")
                .benchmarkIsTwoWay());
    assertThat(result.generated()).isEqualTo(Amount.ZERO);
    assertThat(result.payment()).isEqualTo(Amount.ZERO);
    assertThat(result.limits()).containsExactly(Limit.LOSS_GUARDRAIL);
  }

  @Test
  @DisplayName("A5328 of 2024: 6,288 earned repays 6,288 of 565,455 and leaves 559,167")
  void recoupment() {
    MsspStatement result =
        statement(
            anAco(2024, Track.BASIC_E, "2024-01-01")
                .choosing("0")
                .saving("12832.65")
                .balance("565455"));
    assertThat(result.earned()).isEqualTo(dollars("6288"));
    assertThat(result.recouped()).isEqualTo(new Amount(new BigDecimal("6288")));
    assertThat(result.payment()).isEqualTo(Amount.ZERO);
    assertThat(result.balance()).isEqualTo(new Amount(new BigDecimal("559167")));
    assertThat(result.limits()).containsExactly(Limit.RECOUPMENT_LIMITED_TO_EARNED);
  }

  @Test
  @DisplayName("A05696 of 2017: 152 beneficiaries need a stated minimum savings rate")
  void belowTheTable() {
    FactsBuilder tiny =
        anAco(2017, Track.TRACK_1, "2016-01-01").beneficiaries(152).fullReporting().saving("1000");
    assertThat(Settled.refusal(tiny).code())
        .isEqualTo(MsspRefusal.Code.MINIMUM_SAVINGS_RATE_NOT_STATED);
    MsspStatement overridden = statement(tiny.choosing("0.2542"));
    assertThat(overridden.minimumSavingsRate()).isEqualTo(rate("0.2542"));
    assertThat(overridden.assumptions())
        .containsExactly(Assumption.MINIMUM_SAVINGS_RATE_OVERRIDDEN);
  }
}
