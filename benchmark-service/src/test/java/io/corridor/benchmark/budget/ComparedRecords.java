package io.corridor.benchmark.budget;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ComparisonTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Sex;
import io.corridor.schemas.TargetTerms;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;

/** Records of a contract that compares its members with others of the region. */
@NullUnmarked
final class ComparedRecords {

  private ComparedRecords() {}

  static ContractTerms terms(int version, TargetTerms target, CostTerms.Builder cost) {
    List<PerformanceYear> years =
        IntStream.of(2024, 2025)
            .mapToObj(year ->
                new PerformanceYear(year, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
            .toList();
    return ContractTerms.newBuilder(Records.terms(version, "100.000000", "100000.00"))
        .setEffectiveFrom(LocalDate.of(2024, 1, 1))
        .setPerformanceYears(years)
        .setBudget(
            years.stream()
                .map(year -> new BudgetLine(year.getYear(), "ALL", new BigDecimal("100.000000")))
                .toList())
        .setCost(cost.setTargets(List.of(target)).build())
        .build();
  }

  static CostTerms.Builder compared() {
    return CostTerms.newBuilder()
        .setComparison(
            ComparisonTerms.newBuilder()
                .setCounties(List.of("001"))
                .setAgeBands(List.of(45))
                .build());
  }

  static TargetTerms.Builder regional(int year) {
    return TargetTerms.newBuilder()
        .setYear(2025)
        .setBaseline("REGIONAL")
        .setComparisonYear(year)
        .setUpdate("FIXED")
        .setFixedGrowth(new BigDecimal("1.000000"));
  }

  static FoldDriver started(ContractTerms terms) {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|" + terms.getVersion(), terms);
    return driver;
  }

  /** A member of the county, covered since the first of 2024. */
  static Consumer<FoldDriver> member(String id, Sex sex, String county) {
    return driver -> {
      covered(driver, id, county);
      driver.feed(
          Topics.ENROLLMENT,
          id + "|P1|person",
          IntakeRecords.change(null, Records.person(id, "1990-06-01", sex)));
    };
  }

  static void covered(FoldDriver driver, String id, String county) {
    driver.feed(Topics.ENROLLMENT, id + "|P1|cov", IntakeRecords.change(null, living(id, county)));
  }

  static EnrollmentRecord living(String id, String county) {
    return Records.coverage(
        Records.coverage(id, "2024-01-01", null), coverage -> coverage.setCounty(county));
  }

  static Consumer<FoldDriver> assigned(String id, String contract) {
    return driver ->
        driver.feed(
            Topics.ASSIGNMENT,
            id + "|" + contract,
            AssignmentRecords.assignment(
                id,
                contract,
                AssignmentRecords.byVisits(LocalDate.of(2024, 1, 1), null, Records.TIN_A, null)));
  }

  static Consumer<FoldDriver> paid(String id, String day, String paid) {
    return driver -> claim(driver, null, Records.claim(id + day, 1, id, day, paid));
  }

  static void claim(FoldDriver driver, Claim before, Claim after) {
    Claim one = after == null ? before : after;
    driver.feed(
        Topics.CLAIM,
        one.getMember() + "|P1|" + one.getClaimId(),
        IntakeRecords.change(before, after));
  }

  /** Three women and three men whom nobody is accountable for, and one of each of the contract. */
  static List<Consumer<FoldDriver>> population() {
    List<Consumer<FoldDriver>> records = new ArrayList<>();
    for (String id : List.of("f1", "f2", "f3")) {
      records.add(member(id, Sex.FEMALE, "001"));
      records.add(paid(id, "2024-05-05", "1200.00"));
    }
    for (String id : List.of("m1", "m2", "m3")) {
      records.add(member(id, Sex.MALE, "001"));
      records.add(paid(id, "2024-06-05", "2400.00"));
    }
    records.add(member("own1", Sex.FEMALE, "001"));
    records.add(member("own2", Sex.FEMALE, "002"));
    records.add(member("own3", Sex.MALE, "001"));
    for (String id : List.of("own1", "own2", "own3")) {
      records.add(assigned(id, "C1"));
      records.add(paid(id, "2024-05-05", "600.00"));
    }
    return records;
  }
}
