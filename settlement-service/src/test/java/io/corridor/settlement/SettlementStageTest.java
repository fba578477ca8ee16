package io.corridor.settlement;

import static io.corridor.settlement.Records.budget;
import static io.corridor.settlement.Records.score;
import static io.corridor.settlement.Records.terms;
import static io.corridor.settlement.Records.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.Op;
import io.corridor.schemas.Outcome;
import io.corridor.schemas.Step;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service over its topology: real serdes, no broker. */
class SettlementStageTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
  private static final String KEY = "C1|CONTRACT|C1|2025";

  private static void feedTerms(FoldDriver driver, int version, LocalDate from, String share) {
    driver.feed(Topics.TERMS, "C1|" + version, terms(version, from, share, false));
  }

  private static void feedYear(FoldDriver driver, String counted) {
    driver.feed(Topics.BUDGET, KEY, year("2025", counted));
  }

  private static Estimate estimate(FoldDriver driver) {
    return (Estimate) Objects.requireNonNull(driver.current(Topics.ESTIMATE).get(KEY));
  }

  private static String payment(FoldDriver driver) {
    Outcome expected = Objects.requireNonNull(estimate(driver).getExpected());
    return expected.getPayment().toPlainString();
  }

  @Test
  void aBudgetBecomesAnEstimateWithItsSteps() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      feedTerms(driver, 1, FIRST, "0.500000");
      driver.tick(JUNE, false);
      feedYear(driver, "900000.00");
      Estimate estimate = estimate(driver);
      assertThat(payment(driver)).isEqualTo("50000.00");
      assertThat(estimate.getSavingsRate()).isEqualTo(new BigDecimal("0.100000"));
      assertThat(estimate.getDistanceToMinimum()).isEqualTo(new BigDecimal("80000.00"));
      assertThat(estimate.getQualityGate()).isEqualTo("NONE");
      assertThat(estimate.getCompleteTo()).isEqualTo(JUNE);
      assertThat(estimate.getSteps())
          .extracting(Step::getName)
          .containsExactly(
              "savings",
              "savingsRate",
              "minimumSavingsRate",
              "distanceToMinimum",
              "generated",
              "qualityFactor",
              "sharedSavings",
              "paymentCap",
              "capped",
              "payment");
      assertThat(estimate.getSteps()).extracting(Step::getOrder).startsWith(1, 2, 3);
    }
  }

  @Test
  void monthsAndPracticesAreNotSettled() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      feedTerms(driver, 1, FIRST, "0.500000");
      driver.tick(JUNE, false);
      driver.feed(
          Topics.BUDGET,
          "C1|CONTRACT|C1|2025-05",
          budget("CONTRACT", "C1", "2025-05", "10.00", "1.00", JUNE));
      driver.feed(
          Topics.BUDGET,
          "C1|TIN|123456789|2025",
          budget("TIN", "123456789", "2025", "10.00", "1.00", JUNE));
      assertThat(driver.current(Topics.ESTIMATE)).isEmpty();
    }
  }

  @Test
  void aCorrectionRestatesAndARepeatWritesNothing() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      feedTerms(driver, 1, FIRST, "0.500000");
      driver.tick(JUNE, false);
      feedYear(driver, "900000.00");
      feedYear(driver, "900000.00");
      assertThat(driver.log(Topics.ESTIMATE)).hasSize(1);
      feedYear(driver, "990000.00");
      assertThat(payment(driver)).isEqualTo("0.00");
      assertThat(Objects.requireNonNull(estimate(driver).getExpected()).getLimitsBinding())
          .containsExactly("MINIMUM_SAVINGS_RATE");
    }
  }

  @Test
  void theBusinessDateAndTheTermsMayComeLast() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      feedYear(driver, "900000.00");
      assertThat(driver.current(Topics.ESTIMATE)).isEmpty();
      driver.tick(JUNE, false);
      assertThat(driver.current(Topics.ESTIMATE)).isEmpty();
      feedTerms(driver, 1, FIRST, "0.500000");
      assertThat(payment(driver)).isEqualTo("50000.00");
    }
  }

  @Test
  void aNewVersionOfTheTermsHoldsFromItsMonthOn() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      feedTerms(driver, 1, FIRST, "0.500000");
      driver.tick(JUNE, false);
      feedYear(driver, "900000.00");
      feedTerms(driver, 2, LocalDate.of(2025, 7, 1), "0.400000");
      assertThat(payment(driver)).isEqualTo("50000.00");
      driver.tick(LocalDate.of(2025, 7, 1), false);
      assertThat(payment(driver)).isEqualTo("40000.00");
    }
  }

  @Test
  @DisplayName("the scaled share uses the composite before it was rounded for its topic")
  void qualityArrives() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", terms(1, FIRST, "0.500000", true));
      driver.tick(JUNE, false);
      feedYear(driver, "900000.00");
      assertThat(estimate(driver).getQualityGate()).isEqualTo("UNKNOWN");
      assertThat(estimate(driver).getCompleteTo()).isNull();
      assertThat(Objects.requireNonNull(estimate(driver).getLow()).getPayment())
          .isEqualTo(new BigDecimal("0.00"));
      assertThat(Objects.requireNonNull(estimate(driver).getHigh()).getPayment())
          .isEqualTo(new BigDecimal("50000.00"));
      driver.feed(Topics.SCORE, KEY, score("MET", "0.433333", LocalDate.of(2025, 5, 1)));
      // .5 + .5 x (.43333… - .4) / .4 = .5416666…; 50,000 times it is 27,083.33
      assertThat(payment(driver)).isEqualTo("27083.33");
      assertThat(estimate(driver).getCompleteTo()).isEqualTo(LocalDate.of(2025, 5, 1));
      driver.feed(Topics.SCORE, KEY, score("NOT_MET", "0.433333", JUNE));
      assertThat(payment(driver)).isEqualTo("0.00");
    }
  }

  @Test
  @DisplayName("L4: an estimate ends with its budget and comes back with it")
  void anEstimateEndsWithItsBudget() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      feedTerms(driver, 1, FIRST, "0.500000");
      driver.tick(JUNE, false);
      feedYear(driver, "900000.00");
      driver.feed(Topics.BUDGET, KEY, year("2025", "900000.00"), Op.END);
      assertThat(driver.current(Topics.ESTIMATE)).isEmpty();
      assertThat(driver.log(Topics.ESTIMATE).getLast().getEnvelope().getTenant()).isEqualTo("P1");
      feedYear(driver, "900000.00");
      assertThat(payment(driver)).isEqualTo("50000.00");
    }
  }

  @Test
  void aYearThatHasNotBegunHasNoEstimate() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      feedTerms(driver, 1, FIRST, "0.500000");
      driver.tick(LocalDate.of(2024, 12, 31), false);
      feedYear(driver, "900000.00");
      assertThat(driver.current(Topics.ESTIMATE)).isEmpty();
      driver.tick(FIRST, false);
      assertThat(payment(driver)).isEqualTo("50000.00");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54})
  @DisplayName("L1, L2: any order, with everything doubled, ends in the same estimates")
  void orderFree(long seed) {
    Random random = new Random(seed);
    List<Consumer<FoldDriver>> records =
        new ArrayList<>(
            List.of(
                driver ->
                    driver.feed(
                        Topics.TERMS, "C1|1", terms(1, FIRST.minusYears(1), "0.500000", true)),
                driver ->
                    driver.feed(
                        Topics.TERMS, "C1|2", terms(2, LocalDate.of(2025, 4, 1), "0.400000", true)),
                driver -> driver.feed(Topics.BUDGET, "C1|CONTRACT|C1|2024", year("2024", "900.00")),
                driver -> feedYear(driver, "955123.45"),
                driver -> driver.feed(Topics.SCORE, KEY, score("MET", "0.433333", JUNE))));
    Map<String, SpecificRecord> expected = run(records);
    assertThat(expected).hasSize(2);
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
