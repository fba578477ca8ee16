package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.Op;
import io.corridor.schemas.PersonYears;
import io.corridor.schemas.RecaptureGap;
import io.corridor.schemas.RiskCondition;
import io.corridor.schemas.RiskRecapture;
import io.corridor.schemas.RiskTerms;
import io.corridor.schemas.RiskWeight;
import io.corridor.schemas.Sex;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Member months, enrollment types and risk through the topology. */
@NullUnmarked
class PopulationTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String YEAR = "C1|CONTRACT|C1|2025";

  private static ContractTerms terms(int version, String policy, CostTerms cost) {
    return ContractTerms.newBuilder(Records.terms(version, "100.000000", null))
        .setMemberMonths(policy)
        .setCost(cost)
        .build();
  }

  private static CostTerms cost(RiskTerms risk) {
    return CostTerms.newBuilder().setPersonYears(true).setRisk(risk).build();
  }

  private static RiskTerms hcc() {
    return RiskTerms.newBuilder().setModel("CMS_HCC").setRecapture(true).build();
  }

  private static void terms(FoldDriver driver, ContractTerms terms) {
    driver.feed(Topics.TERMS, "C1|" + terms.getVersion(), terms);
  }

  private static void enrolled(FoldDriver driver, EnrollmentRecord before, EnrollmentRecord after) {
    EnrollmentRecord any = after == null ? before : after;
    driver.feed(
        Topics.ENROLLMENT,
        any.getMember() + "|P1|" + any.getRecordId(),
        IntakeRecords.change(before, after));
  }

  private static void member(FoldDriver driver, String member, EnrollmentRecord coverage) {
    enrolled(driver, null, coverage);
    enrolled(driver, null, Records.person(member, "1952-06-15", Sex.FEMALE));
    driver.feed(
        Topics.ASSIGNMENT,
        member + "|C1",
        Records.assigned(member, Records.TIN_A, "2025-01-01", null));
  }

  private static void claim(FoldDriver driver, Claim before, Claim after) {
    String member = (after == null ? before : after).getMember();
    driver.feed(Topics.CLAIM, member + "|P1|c", IntakeRecords.change(before, after));
  }

  private static Budget budget(FoldDriver driver, String key) {
    return (Budget) driver.current(Topics.BUDGET).get(key);
  }

  private static MemberMonth month(FoldDriver driver, String key) {
    return (MemberMonth) driver.current(Topics.MEMBER_MONTH).get(key);
  }

  @ParameterizedTest
  @CsvSource({"ANY_DAY, 2, 1.000000", "MID_MONTH, 1, ", "PRORATE, 1.451613, 0.451613"})
  @DisplayName("domain.md 2.3: a month counts by the policy of the contract, live")
  void policies(String policy, String yearToDate, String january) {
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      terms(driver, terms(1, policy, null));
      member(driver, "m1", Records.coverage("m1", "2025-01-18", "2025-02-28"));
      driver.tick(APRIL, true);
      assertThat(budget(driver, YEAR).getMemberMonths()).isEqualByComparingTo(yearToDate);
      MemberMonth first = month(driver, "m1|C1|2025-01");
      if (january == null) {
        assertThat(first).as("not covered on the 15th").isNull();
      } else {
        assertThat(first.getMemberMonths()).isEqualByComparingTo(january);
        assertThat(budget(driver, "C1|TIN|111111111|2025-01").getBudget())
            .isEqualByComparingTo(
                new BigDecimal(january)
                    .movePointRight(2)
                    .setScale(2, java.math.RoundingMode.HALF_UP));
      }
    }
  }

  @Test
  @DisplayName("Coverage that ends after the fact takes a part of its month back")
  void retroTerminationInsideAMonth() {
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      terms(driver, terms(1, "PRORATE", null));
      EnrollmentRecord open = Records.coverage("m1", "2025-01-01", null);
      member(driver, "m1", open);
      driver.tick(APRIL, true);
      assertThat(budget(driver, YEAR).getMemberMonths()).isEqualByComparingTo("4");
      enrolled(driver, open, Records.coverage("m1", "2025-01-01", "2025-02-14"));
      assertThat(budget(driver, YEAR).getMemberMonths()).isEqualByComparingTo("1.5");
      assertThat(driver.current(Topics.MEMBER_MONTH)).hasSize(2);
    }
  }

  @Test
  @DisplayName(
      "Person-years by enrollment type follow the month: aged from the birthday, then dual")
  void personYearsByType() {
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      terms(driver, terms(1, "ANY_DAY", cost(null)));
      enrolled(driver, null, Records.person("m1", "1960-02-10", Sex.MALE));
      enrolled(driver, null, Records.coverage("m1", "2025-01-01", "2025-02-28"));
      EnrollmentRecord dual =
          Records.coverage(
              IntakeRecords.coverage("m1-2", "m1", LocalDate.of(2025, 3, 1), null, Instant.EPOCH),
              coverage -> coverage.setDual(true));
      enrolled(driver, null, dual);
      driver.feed(
          Topics.ASSIGNMENT, "m1|C1", Records.assigned("m1", Records.TIN_A, "2025-01-01", null));
      claim(driver, null, Records.claim("c1", 1, "m1", "2025-03-05", "150.25"));
      driver.tick(APRIL, true);
      assertThat(month(driver, "m1|C1|2025-01").getEnrollmentType()).isEqualTo("DISABLED");
      assertThat(month(driver, "m1|C1|2025-02").getEnrollmentType()).isEqualTo("AGED_NON_DUAL");
      List<PersonYears> years = budget(driver, YEAR).getPersonYears();
      assertThat(years)
          .extracting(PersonYears::getType)
          .containsExactly("DISABLED", "AGED_DUAL", "AGED_NON_DUAL");
      assertThat(years.get(1).getMemberMonths()).isEqualByComparingTo("2");
      assertThat(years.get(1).getPersonYears()).isEqualByComparingTo("0.166667");
      assertThat(years.get(1).getCounted()).isEqualByComparingTo("150.25");
    }
  }

  @Test
  @DisplayName(
      "Risk runs as claims arrive and leave: last year's codes move the score, this year's"
          + " the emerging one, and the recapture list names what is missing")
  void riskRuns() {
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      terms(driver, terms(1, "ANY_DAY", cost(hcc())));
      member(driver, "m1", Records.coverage("m1", "2024-01-01", null));
      driver.tick(APRIL, true);
      MemberMonth plain = month(driver, "m1|C1|2025-03");
      assertThat(plain.getRisk().getModels())
          .containsExactly("V24:CNA:0.386:2025", "V28:CNA:0.395:2025");
      Claim last = Records.diagnosed("c1", "m1", "2024-05-05", "E1122", "N1831", "I5032", "J449");
      claim(driver, null, last);
      assertThat(month(driver, "m1|C1|2025-03").getRisk().getProspective())
          .as("docs/risk.md, the example")
          .isEqualByComparingTo("1.643");
      assertThat(budget(driver, YEAR).getRisk().getProspective()).isEqualByComparingTo("1.643");
      RiskRecapture list = (RiskRecapture) driver.current(CostTopics.RISK_RECAPTURE).get("m1|C1");
      assertThat(list.getGaps()).extracting(RecaptureGap::getHcc).contains(37, 226, 280, 329);
      claim(driver, null, Records.diagnosed("c2", "m1", "2025-02-05", "E1122", "I5032"));
      list = (RiskRecapture) driver.current(CostTopics.RISK_RECAPTURE).get("m1|C1");
      assertThat(list.getGaps()).extracting(RecaptureGap::getHcc).doesNotContain(37, 226);
      assertThat(month(driver, "m1|C1|2025-03").getRisk().getProspective())
          .as("this year's codes move next year")
          .isEqualByComparingTo("1.643");
      claim(driver, last, null);
      assertThat(month(driver, "m1|C1|2025-03").getRisk().getModels())
          .as("the claim was taken back")
          .isEqualTo(plain.getRisk().getModels());
      assertThat(driver.current(CostTopics.RISK_RECAPTURE)).isEmpty();
    }
  }

  @Test
  @DisplayName("A contract's own table: age, sex, condition and social need, over its mean")
  void tableOfTheContract() {
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      RiskTerms table =
          RiskTerms.newBuilder()
              .setModel("TABLE")
              .setMean(new BigDecimal("1.250000"))
              .setWeights(
                  List.of(
                      weight("BASE", "1.000000"),
                      weight("ASTHMA", "0.400000"),
                      weight("socialNeed=HOUSING", "0.100000")))
              .setConditions(List.of(new RiskCondition("ASTHMA", List.of("J45"))))
              .build();
      terms(driver, terms(1, "ANY_DAY", cost(table)));
      member(
          driver,
          "m1",
          Records.coverage(
              Records.coverage("m1", "2024-01-01", null),
              coverage -> coverage.setSocialNeeds(List.of("HOUSING"))));
      claim(driver, null, Records.diagnosed("c1", "m1", "2024-05-05", "J4520"));
      driver.tick(APRIL, true);
      MemberMonth march = month(driver, "m1|C1|2025-03");
      assertThat(march.getRisk().getModels())
          .containsExactly("base:1.000000", "ASTHMA:0.400000", "socialNeed=HOUSING:0.100000");
      assertThat(march.getRisk().getProspective()).isEqualByComparingTo("1.2");
      assertThat(march.getRisk().getEmerging()).isEqualByComparingTo("0.88");
    }
  }

  private static RiskWeight weight(String reason, String weight) {
    return RiskWeight.newBuilder()
        .setReason(reason)
        .setFirstAge(0)
        .setWeight(new BigDecimal(weight))
        .build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("L1: any order ends in the same risk; L4: taking everything back leaves nothing")
  void lawL1_orderFree_lawL4_retraction(long seed) {
    assertThat(run(new Random(seed), false))
        .as("seed " + seed)
        .isEqualTo(run(new Random(seed + 100), false));
    Map<String, Map<String, SpecificRecord>> empty = run(new Random(seed), true);
    assertThat(empty.values()).allSatisfy(answers -> assertThat(answers).isEmpty());
  }

  private static Map<String, Map<String, SpecificRecord>> run(Random order, boolean voided) {
    List<Consumer<FoldDriver>> changes = new ArrayList<>();
    changes.add(driver -> terms(driver, terms(1, "PRORATE", cost(hcc()))));
    EnrollmentRecord span = Records.coverage("m1", "2025-01-10", null);
    EnrollmentRecord person = Records.person("m1", "1952-06-15", Sex.FEMALE);
    List<Claim> claims =
        List.of(
            Records.diagnosed("c1", "m1", "2024-05-05", "E1122", "I5032"),
            Records.diagnosed("c2", "m1", "2024-06-05", "E1122"),
            Records.diagnosed("c3", "m1", "2025-02-05", "J449"));
    changes.add(driver -> enrolled(driver, null, span));
    changes.add(driver -> enrolled(driver, null, person));
    changes.add(driver ->
        driver.feed(
            Topics.ASSIGNMENT, "m1|C1", Records.assigned("m1", Records.TIN_A, "2025-01-01", null)));
    claims.forEach(claim -> changes.add(driver -> claim(driver, null, claim)));
    changes.add(driver -> driver.tick(LocalDate.of(2025, 2, 1), false));
    Collections.shuffle(changes, order);
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      changes.forEach(change -> change.accept(driver));
      driver.tick(APRIL, false);
      if (voided) {
        claims.forEach(claim -> claim(driver, claim, null));
        enrolled(driver, span, null);
        enrolled(driver, person, null);
        driver.feed(
            Topics.ASSIGNMENT,
            "m1|C1",
            Records.assigned("m1", Records.TIN_A, "2025-01-01", null),
            Op.END);
      }
      return Map.of(
          "months", driver.current(Topics.MEMBER_MONTH),
          "budgets", driver.current(Topics.BUDGET),
          "recapture", driver.current(CostTopics.RISK_RECAPTURE));
    }
  }
}
