package io.corridor.settlement.mssp;

import static io.corridor.settlement.mssp.FactsBuilder.anAco;
import static io.corridor.settlement.mssp.Settled.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.common.rules.CodeTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped parameters, loaded anew for each case: every track as settlement.md 1.2 has it. */
class FreshlyLoadedTest {

  private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

  private static MsspStatement settle(FactsBuilder facts) {
    MsspResult result = MsspRules.load().settle(facts.facts());
    assertThat(result).isInstanceOf(MsspStatement.class);
    return (MsspStatement) result;
  }

  private static Set<String> limits(@Nullable String written) {
    return written == null ? Set.of() : Set.copyOf(Arrays.asList(written.split(" ")));
  }

  @ParameterizedTest
  @DisplayName(
      "5 million saved of 100 million: maximum share, score, sequestration on the day paid")
  @CsvSource({
    "2021, BASIC_A, 2019-07-01, 1960000",
    "2021, BASIC_B, 2019-07-01, 1960000",
    "2021, BASIC_C, 2019-07-01, 2450000",
    "2021, BASIC_D, 2019-07-01, 2450000",
    "2021, BASIC_E, 2019-07-01, 2450000",
    "2021, ENHANCED, 2019-07-01, 3675000",
    "2018, TRACK_1, 2016-01-01, 2205000",
    "2018, TRACK_1_PLUS, 2018-01-01, 2205000",
    "2018, TRACK_2, 2016-01-01, 2646000",
    "2018, TRACK_3, 2016-01-01, 3307500",
    "2019, TRACK_1, 2016-01-01, 2250000"
  })
  void savings(int year, Track track, String start, String earned) {
    MsspStatement result = settle(anAco(year, track, start).saving("5000000").score("0.9"));
    assertThat(result.earned()).isEqualTo(Money.of(earned));
    assertThat(result.limits()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("5 million lost of 100 million: loss rate, its bounds, and the smaller limit")
  @CsvSource({
    "2021, BASIC_A, 2019-07-01, 0, NO_DOWNSIDE",
    "2021, BASIC_C, 2019-07-01, 1000000, BENCHMARK_LOSS_LIMIT",
    "2021, BASIC_D, 2019-07-01, 1500000,",
    "2021, BASIC_E, 2019-07-01, 1500000,",
    "2023, ENHANCED, 2019-07-01, 2000000, LOSS_RATE_FLOOR",
    "2018, TRACK_1_PLUS, 2018-01-01, 1500000,",
    "2018, TRACK_2, 2016-01-01, 2300000,",
    "2018, TRACK_3, 2016-01-01, 2000000, LOSS_RATE_FLOOR"
  })
  void losses(int year, Track track, String start, String owed, @Nullable String limits) {
    MsspStatement result = settle(anAco(year, track, start).saving("-5000000").score("0.9"));
    assertThat(result.owed()).isEqualTo(Money.of(owed));
    assertThat(result.limits().stream().map(Enum::name)).containsAll(limits(limits));
    assertThat(result.limits()).hasSize(limits(limits).size());
  }

  @Test
  @DisplayName("2023: without any standard the loss rate stands at its ceiling of 75 percent")
  void lossRateCeiling() {
    MsspStatement result =
        settle(anAco(2023, Track.ENHANCED, "2019-07-01").saving("-5000000").standard(false, false));
    assertThat(result.lossRate()).isEqualTo(rate("0.75"));
    assertThat(result.owed()).isEqualTo(Money.of("3750000"));
    assertThat(result.limits()).containsExactly(Limit.LOSS_RATE_CEILING);
  }

  @Test
  @DisplayName("2024: 1 million saved short of 3 percent, low revenue: half of 40 percent")
  void belowTheMinimum() {
    FactsBuilder facts =
        anAco(2024, Track.BASIC_A, "2024-01-01").saving("1000000").score("0.9").lowRevenue(true);
    MsspStatement result = settle(facts);
    assertThat(result.earned()).isEqualTo(Money.of("196000"));
    assertThat(result.limits()).containsExactly(Limit.SHARED_BELOW_MINIMUM);
    assertThat(settle(facts.lowRevenue(false)).earned()).isEqualTo(Money.ZERO);
    assertThat(settle(facts.lowRevenue(true).beneficiaries(4_999)).earned()).isEqualTo(Money.ZERO);
    assertThat(settle(facts.beneficiaries(5_000)).earned()).isEqualTo(Money.of("196000"));
  }

  @Test
  @DisplayName("2024: the two-way blend leaves 2 of 5 million lost; an equal blend guards nothing")
  void guardrail() {
    FactsBuilder facts =
        anAco(2024, Track.ENHANCED, "2024-01-01").choosing("0").saving("-5000000").adjusted("0.9");
    MsspStatement guarded = settle(facts.twoWay("103000000"));
    assertThat(guarded.owed()).isEqualTo(Money.of("800000"));
    assertThat(guarded.limits()).contains(Limit.LOSS_GUARDRAIL);
    assertThat(settle(facts.twoWay("100000000")).limits()).doesNotContain(Limit.LOSS_GUARDRAIL);
  }

  @Test
  @DisplayName("a payment equal to its cap and a loss equal to its limit are not limited")
  void equalToALimit() {
    MsspStatement paid =
        settle(anAco(2019, Track.TRACK_1, "2016-01-01").saving("20000000").score("1"));
    assertThat(paid.earned()).isEqualTo(Money.of("10000000"));
    assertThat(paid.limits()).isEmpty();
    FactsBuilder loss =
        anAco(2021, Track.BASIC_E, "2019-07-01")
            .totals("100000000", "113333333.333333333333333333")
            .revenue("12500000000");
    assertThat(settle(loss).limits()).isEmpty();
    assertThat(
            settle(anAco(2021, Track.BASIC_D, "2019-07-01").saving("-5000000").revenue("37500000"))
                .limits())
        .isEmpty();
  }

  @ParameterizedTest
  @DisplayName("the ends of what a fact may be are accepted")
  @CsvSource({"0, 0", "12, 1", "6, 0.5"})
  void endsOfRanges(long months, String share) {
    MsspStatement result =
        settle(
            anAco(2021, Track.BASIC_E, "2019-07-01")
                .saving("-5000000")
                .participating(months)
                .disaster(new Disaster.Affected(months, rate(share))));
    BigDecimal part = BigDecimal.valueOf(months).divide(BigDecimal.valueOf(12));
    BigDecimal relieved = BigDecimal.ONE.subtract(part.multiply(new BigDecimal(share)));
    assertThat(result.owed().dollars())
        .isEqualByComparingTo(new BigDecimal("1500000").multiply(relieved).multiply(part));
    assertThat(result.limits().contains(Limit.DISASTER_RELIEF)).isEqualTo(months > 0);
  }

  @Test
  @DisplayName("published rates may stand at the largest of the track, and none at a one-sided one")
  void publishedRatesAtTheLargest() {
    FactsBuilder two = anAco(2021, Track.BASIC_E, "2019-07-01").saving("-5000000");
    assertThat(settle(two.published("0.5", "0.3")).owed()).isEqualTo(Money.of("1500000"));
    FactsBuilder scaled = anAco(2023, Track.ENHANCED, "2019-07-01").saving("-5000000");
    MsspStatement published = settle(scaled.published("0.75", "0.75"));
    assertThat(published.owed()).isEqualTo(Money.of("3750000"));
    assertThat(published.limits()).isEmpty();
    FactsBuilder one = anAco(2021, Track.BASIC_A, "2019-07-01").saving("5000000");
    assertThat(settle(one.published("0.4", "0")).earned()).isEqualTo(Money.of("1960000"));
    assertThat(MsspRules.load().settle(one.published("0.4", "0.1").facts()))
        .isInstanceOf(MsspRefusal.class);
  }

  @Test
  @DisplayName("without benchmark or expenditure differing nothing is saved, lost or limited")
  void nothingSavedNothingLost() {
    MsspStatement result = settle(anAco(2021, Track.BASIC_E, "2019-07-01").saving("0"));
    assertThat(result.generated().dollars()).isEqualByComparingTo("0");
    assertThat(result.limits()).isEmpty();
  }

  private static MinimumSavingsRates table(String name) {
    return MinimumSavingsRates.of(
        CodeTable.load(FreshlyLoadedTest.class, "tables/" + name + ".csv"));
  }

  @Test
  @DisplayName("rows of a table meet: the last of one and the first of the next differ by one")
  void tables() {
    assertThat(table("good").row(999, DAY).orElseThrow().at(999)).isEqualTo(rate("0.09"));
    assertThat(table("good").row(5_000, DAY).orElseThrow().at(5_000)).isEqualTo(rate("0.09"));
    assertThat(table("good").row(499, DAY)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("a table with a gap, an overlap, an end or no rows is refused")
  @CsvSource({
    "gap, a gap or an overlap",
    "overlap, a gap or an overlap",
    "closed, no open last row",
    "empty, no rows"
  })
  void badTables(String name, String why) {
    assertThatThrownBy(() -> table(name))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }
}
