package io.corridor.settlement;

import static io.corridor.settlement.ClosingYear.state;
import static io.corridor.settlement.Records.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.BundleTerms;
import io.corridor.schemas.CapitationTerms;
import io.corridor.schemas.CorridorBand;
import io.corridor.schemas.EpisodeReference;
import io.corridor.schemas.GateMeasure;
import io.corridor.schemas.GlobalBudgetTerms;
import io.corridor.schemas.Marginal;
import io.corridor.schemas.Op;
import io.corridor.schemas.ScalePoint;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.TotalCostTerms;
import io.corridor.schemas.UseCategory;
import io.corridor.schemas.UtilizationTerms;
import io.corridor.schemas.WhatIf;
import io.corridor.schemas.WhatIfChange;
import io.corridor.schemas.WhatIfYear;
import io.corridor.schemas.topic.AnalysisTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What-if and marginal values over the topology, under the shapes beyond shared savings. */
class ShapesAnalysisStageTest {

  private static final String KEY = "C1|CONTRACT|C1|2025";

  /**
   * A shape on 9,600 member months that cost 900,000 of a budget of a million.
   *
   * @param terms its terms
   * @param stated figures that somebody states
   * @param payment what it pays
   * @param change a change of its terms
   * @param changed what it pays then
   * @param percent what one percent of cost less is worth, with what makes it nothing
   */
  private record Case(
      SettlementTerms terms,
      Map<String, String> stated,
      String payment,
      WhatIfChange change,
      String changed,
      String percent) {

    @Override
    public String toString() {
      return terms.getShape() + ", " + change.getName() + "=" + change.getValue();
    }
  }

  private static SettlementTerms.Builder shape(String name) {
    return SettlementTerms.newBuilder().setShape(name);
  }

  private static List<ScalePoint> scale(String... numbers) {
    return Stream.iterate(0, i -> i < numbers.length, i -> i + 2)
        .map(i -> new ScalePoint(rate(numbers[i]), rate(numbers[i + 1])))
        .toList();
  }

  private static CorridorBand band(String from, @Nullable String to, String share) {
    return new CorridorBand(rate(from), to == null ? null : rate(to), rate(share));
  }

  /** 100 grown by four and by five percent; half of what is left, and six percent of the budget. */
  private static Case globalBudget(String change, String value, String changed, String percent) {
    List<BigDecimal> gates =
        Stream.of("0.5", "0.6", "0.7", "0.8", "0.9").map(Records::rate).toList();
    return new Case(
        shape("GLOBAL_BUDGET")
            .setGlobalBudget(
                GlobalBudgetTerms.newBuilder()
                    .setBasePmpm(rate("100"))
                    .setBaseHealthStatus(rate("1"))
                    .setTrends(List.of(rate("0.04"), rate("0.05")))
                    .setMeasures(
                        List.of(
                            new GateMeasure("screening", "AMBULATORY", "PROCESS", gates),
                            new GateMeasure("infections", "HOSPITAL", "OUTCOME", gates)))
                    .setOutcomeWeight(rate("3"))
                    .setAmbulatoryPart(rate("0.5"))
                    .setBonus(scale("0", "0", "5", "0.1"))
                    .setBonusBase("BUDGET")
                    .setSurplusShare(scale("0", "0.2", "5", "0.7"))
                    .build())
            .build(),
        Map.of("healthStatus", "1", "result.screening", "0.7", "result.infections", "0.7"),
        "137059.20",
        new WhatIfChange(change, value),
        changed,
        percent);
  }

  private static Case totalCost() {
    return new Case(
        shape("TOTAL_COST")
            .setTotalCost(
                TotalCostTerms.newBuilder()
                    .setGains(List.of(band("0", "0.02", "1"), band("0.02", null, "0.5")))
                    .setLongTermWeights(List.of(rate("1")))
                    .build())
            .build(),
        Map.of(),
        "60000.00",
        new WhatIfChange("gains", "0-:0.5"),
        "50000.00",
        "4500.00[]");
  }

  private static Case medicalLoss() {
    return new Case(
        ShapedYear.medicalLoss(),
        Map.of(
            "premium", "1200000",
            "taxesAndFees", "100000",
            "qualityImprovement", "10000",
            "unpaidClaims", "0"),
        "18000.00",
        new WhatIfChange("share", "0.4"),
        "14400.00",
        "4500.00[]");
  }

  private static Case utilization(String change, String value, String changed) {
    return new Case(
        shape("UTILIZATION_INDEX")
            .setUtilization(
                UtilizationTerms.newBuilder()
                    .setCategories(List.of(new UseCategory("ED", rate("1"), "LESS_IS_BETTER")))
                    .setIndexCeiling(rate("2"))
                    .setFullCredibilityMemberMonths(rate("9600"))
                    .setPayoutPmpm(scale("0.5", "5", "1", "0"))
                    .setMinimumMemberMonths(rate("0"))
                    .build())
            .build(),
        Map.of("use.ED.actual", "80", "use.ED.expected", "100"),
        "19200.00",
        new WhatIfChange(change, value),
        changed,
        "0.00[NO_EFFECT]");
  }

  private static Case capitation() {
    return new Case(
        shape("CAPITATION")
            .setCapitation(
                CapitationTerms.newBuilder()
                    .setRatePmpm(rate("42"))
                    .setCapitatedCodes(List.of("99213"))
                    .build())
            .build(),
        Map.of(
            "month.2025-01.memberMonths", "9600",
            "month.2025-01.riskScore", "1",
            "month.2025-01.paid", "400000",
            "month.2025-01.elsewhere.99213", "5000"),
        "-1800.00",
        new WhatIfChange("leakageCap", "0.01"),
        "-832.00",
        "0.00[NO_EFFECT]");
  }

  private static Case bundle() {
    return new Case(
        shape("BUNDLE")
            .setBundle(
                BundleTerms.newBuilder()
                    .setDiscount(rate("0.02"))
                    .setOutliers("KEEP")
                    .setQualityAdjustment(rate("0"))
                    .setStopGain(rate("0.05"))
                    .setStopLoss(rate("0.05"))
                    .setMinimumEpisodes(1)
                    .setBelowMinimum("DROP")
                    .setReference(
                        new EpisodeReference(rate("1000"), rate("1"), rate("100"), rate("60000")))
                    .build())
            .build(),
        Map.of("episode.E1.allowed", "950", "episode.E1.caseMix", "1"),
        "30.00",
        new WhatIfChange("discount", "0.04"),
        "10.00",
        "9.50[]");
  }

  static Stream<Case> cases() {
    return Stream.of(
        globalBudget("surplusShare", "0.6", "151891.20", "4500.00[]"),
        globalBudget("bonus", "0:0,5:0.05", "105609.60", "4500.00[]"),
        globalBudget("bonusBase", "ACTUAL", "128160.00", "4500.00[]"),
        globalBudget("basePmpm", "90", "78353.28", "4500.00[]"),
        globalBudget("trends", "0.04,0", "109104.00", "4500.00[]"),
        totalCost(),
        medicalLoss(),
        utilization("payout", "0.5:10,1:0", "38400.00"),
        utilization("fullCredibility", "38400", "9600.00"),
        capitation(),
        bundle());
  }

  private static FoldDriver started(Case one) {
    FoldDriver driver = ClosingYear.of(one.terms());
    driver.feed(Topics.BUDGET, KEY, Records.year("2025", "900000.00"));
    one.stated().forEach((name, value) -> state(driver, "CONTRACT", "C1", name, value, 1));
    return driver;
  }

  private static SettlementCommand question(WhatIfChange change) {
    return SettlementCommand.newBuilder()
        .setCommandId("q")
        .setContract("C1")
        .setPeriod("2025")
        .setKind("WHAT_IF")
        .setBusinessDate(ClosingYear.CUT)
        .setUser("ann")
        .setAt(Instant.parse("2026-04-01T08:00:00Z"))
        .setChanges(List.of(change))
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("a question about a term is answered live, side by side")
  void whatIf(Case one) {
    try (FoldDriver driver = started(one)) {
      driver.feed(ClosingTopics.SETTLEMENT_COMMAND, "C1|q", question(one.change()));
      WhatIf answer = driver.log(AnalysisTopics.WHAT_IF).getFirst().getBody();
      assertThat(answer.getRefusal()).isNull();
      WhatIfYear year = answer.getYears().getFirst();
      assertThat(year.getBefore().getExpected()).isEqualTo(one.payment());
      assertThat(year.getAfter().getExpected()).isEqualTo(one.changed());
      assertThat(year.getAfter().getSteps()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("marginal values stand beside the estimate, and end with it")
  void marginal(Case one) {
    try (FoldDriver driver = started(one)) {
      Marginal marginal =
          (Marginal) Objects.requireNonNull(driver.current(AnalysisTopics.MARGINAL).get(KEY));
      Map<String, String> worths = new TreeMap<>();
      marginal
          .getChanges()
          .forEach(change ->
              worths.put(
                  change.getChange(),
                  change.getExpected().toPlainString() + change.getZeroBecause()));
      assertThat(worths).containsEntry("ONE_PERCENT_OF_COST_AVOIDED", one.percent());
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "900000.00"), Op.END);
      assertThat(driver.current(AnalysisTopics.MARGINAL)).isEmpty();
    }
  }

  @Test
  @DisplayName("a change that another shape has is refused with a code")
  void ofAnotherShape() {
    try (FoldDriver driver = started(capitation())) {
      driver.feed(
          ClosingTopics.SETTLEMENT_COMMAND,
          "C1|q",
          question(new WhatIfChange("surplusShare", "0.6")));
      assertThat(driver.log(AnalysisTopics.WHAT_IF).getFirst().getBody().getRefusal())
          .isEqualTo("CHANGE_NOT_FOR_SHAPE");
    }
  }
}
