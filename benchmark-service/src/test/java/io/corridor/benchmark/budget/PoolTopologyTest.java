package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.PeriodRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.BaseCategory;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.PoolPlacement;
import io.corridor.schemas.PoolRegion;
import io.corridor.schemas.PoolTerms;
import io.corridor.schemas.Step;
import io.corridor.schemas.TargetTerms;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pools, budgets by category and base years of an agreement, through the topology. */
@NullUnmarked
class PoolTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String TIN_C = "333333333";

  private static ContractTerms terms(CostTerms cost, int... years) {
    List<PerformanceYear> spans =
        IntStream.of(years)
            .mapToObj(year ->
                new PerformanceYear(year, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
            .toList();
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", null))
        .setEffectiveFrom(LocalDate.of(years[0], 1, 1))
        .setPerformanceYears(spans)
        .setBudget(
            spans.stream()
                .map(year -> new BudgetLine(year.getYear(), "ALL", new BigDecimal("100.000000")))
                .toList())
        .setCost(cost)
        .build();
  }

  private static CostTerms pools(int minimumLives) {
    return CostTerms.newBuilder()
        .setPools(
            PoolTerms.newBuilder()
                .setMinimumLives(minimumLives)
                .setRegions(
                    List.of(
                        new PoolRegion("north", List.of(Records.TIN_A, Records.TIN_B)),
                        new PoolRegion("south", List.of(TIN_C))))
                .build())
        .build();
  }

  private static FoldDriver started(ContractTerms terms) {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", terms);
    return driver;
  }

  private static void assign(FoldDriver driver, String member, String tin, String since) {
    driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|cov",
        IntakeRecords.change(null, Records.coverage(member, since, null)));
    driver.feed(Topics.ASSIGNMENT, member + "|C1", Records.assigned(member, tin, since, null));
  }

  private static Budget budget(FoldDriver driver, String key) {
    return (Budget) driver.current(Topics.BUDGET).get(key);
  }

  private static Parameters parameters(FoldDriver driver, String key) {
    return (Parameters) driver.current(CostTopics.PARAMETERS).get(key);
  }

  @Test
  @DisplayName("small practices are one pool by their members before the year, and move with them")
  void pooled() {
    try (FoldDriver driver = started(terms(pools(3), 2024, 2025))) {
      assign(driver, "a1", Records.TIN_A, "2024-12-01");
      assign(driver, "a2", Records.TIN_A, "2024-12-01");
      assign(driver, "b1", Records.TIN_B, "2024-12-01");
      assign(driver, "c1", TIN_C, "2024-12-01");
      driver.tick(APRIL, true);
      assertThat(parameters(driver, "C1|POOLS|2025").getPools())
          .containsExactly(
              new PoolPlacement(Records.TIN_A, "north", 2, "POOLED"),
              new PoolPlacement(Records.TIN_B, "north", 1, "POOLED"),
              new PoolPlacement(TIN_C, "south", 1, "TOO_SMALL"));
      assertThat(budget(driver, "C1|POOL|north|2025").getMemberMonths()).isEqualByComparingTo("12");
      assertThat(budget(driver, "C1|POOL|north|2025").getBudget()).isEqualByComparingTo("1200");
      assertThat(budget(driver, "C1|POOL|north|2025-02").getMembers()).isEqualTo(3);
      assertThat(driver.current(Topics.BUDGET)).doesNotContainKey("C1|POOL|south|2025");

      driver.feed(
          Topics.CLAIM,
          "b1|P1|c",
          IntakeRecords.change(null, Records.claim("c1", 1, "b1", "2025-02-05", "120.00")));
      assertThat(budget(driver, "C1|POOL|north|2025").getCounted()).isEqualByComparingTo("120");

      assign(driver, "a3", Records.TIN_A, "2024-12-01");
      driver.tick(APRIL, true);
      assertThat(parameters(driver, "C1|POOLS|2025").getPools())
          .extracting(PoolPlacement::getPlacement)
          .as("three members stand alone; one is too few to pool")
          .containsExactly("ALONE", "TOO_SMALL", "TOO_SMALL");
      assertThat(driver.current(Topics.BUDGET)).doesNotContainKey("C1|POOL|north|2025");
    }
  }

  @Test
  @DisplayName("without a month before the year its first month counts the members")
  void firstYear() {
    try (FoldDriver driver = started(terms(pools(2), 2025))) {
      assign(driver, "a1", Records.TIN_A, "2025-01-01");
      assign(driver, "b1", Records.TIN_B, "2025-01-01");
      assign(driver, "b2", Records.TIN_B, "2025-02-01");
      driver.tick(APRIL, true);
      assertThat(budget(driver, "C1|POOL|north|2025").getMemberMonths()).isEqualByComparingTo("11");
    }
  }

  @Test
  @DisplayName("pools that later terms ask for hold from the year's first month, one tick or many")
  void laterTerms() {
    List<Object> ends = new ArrayList<>();
    for (List<LocalDate> ticks :
        List.of(List.of(APRIL), List.of(LocalDate.of(2025, 3, 10), APRIL), List.of(APRIL, APRIL))) {
      ContractTerms first = terms(CostTerms.newBuilder().build(), 2024, 2025);
      ContractTerms second =
          ContractTerms.newBuilder(terms(pools(3), 2024, 2025))
              .setVersion(2)
              .setEffectiveFrom(APRIL)
              .build();
      try (FoldDriver driver = started(first)) {
        driver.feed(Topics.TERMS, "C1|2", second);
        assign(driver, "a1", Records.TIN_A, "2024-12-01");
        assign(driver, "b1", Records.TIN_B, "2024-12-01");
        assign(driver, "b2", Records.TIN_B, "2024-12-01");
        ticks.forEach(day -> driver.tick(day, true));
        assertThat(budget(driver, "C1|POOL|north|2025-02").getMembers()).isEqualTo(3);
        ends.add(driver.current(Topics.BUDGET));
      }
    }
    assertThat(ends).allMatch(ends.getFirst()::equals);
  }

  @Test
  @DisplayName("who is pooled stands until the next tick; terms without pools end their budgets")
  void standing() {
    try (FoldDriver driver = started(terms(pools(3), 2024, 2025))) {
      assign(driver, "a1", Records.TIN_A, "2024-12-01");
      assign(driver, "b1", Records.TIN_B, "2024-12-01");
      assign(driver, "b2", Records.TIN_B, "2024-12-01");
      driver.tick(APRIL, true);
      assign(driver, "b3", Records.TIN_B, "2024-12-01");
      assertThat(budget(driver, "C1|POOL|north|2025-02").getMembers())
          .as("one more, before the tick")
          .isEqualTo(4);
      driver.tick(APRIL, true);
      assertThat(driver.current(Topics.BUDGET)).doesNotContainKey("C1|POOL|north|2025-02");
      driver.feed(
          Topics.TERMS,
          "C1|2",
          ContractTerms.newBuilder(terms(pools(9), 2024, 2025)).setVersion(2).build());
      driver.tick(APRIL, true);
      assertThat(driver.current(CostTopics.PARAMETERS)).containsKey("C1|POOLS|2025");
      driver.feed(
          Topics.TERMS,
          "C1|3",
          ContractTerms.newBuilder(terms(CostTerms.newBuilder().build(), 2024, 2025))
              .setVersion(3)
              .build());
      driver.tick(APRIL, true);
      assertThat(driver.current(CostTopics.PARAMETERS)).doesNotContainKey("C1|POOLS|2025");
      assertThat(driver.current(Topics.BUDGET)).doesNotContainKey("C1|POOL|north|2025");
    }
  }

  private static void paid(FoldDriver driver, int year, String paid) {
    driver.feed(
        Topics.CLAIM,
        "a1|P1|c" + year,
        IntakeRecords.change(null, Records.claim("c" + year, 1, "a1", year + "-05-05", paid)));
  }

  private static TargetTerms.Builder history() {
    return TargetTerms.newBuilder()
        .setYear(2025)
        .setBaseline("HISTORICAL")
        .setAgreementStart(LocalDate.of(2025, 1, 1))
        .setUpdate("FIXED")
        .setFixedGrowth(new BigDecimal("1.000000"));
  }

  @Test
  @DisplayName("base years of an agreement: 10, 30, 60 in its first period, alike in a later one")
  void agreement() {
    TargetTerms first = history().setBaseYearGrowth(new BigDecimal("1.100000")).build();
    TargetTerms later =
        TargetTerms.newBuilder(first)
            .setAgreementStart(LocalDate.of(2020, 1, 1))
            .setBaseYearGrowth(null)
            .build();
    for (TargetTerms target : List.of(first, later)) {
      CostTerms cost = CostTerms.newBuilder().setTargets(List.of(target)).build();
      try (FoldDriver driver = started(terms(cost, 2022, 2023, 2024, 2025))) {
        assign(driver, "a1", Records.TIN_A, "2022-01-01");
        for (int year = 2022; year <= 2024; year++) {
          paid(driver, year, (year - 2021) * 1200 + ".00");
        }
        driver.tick(APRIL, true);
        // 100, 200, 300 a month: 100 × 1.21 × .1 + 200 × 1.1 × .3 + 300 × .6, or their mean.
        assertThat(new BigDecimal(parameters(driver, "C1|TARGET|2025").getTarget().getPmpm()))
            .isEqualByComparingTo(target == first ? "258.1" : "200");
      }
    }
  }

  @Test
  @DisplayName("a budget by category: proportions of the last base year, summing to the budget")
  void byCategory() {
    TargetTerms target = history().setByCategory(true).build();
    CostTerms cost = CostTerms.newBuilder().setTargets(List.of(target)).build();
    try (FoldDriver driver = started(terms(cost, 2022, 2023, 2024, 2025))) {
      assign(driver, "a1", Records.TIN_A, "2022-01-01");
      for (int year = 2022; year <= 2024; year++) {
        paid(driver, year, "1200.00");
      }
      driver.feed(
          Topics.CLAIM,
          "a1|P1|lab",
          IntakeRecords.change(
              null,
              io.corridor.schemas.Claim.newBuilder(
                      Records.claim("lab", 1, "a1", "2024-06-05", "600.00"))
                  .setLines(
                      List.of(
                          IntakeRecords.line(LocalDate.of(2024, 6, 5), "80053", "600.00")
                              .setAllowed(new BigDecimal("600.00"))
                              .build()))
                  .build()));
      driver.tick(APRIL, true);
      assertThat(parameters(driver, "C1|TARGET|2025").getTarget().getCategories())
          .containsExactly(
              new BaseCategory("LAB", new BigDecimal("600.00")),
              new BaseCategory("PROF_PRIMARY", new BigDecimal("1200.00")));
      Budget january = budget(driver, "C1|CONTRACT|C1|2025-01");
      assertThat(january.getBudget()).isEqualByComparingTo("130");
      assertThat(january.getCategories())
          .extracting(BudgetCategory::getCategory, line -> line.getBudget().toPlainString())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("LAB", "43.33"),
              org.assertj.core.groups.Tuple.tuple("PROF_PRIMARY", "86.67"));
      assertThat(parameters(driver, "C1|TARGET|2025").getTarget().getSteps())
          .extracting(Step::getName)
          .contains("historical");
    }
  }

  @Test
  @DisplayName("L6: a closing freezes contract and practices at their target, and no pool")
  void closed() {
    LocalDate cut = LocalDate.of(2026, 4, 1);
    TargetTerms target = history().setByCategory(true).build();
    CostTerms cost = CostTerms.newBuilder(pools(3)).setTargets(List.of(target)).build();
    try (FoldDriver driver = started(terms(cost, 2022, 2023, 2024, 2025))) {
      assign(driver, "a1", Records.TIN_A, "2022-01-01");
      assign(driver, "b1", Records.TIN_B, "2024-12-01");
      assign(driver, "b2", Records.TIN_B, "2024-12-01");
      for (int year = 2022; year <= 2024; year++) {
        paid(driver, year, "1200.00");
      }
      driver.tick(cut, true);
      driver.feed(
          ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closing("C1", 2025, 1, cut, "BUDGET"));
      Map<String, SpecificRecord> frozen = driver.current(ClosingTopics.FINAL_BUDGET);
      assertThat(frozen)
          .containsOnlyKeys(
              "C1|2025|1|CONTRACT|C1",
              "C1|2025|1|TIN|" + Records.TIN_A,
              "C1|2025|1|TIN|" + Records.TIN_B);
      Budget running = budget(driver, "C1|CONTRACT|C1|2025");
      assertThat(((FinalBudget) frozen.get("C1|2025|1|CONTRACT|C1")).getBudget().getCategories())
          .as("by category, as the running budget has it")
          .isEqualTo(running.getCategories());
      driver.feed(
          Topics.CLAIM,
          "a1|P1|late",
          IntakeRecords.change(null, Records.claim("late", 1, "a1", "2024-07-05", "600.00")));
      driver.tick(cut.plusDays(1), true);
      assertThat(budget(driver, "C1|POOL|north|2025").getBudget())
          .as("the pool follows what is known")
          .isGreaterThan(running.getBudget());
      assertThat(driver.current(ClosingTopics.FINAL_BUDGET)).isEqualTo(frozen);
    }
  }
}
