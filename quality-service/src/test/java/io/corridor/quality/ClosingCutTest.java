package io.corridor.quality;

import static io.corridor.common.fixture.AssignmentRecords.assignment;
import static io.corridor.common.fixture.IntakeRecords.change;
import static io.corridor.quality.Records.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.PeriodRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.FinalScore;
import io.corridor.schemas.MeasureScore;
import io.corridor.schemas.Sex;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Law L6 for scores: what a closing freezes, and that it never changes. */
class ClosingCutTest {

  private static final LocalDate DAY = day("2026-04-01");
  private static final String KEY = "C1|2025|1|CONTRACT|C1";

  private static FinalScore frozen(FoldDriver driver, String key) {
    return (FinalScore)
        Objects.requireNonNull(driver.current(ClosingTopics.FINAL_SCORE).get(key), key);
  }

  private static long met(FinalScore frozen) {
    return Objects.requireNonNull(frozen.getScore()).getMeasures().stream()
        .filter(measure -> measure.getMeasure().equals("Q01"))
        .mapToLong(MeasureScore::getNumerator)
        .sum();
  }

  @Test
  @DisplayName("a score is frozen at the cut, and stays as it was when evidence comes later")
  void freezesOnce() {
    try (FoldDriver driver = new FoldDriver(new QualityStage())) {
      driver.feed(Topics.TERMS, "C1|1", terms(1, "2020-01-01", "20"));
      driver.feed(
          Topics.ENROLLMENT,
          "m1|P1|per",
          change(null, person("per", day("1965-05-05"), Sex.FEMALE)));
      driver.feed(
          Topics.ENROLLMENT, "m1|P1|cov", change(null, coverage("cov", day("2024-01-01"), null)));
      driver.feed(Topics.ASSIGNMENT, "m1|C1", assignment("m1", "C1", span("2025-01-01", null, T1)));
      driver.tick(DAY.minusDays(1), false);
      driver.feed(
          ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closing("C1", 2025, 1, DAY, "SCORE"));
      assertThat(driver.log(ClosingTopics.FINAL_SCORE)).isEmpty();
      driver.tick(DAY, false);
      FinalScore first = frozen(driver, KEY);
      assertThat(first.getBusinessDate()).isEqualTo(DAY);
      assertThat(met(first)).isZero();
      driver.feed(
          Topics.CLAIM,
          "m1|P1|a",
          change(null, service("a", ClaimStatus.PAID, day("2025-02-01"), "77067")));
      driver.tick(DAY.plusDays(1), false);
      assertThat(frozen(driver, KEY)).isEqualTo(first);
      driver.feed(
          ClosingTopics.PERIOD,
          "C1|2025",
          PeriodRecords.closing("C1", 2025, 2, DAY.plusDays(1), "SCORE"));
      assertThat(met(frozen(driver, "C1|2025|2|CONTRACT|C1"))).isEqualTo(1);
    }
  }
}
