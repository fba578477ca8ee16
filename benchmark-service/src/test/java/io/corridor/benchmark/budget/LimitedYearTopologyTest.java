package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Claim;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A limit on the year ties its months together only while it takes something: a claim is answered
 * in its own month alone, and yet every answer is as if the whole year had been looked at.
 */
@NullUnmarked
class LimitedYearTopologyTest {

  private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 1);
  private static final String WHOLE = "C1|CONTRACT|C1|2025";

  private static FoldDriver driver(String attachment) {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", Records.terms(1, "100.000000", attachment));
    driver.feed(
        Topics.ENROLLMENT,
        "m1|P1|cov",
        IntakeRecords.change(null, Records.coverage("m1", "2025-01-01", null)));
    driver.feed(
        Topics.ASSIGNMENT, "m1|C1", Records.assigned("m1", Records.TIN_A, "2025-01-01", null));
    return driver;
  }

  private static void change(FoldDriver driver, Claim before, Claim after) {
    String id = before == null ? after.getClaimId() : before.getClaimId();
    driver.feed(Topics.CLAIM, "m1|P1|" + id, IntakeRecords.change(before, after));
  }

  private static Claim drawn(Random random, String id, int version) {
    String day =
        String.format(
            java.util.Locale.ROOT,
            "2025-%02d-%02d",
            1 + random.nextInt(11),
            1 + random.nextInt(28));
    return Records.claim(id, version, "m1", day, random.nextInt(-200, 600) + ".37");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("claims around the attachment, replaced and voided, end in the answers of a rebuild")
  void answersOfARebuild(long seed) {
    Random random = new Random(seed);
    Map<String, Claim> held = new LinkedHashMap<>();
    try (FoldDriver live = driver("1000.00");
        FoldDriver rebuilt = driver("1000.00")) {
      live.tick(DECEMBER, true);
      int limited = 0;
      for (int i = 0; i < 40; i++) {
        String id = "c" + random.nextInt(9);
        Claim before = held.get(id);
        Claim after = random.nextInt(3) == 0 ? null : drawn(random, id, i + 1);
        if (before == null && after == null) {
          continue;
        }
        change(live, before, after);
        if (after == null) {
          held.remove(id);
        } else {
          held.put(id, after);
        }
        limited += isLimited(live) ? 1 : 0;
        assertThat(sumOfMonths(live)).as("L3 after change " + i).isEqualTo(counted(live));
      }
      assertThat(limited).as("changes after which the limit bound").isBetween(1, 39);
      held.values().forEach(claim -> change(rebuilt, null, claim));
      rebuilt.tick(DECEMBER, true);
      assertThat(live.current(Topics.MEMBER_MONTH)).isEqualTo(rebuilt.current(Topics.MEMBER_MONTH));
      assertThat(live.current(Topics.BUDGET)).isEqualTo(rebuilt.current(Topics.BUDGET));
    }
  }

  private static boolean isLimited(FoldDriver driver) {
    Budget year = (Budget) driver.current(Topics.BUDGET).get(WHOLE);
    return year.getCounted().compareTo(year.getInScope()) < 0;
  }

  private static BigDecimal counted(FoldDriver driver) {
    return ((Budget) driver.current(Topics.BUDGET).get(WHOLE)).getCounted();
  }

  private static BigDecimal sumOfMonths(FoldDriver driver) {
    List<SpecificRecord> months = new ArrayList<>(driver.current(Topics.MEMBER_MONTH).values());
    return months.stream()
        .map(month -> ((MemberMonth) month).getCounted())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  @DisplayName("a claim below the limit reads the rows of its year once and answers one month")
  void oneReadAndOneAnswer() {
    long more = rowsRead("500000.00") - rowsRead(null);
    assertThat(more).as("rows of nine other months, and the last answer").isBetween(1L, 12L);
  }

  private static long rowsRead(String attachment) {
    try (FoldDriver driver = driver(attachment)) {
      driver.tick(DECEMBER, true);
      for (int month = 1; month <= 9; month++) {
        change(
            driver, null, Records.claim("c" + month, 1, "m1", "2025-0" + month + "-05", "90.00"));
      }
      int answers = driver.log(Topics.MEMBER_MONTH).size();
      StoreMeter.Counts before = driver.storeCounts();
      change(driver, null, Records.claim("c10", 1, "m1", "2025-10-05", "90.00"));
      StoreMeter.Counts cost = driver.storeCounts().since(before);
      assertThat(driver.log(Topics.MEMBER_MONTH)).hasSize(answers + 1);
      return cost.rowsRead();
    }
  }
}
