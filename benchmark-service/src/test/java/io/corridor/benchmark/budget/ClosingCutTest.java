package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.PeriodRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Claim;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Law L6 for budgets: what a closing freezes, and that it never changes. */
class ClosingCutTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final String KEY = "C1|2025|1|CONTRACT|C1";

  private static FoldDriver driver() {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", Records.terms(1, "100.000000", null));
    driver.feed(
        Topics.ENROLLMENT,
        "m1|P1|cov",
        IntakeRecords.change(null, Records.coverage("m1", "2025-01-01", "2025-12-31")));
    driver.feed(
        Topics.ASSIGNMENT,
        "m1|C1",
        Records.assigned("m1", Records.TIN_A, "2025-01-01", "2026-01-01"));
    return driver;
  }

  private static void claim(FoldDriver driver, String id, String paid) {
    Claim claim = Records.claim(id, 1, "m1", "2025-03-05", paid);
    driver.feed(Topics.CLAIM, "m1|P1|" + id, IntakeRecords.change(null, claim));
  }

  private static FinalBudget frozen(FoldDriver driver, String key) {
    return (FinalBudget)
        Objects.requireNonNull(driver.current(ClosingTopics.FINAL_BUDGET).get(key), key);
  }

  @Test
  @DisplayName("a budget is frozen once the business date of the closing has come, and not before")
  void freezesOnTheDay() {
    try (FoldDriver driver = driver()) {
      claim(driver, "c1", "150.00");
      driver.tick(LocalDate.of(2026, 1, 10), false);
      driver.feed(
          ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closing("C1", 2025, 1, APRIL, "BUDGET"));
      assertThat(driver.log(ClosingTopics.FINAL_BUDGET)).isEmpty();
      driver.tick(LocalDate.of(2026, 3, 31), false);
      assertThat(driver.log(ClosingTopics.FINAL_BUDGET)).isEmpty();
      claim(driver, "c2", "50.00");
      driver.tick(APRIL, false);
      assertThat(driver.current(ClosingTopics.FINAL_BUDGET))
          .containsOnlyKeys(KEY, "C1|2025|1|TIN|" + Records.TIN_A);
      FinalBudget whole = frozen(driver, KEY);
      assertThat(whole.getBusinessDate()).isEqualTo(APRIL);
      assertThat(whole.getKnownAt()).isAfter(java.time.Instant.EPOCH);
      assertThat(Objects.requireNonNull(whole.getBudget()).getCounted()).isEqualTo("200.00");
    }
  }

  @Test
  @DisplayName(
      "L6: later claims, another tick and a repeated closing leave the frozen budget alone")
  void staysAsItWas() {
    try (FoldDriver driver = driver()) {
      claim(driver, "c1", "150.00");
      driver.tick(APRIL, false);
      driver.feed(
          ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closing("C1", 2025, 1, APRIL, "BUDGET"));
      claim(driver, "c2", "50.00");
      driver.tick(APRIL.plusDays(1), false);
      driver.feed(
          ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closing("C1", 2025, 1, APRIL, "RESULT"));
      assertThat(driver.log(ClosingTopics.FINAL_BUDGET)).hasSize(2);
      assertThat(Objects.requireNonNull(frozen(driver, KEY).getBudget()).getCounted())
          .isEqualTo("150.00");
      driver.feed(
          ClosingTopics.PERIOD,
          "C1|2025",
          PeriodRecords.closing("C1", 2025, 2, APRIL.plusDays(1), "BUDGET"));
      FinalBudget again = frozen(driver, "C1|2025|2|CONTRACT|C1");
      assertThat(Objects.requireNonNull(again.getBudget()).getCounted()).isEqualTo("200.00");
      assertThat(driver.log(ClosingTopics.FINAL_BUDGET)).hasSize(4);
    }
  }

  @Test
  @DisplayName("assignments are frozen first; a contract without cost is frozen as nothing")
  void waitsForTheRosterAndMayBeEmpty() {
    try (FoldDriver driver = driver()) {
      driver.tick(APRIL, false);
      driver.feed(
          ClosingTopics.PERIOD,
          "C2|2025",
          PeriodRecords.closing("C2", 2025, 1, APRIL, "ROSTER", "BUDGET"));
      assertThat(driver.log(ClosingTopics.FINAL_BUDGET)).isEmpty();
      driver.feed(
          ClosingTopics.PERIOD, "C2|2025", PeriodRecords.closing("C2", 2025, 1, APRIL, "BUDGET"));
      assertThat(driver.current(ClosingTopics.FINAL_BUDGET))
          .containsOnlyKeys("C2|2025|1|CONTRACT|C2");
      assertThat(frozen(driver, "C2|2025|1|CONTRACT|C2").getBudget()).isNull();
    }
  }

  @Test
  @DisplayName("a closing that is given up before its day freezes nothing")
  void abandoned() {
    try (FoldDriver driver = driver()) {
      driver.tick(LocalDate.of(2026, 1, 10), false);
      driver.feed(
          ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closing("C1", 2025, 1, APRIL, "BUDGET"));
      driver.feed(ClosingTopics.PERIOD, "C1|2025", PeriodRecords.open("C1", 2025));
      driver.tick(APRIL, false);
      assertThat(driver.log(ClosingTopics.FINAL_BUDGET)).isEmpty();
    }
  }
}
