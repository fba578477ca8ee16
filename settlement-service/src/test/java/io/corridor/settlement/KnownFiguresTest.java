package io.corridor.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.TermsRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.MedicalLossTerms;
import io.corridor.schemas.Premium;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.ScalePoint;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.UseCategory;
import io.corridor.schemas.UtilizationTerms;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which known figures an estimate takes, and which it must not. */
class KnownFiguresTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
  private static final String KEY = "C1|CONTRACT|C1|2025";

  private static BigDecimal rate(String text) {
    return new BigDecimal(text).setScale(6);
  }

  private static void terms(FoldDriver driver, SettlementTerms settlement) {
    ContractTerms terms =
        TermsRecords.contract(
                "C1",
                1,
                FIRST,
                TermsRecords.attribution(List.of("PCP_SELECTION")).build(),
                2025,
                2026)
            .setSettlement(settlement)
            .setMinLives(1)
            .build();
    driver.feed(Topics.TERMS, "C1|1", terms);
  }

  private static void state(FoldDriver driver, String level, String id, String name, String value) {
    driver.feed(
        StatedTopics.ATTESTATION,
        String.join("|", "C1", level, id, "2025", name),
        Attestation.newBuilder()
            .setPayer("P1")
            .setContract("C1")
            .setLevel(level)
            .setId(id)
            .setYear(2025)
            .setName(name)
            .setValue(rate(value))
            .setVersion(1)
            .setStatus(RecordStatus.ACTIVE)
            .build());
  }

  private static Estimate estimate(FoldDriver driver, String key) {
    return (Estimate) Objects.requireNonNull(driver.current(Topics.ESTIMATE).get(key));
  }

  private static String payment(FoldDriver driver, String key) {
    return Objects.requireNonNull(estimate(driver, key).getExpected()).getPayment().toPlainString();
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

  private static SettlementTerms medicalLoss() {
    return SettlementTerms.newBuilder()
        .setShape("MEDICAL_LOSS_RATIO")
        .setMedicalLoss(
            MedicalLossTerms.newBuilder()
                .setTarget(rate("0.86"))
                .setGainShare(rate("0.5"))
                .setGainCap(rate("0.03"))
                .setLossShare(null)
                .setLossCap(null)
                .setRunoutMonths(List.of(3, 12))
                .build())
        .build();
  }

  private static void premium(FoldDriver driver, String month, String premium) {
    driver.feed(
        StatedTopics.PREMIUM,
        "C1|" + month,
        Premium.newBuilder()
            .setPayer("P1")
            .setContract("C1")
            .setMonth(month)
            .setPremium(new BigDecimal(premium))
            .setTaxesAndFees(new BigDecimal("1000000.00"))
            .setVersion(1)
            .setStatus(RecordStatus.ACTIVE)
            .build());
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
      premium(driver, "2025-06", "96000000.00");
      premium(driver, "2025-07", "96000000.00");
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
