package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.Op;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmark service without a broker: real serdes, real store, laws by name. */
@NullUnmarked
class BenchmarkTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);

  private static FoldDriver driver() {
    return new FoldDriver(new BenchmarkStage());
  }

  private static void terms(FoldDriver driver, ContractTerms terms) {
    driver.feed(Topics.TERMS, "C1|" + terms.getVersion(), terms);
  }

  private static void member(FoldDriver driver, String member, String tin) {
    driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|cov",
        IntakeRecords.change(null, Records.coverage(member, "2025-01-01", null)));
    driver.feed(
        Topics.ASSIGNMENT, member + "|C1", Records.assigned(member, tin, "2025-01-01", null));
  }

  private static void claim(FoldDriver driver, Claim before, Claim after) {
    String member = Objects.requireNonNullElse(after, before).getMember();
    driver.feed(Topics.CLAIM, member + "|P1|c", IntakeRecords.change(before, after));
  }

  private static Budget budget(FoldDriver driver, String key) {
    return (Budget) Objects.requireNonNull(driver.current(Topics.BUDGET).get(key), key);
  }

  private static String paid(FoldDriver driver, String key) {
    return budget(driver, key).getPaid().toPlainString();
  }

  @Test
  @DisplayName("Cost, member months and budget by practice and contract, by month and year to date")
  void runsCostAgainstBudget() {
    try (FoldDriver driver = driver()) {
      terms(driver, Records.terms(1, "100.000000", null));
      member(driver, "m1", Records.TIN_A);
      member(driver, "m2", Records.TIN_B);
      driver.tick(APRIL, true);
      claim(driver, null, Records.claim("c1", 1, "m1", "2025-03-05", "150.25"));
      claim(driver, null, Records.claim("c2", 1, "m2", "2025-02-05", "20.00"));
      Budget march = budget(driver, "C1|TIN|111111111|2025-03");
      assertThat(march.getPaid()).isEqualByComparingTo("150.25");
      assertThat(march.getBudget()).isEqualByComparingTo("100.00");
      assertThat(march.getVariance()).isEqualByComparingTo("-50.25");
      assertThat(march.getMembers()).isEqualTo(1);
      Budget year = budget(driver, "C1|CONTRACT|C1|2025");
      assertThat(year.getMemberMonths()).isEqualByComparingTo("8");
      assertThat(year.getBudget()).isEqualByComparingTo("800.00");
      assertThat(year.getCounted()).isEqualByComparingTo("170.25");
      assertThat(year.getCompleteTo()).isEqualTo(APRIL);
    }
  }

  @Test
  @DisplayName(
      "Corrected: a replacement that moves the month moves the cents, and nothing stays behind")
  void replacementMovesMonthAndAmount() {
    try (FoldDriver driver = driver()) {
      terms(driver, Records.terms(1, "100.000000", null));
      member(driver, "m1", Records.TIN_A);
      driver.tick(APRIL, true);
      Claim first = Records.claim("c1", 1, "m1", "2025-03-05", "150.00");
      claim(driver, null, first);
      claim(driver, first, Records.claim("c1", 2, "m1", "2025-02-05", "90.00"));
      assertThat(paid(driver, "C1|TIN|111111111|2025-03")).isEqualTo("0.00");
      assertThat(paid(driver, "C1|TIN|111111111|2025-02")).isEqualTo("90.00");
      assertThat(paid(driver, "C1|CONTRACT|C1|2025")).isEqualTo("90.00");
    }
  }

  @Test
  @DisplayName("Retro-termination takes the months and their claims away")
  void retroTerminationRemovesMonths() {
    try (FoldDriver driver = driver()) {
      terms(driver, Records.terms(1, "100.000000", null));
      member(driver, "m1", Records.TIN_A);
      driver.tick(APRIL, true);
      claim(driver, null, Records.claim("c1", 1, "m1", "2025-03-05", "150.00"));
      driver.feed(
          Topics.ENROLLMENT,
          "m1|P1|cov",
          IntakeRecords.change(
              Records.coverage("m1", "2025-01-01", null),
              Records.coverage("m1", "2025-01-01", "2025-01-31")));
      assertThat(driver.current(Topics.MEMBER_MONTH)).containsOnlyKeys("m1|C1|2025-01");
      assertThat(budget(driver, "C1|CONTRACT|C1|2025").getMemberMonths()).isEqualByComparingTo("1");
      assertThat(paid(driver, "C1|CONTRACT|C1|2025")).isEqualTo("0.00");
    }
  }

  @Test
  @DisplayName(
      "A moved assignment moves the cost to the other practice; new terms re-derive totals")
  void assignmentAndTermsMayChange() {
    try (FoldDriver driver = driver()) {
      terms(driver, Records.terms(1, "100.000000", null));
      member(driver, "m1", Records.TIN_A);
      driver.tick(APRIL, true);
      claim(driver, null, Records.claim("c1", 1, "m1", "2025-03-05", "150.00"));
      driver.feed(
          Topics.ASSIGNMENT, "m1|C1", Records.assigned("m1", Records.TIN_B, "2025-01-01", null));
      assertThat(driver.current(Topics.BUDGET)).doesNotContainKey("C1|TIN|111111111|2025-03");
      assertThat(paid(driver, "C1|TIN|222222222|2025-03")).isEqualTo("150.00");
      terms(driver, Records.terms(2, "200.000000", "100.00"));
      Budget march = budget(driver, "C1|TIN|222222222|2025-03");
      assertThat(march.getBudget()).isEqualByComparingTo("200.00");
      assertThat(march.getCounted()).isEqualByComparingTo("100.00");
      assertThat(march.getInScope()).isEqualByComparingTo("150.00");
    }
  }

  @Test
  @DisplayName("A month begins without any event: the tick alone makes it")
  void tickBeginsAMonth() {
    try (FoldDriver driver = driver()) {
      terms(driver, Records.terms(1, "100.000000", null));
      member(driver, "m1", Records.TIN_A);
      driver.tick(APRIL, true);
      assertThat(driver.current(Topics.MEMBER_MONTH)).hasSize(4);
      driver.tick(APRIL.plusMonths(1), true);
      assertThat(driver.current(Topics.MEMBER_MONTH)).containsKey("m1|C1|2025-05").hasSize(5);
      driver.tick(LocalDate.of(2026, 2, 1), true);
      assertThat(driver.current(Topics.MEMBER_MONTH)).as("the year has ended").hasSize(12);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName(
      "L1: any order of accepted changes ends in the same bodies; L3: totals equal members")
  void lawL1_orderFree_lawL3_conservation(long seed) {
    Map<String, List<Consumer<FoldDriver>>> histories = histories(new Random(seed));
    Map<String, Map<String, SpecificRecord>> first = run(histories, new Random(seed + 100));
    Map<String, Map<String, SpecificRecord>> second = run(histories, new Random(seed + 200));
    assertThat(second).as("seed " + seed).isEqualTo(first);
    conserved(first);
  }

  /**
   * Changes by entity: inside an entity the ledger keeps the order, across entities nothing does.
   */
  private static Map<String, List<Consumer<FoldDriver>>> histories(Random random) {
    Map<String, List<Consumer<FoldDriver>>> histories = new TreeMap<>();
    histories.put(
        "terms", List.of(driver -> terms(driver, Records.terms(1, "100.000000", "500.00"))));
    for (int m = 0; m < 6; m++) {
      String member = "m" + m;
      String tin = m % 2 == 0 ? Records.TIN_A : Records.TIN_B;
      histories.put(member, List.of(driver -> member(driver, member, tin)));
      for (int c = 0; c < 8; c++) {
        histories.put(member + "c" + c, claimHistory(member, "c" + m + "-" + c, random));
      }
    }
    return histories;
  }

  private static List<Consumer<FoldDriver>> claimHistory(String member, String id, Random random) {
    List<Consumer<FoldDriver>> history = new ArrayList<>();
    Claim before = null;
    for (int version = 1; version <= 1 + random.nextInt(3); version++) {
      Claim known = before;
      Claim after =
          Records.claim(
              id,
              version,
              member,
              "2025-0" + (1 + random.nextInt(4)) + "-1" + random.nextInt(9),
              random.nextInt(300) + ".5" + random.nextInt(10));
      history.add(driver -> claim(driver, known, after));
      before = after;
    }
    if (random.nextInt(4) == 0) {
      Claim last = before;
      history.add(driver -> claim(driver, last, null));
    }
    return history;
  }

  private static Map<String, Map<String, SpecificRecord>> run(
      Map<String, List<Consumer<FoldDriver>>> histories, Random order) {
    try (FoldDriver driver = driver()) {
      List<String> entities = new ArrayList<>();
      histories.forEach((entity, changes) -> changes.forEach(change -> entities.add(entity)));
      entities.add("tick");
      Collections.shuffle(entities, order);
      Map<String, Integer> next = new TreeMap<>();
      for (String entity : entities) {
        if (entity.equals("tick")) {
          driver.tick(LocalDate.of(2025, 2, 1), false);
        } else {
          histories.get(entity).get(next.merge(entity, 1, Integer::sum) - 1).accept(driver);
        }
      }
      driver.tick(LocalDate.of(2025, 5, 1), false);
      return Map.of(
          "months", driver.current(Topics.MEMBER_MONTH),
          "budgets", driver.current(Topics.BUDGET));
    }
  }

  private static void conserved(Map<String, Map<String, SpecificRecord>> answers) {
    BigDecimal members =
        answers.get("months").values().stream()
            .map(month -> ((MemberMonth) month).getCounted())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Budget contract = (Budget) answers.get("budgets").get("C1|CONTRACT|C1|2025");
    assertThat(contract.getCounted()).isEqualByComparingTo(members);
    BigDecimal practices =
        answers.get("budgets").values().stream()
            .map(Budget.class::cast)
            .filter(row -> row.getLevel().equals("TIN") && row.getPeriod().equals("2025"))
            .map(Budget::getCounted)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(practices).isEqualByComparingTo(members);
  }

  @Test
  @DisplayName("L4: voiding everything leaves no current row")
  void lawL4_retraction() {
    try (FoldDriver driver = driver()) {
      terms(driver, Records.terms(1, "100.000000", "500.00"));
      member(driver, "m1", Records.TIN_A);
      driver.tick(APRIL, true);
      Claim claim = Records.claim("c1", 1, "m1", "2025-03-05", "150.00");
      claim(driver, null, claim);
      driver.feed(Topics.CLAIM, "m1|P1|c", IntakeRecords.change(claim, null));
      driver.feed(
          Topics.ENROLLMENT,
          "m1|P1|cov",
          IntakeRecords.change(Records.coverage("m1", "2025-01-01", null), null));
      driver.feed(
          Topics.ASSIGNMENT,
          "m1|C1",
          Records.assigned("m1", Records.TIN_A, "2025-01-01", null),
          Op.END);
      assertThat(driver.current(Topics.MEMBER_MONTH)).isEmpty();
      assertThat(driver.current(Topics.BUDGET)).isEmpty();
    }
  }

  @Test
  @DisplayName("L9: the 2,000th claim of a member reads and writes as many rows as the 500th")
  void lawL9_flatCost() {
    try (FoldDriver driver = driver()) {
      terms(driver, Records.terms(1, "100.000000", "500000.00"));
      member(driver, "m1", Records.TIN_A);
      driver.tick(APRIL, true);
      StoreMeter.Counts early = null;
      StoreMeter.Counts late = null;
      for (int i = 1; i <= 2_000; i++) {
        StoreMeter.Counts before = driver.storeCounts();
        claim(
            driver, null, Records.claim("c" + i, 1, "m1", "2025-0" + (1 + i % 3) + "-05", "1.00"));
        StoreMeter.Counts cost = driver.storeCounts().since(before);
        early = i == 500 ? cost : early;
        late = i == 2_000 - (2_000 - 500) % 3 ? cost : late;
      }
      assertThat(late.rowsRead()).isEqualTo(early.rowsRead());
      assertThat(late.rowsWritten()).isEqualTo(early.rowsWritten());
      assertThat(late.bytesRead()).isLessThan(early.bytesRead() + 200);
    }
  }
}
