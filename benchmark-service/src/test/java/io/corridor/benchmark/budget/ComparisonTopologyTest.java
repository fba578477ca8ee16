package io.corridor.benchmark.budget;

import static io.corridor.benchmark.budget.ComparedRecords.assigned;
import static io.corridor.benchmark.budget.ComparedRecords.claim;
import static io.corridor.benchmark.budget.ComparedRecords.compared;
import static io.corridor.benchmark.budget.ComparedRecords.covered;
import static io.corridor.benchmark.budget.ComparedRecords.living;
import static io.corridor.benchmark.budget.ComparedRecords.member;
import static io.corridor.benchmark.budget.ComparedRecords.paid;
import static io.corridor.benchmark.budget.ComparedRecords.population;
import static io.corridor.benchmark.budget.ComparedRecords.regional;
import static io.corridor.benchmark.budget.ComparedRecords.started;
import static io.corridor.benchmark.budget.ComparedRecords.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.PeriodRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ComparisonTerms;
import io.corridor.schemas.CompletionTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.RiskTerms;
import io.corridor.schemas.Sex;
import io.corridor.schemas.Step;
import io.corridor.schemas.TargetParameter;
import io.corridor.schemas.TargetTerms;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Members whom nobody is accountable for, and targets held against them, through the topology. */
@NullUnmarked
class ComparisonTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String TARGET = "C1|TARGET|2025";

  private static TargetParameter target(FoldDriver driver) {
    return ((Parameters) driver.current(CostTopics.PARAMETERS).get(TARGET)).getTarget();
  }

  private static BigDecimal step(FoldDriver driver, String name) {
    return target(driver).getSteps().stream()
        .filter(step -> step.getName().equals(name))
        .map(Step::getValue)
        .map(BigDecimal::new)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("the region's cost at the contract's own mix: no one of another county or contract")
  void standardized() {
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      member("far", Sex.FEMALE, "002").accept(driver);
      paid("far", "2024-05-05", "99000.00").accept(driver);
      member("other", Sex.FEMALE, "001").accept(driver);
      assigned("other", "C2").accept(driver);
      paid("other", "2024-05-05", "99000.00").accept(driver);
      covered(driver, "unknown", "001");
      paid("unknown", "2024-05-05", "99000.00").accept(driver);
      driver.tick(APRIL, true);
      // Women cost 100 a month, men 200; the contract has two women and one man.
      assertThat(step(driver, "comparison.FEMALE.0.1")).isEqualByComparingTo("2400");
      assertThat(step(driver, "comparison.OTHER.0.1")).isEqualByComparingTo("2400");
      assertThat(new BigDecimal(target(driver).getPmpm()))
          .isBetween(new BigDecimal("133.3333"), new BigDecimal("133.3334"));
    }
  }

  @Test
  @DisplayName("a member of the group is limited as the contract's members are, over the year")
  void truncated() {
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      paid("f1", "2024-02-05", "60000.00").accept(driver);
      paid("f1", "2024-11-05", "60000.00").accept(driver);
      driver.tick(APRIL, true);
      // 100,000 and twice 1,200 over 36 months, times 24.
      assertThat(step(driver, "comparison.FEMALE.0.1").setScale(2, java.math.RoundingMode.HALF_UP))
          .isEqualByComparingTo("68266.67");
    }
  }

  @Test
  @DisplayName("corrected, voided and late claims, and a new assignment, move it at the next tick")
  void changes() {
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      driver.tick(APRIL, true);
      Claim first = Records.claim("f12024-05-05", 1, "f1", "2024-05-05", "1200.00");
      Claim second = Records.claim("f12024-05-05", 2, "f1", "2024-05-05", "4800.00");
      claim(driver, first, second);
      assertThat(step(driver, "comparison.FEMALE.0.1")).isEqualByComparingTo("2400");
      driver.tick(APRIL, true);
      assertThat(step(driver, "comparison.FEMALE.0.1")).isEqualByComparingTo("4800");
      claim(driver, second, null);
      driver.tick(APRIL, true);
      assertThat(step(driver, "comparison.FEMALE.0.1")).isEqualByComparingTo("1600");
      assigned("f1", "C1").accept(driver);
      driver.tick(APRIL, true);
      // Two women are too few for cells of their own: 24 and 36 member months, 9,600 dollars.
      assertThat(target(driver).getSteps())
          .extracting(Step::getName)
          .doesNotContain("comparison.OTHER.0.1");
      assertThat(step(driver, "comparisonGroup")).isEqualByComparingTo("160");
    }
  }

  @Test
  @DisplayName("too few members in the region: refused, and the stated lines stand")
  void tooFew() {
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      member("f1", Sex.FEMALE, "001").accept(driver);
      member("f2", Sex.FEMALE, "001").accept(driver);
      member("own1", Sex.FEMALE, "001").accept(driver);
      assigned("own1", "C1").accept(driver);
      driver.tick(APRIL, true);
      assertThat(target(driver).getRefusal()).isEqualTo("NO_COMPARISON");
      assertThat(target(driver).getSteps()).isEmpty();
    }
  }

  @Test
  @DisplayName("peers of the target's own year roll on with the months that have ended")
  void rolling() {
    try (FoldDriver driver = started(terms(1, regional(2025).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      for (String id : List.of("f1", "f2", "f3", "m1", "m2", "m3")) {
        paid(id, "2025-01-10", "300.00").accept(driver);
        paid(id, "2025-06-10", "9000.00").accept(driver);
      }
      driver.tick(LocalDate.of(2025, 6, 15), true);
      assertThat(step(driver, "comparisonGroup")).as("five months").isEqualByComparingTo("60");
      driver.tick(LocalDate.of(2025, 7, 1), true);
      assertThat(step(driver, "comparisonGroup")).as("six months").isEqualByComparingTo("1550");
    }
  }

  @Test
  @DisplayName("where the contract completes its cost, the region's is completed alike")
  void completed() {
    CostTerms.Builder cost = compared().setCompletion(CompletionTerms.newBuilder().build());
    try (FoldDriver driver = started(terms(1, regional(2024).build(), cost))) {
      population().forEach(record -> record.accept(driver));
      driver.tick(APRIL, true);
      // Nothing of the contract's own develops: completed is counted.
      assertThat(step(driver, "comparisonCompleted"))
          .isEqualByComparingTo(step(driver, "comparisonGroup"));
    }
  }

  @Test
  @DisplayName("terms that no longer compare take every contribution back")
  void termsChange() {
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      driver.tick(APRIL, true);
      TargetTerms stated =
          TargetTerms.newBuilder(regional(2024).build())
              .setComparisonYear(null)
              .setRegion(new BigDecimal("90.000000"))
              .build();
      driver.feed(Topics.TERMS, "C1|2", terms(2, stated, CostTerms.newBuilder()));
      driver.tick(APRIL, true);
      assertThat(target(driver).getPmpm()).isEqualTo("90");
      driver.feed(Topics.TERMS, "C1|3", terms(3, regional(2024).build(), compared()));
      driver.tick(APRIL, true);
      assertThat(step(driver, "comparison.FEMALE.0.1")).isEqualByComparingTo("2400");
    }
  }

  @Test
  @DisplayName("a home that was elsewhere all along, and coverage that is voided, leave the group")
  void coverage() {
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      driver.tick(APRIL, true);
      EnrollmentRecord here = living("m1", "001");
      EnrollmentRecord there = living("m1", "002");
      driver.feed(Topics.ENROLLMENT, "m1|P1|cov", IntakeRecords.change(here, there));
      driver.feed(Topics.ENROLLMENT, "m2|P1|cov", IntakeRecords.change(living("m2", "001"), null));
      driver.tick(APRIL, true);
      // One man is too few: he is measured with the women, 3,600 and 2,400 dollars over 48 months.
      assertThat(step(driver, "comparisonGroup")).isEqualByComparingTo("125");
      driver.feed(Topics.ENROLLMENT, "m1|P1|cov", IntakeRecords.change(there, here));
      driver.feed(Topics.ENROLLMENT, "m2|P1|cov", IntakeRecords.change(null, living("m2", "001")));
      driver.tick(APRIL, true);
      assertThat(step(driver, "comparison.OTHER.0.1")).isEqualByComparingTo("2400");
    }
  }

  @Test
  @DisplayName("an assignment that ends puts the member's later months into the group")
  void assignmentEnds() {
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      driver.feed(
          Topics.ASSIGNMENT,
          "own1|C1",
          AssignmentRecords.assignment(
              "own1",
              "C1",
              AssignmentRecords.byVisits(
                  LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1), Records.TIN_A, null)));
      driver.tick(APRIL, true);
      // Women: 3,600 and the 600 dollars of May over 36 and 9 months, times 12 and 3 own ones.
      assertThat(step(driver, "comparison.FEMALE.0.1")).isEqualByComparingTo("1400");
    }
  }

  @Test
  @DisplayName("merged and told apart again: what one contributed as the other is taken back")
  void toldApart() {
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      paid("claims-only", "2024-07-05", "3600.00").accept(driver);
      driver.tick(APRIL, true);
      driver.identify("f1", "claims-only");
      driver.tick(APRIL, true);
      assertThat(step(driver, "comparison.FEMALE.0.1")).isEqualByComparingTo("4800");
      driver.identify("f1", "f1");
      driver.tick(APRIL, true);
      assertThat(step(driver, "comparison.FEMALE.0.1")).isEqualByComparingTo("2400");
    }
  }

  @Test
  @DisplayName("an amendment may name a year of the terms before it; risk tells cells apart")
  void amended() {
    CostTerms.Builder scored =
        compared().setRisk(RiskTerms.newBuilder().setModel("CMS_HCC").build());
    scored.setComparison(
        ComparisonTerms.newBuilder(scored.getComparison()).setMinimumMemberMonths(12).build());
    TargetTerms stated =
        TargetTerms.newBuilder(regional(2024).build())
            .setComparisonYear(null)
            .setRegion(new BigDecimal("90.000000"))
            .build();
    ContractTerms later = terms(2, regional(2024).build(), scored);
    try (FoldDriver driver = started(terms(1, stated, scored))) {
      driver.feed(
          Topics.TERMS,
          "C1|2",
          ContractTerms.newBuilder(later).setEffectiveFrom(LocalDate.of(2025, 1, 1)).build());
      population().forEach(record -> record.accept(driver));
      claim(driver, null, Records.diagnosed("dx", "f1", "2023-03-05", "E1122", "I5032", "J449"));
      driver.tick(APRIL, true);
      // Three men lie below two women, and half of all; the third woman lies above five sixths.
      assertThat(step(driver, "comparison.FEMALE.0.3")).isEqualByComparingTo("2400");
      assertThat(step(driver, "comparison.FEMALE.0.5")).as("none of the own").isZero();
      assertThat(step(driver, "comparison.OTHER.0.1")).isEqualByComparingTo("2400");
      assertThat(new BigDecimal(target(driver).getPmpm()))
          .isBetween(new BigDecimal("133.3333"), new BigDecimal("133.3334"));
    }
  }

  @Test
  @DisplayName("L1: any order of the records ends in the same parameters and budgets")
  void lawL1_anyOrder() {
    List<Object> ends = new ArrayList<>();
    for (long seed = 1; seed <= 4; seed++) {
      List<Consumer<FoldDriver>> records = population();
      Collections.shuffle(records, new Random(seed));
      try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
        driver.tick(LocalDate.of(2024, 3, 10), true);
        records.subList(0, 10).forEach(record -> record.accept(driver));
        driver.tick(LocalDate.of(2024, 9, 20), true);
        records.subList(10, records.size()).forEach(record -> record.accept(driver));
        driver.tick(APRIL, true);
        driver.tick(APRIL, true);
        ends.add(List.of(driver.current(CostTopics.PARAMETERS), driver.current(Topics.BUDGET)));
      }
    }
    assertThat(ends).as("seeds 1 to 4").allMatch(ends.getFirst()::equals);
  }

  @Test
  @DisplayName("L6: a closing freezes the target; what the region cost later counts in the next")
  void closed() {
    LocalDate cut = LocalDate.of(2026, 4, 1);
    try (FoldDriver driver = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(driver));
      driver.tick(cut, true);
      driver.feed(
          ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closing("C1", 2025, 1, cut, "BUDGET"));
      BigDecimal before = frozen(driver, 1);
      paid("f1", "2024-08-05", "1200.00").accept(driver);
      driver.tick(cut.plusDays(1), true);
      assertThat(frozen(driver, 1)).isEqualTo(before);
      driver.feed(
          ClosingTopics.PERIOD,
          "C1|2025",
          PeriodRecords.closing("C1", 2025, 2, cut.plusDays(1), "BUDGET"));
      assertThat(frozen(driver, 1)).isEqualTo(before);
      assertThat(frozen(driver, 2)).isGreaterThan(before);
    }
  }

  private static BigDecimal frozen(FoldDriver driver, int number) {
    FinalBudget frozen =
        (FinalBudget)
            driver.current(ClosingTopics.FINAL_BUDGET).get("C1|2025|" + number + "|CONTRACT|C1");
    return frozen.getBudget().getBudget();
  }

  @Test
  @DisplayName("coverage and assignments that are told twice count once")
  void toldTwice() {
    try (FoldDriver once = started(terms(1, regional(2024).build(), compared()));
        FoldDriver twice = started(terms(1, regional(2024).build(), compared()))) {
      population().forEach(record -> record.accept(once));
      population().forEach(record -> record.accept(twice));
      EnrollmentRecord same = living("f1", "001");
      twice.feed(Topics.ENROLLMENT, "f1|P1|cov", IntakeRecords.change(same, same));
      assigned("own1", "C1").accept(twice);
      twice.feed(Topics.TERMS, "C1|1", terms(1, regional(2024).build(), compared()));
      once.tick(APRIL, true);
      twice.tick(APRIL, true);
      assertThat(twice.current(CostTopics.PARAMETERS))
          .isEqualTo(once.current(CostTopics.PARAMETERS));
      assertThat(twice.current(Topics.BUDGET)).isEqualTo(once.current(Topics.BUDGET));
    }
  }
}
