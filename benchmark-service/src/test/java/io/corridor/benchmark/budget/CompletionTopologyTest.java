package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCompletion;
import io.corridor.schemas.CashCell;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.CompletionTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.Op;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.Projection;
import io.corridor.schemas.ProjectionTerms;
import io.corridor.schemas.Triangle;
import io.corridor.schemas.TriangleCell;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
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

/** Triangles, completion, projection and pended claims through the topology. */
@NullUnmarked
class CompletionTopologyTest {

  private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
  private static final String YEAR = "C1|CONTRACT|C1|2025";

  /** The triangle of domain.md 2.5: cumulative payments by month of service and age. */
  private static final long[][] TRIANGLE = {
    {600, 900, 980, 1000}, {660, 1000, 1080}, {620, 910}, {700}
  };

  /** A claim paid in one month, with its cash. */
  private record Paid(Claim claim, List<CashCell> cash) {

    void arrive(FoldDriver driver) {
      feed(driver, ClaimChange.newBuilder().setAfter(claim).setCash(cash).build());
    }

    void leave(FoldDriver driver) {
      List<CashCell> back =
          cash.stream()
              .map(cell ->
                  CashCell.newBuilder(cell)
                      .setPaid(cell.getPaid().negate())
                      .setAllowed(cell.getAllowed().negate())
                      .build())
              .toList();
      feed(driver, ClaimChange.newBuilder().setBefore(claim).setCash(back).build());
    }

    private void feed(FoldDriver driver, ClaimChange change) {
      driver.feed(Topics.CLAIM, claim.getMember() + "|P1|" + claim.getClaimId(), change);
    }
  }

  private static List<Paid> claims() {
    List<Paid> claims = new ArrayList<>();
    for (int i = 0; i < TRIANGLE.length; i++) {
      YearMonth service = YearMonth.of(2025, 1 + i);
      long before = 0;
      for (int lag = 0; lag < TRIANGLE[i].length; lag++) {
        String paid = TRIANGLE[i][lag] - before + ".00";
        before = TRIANGLE[i][lag];
        String id = "c" + i + "-" + lag;
        claims.add(paid(id, lag % 2 == 0 ? "m1" : "m2", service, service.plusMonths(lag), paid));
      }
    }
    return claims;
  }

  private static Paid paid(
      String id, String member, YearMonth service, YearMonth month, String dollars) {
    Claim claim = Records.claim(id, 1, member, service.atDay(5).toString(), dollars);
    BigDecimal amount = new BigDecimal(dollars);
    return new Paid(
        claim,
        List.of(
            new CashCell(month.toString(), service.toString(), amount, amount, "OTHER_MEDICAL")));
  }

  private static ContractTerms terms(String matureFrom, boolean projected) {
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", null))
        .setCost(
            CostTerms.newBuilder()
                .setPreliminary(true)
                .setCompletion(
                    CompletionTerms.newBuilder()
                        .setMatureFrom(matureFrom == null ? null : new BigDecimal(matureFrom))
                        .build())
                .setProjection(
                    projected
                        ? ProjectionTerms.newBuilder().setTrend(new BigDecimal("1.100000")).build()
                        : null)
                .build())
        .build();
  }

  private static List<Consumer<FoldDriver>> members() {
    List<Consumer<FoldDriver>> members = new ArrayList<>();
    for (String member : List.of("m1", "m2")) {
      String tin = member.equals("m1") ? Records.TIN_A : Records.TIN_B;
      members.add(driver ->
          driver.feed(
              Topics.ENROLLMENT,
              member + "|P1|cov",
              IntakeRecords.change(null, Records.coverage(member, "2025-01-01", null))));
      members.add(driver ->
          driver.feed(
              Topics.ASSIGNMENT,
              member + "|C1",
              Records.assigned(member, tin, "2025-01-01", null)));
    }
    return members;
  }

  private static FoldDriver started(ContractTerms terms) {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", terms);
    members().forEach(member -> member.accept(driver));
    return driver;
  }

  private static BudgetCompletion completion(FoldDriver driver, String key) {
    return ((Budget) driver.current(Topics.BUDGET).get(key)).getCompletion();
  }

  @Test
  @DisplayName("domain.md 2.5: the triangle completes to 22.04, 96.77, 457.53, together 576.34")
  void workedExample() {
    try (FoldDriver driver = started(terms("0.500000", false))) {
      claims().forEach(claim -> claim.arrive(driver));
      driver.tick(MAY, true);
      Triangle january =
          (Triangle) driver.current(CostTopics.TRIANGLE).get("C1|TRIANGLE|OTHER_MEDICAL|2025-01");
      assertThat(january.getCells()).extracting(TriangleCell::getLag).containsExactly(0, 1, 2, 3);
      Parameters factors =
          (Parameters) driver.current(CostTopics.PARAMETERS).get("C1|COMPLETION|2025-01");
      assertThat(factors.getGroups().get(1).getSteps().getFirst().getFactor())
          .startsWith("1.494680851");
      assertThat(completion(driver, "C1|CONTRACT|C1|2025-02").getIncurredButNotReported())
          .isEqualByComparingTo("22.04");
      assertThat(completion(driver, "C1|CONTRACT|C1|2025-03").getIncurredButNotReported())
          .isEqualByComparingTo("96.77");
      assertThat(completion(driver, "C1|CONTRACT|C1|2025-04").getIncurredButNotReported())
          .isEqualByComparingTo("457.53");
      BudgetCompletion year = completion(driver, YEAR);
      assertThat(year.getIncurredButNotReported()).isEqualByComparingTo("576.34");
      assertThat(year.getThrough()).isEqualTo("2025-04");
      assertThat(year.getBand()).isNotNull();
      assertThat(year.getBand().getLow()).isLessThan(year.getCompleted());
      assertThat(year.getBand().getHigh()).isGreaterThan(year.getCompleted());
    }
  }

  @Test
  @DisplayName(
      "domain.md 2.5: a month of which less than 70 % is paid takes the mature months' mean")
  void youngMonthByExpectation() {
    try (FoldDriver driver = started(terms(null, false))) {
      claims().forEach(claim -> claim.arrive(driver));
      driver.tick(MAY, true);
      Parameters april =
          (Parameters) driver.current(CostTopics.PARAMETERS).get("C1|COMPLETION|2025-04");
      assertThat(april.getGroups().get(1).getProjection()).isEqualTo("EXPECTED");
      // 700 + (1 - 0.604733) × the mean of 1000.00, 1102.04 and 1006.77 over two members, twice.
      assertThat(april.getCompleted()).isEqualByComparingTo("1109.60");
    }
  }

  @Test
  @DisplayName("L3: the practices' completed parts sum to the contract's, month and year")
  void lawL3_partsSumToTheWhole() {
    try (FoldDriver driver = started(terms(null, false))) {
      claims().forEach(claim -> claim.arrive(driver));
      driver.tick(MAY, true);
      for (String period : List.of("2025-01", "2025-02", "2025-03", "2025-04", "2025")) {
        BudgetCompletion whole = completion(driver, "C1|CONTRACT|C1|" + period);
        BudgetCompletion one = completion(driver, "C1|TIN|111111111|" + period);
        BudgetCompletion other = completion(driver, "C1|TIN|222222222|" + period);
        assertThat(one.getCompleted().add(other.getCompleted()))
            .as(period)
            .isEqualByComparingTo(whole.getCompleted());
        assertThat(one.getToDate().add(other.getToDate()))
            .as(period)
            .isEqualByComparingTo(whole.getToDate());
      }
    }
  }

  @Test
  @DisplayName("Parameters stand from tick to tick: a claim between them waits for the next")
  void parametersWaitForATick() {
    try (FoldDriver driver = started(terms(null, false))) {
      claims().forEach(claim -> claim.arrive(driver));
      driver.tick(MAY, true);
      BigDecimal before = completion(driver, YEAR).getCompleted();
      paid("late", "m1", YearMonth.of(2025, 2), YearMonth.of(2025, 4), "50.00").arrive(driver);
      assertThat(((Budget) driver.current(Topics.BUDGET).get(YEAR)).getPaid())
          .as("the cost is live")
          .isEqualByComparingTo("3740");
      assertThat(completion(driver, YEAR).getCompleted()).isEqualByComparingTo(before);
      driver.tick(MAY, true);
      assertThat(completion(driver, YEAR).getToDate()).isEqualByComparingTo("3740");
      assertThat(completion(driver, YEAR).getCompleted()).isGreaterThan(before);
    }
  }

  @Test
  @DisplayName(
      "domain.md 2.10: completed months plus the mature months' mean for the months to come")
  void projectsTheYear() {
    try (FoldDriver driver = started(terms("0.500000", true))) {
      claims().forEach(claim -> claim.arrive(driver));
      driver.tick(MAY, true);
      Projection projection = completion(driver, YEAR).getProjection();
      assertThat(projection.getMonthsToCome()).isEqualTo(8);
      assertThat(projection.getMemberMonthsToCome()).isEqualByComparingTo("16");
      // Mean of 1102.04…, 1006.77… and 1157.53… over two members, times 16 times 1.1.
      assertThat(projection.getBasePmpm()).startsWith("544.39");
      assertThat(projection.getProjected())
          .isBetween(new BigDecimal("13847.00"), new BigDecimal("13849.00"));
      assertThat(projection.getBand().getLow()).isLessThan(projection.getProjected());
    }
  }

  @Test
  @DisplayName("Pended claims stand in a column of their own until they are decided")
  void preliminary() {
    try (FoldDriver driver = started(terms(null, false))) {
      driver.tick(MAY, true);
      Claim pended =
          Claim.newBuilder(Records.claim("c1", 1, "m1", "2025-03-05", "80.00"))
              .setStatus(ClaimStatus.PENDED)
              .build();
      driver.feed(Topics.CLAIM, "m1|P1|c1", IntakeRecords.change(null, pended));
      Budget march = (Budget) driver.current(Topics.BUDGET).get("C1|TIN|111111111|2025-03");
      assertThat(march.getPreliminary()).isEqualByComparingTo("80");
      assertThat(march.getPaid()).isEqualByComparingTo("0");
      MemberMonth month = (MemberMonth) driver.current(Topics.MEMBER_MONTH).get("m1|C1|2025-03");
      assertThat(month.getPreliminary()).isEqualByComparingTo("80");
      driver.feed(
          Topics.CLAIM,
          "m1|P1|c1",
          IntakeRecords.change(pended, Records.claim("c1", 2, "m1", "2025-03-05", "75.00")));
      march = (Budget) driver.current(Topics.BUDGET).get("C1|TIN|111111111|2025-03");
      assertThat(march.getPreliminary()).isEqualByComparingTo("0");
      assertThat(march.getPaid()).isEqualByComparingTo("75");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("L1: any order and two equal ticks end in the same parameters; L4: nothing stays")
  void lawL1_orderFree_lawL4_retraction(long seed) {
    assertThat(run(new Random(seed), false))
        .as("seed " + seed)
        .isEqualTo(run(new Random(seed + 100), false));
    assertThat(run(new Random(seed), true).values())
        .allSatisfy(answers -> assertThat(answers).isEmpty());
  }

  private static Map<String, Map<String, SpecificRecord>> run(Random order, boolean voided) {
    List<Consumer<FoldDriver>> changes = new ArrayList<>(members());
    changes.add(driver -> driver.feed(Topics.TERMS, "C1|1", terms(null, true)));
    claims().forEach(claim -> changes.add(claim::arrive));
    changes.add(driver -> driver.tick(LocalDate.of(2025, 3, 1), false));
    Collections.shuffle(changes, order);
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      changes.forEach(change -> change.accept(driver));
      driver.tick(MAY, false);
      if (voided) {
        claims().forEach(claim -> claim.leave(driver));
        for (String member : List.of("m1", "m2")) {
          driver.feed(
              Topics.ENROLLMENT,
              member + "|P1|cov",
              IntakeRecords.change(Records.coverage(member, "2025-01-01", null), null));
          driver.feed(
              Topics.ASSIGNMENT,
              member + "|C1",
              Records.assigned(member, Records.TIN_A, "2025-01-01", null),
              Op.END);
        }
      }
      driver.tick(MAY, false);
      return Map.of(
          "budgets", driver.current(Topics.BUDGET),
          "parameters", driver.current(CostTopics.PARAMETERS),
          "triangles", driver.current(CostTopics.TRIANGLE));
    }
  }
}
