package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.Op;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Premium;
import io.corridor.schemas.PremiumTargetTerms;
import io.corridor.schemas.ProgramBenchmarkTerms;
import io.corridor.schemas.ProgramTypeTerms;
import io.corridor.schemas.ProgramYearTerms;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.RiskTerms;
import io.corridor.schemas.Sex;
import io.corridor.schemas.UseServiceTerms;
import io.corridor.schemas.UseTargetTerms;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Benchmarks of the program, shares of premium and utilization indexes through the topology. */
@NullUnmarked
class YearTargetTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String YEAR = "C1|CONTRACT|C1|2025";
  private static final String PRACTICE = "C1|TIN|" + Records.TIN_A + "|2025";

  private static ContractTerms terms(CostTerms cost, int... years) {
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", null))
        .setEffectiveFrom(LocalDate.of(years[0], 1, 1))
        .setPerformanceYears(
            java.util.stream.IntStream.of(years)
                .mapToObj(year ->
                    new PerformanceYear(
                        year, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
                .toList())
        .setCost(cost)
        .build();
  }

  private static void member(FoldDriver driver, String member, String tin, String since) {
    driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|cov",
        IntakeRecords.change(null, Records.coverage(member, since, null)));
    driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|person",
        IntakeRecords.change(null, Records.person(member, "1952-06-15", Sex.FEMALE)));
    driver.feed(Topics.ASSIGNMENT, member + "|C1", Records.assigned(member, tin, since, null));
  }

  private static void claim(FoldDriver driver, String id, String member, String day, String paid) {
    driver.feed(
        Topics.CLAIM,
        member + "|P1|" + id,
        IntakeRecords.change(null, Records.claim(id, 1, member, day, paid)));
  }

  private static Premium premium(String month, String premium, String taxes) {
    return Premium.newBuilder()
        .setPayer("P1")
        .setContract("C1")
        .setMonth(month)
        .setPremium(new BigDecimal(premium))
        .setTaxesAndFees(new BigDecimal(taxes))
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .setReceivedAt(Instant.EPOCH)
        .build();
  }

  private static void premium(FoldDriver driver, String month, String premium, String taxes) {
    driver.feed(StatedTopics.PREMIUM, "C1|" + month, premium(month, premium, taxes));
  }

  private static Budget budget(FoldDriver driver, String key) {
    return (Budget) driver.current(Topics.BUDGET).get(key);
  }

  private static Parameters parameters(FoldDriver driver, String name) {
    return (Parameters) driver.current(CostTopics.PARAMETERS).get("C1|" + name + "|2025");
  }

  private static CostTerms shareOfPremium() {
    return CostTerms.newBuilder()
        .setPremiumTargets(
            List.of(
                PremiumTargetTerms.newBuilder()
                    .setYear(2025)
                    .setTargetRatio(new BigDecimal("0.850000"))
                    .build()))
        .build();
  }

  @Test
  @DisplayName(
      "domain.md 2.9: 85 % of the premium that taxes leave, per member month of its months")
  void shareOfPremiumTarget() {
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      driver.feed(Topics.TERMS, "C1|1", terms(shareOfPremium(), 2025));
      member(driver, "m1", Records.TIN_A, "2025-01-01");
      member(driver, "m2", Records.TIN_B, "2025-03-01");
      driver.tick(APRIL, true);
      assertThat(budget(driver, YEAR).getTarget().getRefusal()).isEqualTo("NO_PREMIUM");
      assertThat(budget(driver, YEAR).getBudget())
          .as("the lines stand")
          .isEqualByComparingTo("600.00");
      premium(driver, "2025-01", "500.00", "50.00");
      premium(driver, "2025-02", "500.00", "50.00");
      premium(driver, "2025-03", "1000.00", "100.00");
      claim(driver, "c1", "m1", "2025-02-05", "720.00");
      assertThat(budget(driver, YEAR).getTarget().getRefusal()).as("until the tick").isNotNull();
      driver.tick(APRIL, true);
      // 0.85 × 1800 over the four member months of January to March.
      assertThat(budget(driver, YEAR).getTarget().getPmpm()).isEqualByComparingTo("382.5");
      assertThat(budget(driver, YEAR).getBudget()).isEqualByComparingTo("2295.00");
      assertThat(budget(driver, PRACTICE).getBudget()).isEqualByComparingTo("1530.00");
      assertThat(parameters(driver, "TARGET").getTarget().getSteps())
          .extracting(step -> step.getName() + " " + new BigDecimal(step.getValue()).doubleValue())
          .containsExactly(
              "netPremium 1800.0", "budget 1530.0", "medicalLossRatio 0.4", "perMemberMonth 382.5");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  @DisplayName(
      "L1, L4: premiums in any order end in the same budget, and are taken back when voided")
  void premiumLaws(long seed) {
    assertThat(premiums(new Random(seed), false))
        .as("seed " + seed)
        .isEqualTo(premiums(new Random(seed + 50), false));
    Budget without = (Budget) premiums(new Random(seed), true).get(YEAR);
    assertThat(without.getTarget().getRefusal()).isEqualTo("NO_PREMIUM");
  }

  private static Map<String, SpecificRecord> premiums(Random order, boolean voided) {
    List<Consumer<FoldDriver>> changes = new ArrayList<>();
    changes.add(driver -> driver.feed(Topics.TERMS, "C1|1", terms(shareOfPremium(), 2025)));
    changes.add(driver -> member(driver, "m1", Records.TIN_A, "2025-01-01"));
    changes.add(driver -> premium(driver, "2025-01", "500.00", "50.00"));
    changes.add(driver -> premium(driver, "2025-02", "400.00", "0.00"));
    changes.add(driver -> driver.tick(LocalDate.of(2025, 2, 1), false));
    Collections.shuffle(changes, order);
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      changes.forEach(change -> change.accept(driver));
      if (voided) {
        for (String month : List.of("2025-01", "2025-02")) {
          driver.feed(
              StatedTopics.PREMIUM, "C1|" + month, premium(month, "500.00", "50.00"), Op.END);
        }
      }
      driver.tick(APRIL, false);
      driver.tick(APRIL, false);
      return driver.current(Topics.BUDGET);
    }
  }

  @Test
  @DisplayName(
      "domain.md 2.9: use over what was expected, stated or of an own year, at every level")
  void utilizationIndex() {
    UseServiceTerms own =
        UseServiceTerms.newBuilder()
            .setCategory("ED")
            .setWeight(new BigDecimal("1.000000"))
            .setBaseYear(2024)
            .setTrend(new BigDecimal("1.500000"))
            .build();
    CostTerms cost =
        CostTerms.newBuilder()
            .setUseTargets(
                List.of(
                    UseTargetTerms.newBuilder()
                        .setYear(2025)
                        .setServices(List.of(own))
                        .setCredibleFrom(new BigDecimal("16.000000"))
                        .build()))
            .build();
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      driver.feed(Topics.TERMS, "C1|1", terms(cost, 2024, 2025));
      member(driver, "m1", Records.TIN_A, "2024-01-01");
      driver.tick(APRIL, true);
      assertThat(budget(driver, YEAR).getUse().getRefusal()).isEqualTo("NOT_MEASURED");
      for (String day : List.of("2024-02-03", "2024-06-01", "2025-01-05", "2025-03-01")) {
        driver.feed(
            Topics.CLAIM,
            "m1|P1|e" + day,
            IntakeRecords.change(
                null,
                io.corridor.schemas.Claim.newBuilder(
                        Records.claim("e" + day, 1, "m1", day, "300.00"))
                    .setLines(
                        List.of(
                            IntakeRecords.line(LocalDate.parse(day), "99283", "300.00").build()))
                    .build()));
      }
      driver.tick(APRIL, true);
      // Two visits in twelve months of 2024, times 1.5: 3,000 of 1,000 member-years; four months.
      assertThat(parameters(driver, "USE").getTarget().getServices().getFirst().getPerThousand())
          .isEqualTo("3000");
      Budget year = budget(driver, YEAR);
      assertThat(year.getUse().getServices().getFirst().getActual()).isEqualTo(2);
      assertThat(year.getUse().getServices().getFirst().getExpected()).isEqualByComparingTo("1");
      assertThat(year.getUse().getIndex()).isEqualByComparingTo("2");
      assertThat(year.getUse().getCredible())
          .as("4 of 16 member months are believed by half")
          .isEqualByComparingTo("1.5");
      assertThat(budget(driver, PRACTICE).getUse()).isEqualTo(year.getUse());
      assertThat(budget(driver, "C1|CONTRACT|C1|2024").getUse()).isNull();
    }
  }

  private static ProgramYearTerms stated(int year, String perCapita, String growth) {
    return ProgramYearTerms.newBuilder()
        .setYear(year)
        .setNationalGrowth(new BigDecimal(growth))
        .setRegionalGrowth(new BigDecimal(growth))
        .setPerCapita(new BigDecimal(perCapita))
        .setRiskScore(new BigDecimal("1.000000"))
        .setPersonYears(new BigDecimal("1000.000000"))
        .build();
  }

  private static CostTerms program() {
    BigDecimal one = new BigDecimal("1.000000");
    ProgramTypeTerms aged =
        ProgramTypeTerms.newBuilder()
            .setType("AGED_NON_DUAL")
            .setYears(
                List.of(
                    stated(2021, "9000.000000", "1.080000"),
                    stated(2022, "9400.000000", "1.040000"),
                    ProgramYearTerms.newBuilder().setYear(2023).build()))
            .setRegion(new BigDecimal("1.000000"))
            .setNational(new BigDecimal("11000.000000"))
            .setNationalGrowth(new BigDecimal("1.050000"))
            .setRegionalGrowth(new BigDecimal("1.050000"))
            .setProspectiveTrend(new BigDecimal("1.050000"))
            .setRegionalRiskGrowth(one)
            .setRegionalDemographicGrowth(one)
            .setDemographicGrowth(one)
            .build();
    return CostTerms.newBuilder()
        .setPersonYears(true)
        .setRisk(RiskTerms.newBuilder().setModel("CMS_HCC").build())
        .setProgramBenchmarks(
            List.of(
                ProgramBenchmarkTerms.newBuilder()
                    .setYear(2025)
                    .setAgreementStart(LocalDate.of(2024, 1, 1))
                    .setAgreementPeriod(1)
                    .setTypes(List.of(aged))
                    .setTrendWeight(new BigDecimal("0.200000"))
                    .setUpdateWeight(new BigDecimal("0.200000"))
                    .setMarketShare(new BigDecimal("0.100000"))
                    .setDualShare(new BigDecimal("0.100000"))
                    .setPriorSavings(
                        java.util.Collections.nCopies(
                            3,
                            io.corridor.schemas.ProgramPriorYear.newBuilder()
                                .setPerCapita(new BigDecimal("0.000000"))
                                .build()))
                    .setPriorPersonYears(new BigDecimal("1000.000000"))
                    .build()))
        .build();
  }

  @Test
  @DisplayName("settlement.md 2: the program's benchmark from the feed's own year, by type, and L4")
  void programBenchmark() {
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      driver.feed(Topics.TERMS, "C1|1", terms(program(), 2023, 2024, 2025));
      member(driver, "m1", Records.TIN_A, "2025-01-01");
      driver.tick(APRIL, true);
      assertThat(budget(driver, YEAR).getTarget().getRefusal()).isEqualTo("NO_BASE_YEAR");
      assertThat(parameters(driver, "TARGET").getTarget().getRefusedFigure())
          .isEqualTo("agedNonDual.2023");
      member(driver, "m2", Records.TIN_B, "2023-01-01");
      claim(driver, "c1", "m2", "2023-05-05", "9800.00");
      driver.tick(APRIL, true);
      io.corridor.schemas.TargetParameter made = parameters(driver, "TARGET").getTarget();
      assertThat(made.getSteps())
          .extracting(io.corridor.schemas.Step::getName)
          .contains("agedNonDual.2023.perCapita", "agedNonDual.updated", "total", "perMemberMonth");
      BigDecimal pmpm = new BigDecimal(made.getTypes().getFirst().getPmpm());
      assertThat(pmpm).as("one type: the mean is its target").isEqualByComparingTo(made.getPmpm());
      BigDecimal month = pmpm.multiply(BigDecimal.valueOf(2)).setScale(2, RoundingMode.HALF_UP);
      assertThat(budget(driver, YEAR).getBudget())
          .as("four months of two members")
          .isEqualByComparingTo(month.multiply(BigDecimal.valueOf(4)));
      BigDecimal updated =
          made.getSteps().stream()
              .filter(step -> step.getName().equals("agedNonDual.updated"))
              .map(step -> new BigDecimal(step.getValue()))
              .findFirst()
              .orElseThrow();
      assertThat(pmpm.multiply(BigDecimal.valueOf(12)).setScale(6, RoundingMode.HALF_UP))
          .as("a person-year is twelve months")
          .isEqualByComparingTo(updated.setScale(6, RoundingMode.HALF_UP));
      for (String member : List.of("m1", "m2")) {
        driver.feed(
            Topics.ENROLLMENT,
            member + "|P1|cov",
            IntakeRecords.change(
                Records.coverage(member, member.equals("m1") ? "2025-01-01" : "2023-01-01", null),
                null));
      }
      driver.tick(APRIL, true);
      assertThat(driver.current(CostTopics.PARAMETERS)).isEmpty();
      assertThat(driver.current(Topics.BUDGET)).isEmpty();
    }
  }
}
