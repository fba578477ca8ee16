package io.corridor.settlement;

import static io.corridor.settlement.Records.rate;
import static io.corridor.settlement.ShapedYear.JUNE;
import static io.corridor.settlement.ShapedYear.KEY;
import static io.corridor.settlement.ShapedYear.estimate;
import static io.corridor.settlement.ShapedYear.medicalLoss;
import static io.corridor.settlement.ShapedYear.payment;
import static io.corridor.settlement.ShapedYear.premium;
import static io.corridor.settlement.ShapedYear.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.TermsRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.ScalePoint;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.UseCategory;
import io.corridor.schemas.UtilizationTerms;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which known figures an estimate takes, and which it must not. */
class KnownFiguresTest {

  private static void terms(FoldDriver driver, SettlementTerms settlement) {
    driver.feed(Topics.TERMS, "C1|1", ShapedYear.terms(1, settlement));
  }

  @Test
  @DisplayName("an ACO has what its contract has, and what is stated of it stands over that")
  void aco() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      terms(
          driver,
          TermsRecords.oneSided("0.500000")
              .setMinimumSavingsRate(rate("0.02"))
              .setLevels(List.of("ACO"))
              .build());
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "900000.00"));
      assertThat(driver.current(Topics.ESTIMATE)).containsOnlyKeys("C1|ACO|A1|2025");
      assertThat(payment(driver, "C1|ACO|A1|2025")).isEqualTo("50000.00");
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "800000.00"));
      assertThat(payment(driver, "C1|ACO|A1|2025")).isEqualTo("100000.00");
    }
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      terms(driver, SettlementTerms.newBuilder(medicalLoss()).setLevels(List.of("ACO")).build());
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "77900000.00"));
      state(driver, "CONTRACT", "C1", "premium", "96000000");
      state(driver, "CONTRACT", "C1", "taxesAndFees", "1000000");
      state(driver, "CONTRACT", "C1", "qualityImprovement", "900000");
      state(driver, "CONTRACT", "C1", "unpaidClaims", "0");
      assertThat(payment(driver, "C1|ACO|A1|2025")).isEqualTo("1450000.00");
      state(driver, "ACO", "A1", "premium", "95000000");
      assertThat(payment(driver, "C1|ACO|A1|2025")).isEqualTo("1020000.00");
    }
  }

  @Test
  @DisplayName("the premium of a month counts once the month has begun, as its cost does")
  void premiumOfMonthsToCome() {
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      terms(driver, medicalLoss());
      driver.tick(JUNE, false);
      driver.feed(Topics.BUDGET, KEY, Records.year("2025", "77900000.00"));
      state(driver, "CONTRACT", "C1", "qualityImprovement", "900000");
      state(driver, "CONTRACT", "C1", "unpaidClaims", "0");
      premium(driver, "2025-06", "96000000.00", "1000000.00");
      premium(driver, "2025-07", "96000000.00", "1000000.00");
      assertThat(payment(driver, KEY)).isEqualTo("1450000.00");
      LocalDate july = LocalDate.of(2025, 7, 1);
      driver.tick(july, false);
      driver.feed(
          Topics.BUDGET,
          KEY,
          Records.budget("CONTRACT", "C1", "2025", "1000000.00", "77900000.00", july));
      assertThat(payment(driver, KEY)).isNotEqualTo("1450000.00");
    }
  }

  @Test
  @DisplayName(
      "a budget by category that names no admission had none; one that is not split tells nothing")
  void noCases() {
    SettlementTerms use =
        SettlementTerms.newBuilder()
            .setShape("UTILIZATION_INDEX")
            .setUtilization(
                UtilizationTerms.newBuilder()
                    .setCategories(
                        List.of(new UseCategory("INPATIENT", rate("1"), "LESS_IS_BETTER")))
                    .setIndexCeiling(rate("2"))
                    .setFullCredibilityMemberMonths(rate("100"))
                    .setPayoutPmpm(
                        List.of(
                            new ScalePoint(rate("0"), rate("5")),
                            new ScalePoint(rate("1"), rate("0"))))
                    .setMinimumMemberMonths(rate("0"))
                    .build())
            .build();
    Budget whole = Records.year("2025", "900.00");
    BigDecimal zero = new BigDecimal("0.00");
    Budget split =
        Budget.newBuilder(whole)
            .setCategories(
                List.of(
                    BudgetCategory.newBuilder()
                        .setCategory("ED")
                        .setAllowed(zero)
                        .setInScope(zero)
                        .setPaid(zero)
                        .setCounted(new BigDecimal("900.00"))
                        .setBudget(zero)
                        .setCases(3L)
                        .build()))
            .build();
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      terms(driver, use);
      driver.tick(JUNE, false);
      state(driver, "CONTRACT", "C1", "use.INPATIENT.expected", "4");
      driver.feed(Topics.BUDGET, KEY, whole);
      assertThat(estimate(driver, KEY).getRefusedFigures()).contains("use.INPATIENT.actual");
      driver.feed(Topics.BUDGET, KEY, split);
      // No admission where four were expected: five dollars for each of 9,600 member months.
      assertThat(payment(driver, KEY)).isEqualTo("48000.00");
    }
  }
}
