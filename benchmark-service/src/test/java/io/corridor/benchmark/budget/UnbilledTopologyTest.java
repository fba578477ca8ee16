package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimType;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.Unbilled;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Stays known from ADT before their claims, through the topology. */
@NullUnmarked
class UnbilledTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String MARCH = "C1|CONTRACT|C1|2025-03";

  private static ContractTerms terms() {
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", null))
        .setCost(CostTerms.newBuilder().setUnbilledStay(new BigDecimal("12000.00")).build())
        .build();
  }

  private static AdtEvent event(String visit, String trigger, String at, PatientClass kind) {
    return AdtEvent.newBuilder()
        .setPayer("P1")
        .setMember("m1")
        .setFacility("F1")
        .setVisitNumber(visit)
        .setMessageId(visit + trigger + at)
        .setTrigger(trigger)
        .setEventAt(Instant.parse(at))
        .setZone("America/New_York")
        .setReceivedAt(Instant.parse(at))
        .setPatientClass(kind)
        .setDerived(false)
        .setSensitivity(Sensitivity.NORMAL)
        .build();
  }

  private static void adt(FoldDriver driver, AdtEvent event) {
    driver.feed(Topics.ADT, "m1|F1|" + event.getVisitNumber(), event);
  }

  private static Claim stay(String day, String paid) {
    return stay("s1", day, paid);
  }

  private static Claim stay(String id, String day, String paid) {
    LocalDate from = LocalDate.parse(day);
    return Claim.newBuilder(Records.claim(id, 1, "m1", day, paid))
        .setType(ClaimType.INSTITUTIONAL)
        .setTypeOfBill("111")
        .setFacility("999999")
        .setAdmitted(from)
        .build();
  }

  private static FoldDriver started() {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", terms());
    driver.feed(
        Topics.ENROLLMENT,
        "m1|P1|cov",
        IntakeRecords.change(null, Records.coverage("m1", "2025-01-01", null)));
    driver.feed(
        Topics.ASSIGNMENT, "m1|C1", Records.assigned("m1", Records.TIN_A, "2025-01-01", null));
    driver.tick(APRIL, true);
    return driver;
  }

  private static Budget march(FoldDriver driver) {
    return (Budget) driver.current(Topics.BUDGET).get(MARCH);
  }

  @Test
  @DisplayName("An admission is expected at the stated price until its claim lands; then its error")
  void replacedByItsClaim() {
    try (FoldDriver driver = started()) {
      adt(driver, event("v1", "A01", "2025-03-11T02:00:00Z", PatientClass.INPATIENT));
      Unbilled open = march(driver).getUnbilled();
      assertThat(open.getStays()).isEqualTo(1);
      assertThat(open.getExpected()).isEqualByComparingTo("12000");
      assertThat(march(driver).getPaid()).as("never mixed into paid").isEqualByComparingTo("0");
      Claim claim = stay("2025-03-10", "13500.00");
      driver.feed(Topics.CLAIM, "m1|P1|s1", IntakeRecords.change(null, claim));
      Unbilled billed = march(driver).getUnbilled();
      assertThat(billed.getStays()).isZero();
      assertThat(billed.getBilled()).isEqualByComparingTo("13500");
      assertThat(billed.getError()).isEqualByComparingTo("1500");
      assertThat(march(driver).getPaid()).isEqualByComparingTo("13500");
      driver.feed(Topics.CLAIM, "m1|P1|s1", IntakeRecords.change(claim, null));
      assertThat(march(driver).getUnbilled()).as("the claim was voided").isEqualTo(open);
    }
  }

  @Test
  @DisplayName("Emergency visits and cancelled admissions are not expected to cost a stay")
  void notEveryVisitIsAStay() {
    try (FoldDriver driver = started()) {
      adt(driver, event("v1", "A04", "2025-03-10T15:00:00Z", PatientClass.EMERGENCY));
      adt(driver, event("v2", "A01", "2025-03-12T15:00:00Z", PatientClass.INPATIENT));
      adt(driver, event("v2", "A11", "2025-03-12T18:00:00Z", PatientClass.INPATIENT));
      assertThat(march(driver).getUnbilled().getStays()).isZero();
      adt(driver, event("v1", "A06", "2025-03-10T19:00:00Z", PatientClass.INPATIENT));
      assertThat(march(driver).getUnbilled().getStays()).isEqualTo(1);
    }
  }

  /** Terms of two years whose price is the mean of so many stays of the year before. */
  private static ContractTerms byMean(int from) {
    ContractTerms one = terms();
    return ContractTerms.newBuilder(one)
        .setPerformanceYears(
            List.of(
                new PerformanceYear(2025, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                new PerformanceYear(2026, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))))
        .setBudget(
            List.of(
                new BudgetLine(2025, "ALL", new BigDecimal("100.000000")),
                new BudgetLine(2026, "ALL", new BigDecimal("100.000000"))))
        .setCost(CostTerms.newBuilder(one.getCost()).setUnbilledMeanFrom(from).build())
        .build();
  }

  private static void billed(FoldDriver driver, Claim claim) {
    driver.feed(Topics.CLAIM, "m1|P1|" + claim.getClaimId(), IntakeRecords.change(null, claim));
  }

  /** Two stays of 2025, told of and billed, and one of January 2026 that is open. */
  private static FoldDriver ofTwoYears(int from) {
    FoldDriver driver = started();
    driver.feed(Topics.TERMS, "C1|1", byMean(from));
    adt(driver, event("v1", "A01", "2025-03-10T15:00:00Z", PatientClass.INPATIENT));
    adt(driver, event("v2", "A01", "2025-06-10T15:00:00Z", PatientClass.INPATIENT));
    billed(driver, stay("s1", "2025-03-10", "9000.00"));
    billed(driver, stay("s2", "2025-06-10", "12001.01"));
    driver.tick(LocalDate.of(2026, 2, 1), true);
    adt(driver, event("v3", "A01", "2026-01-20T15:00:00Z", PatientClass.INPATIENT));
    return driver;
  }

  private static Unbilled january(FoldDriver driver) {
    return ((Budget) driver.current(Topics.BUDGET).get("C1|CONTRACT|C1|2026-01")).getUnbilled();
  }

  @Test
  @DisplayName("A stay is expected at the mean of the year before, made at a tick")
  void classMean() {
    try (FoldDriver driver = ofTwoYears(2)) {
      assertThat(january(driver).getExpected())
          .as("21,001.01 over 2, half up")
          .isEqualByComparingTo("10500.51");
      assertThat(march(driver).getUnbilled().getError())
          .as("before the first year there is none: the stated price")
          .isEqualByComparingTo("-3000");
      Claim second = stay("s2", "2025-06-10", "12001.01");
      Claim corrected = stay("s2", "2025-06-10", "13000.00");
      driver.feed(Topics.CLAIM, "m1|P1|s2", IntakeRecords.change(second, corrected));
      assertThat(january(driver).getExpected())
          .as("what a tick made stands until the next")
          .isEqualByComparingTo("10500.51");
      driver.tick(LocalDate.of(2026, 2, 2), true);
      assertThat(january(driver).getExpected()).isEqualByComparingTo("11000");
      billed(driver, stay("s3", "2026-01-20", "11100.00"));
      assertThat(january(driver).getError()).isEqualByComparingTo("100");
      driver.tick(LocalDate.of(2026, 2, 3), true);
      assertThat(january(driver).getError())
          .as("its own claim does not move the price")
          .isEqualByComparingTo("100");
      driver.feed(Topics.CLAIM, "m1|P1|s2", IntakeRecords.change(corrected, null));
      driver.tick(LocalDate.of(2026, 2, 4), true);
      assertThat(january(driver).getError())
          .as("voided: one stay is too few, the stated price holds")
          .isEqualByComparingTo("-900");
    }
  }

  @Test
  @DisplayName("Too few stays of the year before: the stated price")
  void tooFew() {
    try (FoldDriver driver = ofTwoYears(3)) {
      assertThat(january(driver).getExpected()).isEqualByComparingTo("12000");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("L1: messages and claims in any order end in the same stays")
  void lawL1_orderFree(long seed) {
    assertThat(run(new Random(seed))).as("seed " + seed).isEqualTo(run(new Random(seed + 100)));
  }

  private static Map<String, SpecificRecord> run(Random order) {
    List<Consumer<FoldDriver>> changes = new ArrayList<>();
    for (AdtEvent event :
        List.of(
            event("v1", "A01", "2025-02-28T15:00:00Z", PatientClass.INPATIENT),
            event("v1", "A03", "2025-03-02T15:00:00Z", PatientClass.INPATIENT),
            event("v2", "A01", "2025-03-02T16:00:00Z", PatientClass.INPATIENT),
            event("v3", "A01", "2025-03-20T16:00:00Z", PatientClass.INPATIENT),
            event("v3", "A11", "2025-03-21T16:00:00Z", PatientClass.INPATIENT),
            event("v3", "A01", "2025-03-22T16:00:00Z", PatientClass.INPATIENT))) {
      changes.add(driver -> adt(driver, event));
    }
    changes.add(driver ->
        driver.feed(
            Topics.CLAIM, "m1|P1|s1", IntakeRecords.change(null, stay("2025-03-01", "9000.00"))));
    Collections.shuffle(changes, order);
    try (FoldDriver driver = started()) {
      changes.forEach(change -> change.accept(driver));
      return driver.current(Topics.BUDGET);
    }
  }
}
