package io.corridor.common.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.schemas.Budget;
import io.corridor.schemas.CashCell;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.Op;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The fold with a stage that only adds cents: what holds here holds for every service. */
class FoldTest {

  private static final String MEMBER = "m1";

  private static ClaimChange cash(String month, String dollars) {
    return ClaimChange.newBuilder()
        .setCash(
            List.of(
                new CashCell(month, month, new BigDecimal(dollars), new BigDecimal("0.00"), null)))
        .build();
  }

  private static String paid(Map<String, SpecificRecord> current, String key) {
    return budget(current, key).getPaid().toPlainString();
  }

  private static Budget budget(Map<String, SpecificRecord> current, String key) {
    return (Budget) Objects.requireNonNull(current.get(key), key);
  }

  @Test
  void answersFollowFactsAndTotalsFollowAnswers() {
    try (FoldDriver driver = new FoldDriver(new AddingStage())) {
      driver.tick(LocalDate.of(2025, 2, 1), false);
      driver.feed(Topics.CLAIM, "m1|P|a", cash("2025-01", "10.25"));
      driver.feed(Topics.CLAIM, "m2|P|b", cash("2025-01", "5.00"));
      driver.feed(Topics.CLAIM, "m1|P|c", cash("2025-01", "-0.25"));
      Map<String, SpecificRecord> current = driver.current(Topics.BUDGET);
      assertThat(paid(current, "m1|2025-01")).isEqualTo("10.00");
      assertThat(paid(current, "C1|TIN|T1|2025-01")).isEqualTo("15.00");
      assertThat(paid(current, "C1|CONTRACT|C1|2025-01")).isEqualTo("15.00");
    }
  }

  @Test
  void beforeTheFirstTickNothingIsAnsweredAndTheFirstTickAnswersAll() {
    try (FoldDriver driver = new FoldDriver(new AddingStage())) {
      for (int i = 0; i < 1_200; i++) {
        driver.feed(Topics.CLAIM, "m" + i + "|P|a", cash("2025-01", "1.00"));
      }
      assertThat(driver.log(Topics.BUDGET)).isEmpty();
      driver.tick(LocalDate.of(2025, 2, 1), false);
      assertThat(paid(driver.current(Topics.BUDGET), "C1|CONTRACT|C1|2025-01"))
          .as("more members than a slice holds")
          .isEqualTo("1200.00");
    }
  }

  @Test
  void totalsSayUpToWhichBusinessDateTheyAreComplete() {
    try (FoldDriver driver = new FoldDriver(new AddingStage())) {
      driver.feed(Topics.CLAIM, "m1|P|a", cash("2025-01", "1.00"));
      driver.tick(LocalDate.of(2025, 2, 1), false);
      driver.tick(LocalDate.of(2025, 3, 1), false);
      Budget total = budget(driver.current(Topics.BUDGET), "C1|CONTRACT|C1|2025-01");
      assertThat(total.getCompleteTo()).isEqualTo(LocalDate.of(2025, 3, 1));
      assertThat(driver.log(Topics.PROGRESS)).hasSize(2);
    }
  }

  @Test
  void lawL1_anyOrderEndsInTheSameBodies() {
    long seed = 20260101;
    List<ClaimChange> changes = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      changes.add(
          cash("2025-0" + (1 + random.nextInt(9)), (random.nextInt(20_000) - 5_000) / 100 + ".00"));
    }
    Map<String, SpecificRecord> first = run(changes);
    Collections.shuffle(changes, random);
    assertThat(run(changes)).as("seed " + seed).isEqualTo(first);
  }

  private static Map<String, SpecificRecord> run(List<ClaimChange> changes) {
    try (FoldDriver driver = new FoldDriver(new AddingStage())) {
      driver.tick(LocalDate.of(2025, 2, 1), false);
      changes.forEach(change -> driver.feed(Topics.CLAIM, MEMBER + "|P|x", change));
      driver.tick(LocalDate.of(2025, 12, 1), false);
      return driver.current(Topics.BUDGET);
    }
  }

  @Test
  void versionsGrowByOneAndUnchangedAnswersAreNotWritten() {
    try (FoldDriver driver = new FoldDriver(new AddingStage())) {
      driver.tick(LocalDate.of(2025, 2, 1), false);
      driver.feed(Topics.CLAIM, "m1|P|a", cash("2025-01", "10.00"));
      driver.feed(Topics.CLAIM, "m1|P|b", cash("2025-01", "0.00"));
      driver.feed(Topics.CLAIM, "m1|P|c", cash("2025-01", "1.00"));
      List<Long> versions =
          driver.log(Topics.BUDGET).stream()
              .filter(value -> value.getEnvelope().getEntityId().equals("m1|2025-01"))
              .map(value -> value.getEnvelope().getVersion())
              .toList();
      assertThat(versions).containsExactly(1L, 2L);
      assertThat(driver.log(Topics.BUDGET).getFirst().getEnvelope().getOp()).isEqualTo(Op.CREATE);
    }
  }

  @Test
  void aRecordThatFailsThreeTimesGoesToTheDeadLettersUnchanged() {
    try (FoldDriver driver = new FoldDriver(new AddingStage())) {
      byte[] broken = "not avro".getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> driver.feedBytes(Topics.CLAIM, "m1|P|a", broken))
          .hasStackTraceContaining("SerdeException");
      assertThat(driver.raw(Topics.deadLetter("benchmark"))).isEmpty();
    }
  }
}
