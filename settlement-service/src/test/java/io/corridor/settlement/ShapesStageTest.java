package io.corridor.settlement;

import static io.corridor.settlement.Records.rate;
import static io.corridor.settlement.ShapedYear.JUNE;
import static io.corridor.settlement.ShapedYear.KEY;
import static io.corridor.settlement.ShapedYear.estimate;
import static io.corridor.settlement.ShapedYear.medicalLoss;
import static io.corridor.settlement.ShapedYear.payment;
import static io.corridor.settlement.ShapedYear.premium;
import static io.corridor.settlement.ShapedYear.state;
import static io.corridor.settlement.ShapedYear.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.TermsRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetUse;
import io.corridor.schemas.ChangedInput;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.EstimateChanged;
import io.corridor.schemas.EstimateChangedValue;
import io.corridor.schemas.Op;
import io.corridor.schemas.ScalePoint;
import io.corridor.schemas.SettlementStep;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.UseCategory;
import io.corridor.schemas.UsedService;
import io.corridor.schemas.UtilizationTerms;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates of every shape and level over the service's topology. */
class ShapesStageTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final String ONE = "111111111";
  private static final String TWO = "222222222";

  private static SettlementTerms utilization(String minimumMemberMonths) {
    return SettlementTerms.newBuilder()
        .setShape("UTILIZATION_INDEX")
        .setLevels(List.of("CONTRACT", "TIN"))
        .setUtilization(
            UtilizationTerms.newBuilder()
                .setCategories(List.of(new UseCategory("ED", rate("1"), "LESS_IS_BETTER")))
                .setIndexCeiling(rate("2"))
                .setFullCredibilityMemberMonths(rate("100"))
                .setPayoutPmpm(
                    List.of(
                        new ScalePoint(rate("0.5"), rate("5")),
                        new ScalePoint(rate("1"), rate("0"))))
                .setMinimumMemberMonths(rate(minimumMemberMonths))
                .build())
        .build();
  }

  private static void practice(FoldDriver driver, String tin, String counted) {
    driver.feed(
        Topics.BUDGET,
        "C1|TIN|" + tin + "|2025",
        Records.budget("TIN", tin, "2025", "0.00", counted, JUNE));
  }

  private static List<EstimateChanged> changes(FoldDriver driver) {
    return driver.log(StatedTopics.ESTIMATE_CHANGED).stream()
        .map(EstimateChangedValue::getBody)
        .toList();
  }

  @Test
  @DisplayName("a medical loss ratio waits for the figures that it names, and then is estimated")
  void medicalLossRatio() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", terms(1, medicalLoss()));
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "77900000.00"));
      Estimate waiting = estimate(driver, KEY);
      assertThat(waiting.getRefusal()).isEqualTo("FACT_MISSING");
      assertThat(waiting.getRefusedFigures())
          .containsExactly("premium", "taxesAndFees", "qualityImprovement", "unpaidClaims");
      premium(driver, "2025-01", "56000000.00", "400000.00");
      premium(driver, "2025-02", "40000000.00", "600000.00");
      premium(driver, "2024-12", "1.00", "1.00");
      state(driver, "CONTRACT", "C1", "qualityImprovement", "900000");
      state(driver, "CONTRACT", "C1", "unpaidClaims", "0");
      Estimate estimate = estimate(driver, KEY);
      assertThat(estimate.getRefusal()).isNull();
      assertThat(estimate.getShape()).isEqualTo("MEDICAL_LOSS_RATIO");
      assertThat(payment(driver, KEY)).isEqualTo("1450000.00");
      assertThat(estimate.getExpected().getWarnings()).containsExactly("RUNOUT_NOT_FINAL");
      // A stated premium stands over the months'.
      state(driver, "CONTRACT", "C1", "premium", "95000000");
      assertThat(payment(driver, KEY)).isEqualTo("1020000.00");
      assertThat(changes(driver).getLast().getParts())
          .singleElement()
          .satisfies(part -> {
            assertThat(part.getInput()).isEqualTo("STATED");
            assertThat(part.getName()).isEqualTo("premium");
            assertThat(part.getMoved()).isEqualByComparingTo("-430000");
          });
    }
  }

  @Test
  @DisplayName("what the budget expects of a service is used where nobody states it")
  void useOfTheBudget() {
    Budget plain = Records.budget("TIN", ONE, "2025", "0.00", "900.00", JUNE);
    Budget used =
        Budget.newBuilder(plain)
            .setUse(
                BudgetUse.newBuilder()
                    .setServices(List.of(new UsedService("ED", 2L, rate("4"))))
                    .setIndex(rate("0.5"))
                    .setCredible(rate("0.5"))
                    .build())
            .build();
    String key = "C1|TIN|" + ONE + "|2025";
    String stated;
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", terms(1, utilization("0")));
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, key, plain);
      assertThat(estimate(driver, key).getRefusedFigures())
          .contains("use.ED.actual", "use.ED.expected");
      state(driver, "TIN", ONE, "use.ED.actual", "2");
      state(driver, "TIN", ONE, "use.ED.expected", "4");
      stated = payment(driver, key);
    }
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", terms(1, utilization("0")));
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, key, used);
      assertThat(payment(driver, key)).isEqualTo(stated).isNotEqualTo("0.00");
      state(driver, "TIN", ONE, "use.ED.expected", "2");
      assertThat(payment(driver, key)).as("a stated figure stands over it").isEqualTo("0.00");
    }
  }

  @Test
  @DisplayName("why it changed: cost and budget each by their part, which sum to the change")
  void change() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", Records.terms(1, FIRST, "0.500000", false));
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "900000.00"));
      assertThat(changes(driver))
          .singleElement()
          .satisfies(first -> {
            assertThat(first.getBefore()).isNull();
            assertThat(first.getAfter()).isEqualByComparingTo("50000");
            assertThat(first.getParts()).isEmpty();
          });
      driver.feed(
          Topics.BUDGET,
          KEY,
          Records.budget("CONTRACT", "C1", "2025", "1100000.00", "980000.00", JUNE));
      EstimateChanged second = changes(driver).getLast();
      assertThat(second.getBefore()).isEqualByComparingTo("50000");
      assertThat(second.getAfter()).isEqualByComparingTo("60000");
      assertThat(second.getParts())
          .extracting(ChangedInput::getInput)
          .containsExactly("BUDGET", "COST");
      assertThat(second.getParts())
          .extracting(part -> part.getMoved().toPlainString())
          .containsExactly("50000.00", "-40000.00");
    }
  }

  @Test
  @DisplayName("a repeat, or a day without news, says no change")
  void noChange() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", Records.terms(1, FIRST, "0.500000", false));
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "900000.00"));
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "900000.00"));
      driver.tick(LocalDate.of(2025, 7, 1), false);
      assertThat(changes(driver)).hasSize(1);
    }
  }

  @Test
  @DisplayName("levels are those that the terms name: the contract and each practice")
  void levels() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      SettlementTerms both =
          TermsRecords.oneSided("0.500000")
              .setMinimumSavingsRate(rate("0.02"))
              .setLevels(List.of("CONTRACT", "TIN"))
              .build();
      driver.feed(Topics.TERMS, "C1|1", terms(1, both));
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "900000.00"));
      driver.feed(
          Topics.BUDGET,
          "C1|TIN|" + ONE + "|2025",
          Records.budget("TIN", ONE, "2025", "500000.00", "400000.00", JUNE));
      driver.feed(
          Topics.BUDGET,
          "C1|NPI|1234567893|2025",
          Records.budget("NPI", "1234567893", "2025", "1.00", "0.00", JUNE));
      assertThat(driver.current(Topics.ESTIMATE)).containsOnlyKeys(KEY, "C1|TIN|" + ONE + "|2025");
      assertThat(payment(driver, "C1|TIN|" + ONE + "|2025")).isEqualTo("50000.00");
      driver.feed(Topics.TERMS, "C1|2", terms(2, TermsRecords.oneSided("0.500000").build()));
      assertThat(driver.current(Topics.ESTIMATE)).containsOnlyKeys(KEY);
    }
  }

  @Test
  @DisplayName("small practices are measured as one; the parts are those of the pool")
  void pool() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", terms(1, utilization("20000")));
      driver.tick(JUNE, false);
      practice(driver, ONE, "10.00");
      practice(driver, TWO, "10.00");
      state(driver, "TIN", ONE, "use.ED.actual", "60");
      state(driver, "TIN", ONE, "use.ED.expected", "100");
      state(driver, "TIN", TWO, "use.ED.actual", "100");
      // A practice with a figure missing is in no pool.
      assertThat(estimate(driver, "C1|TIN|" + TWO + "|2025").getRefusedFigures())
          .containsExactly("use.ED.expected");
      state(driver, "TIN", TWO, "use.ED.expected", "100");
      // 160 of 200 is an index of .8: 2 dollars for 9,600 months each.
      assertThat(payment(driver, "C1|TIN|" + ONE + "|2025")).isEqualTo("19200.00");
      assertThat(payment(driver, "C1|TIN|" + TWO + "|2025")).isEqualTo("19200.00");
    }
  }

  @Test
  @DisplayName("a glide path steps up with the contract year")
  void glidePath() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      SettlementTerms path =
          TermsRecords.oneSided("0.500000")
              .setMinimumSavingsRate(rate("0.02"))
              .setGlidePath(
                  List.of(
                      SettlementStep.newBuilder()
                          .setShape("TWO_SIDED")
                          .setSharePercent(rate("0.5"))
                          .setLossSharePercent(rate("0.3"))
                          .setMinimumSavingsRate(rate("0.02"))
                          .build()))
              .build();
      driver.feed(Topics.TERMS, "C1|1", terms(1, path));
      driver.tick(LocalDate.of(2026, 6, 1), false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "1100000.00"));
      driver.feed(Topics.BUDGET, "C1|CONTRACT|C1|2026", Records.year("2026", "1100000.00"));
      assertThat(payment(driver, KEY)).isEqualTo("0.00");
      assertThat(payment(driver, "C1|CONTRACT|C1|2026")).isEqualTo("-30000.00");
      assertThat(estimate(driver, "C1|CONTRACT|C1|2026").getShape()).isEqualTo("TWO_SIDED");
    }
  }

  @Test
  @DisplayName("L4: a voided figure is not known any more; the estimate says which")
  void voided() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", terms(1, medicalLoss()));
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "77900000.00"));
      premium(driver, "2025-01", "96000000.00", "1000000.00");
      state(driver, "CONTRACT", "C1", "qualityImprovement", "900000");
      state(driver, "CONTRACT", "C1", "unpaidClaims", "0");
      assertThat(payment(driver, KEY)).isEqualTo("1450000.00");
      driver.feed(
          StatedTopics.ATTESTATION,
          "C1|CONTRACT|C1|2025|unpaidClaims",
          Records.figure("CONTRACT", "C1", "unpaidClaims", "0"),
          Op.END);
      assertThat(estimate(driver, KEY).getRefusedFigures()).containsExactly("unpaidClaims");
      assertThat(changes(driver).getLast().getAfter()).isNull();
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "77900000.00"), Op.END);
      assertThat(driver.current(Topics.ESTIMATE)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63})
  @DisplayName("L1, L2: any order, with everything doubled, ends in the same estimates")
  void orderFree(long seed) {
    Random random = new Random(seed);
    List<Consumer<FoldDriver>> records =
        new ArrayList<>(
            List.of(
                driver -> driver.feed(Topics.TERMS, "C1|1", terms(1, utilization("20000"))),
                driver -> driver.feed(Topics.BUDGET, KEY, Records.year("2025", "1.00")),
                driver -> practice(driver, ONE, "10.00"),
                driver -> practice(driver, TWO, "20.00"),
                driver -> state(driver, "TIN", ONE, "use.ED.actual", "60"),
                driver -> state(driver, "TIN", ONE, "use.ED.expected", "100"),
                driver -> state(driver, "TIN", TWO, "use.ED.actual", "100"),
                driver -> state(driver, "TIN", TWO, "use.ED.expected", "100"),
                driver -> state(driver, "CONTRACT", "C1", "use.ED.actual", "160"),
                driver -> state(driver, "CONTRACT", "C1", "use.ED.expected", "200")));
    Map<String, SpecificRecord> expected = run(records);
    assertThat(expected).hasSize(3);
    List<Consumer<FoldDriver>> doubled = new ArrayList<>(records);
    doubled.addAll(records);
    Collections.shuffle(doubled, random);
    assertThat(run(doubled)).as("seed %d", seed).isEqualTo(expected);
  }

  private static Map<String, SpecificRecord> run(List<Consumer<FoldDriver>> records) {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      for (int i = 0; i < records.size(); i++) {
        records.get(i).accept(driver);
        if (i == records.size() / 2) {
          driver.tick(LocalDate.of(2025, 3, 1), false);
        }
      }
      driver.tick(JUNE, false);
      driver.tick(JUNE, false);
      return driver.current(Topics.ESTIMATE);
    }
  }
}
