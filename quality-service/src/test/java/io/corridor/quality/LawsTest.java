package io.corridor.quality;

import static io.corridor.common.fixture.AssignmentRecords.assignment;
import static io.corridor.common.fixture.IntakeRecords.change;
import static io.corridor.quality.Records.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Gap;
import io.corridor.schemas.Score;
import io.corridor.schemas.Sex;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of DESIGN section 3 on the real topology. */
class LawsTest {

  private static final List<String> TICKS =
      List.of("2025-03-01", "2025-08-01", "2025-11-01", "2026-02-01", "2026-10-15");
  private static final List<String> CODES =
      List.of("77067", "G0202", "82274", "45378", "81528", "99283", "G9473", "99213", "19303");

  private record Change(Topic<?> topic, String key, SpecificRecord body) {}

  /** A seeded history and what still holds at its end. */
  private static final class History {
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Claim> claims = new TreeMap<>();
    private final Map<String, EnrollmentRecord> enrollment = new TreeMap<>();
    private final Random random;

    History(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 6; i++) {
        member("m" + i);
      }
    }

    private void member(String member) {
      LocalDate born = LocalDate.of(1948 + random.nextInt(30), 1 + random.nextInt(12), 1);
      put(member, person("per", born, random.nextInt(4) == 0 ? Sex.MALE : Sex.FEMALE));
      LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(420));
      put(member, coverage("cov", from, null));
      if (random.nextInt(3) == 0) {
        put(member, coverage("cov", from, from.plusDays(300 + random.nextInt(400))));
        put(member, coverage("cov2", from.plusDays(320), null));
      }
      changes.add(
          new Change(
              Topics.ASSIGNMENT,
              member + "|C1",
              assignment(
                  member,
                  "C1",
                  span("2025-01-01", "2025-06-01", T1),
                  span("2025-07-01", null, random.nextInt(2) == 0 ? T1 : T2))));
      int count = random.nextInt(9);
      for (int i = 0; i < count; i++) {
        claim(member, "c" + i);
      }
    }

    private void claim(String member, String id) {
      int versions = 1 + random.nextInt(3);
      for (int i = 0; i < versions; i++) {
        LocalDate day = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(1200));
        String code = CODES.get(random.nextInt(CODES.size()));
        put(
            member,
            random.nextInt(4) == 0
                ? facility(id, random.nextBoolean() ? "131" : "111", "H1", day, code)
                : service(
                    id,
                    random.nextInt(5) == 0 ? ClaimStatus.REVERSED : ClaimStatus.PAID,
                    day,
                    code));
      }
    }

    private void put(String member, Claim after) {
      String key = member + "|P1|" + after.getClaimId();
      changes.add(new Change(Topics.CLAIM, key, change(claims.put(key, after), after)));
    }

    private void put(String member, EnrollmentRecord after) {
      String key = member + "|P1|" + after.getRecordId();
      changes.add(new Change(Topics.ENROLLMENT, key, change(enrollment.put(key, after), after)));
    }

    List<Change> voids() {
      List<Change> voids = new ArrayList<>();
      claims.forEach((key, claim) -> voids.add(new Change(Topics.CLAIM, key, change(claim, null))));
      enrollment.forEach(
          (key, record) -> voids.add(new Change(Topics.ENROLLMENT, key, change(record, null))));
      return voids;
    }
  }

  private static FoldDriver run(List<Change> changes, long seed) {
    List<Change> order = new ArrayList<>(changes);
    Random random = new Random(seed);
    Collections.shuffle(order, random);
    FoldDriver driver = new FoldDriver(new QualityStage());
    driver.feed(Topics.TERMS, "C1|1", terms(1, "2020-01-01", "20"));
    int tick = 0;
    for (Change change : order) {
      if (tick < TICKS.size() && random.nextInt(order.size()) < TICKS.size()) {
        driver.tick(day(TICKS.get(tick++)), false);
      }
      driver.feed(change.topic(), change.key(), change.body());
    }
    driver.tick(day("2026-10-15"), false);
    driver.tick(day("2026-10-15"), false);
    return driver;
  }

  private static Map<String, SpecificRecord> current(FoldDriver driver) {
    Map<String, SpecificRecord> all = new TreeMap<>(driver.current(Topics.GAP));
    all.putAll(driver.current(Topics.SCORE));
    return all;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("L1, L2: any order of the accepted changes and any places of the ticks end alike")
  void orderFree(long seed) {
    History history = new History(seed);
    try (FoldDriver one = run(history.changes, seed);
        FoldDriver two = run(history.changes, seed + 1000)) {
      assertThat(current(one)).isNotEmpty().isEqualTo(current(two));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("L3, L5: scores are the gaps counted again")
  void scoresAreTheirGaps(long seed) {
    try (FoldDriver driver = run(new History(seed).changes, seed)) {
      Map<String, long[]> counted = new TreeMap<>();
      driver
          .current(Topics.GAP)
          .values()
          .forEach(body -> {
            Gap gap = (Gap) body;
            if (gap.getState().equals("PROSPECTIVE")) {
              return;
            }
            long[] counts =
                counted.computeIfAbsent(
                    gap.getTin() + "|" + gap.getPeriod() + "|" + gap.getMeasure(),
                    key -> new long[3]);
            boolean asked = !gap.getState().equals("EXCLUDED");
            counts[0] += gap.getState().equals("CLOSED") ? 1 : 0;
            counts[1] += asked ? 1 : 0;
            counts[2] += gap.getState().equals("EXCLUDED") ? 1 : 0;
          });
      Map<String, long[]> scored = new TreeMap<>();
      driver
          .current(Topics.SCORE)
          .values()
          .forEach(body -> {
            Score score = (Score) body;
            score.getMeasures().stream()
                .filter(measure -> !measure.getMeasure().equals("Q14"))
                .filter(measure -> score.getLevel().equals("TIN"))
                .filter(measure -> measure.getDenominator() + measure.getExcluded() > 0)
                .forEach(measure ->
                    scored.put(
                        score.getId() + "|" + score.getPeriod() + "|" + measure.getMeasure(),
                        new long[] {
                          measure.getNumerator(), measure.getDenominator(), measure.getExcluded()
                        }));
          });
      assertThat(scored.keySet()).isNotEmpty().isEqualTo(counted.keySet());
      scored.forEach((key, counts) -> assertThat(counts).as(key).isEqualTo(counted.get(key)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {7, 8})
  @DisplayName("L4: voiding every claim and span leaves no gap")
  void retraction(long seed) {
    History history = new History(seed);
    try (FoldDriver driver = run(history.changes, seed)) {
      history.voids().forEach(change -> driver.feed(change.topic(), change.key(), change.body()));
      assertThat(driver.current(Topics.GAP)).isEmpty();
    }
  }

  @Test
  @DisplayName("L9: the 2,000th claim of a member reads and writes as many rows as the 200th")
  void flatCost() {
    assertFlatCost(200, 2_000);
  }

  @Test
  @Tag("acceptance")
  @DisplayName("L9: the 10,000th claim of a member reads and writes as many rows as the 1,000th")
  void flatCostOfManyClaims() {
    assertFlatCost(1_000, 10_000);
  }

  private static void assertFlatCost(int few, int many) {
    try (FoldDriver driver = run(List.of(), 1)) {
      driver.feed(
          Topics.ENROLLMENT,
          "m|P1|per",
          change(null, person("per", day("1965-05-05"), Sex.FEMALE)));
      driver.feed(
          Topics.ENROLLMENT, "m|P1|cov", change(null, coverage("cov", day("2024-01-01"), null)));
      driver.feed(Topics.ASSIGNMENT, "m|C1", assignment("m", "C1", span("2026-01-01", null, T1)));
      StoreMeter.Counts early = cost(driver, 0, few);
      StoreMeter.Counts last = cost(driver, few, many);
      assertThat(last.rowsRead()).isEqualTo(early.rowsRead());
      assertThat(last.rowsWritten()).isEqualTo(early.rowsWritten());
    }
  }

  private static StoreMeter.Counts cost(FoldDriver driver, int from, int until) {
    StoreMeter.Counts before = driver.storeCounts();
    for (int i = from; i < until; i++) {
      before = driver.storeCounts();
      LocalDate day = day("2026-01-01").plusDays(i % 20);
      Claim claim =
          i % 2 == 0
              ? service("c" + i, ClaimStatus.PAID, day, "77067")
              : facility("c" + i, "131", "H1", day, "99283");
      driver.feed(Topics.CLAIM, "m|P1|c" + i, change(null, claim));
    }
    return driver.storeCounts().since(before);
  }
}
