package io.corridor.settlement.mssp;

import static io.corridor.settlement.mssp.FactsBuilder.anAco;
import static io.corridor.settlement.mssp.Settled.rate;
import static io.corridor.settlement.mssp.Settled.refusal;
import static io.corridor.settlement.mssp.Settled.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.settlement.mssp.MsspRefusal.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that contradict themselves or the terms are refused with a code and the field. */
class MsspRefusalTest {

  private static FactsBuilder plain() {
    return anAco(2021, Track.BASIC_E, "2019-07-01").choosing("0").saving("1000000");
  }

  private static Arguments of(Code code, String field, UnaryOperator<FactsBuilder> change) {
    return Arguments.of(code, field, change);
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        of(Code.AGREEMENT_YEAR_INVALID, "agreementYear", aco -> aco.agreementYear(0)),
        of(Code.NEGATIVE, "assignedBeneficiaries", aco -> aco.beneficiaries(-1)),
        of(Code.BENCHMARK_NOT_POSITIVE, "benchmarkTotal", aco -> aco.totals("0", "0")),
        of(Code.NEGATIVE, "expenditureTotal", aco -> aco.totals("1", "-1")),
        of(Code.NEGATIVE, "participantRevenue", aco -> aco.revenue("-1")),
        of(Code.NEGATIVE, "recoupmentBalance", aco -> aco.balance("-1")),
        of(Code.NOT_A_RATIO, "qualityScore", aco -> aco.score("91.8")),
        of(Code.NOT_A_RATIO, "healthEquityAdjustedScore", aco -> aco.adjusted("-0.1")),
        of(Code.NOT_A_RATIO, "publishedShareRate", aco -> aco.published("50", null)),
        of(Code.NOT_A_RATIO, "publishedLossRate", aco -> aco.published(null, "30")),
        of(
            Code.NOT_A_RATIO,
            "affectedShare",
            aco -> aco.disaster(new Disaster.Affected(1, rate("1.1")))),
        of(Code.MONTHS_INVALID, "participatingMonths", aco -> aco.participating(13)),
        of(
            Code.MONTHS_INVALID,
            "affectedMonths",
            aco -> aco.disaster(new Disaster.Affected(13, rate("1")))),
        of(Code.NEGATIVE, "disasterReduction", aco -> aco.disasterReduction("-1")),
        of(Code.AGREEMENT_NOT_BEGUN, "agreementStart", aco -> aco.agreementStart("2022-01-01")),
        of(Code.PAID_BEFORE_YEAR_END, "paymentDate", aco -> aco.paid("2021-12-31")),
        of(Code.GUARDRAIL_CONTRADICTORY, "twoWayBlendBenchmarkTotal", aco -> aco.twoWay("1")),
        of(Code.GUARDRAIL_CONTRADICTORY, "guardrail", FactsBuilder::benchmarkIsTwoWay),
        of(
            Code.PUBLISHED_RATE_CONTRADICTORY,
            "publishedShareRate",
            aco -> aco.published("0.51", null)),
        of(
            Code.PUBLISHED_RATE_CONTRADICTORY,
            "publishedLossRate",
            aco -> aco.published(null, "0.31")),
        of(
            Code.MINIMUM_SAVINGS_RATE_NOT_PERMITTED,
            "minimumSavingsRateChoice",
            aco -> aco.choosing("0.025")),
        of(
            Code.SIX_MONTH_PERIOD_UNKNOWN,
            "sixMonthPeriod",
            aco -> aco.during(SixMonthPeriod.JAN_JUN)),
        of(Code.FACT_MISSING, "qualityStandardMet", aco -> aco.standard(null, null)),
        of(Code.FACT_MISSING, "paymentDate", aco -> aco.paid(null)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("contradictions")
  void refused(Code code, String field, UnaryOperator<FactsBuilder> change) {
    assertThat(refusal(change.apply(plain()))).isEqualTo(new MsspRefusal(code, field));
  }

  @ParameterizedTest
  @DisplayName("tracks are offered to agreements of their time, years are those with rules")
  @CsvSource({
    "2012, TRACK_1, 2012-04-01, PERFORMANCE_YEAR_UNKNOWN",
    "2025, BASIC_A, 2024-01-01, PERFORMANCE_YEAR_UNKNOWN",
    "0, BASIC_A, 2024-01-01, PERFORMANCE_YEAR_UNKNOWN",
    "2015, TRACK_3, 2015-01-01, TRACK_NOT_OFFERED",
    "2017, TRACK_1_PLUS, 2017-01-01, TRACK_NOT_OFFERED",
    "2018, BASIC_A, 2018-01-01, TRACK_NOT_OFFERED",
    "2021, TRACK_1, 2019-07-01, TRACK_NOT_OFFERED",
    "2021, ENHANCED, 2019-01-01, TRACK_NOT_OFFERED"
  })
  void notOffered(int year, Track track, String start, Code code) {
    assertThat(refusal(anAco(year, track, start)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @DisplayName("choices of the minimum savings rate that track and agreement do not permit")
  @CsvSource({
    "2015, TRACK_1, 2015-01-01, 0.02",
    "2015, TRACK_2, 2015-01-01, 0",
    "2021, BASIC_A, 2019-07-01, 0.02",
    "2021, ENHANCED, 2019-07-01, 0.03"
  })
  void choiceNotPermitted(int year, Track track, String start, String choice) {
    assertThat(refusal(anAco(year, track, start).choosing(choice)).code())
        .isEqualTo(Code.MINIMUM_SAVINGS_RATE_NOT_PERMITTED);
  }

  @Test
  @DisplayName("Track 2 agreements of 2012 to 2015 have no table")
  void tableNotPermitted() {
    assertThat(refusal(anAco(2015, Track.TRACK_2, "2013-01-01")).code())
        .isEqualTo(Code.MINIMUM_SAVINGS_RATE_NOT_PERMITTED);
  }

  @Test
  @DisplayName("a guardrail given both ways contradicts itself")
  void guardrailTwice() {
    FactsBuilder aco = anAco(2024, Track.BASIC_E, "2024-01-01").choosing("0");
    assertThat(refusal(aco.twoWay("100000000").benchmarkIsTwoWay()).code())
        .isEqualTo(Code.GUARDRAIL_CONTRADICTORY);
  }

  @Test
  @DisplayName("facts are asked for only where they decide")
  void onlyWhereItDecides() {
    FactsBuilder bare = plain().standard(null, null).paid(null).lowRevenue(null).saving("0");
    assertThat(statement(bare).shareRate()).isNull();
    FactsBuilder enhanced =
        anAco(2021, Track.ENHANCED, "2019-07-01").choosing("0").saving("1000000");
    assertThat(statement(enhanced).lossRate()).isNull();
    assertThat(refusal(enhanced.saving("-1000000")))
        .isEqualTo(new MsspRefusal(Code.FACT_MISSING, "qualityScore"));
    FactsBuilder alternative =
        anAco(2023, Track.BASIC_E, "2022-01-01").choosing("0").saving("1000000");
    assertThat(refusal(alternative.standard(false, null)))
        .isEqualTo(new MsspRefusal(Code.FACT_MISSING, "alternativeStandardMet"));
    assertThat(refusal(alternative.standard(false, true)))
        .isEqualTo(new MsspRefusal(Code.FACT_MISSING, "qualityScore"));
    FactsBuilder small = anAco(2024, Track.BASIC_A, "2024-01-01").saving("1000000");
    assertThat(refusal(small)).isEqualTo(new MsspRefusal(Code.FACT_MISSING, "lowRevenue"));
  }

  @Test
  @DisplayName("the same facts give the same answer whatever was settled before")
  void noMemory() {
    List<PerformanceFacts> facts = new ArrayList<>();
    for (int saving = -5_000_000; saving <= 5_000_000; saving += 1_000_000) {
      facts.add(plain().saving(Integer.toString(saving)).facts());
    }
    List<MsspResult> forwards = facts.stream().map(Settled.RULES::settle).toList();
    Collections.reverse(facts);
    List<MsspResult> backwards =
        new ArrayList<>(facts.stream().map(Settled.RULES::settle).toList());
    Collections.reverse(backwards);
    assertThat(backwards).isEqualTo(forwards);
  }
}
