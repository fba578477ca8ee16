package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.PerformanceLine;
import io.corridor.schemas.PerformanceReport;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.TargetTerms;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quarterly report of performance through the topology. */
@NullUnmarked
class PerformanceTopologyTest {

  private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
  private static final String TIN_C = "333333333";

  private static ContractTerms terms(List<String> reports) {
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", null))
        .setEffectiveFrom(LocalDate.of(2024, 1, 1))
        .setPerformanceYears(
            List.of(
                new PerformanceYear(2024, LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)),
                new PerformanceYear(2025, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))))
        .setBudget(
            List.of(
                new BudgetLine(2024, "ALL", new BigDecimal("90.000000")),
                new BudgetLine(2025, "ALL", new BigDecimal("100.000000"))))
        .setCost(CostTerms.newBuilder().setReports(reports).build())
        .build();
  }

  private static void member(FoldDriver driver, String member, String tin) {
    driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|cov",
        IntakeRecords.change(null, Records.coverage(member, "2024-01-01", null)));
    driver.feed(
        Topics.ASSIGNMENT, member + "|C1", Records.assigned(member, tin, "2024-01-01", null));
  }

  private static void claim(FoldDriver driver, String member, String day, String paid) {
    driver.feed(
        Topics.CLAIM,
        member + "|P1|" + day,
        IntakeRecords.change(null, Records.claim(member + day, 1, member, day, paid)));
  }

  private static Map<String, SpecificRecord> run(Random order, boolean voided) {
    List<Consumer<FoldDriver>> changes = new ArrayList<>();
    changes.add(driver -> driver.feed(Topics.TERMS, "C1|1", terms(List.of("PERFORMANCE"))));
    changes.add(driver -> member(driver, "m1", Records.TIN_A));
    changes.add(driver -> member(driver, "m2", Records.TIN_B));
    changes.add(driver -> member(driver, "m3", TIN_C));
    changes.add(driver -> claim(driver, "m1", "2024-02-05", "300.00"));
    changes.add(driver -> claim(driver, "m1", "2025-02-05", "330.00"));
    changes.add(driver -> claim(driver, "m1", "2025-03-05", "30.03"));
    changes.add(driver -> claim(driver, "m2", "2025-01-05", "90.00"));
    changes.add(driver -> claim(driver, "m2", "2025-04-05", "77.00"));
    changes.add(driver -> driver.tick(LocalDate.of(2025, 2, 1), false));
    Collections.shuffle(changes, order);
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      changes.forEach(change -> change.accept(driver));
      driver.tick(MAY, false);
      driver.tick(MAY, false);
      if (voided) {
        for (String member : List.of("m1", "m2", "m3")) {
          driver.feed(
              Topics.ENROLLMENT,
              member + "|P1|cov",
              IntakeRecords.change(Records.coverage(member, "2024-01-01", null), null));
        }
        driver.tick(MAY, false);
      }
      return driver.current(CostTopics.PERFORMANCE);
    }
  }

  private static PerformanceLine line(PerformanceReport report, String id) {
    return report.getLines().stream()
        .filter(line -> line.getBudget().getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName(
      "domain.md 4: a quarter by practice, its trend over a year and its place among peers")
  void quarter() {
    Map<String, SpecificRecord> reports = run(new Random(1), false);
    assertThat(reports.keySet())
        .containsExactly(
            "C1|2024-Q1", "C1|2024-Q2", "C1|2024-Q3", "C1|2024-Q4", "C1|2025-Q1", "C1|2025-Q2");
    PerformanceReport first = (PerformanceReport) reports.get("C1|2025-Q1");
    PerformanceLine dear = line(first, Records.TIN_A);
    assertThat(dear.getBudget().getPeriod()).isEqualTo("2025-Q1");
    assertThat(dear.getBudget().getCounted()).isEqualByComparingTo("360.03");
    assertThat(dear.getBudget().getVariance()).isEqualByComparingTo("-60.03");
    assertThat(dear.getTrend()).as("360.03 over 300.00").isEqualByComparingTo("1.2001");
    assertThat(dear.getPeerPercentile()).isEqualTo(100);
    assertThat(line(first, Records.TIN_B).getPeerPercentile()).isEqualTo(50);
    assertThat(line(first, TIN_C).getPeerPercentile()).isZero();
    assertThat(line(first, TIN_C).getTrend()).as("nothing a year before").isNull();
    assertThat(line(first, "C1").getPeerPercentile()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3})
  @DisplayName("One report of a whole contract is the sum of its practices (L3), in any order (L1)")
  void wholeIsTheSumOfItsParts(long seed) {
    Map<String, SpecificRecord> reports = run(new Random(seed), false);
    assertThat(run(new Random(seed + 10), false)).as("seed " + seed).isEqualTo(reports);
    for (SpecificRecord record : reports.values()) {
      PerformanceReport report = (PerformanceReport) record;
      for (Function<Budget, BigDecimal> figure :
          List.<Function<Budget, BigDecimal>>of(
              Budget::getMemberMonths,
              Budget::getAllowed,
              Budget::getPaid,
              Budget::getCounted,
              Budget::getBudget,
              Budget::getVariance,
              PerformanceTopologyTest::primaryCare)) {
        BigDecimal parts =
            report.getLines().stream()
                .skip(1)
                .map(PerformanceLine::getBudget)
                .map(figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(figure.apply(report.getLines().getFirst().getBudget()))
            .as(report.getQuarter())
            .isEqualByComparingTo(parts);
      }
    }
  }

  private static BigDecimal primaryCare(Budget budget) {
    return budget.getCategories().stream()
        .filter(category -> category.getCategory().equals("PROF_PRIMARY"))
        .map(BudgetCategory::getCounted)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  @DisplayName("a report tells of the target that its own tick makes, as the budget rows do")
  void targetOfTheSameTick() {
    TargetTerms stated =
        TargetTerms.newBuilder()
            .setYear(2025)
            .setBaseline("STATED")
            .setStated(new BigDecimal("500.000000"))
            .setBaseYears(List.of())
            .setUpdate("FIXED")
            .setFixedGrowth(new BigDecimal("1.000000"))
            .setRiskAdjusted(false)
            .build();
    ContractTerms terms =
        ContractTerms.newBuilder(terms(List.of()))
            .setCost(
                CostTerms.newBuilder()
                    .setReports(List.of("PERFORMANCE"))
                    .setTargets(List.of(stated))
                    .build())
            .build();
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      driver.feed(Topics.TERMS, "C1|1", terms);
      member(driver, "m1", Records.TIN_A);
      claim(driver, "m1", "2025-02-05", "330.00");
      driver.tick(MAY, false);
      Budget march =
          (Budget) driver.current(Topics.BUDGET).get("C1|TIN|" + Records.TIN_A + "|2025-03");
      assertThat(march.getBudget()).isEqualByComparingTo("500.00");
      PerformanceReport report =
          (PerformanceReport) driver.current(CostTopics.PERFORMANCE).get("C1|2025-Q1");
      assertThat(line(report, Records.TIN_A).getBudget().getBudget())
          .isEqualByComparingTo("1500.00");
      assertThat(line(report, "C1").getBudget().getBudget()).isEqualByComparingTo("1500.00");
    }
  }

  @Test
  @DisplayName("L4: without members there is no report; a contract that asks for none has none")
  void taken() {
    assertThat(run(new Random(4), true)).isEmpty();
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      driver.feed(Topics.TERMS, "C1|1", terms(List.of()));
      member(driver, "m1", Records.TIN_A);
      driver.tick(MAY, false);
      assertThat(driver.current(CostTopics.PERFORMANCE)).isEmpty();
    }
  }
}
