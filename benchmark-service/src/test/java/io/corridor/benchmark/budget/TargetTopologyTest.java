package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.BaseYearTerms;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Step;
import io.corridor.schemas.TargetTerms;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Budgets made by a method through the topology. */
@NullUnmarked
class TargetTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String YEAR = "C1|CONTRACT|C1|2025";
  private static final String TARGET = "C1|TARGET|2025";

  private static ContractTerms terms(TargetTerms target, int... years) {
    List<PerformanceYear> span =
        java.util.stream.IntStream.of(years)
            .mapToObj(year ->
                new PerformanceYear(year, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
            .toList();
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", null))
        .setEffectiveFrom(LocalDate.of(years[0], 1, 1))
        .setPerformanceYears(span)
        .setBudget(
            span.stream()
                .map(year -> new BudgetLine(year.getYear(), "ALL", new BigDecimal("100.000000")))
                .toList())
        .setCost(CostTerms.newBuilder().setTargets(List.of(target)).build())
        .build();
  }

  private static TargetTerms.Builder target(String baseline) {
    return TargetTerms.newBuilder()
        .setYear(2025)
        .setBaseline(baseline)
        .setUpdate("FIXED")
        .setFixedGrowth(new BigDecimal("1.045000"));
  }

  private static BaseYearTerms baseYear(
      int year, int weight, String trend, String pmpm, String risk) {
    return BaseYearTerms.newBuilder()
        .setYear(year)
        .setWeight(weight)
        .setTrend(new BigDecimal(trend))
        .setPmpm(pmpm == null ? null : new BigDecimal(pmpm))
        .setRisk(risk == null ? null : new BigDecimal(risk))
        .build();
  }

  private static FoldDriver started(ContractTerms terms, String since) {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", terms);
    driver.feed(
        Topics.ENROLLMENT,
        "m1|P1|cov",
        IntakeRecords.change(null, Records.coverage("m1", since, null)));
    driver.feed(Topics.ASSIGNMENT, "m1|C1", Records.assigned("m1", Records.TIN_A, since, null));
    return driver;
  }

  private static Budget year(FoldDriver driver) {
    return (Budget) driver.current(Topics.BUDGET).get(YEAR);
  }

  @Test
  @DisplayName("domain.md 2.9: three base years, blended with the region and updated, to the cent")
  void blendedWithRegion() {
    TargetTerms blended =
        target("BLENDED")
            .setBaseYears(
                List.of(
                    baseYear(2022, 10, "1.080000", "9000.000000", "0.980000"),
                    baseYear(2023, 30, "1.040000", "9300.000000", "1.000000"),
                    baseYear(2024, 60, "1.000000", "9600.000000", "1.020000")))
            .setRegion(new BigDecimal("10200.000000"))
            .setBlendCap(new BigDecimal("550.000000"))
            .build();
    try (FoldDriver driver = started(terms(blended, 2025), "2025-01-01")) {
      driver.tick(APRIL, true);
      Parameters made = (Parameters) driver.current(CostTopics.PARAMETERS).get(TARGET);
      assertThat(made.getTarget().getSteps())
          .extracting(Step::getName)
          .contains("historical", "regionalMove", "blended", "updated", "perMemberMonth");
      // 9895.35 × 1.045, before risk, which the contract does not adjust for.
      assertThat(new BigDecimal(made.getTarget().getPmpm()))
          .isBetween(new BigDecimal("10340.63"), new BigDecimal("10340.65"));
      assertThat(year(driver).getTarget().getPmpm())
          .isEqualByComparingTo(
              new BigDecimal(made.getTarget().getPmpm())
                  .setScale(6, java.math.RoundingMode.HALF_UP));
      assertThat(year(driver).getBudget())
          .isBetween(new BigDecimal("41362.50"), new BigDecimal("41362.60"));
      assertThat(year(driver).getBudget().subtract(year(driver).getCounted()))
          .isEqualByComparingTo(year(driver).getVariance());
    }
  }

  @Test
  @DisplayName("The feed's own history is the base, and moves the target at the next tick")
  void ownHistory() {
    TargetTerms own =
        target("HISTORICAL")
            .setBaseYears(List.of(baseYear(2024, 1, "1.000000", null, null)))
            .build();
    try (FoldDriver driver = started(terms(own, 2024, 2025), "2024-01-01")) {
      driver.feed(
          Topics.CLAIM,
          "m1|P1|c",
          IntakeRecords.change(null, Records.claim("c1", 1, "m1", "2024-05-05", "1200.00")));
      driver.tick(APRIL, true);
      assertThat(year(driver).getTarget().getPmpm()).isEqualByComparingTo("104.5");
      assertThat(year(driver).getBudget()).isEqualByComparingTo("418.00");
      driver.feed(
          Topics.CLAIM,
          "m1|P1|c",
          IntakeRecords.change(null, Records.claim("c2", 1, "m1", "2024-06-05", "120.00")));
      assertThat(year(driver).getBudget()).as("until the tick").isEqualByComparingTo("418.00");
      driver.tick(APRIL, true);
      assertThat(year(driver).getBudget()).isEqualByComparingTo("459.80");
    }
  }

  @Test
  @DisplayName("Without a history the target is refused, says so, and the stated lines stand")
  void refused() {
    TargetTerms own =
        target("HISTORICAL")
            .setBaseYears(List.of(baseYear(2024, 1, "1.000000", null, null)))
            .build();
    try (FoldDriver driver = started(terms(own, 2025), "2025-01-01")) {
      driver.tick(APRIL, true);
      assertThat(year(driver).getTarget().getRefusal()).isEqualTo("NO_BASE_YEAR");
      assertThat(year(driver).getBudget()).isEqualByComparingTo("400.00");
    }
  }

  @Test
  @DisplayName("A declining list multiplies its growths on a stated base")
  void decliningList() {
    TargetTerms declining =
        TargetTerms.newBuilder()
            .setYear(2025)
            .setBaseline("STATED")
            .setStated(new BigDecimal("500.000000"))
            .setUpdate("DECLINING")
            .setTrends(List.of(new BigDecimal("0.060000"), new BigDecimal("0.050000")))
            .build();
    try (FoldDriver driver = started(terms(declining, 2025), "2025-01-01")) {
      driver.tick(APRIL, true);
      assertThat(year(driver).getTarget().getPmpm()).isEqualByComparingTo("556.5");
      assertThat(year(driver).getBudget()).isEqualByComparingTo("2226.00");
    }
  }

  @Test
  @DisplayName("L4: voiding everything takes the target back at the next tick")
  void lawL4_retraction() {
    TargetTerms own = target("STATED").setStated(new BigDecimal("500.000000")).build();
    try (FoldDriver driver = started(terms(own, 2025), "2025-01-01")) {
      driver.tick(APRIL, true);
      assertThat(driver.current(CostTopics.PARAMETERS)).containsKey(TARGET);
      driver.feed(
          Topics.ENROLLMENT,
          "m1|P1|cov",
          IntakeRecords.change(Records.coverage("m1", "2025-01-01", null), null));
      driver.tick(APRIL, true);
      assertThat(driver.current(CostTopics.PARAMETERS)).isEmpty();
      assertThat(driver.current(Topics.BUDGET)).isEmpty();
    }
  }
}
