package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.CashCell;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.CompletionTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.RiskTerms;
import io.corridor.schemas.Sex;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Flat cost of a claim under a contract that asks for everything. */
@NullUnmarked
class CostLawsTest {

  private static final int EARLY = 100;
  private static final int LATE = 700;

  private static ContractTerms terms() {
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", "500000.00"))
        .setMemberMonths("PRORATE")
        .setCost(
            CostTerms.newBuilder()
                .setPersonYears(true)
                .setRisk(RiskTerms.newBuilder().setModel("CMS_HCC").setRecapture(true).build())
                .setCompletion(CompletionTerms.newBuilder().build())
                .setPreliminary(true)
                .setUnbilledStay(new BigDecimal("12000.00"))
                .setLevels(List.of("NPI", "ACO", "PAYER", "ORGANISATION"))
                .setOrganisation("ORG")
                .build())
        .build();
  }

  @Test
  @DisplayName("L9: the 700th claim of a member reads and writes as many rows as the 100th")
  void lawL9_flatCost() {
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      driver.feed(Topics.TERMS, "C1|1", terms());
      driver.feed(
          Topics.ENROLLMENT,
          "m1|P1|cov",
          IntakeRecords.change(null, Records.coverage("m1", "2025-01-01", null)));
      driver.feed(
          Topics.ENROLLMENT,
          "m1|P1|p",
          IntakeRecords.change(null, Records.person("m1", "1950-01-01", Sex.MALE)));
      driver.feed(
          Topics.ASSIGNMENT, "m1|C1", Records.assigned("m1", Records.TIN_A, "2025-01-01", null));
      driver.tick(LocalDate.of(2025, 4, 1), true);
      StoreMeter.Counts early = null;
      StoreMeter.Counts late = null;
      for (int i = 1; i <= LATE; i++) {
        StoreMeter.Counts before = driver.storeCounts();
        claim(driver, i);
        StoreMeter.Counts cost = driver.storeCounts().since(before);
        early = i == EARLY ? cost : early;
        late = i == LATE ? cost : late;
      }
      assertThat(late.rowsRead()).isEqualTo(early.rowsRead());
      assertThat(late.rowsWritten()).isEqualTo(early.rowsWritten());
      assertThat(late.bytesRead()).isLessThan(early.bytesRead() + 600);
    }
  }

  /** Claims of three months, so that the hundredth and every third after it are of one month. */
  private static void claim(FoldDriver driver, int number) {
    int month = 1 + number % 3;
    Claim claim = Records.diagnosed("c" + number, "m1", "2025-0" + month + "-05", "E1122", "I5032");
    BigDecimal paid = new BigDecimal("100.00");
    driver.feed(
        Topics.CLAIM,
        "m1|P1|c" + number,
        ClaimChange.newBuilder()
            .setAfter(claim)
            .setCash(
                List.of(new CashCell("2025-03", "2025-0" + month, paid, paid, "OTHER_MEDICAL")))
            .build());
  }
}
