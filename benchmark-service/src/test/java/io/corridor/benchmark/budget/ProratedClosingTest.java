package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.PeriodRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Claim;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit of a member-year at a final settlement (domain.md 2.4, decisions 3). */
@NullUnmarked
class ProratedClosingTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  private static FoldDriver driver() {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", Records.terms(1, "100.000000", "1200.00"));
    member(driver, "half", "2025-07-01", Records.TIN_A);
    member(driver, "whole", "2025-01-01", Records.TIN_B);
    return driver;
  }

  private static void member(FoldDriver driver, String member, String from, String tin) {
    driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|cov",
        IntakeRecords.change(null, Records.coverage(member, from, "2025-12-31")));
    driver.feed(
        Topics.ASSIGNMENT, member + "|C1", Records.assigned(member, tin, from, "2026-01-01"));
  }

  private static Claim claim(FoldDriver driver, String member, String day, String paid) {
    Claim claim = Records.claim(member + day, 1, member, day, paid);
    driver.feed(Topics.CLAIM, member + "|P1|" + member + day, IntakeRecords.change(null, claim));
    return claim;
  }

  private static void close(FoldDriver driver, int number) {
    driver.feed(
        ClosingTopics.PERIOD,
        "C1|2025",
        PeriodRecords.closing("C1", 2025, number, APRIL, "BUDGET"));
  }

  private static BigDecimal counted(FoldDriver driver, int number, String level) {
    FinalBudget frozen =
        (FinalBudget)
            Objects.requireNonNull(
                driver.current(ClosingTopics.FINAL_BUDGET).get("C1|2025|" + number + "|" + level));
    return frozen.getBudget().getCounted();
  }

  private static BigDecimal running(FoldDriver driver) {
    return ((Budget) driver.current(Topics.BUDGET).get("C1|CONTRACT|C1|2025")).getCounted();
  }

  @ParameterizedTest(name = "{0} of {1}: {2} in the running year, {3} in the end")
  @CsvSource({
    "half,500.00,500.00,500.00",
    "half,1000.00,1000.00,600.00",
    "half,5000.00,1200.00,600.00",
    "whole,1000.00,1000.00,1000.00",
    "whole,5000.00,1200.00,1200.00"
  })
  @DisplayName("six months of twelve have half the attachment, in the end and not before")
  void halfTheYearHalfTheLimit(String member, String paid, BigDecimal runs, BigDecimal finals) {
    try (FoldDriver driver = driver()) {
      claim(driver, member, "2025-08-05", paid);
      driver.tick(APRIL, false);
      assertThat(running(driver)).isEqualByComparingTo(runs);
      close(driver, 1);
      assertThat(counted(driver, 1, "CONTRACT|C1")).isEqualByComparingTo(finals);
      assertThat(running(driver)).as("the running year stays").isEqualByComparingTo(runs);
    }
  }

  @Test
  @DisplayName("L3: the frozen contract is the sum of its frozen practices, to the cent")
  void partsSumToTheWhole() {
    try (FoldDriver driver = driver()) {
      claim(driver, "half", "2025-08-05", "333.33");
      claim(driver, "half", "2025-09-05", "333.33");
      claim(driver, "half", "2025-10-05", "333.37");
      claim(driver, "whole", "2025-10-05", "2000.00");
      driver.tick(APRIL, false);
      close(driver, 1);
      assertThat(counted(driver, 1, "TIN|" + Records.TIN_A)).isEqualByComparingTo("600.00");
      assertThat(counted(driver, 1, "TIN|" + Records.TIN_B)).isEqualByComparingTo("1200.00");
      assertThat(counted(driver, 1, "CONTRACT|C1")).isEqualByComparingTo("1800.00");
    }
  }

  @Test
  @DisplayName("L6, late and voided: the first closing stays, the next one knows what came since")
  void nextClosingKnowsMore() {
    try (FoldDriver driver = driver()) {
      Claim voided = claim(driver, "half", "2025-08-05", "1000.00");
      driver.tick(APRIL, false);
      close(driver, 1);
      claim(driver, "half", "2025-09-05", "50.00");
      driver.feed(
          Topics.CLAIM, "half|P1|" + voided.getClaimId(), IntakeRecords.change(voided, null));
      driver.feed(ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closed("C1", 2025, 1));
      claim(driver, "half", "2025-11-05", "700.00");
      close(driver, 2);
      assertThat(counted(driver, 1, "CONTRACT|C1")).isEqualByComparingTo("600.00");
      assertThat(counted(driver, 2, "CONTRACT|C1"))
          .as("750 in six months, at most 600")
          .isEqualByComparingTo("600.00");
      driver.feed(ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closed("C1", 2025, 2));
      Claim late = Records.claim("half2025-11-05", 1, "half", "2025-11-05", "700.00");
      driver.feed(Topics.CLAIM, "half|P1|half2025-11-05", IntakeRecords.change(late, null));
      close(driver, 3);
      assertThat(counted(driver, 3, "CONTRACT|C1"))
          .as("without the voided claim nothing is limited")
          .isEqualByComparingTo("50.00");
    }
  }
}
