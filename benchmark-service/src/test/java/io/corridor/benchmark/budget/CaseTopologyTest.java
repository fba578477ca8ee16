package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.CareCase;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimLine;
import io.corridor.schemas.ClaimType;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.MemberCases;
import io.corridor.schemas.RiskTerms;
import io.corridor.schemas.Sex;
import io.corridor.schemas.topic.Topics;
import io.corridor.schemas.topic.VariationTopics;
import java.math.BigDecimal;
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

/** Procedures of members by quarter: by whom, where, and what they cost. */
@NullUnmarked
class CaseTopologyTest {

  private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
  private static final String SURGEON = "1000000020";
  private static final String ASSISTANT = "1000000021";
  private static final String FIRST = "m1|C1|2025-Q1";
  private static final String SECOND = "m1|C1|2025-Q2";

  private static ContractTerms terms(String... reports) {
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", null))
        .setCost(
            CostTerms.newBuilder()
                .setReports(List.of(reports))
                .setRisk(RiskTerms.newBuilder().setModel("CMS_HCC").build())
                .build())
        .build();
  }

  private static FoldDriver started(ContractTerms terms) {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", terms);
    member(driver);
    driver.tick(MAY, true);
    return driver;
  }

  private static FoldDriver started() {
    return started(terms("CARE_VARIATION"));
  }

  /** Assigned from January, though coverage ends with April. */
  private static void member(FoldDriver driver) {
    driver.feed(
        Topics.ENROLLMENT,
        "m1|P1|cov",
        IntakeRecords.change(null, Records.coverage("m1", "2025-01-01", "2025-04-30")));
    driver.feed(
        Topics.ENROLLMENT,
        "m1|P1|person",
        IntakeRecords.change(null, Records.person("m1", "1950-02-03", Sex.FEMALE)));
    driver.feed(
        Topics.ASSIGNMENT,
        "m1|C1",
        AssignmentRecords.assignment(
            "m1",
            "C1",
            AssignmentRecords.byVisits(LocalDate.of(2025, 1, 1), null, Records.TIN_A, null)));
  }

  private static void change(FoldDriver driver, Claim before, Claim after) {
    Claim either = before == null ? after : before;
    driver.feed(
        Topics.CLAIM,
        either.getMember() + "|P1|" + either.getClaimId(),
        IntakeRecords.change(before, after));
  }

  private static ClaimLine.Builder line(String day, String code, String allowed) {
    return IntakeRecords.line(LocalDate.parse(day), code, allowed)
        .setAllowed(new BigDecimal(allowed));
  }

  private static Claim professional(
      String id, String npi, String place, String day, String code, String allowed) {
    return Claim.newBuilder(Records.claim(id, 1, "m1", day, allowed))
        .setLines(
            List.of(line(day, code, allowed).setRenderingNpi(npi).setPlaceOfService(place).build()))
        .build();
  }

  private static Claim facility(
      String id, String bill, String from, String through, String code, String allowed) {
    return Claim.newBuilder(Records.claim(id, 1, "m1", from, allowed))
        .setType(ClaimType.INSTITUTIONAL)
        .setTypeOfBill(bill)
        .setFacility("H1")
        .setFrom(LocalDate.parse(from))
        .setThrough(LocalDate.parse(through))
        .setAdmitted(bill.startsWith("11") ? LocalDate.parse(from) : null)
        .setLines(List.of(line(from, code, allowed).build()))
        .build();
  }

  private static Claim surgeon() {
    return professional("knee", SURGEON, "21", "2025-03-31", "27447", "1200.00");
  }

  private static List<Claim> claims() {
    return List.of(
        professional("scope", SURGEON, "22", "2025-02-10", "45385", "400.00"),
        professional("path", SURGEON, "81", "2025-02-10", "88305", "90.00"),
        professional("blood", SURGEON, "81", "2025-01-11", "80053", "15.00"),
        professional("early", SURGEON, "81", "2025-01-10", "80053", "15.00"),
        facility("room", "131", "2025-02-10", "2025-02-10", "45385", "800.00"),
        surgeon(),
        professional("assist", ASSISTANT, "21", "2025-03-31", "27447", "300.00"),
        facility("stay", "111", "2025-03-30", "2025-04-03", null, "15000.00"),
        professional("echo", ASSISTANT, "21", "2025-04-02", "93306", "150.00"),
        professional("late", SURGEON, "24", "2025-05-02", "45385", "500.00"));
  }

  private static List<CareCase> cases(FoldDriver driver, String key) {
    return ((MemberCases) driver.current(VariationTopics.MEMBER_CASE).get(key)).getCases();
  }

  @Test
  @DisplayName("a case has who did it, where, all that it cost and the tests before it")
  void cases() {
    try (FoldDriver driver = started()) {
      claims().forEach(claim -> change(driver, null, claim));
      assertThat(cases(driver, FIRST))
          .extracting(
              one -> one.getDay().toString(),
              CareCase::getGroup,
              CareCase::getNpi,
              CareCase::getSite,
              one -> one.getCost().toPlainString(),
              CareCase::getTests)
          .containsExactly(
              tuple("2025-02-10", "COLONOSCOPY", SURGEON, "HOPD", "1200.00", 2),
              tuple("2025-03-31", "KNEE_REPLACEMENT", SURGEON, "INPATIENT", "16500.00", 0));
      assertThat(cases(driver, SECOND))
          .as("the stay is the knee's; nobody is covered in May")
          .extracting(CareCase::getGroup, CareCase::getSite, one -> one.getCost().toPlainString())
          .containsExactly(tuple("ECHOCARDIOGRAM", "INPATIENT", "150.00"));
      assertThat(cases(driver, FIRST).getFirst().getRisk().signum()).isPositive();
    }
  }

  @Test
  @DisplayName("a voided or replaced claim takes its case back, and a stay finds the next one")
  void corrections() {
    try (FoldDriver driver = started()) {
      claims().forEach(claim -> change(driver, null, claim));
      change(driver, surgeon(), null);
      assertThat(cases(driver, FIRST))
          .extracting(CareCase::getNpi, one -> one.getCost().toPlainString())
          .as("who assisted is all that is left of the case")
          .containsExactly(tuple(SURGEON, "1200.00"), tuple(ASSISTANT, "15300.00"));
      Claim assist = claims().get(6);
      Claim visit = professional("assist", ASSISTANT, "21", "2025-03-31", "99223", "300.00");
      change(driver, assist, visit);
      assertThat(cases(driver, FIRST))
          .extracting(CareCase::getGroup)
          .containsExactly("COLONOSCOPY");
      assertThat(cases(driver, SECOND))
          .extracting(CareCase::getGroup, one -> one.getCost().toPlainString())
          .containsExactly(tuple("ECHOCARDIOGRAM", "15150.00"));
      change(driver, claims().getFirst(), null);
      assertThat(driver.current(VariationTopics.MEMBER_CASE))
          .as("a facility alone is no case")
          .containsOnlyKeys(SECOND);
    }
  }

  @Test
  @DisplayName("a claim is of one group; without a clinician it costs but is no case")
  void oneGroup() {
    try (FoldDriver driver = started()) {
      Claim both =
          Claim.newBuilder(professional("both", SURGEON, "24", "2025-02-10", "43239", "200.00"))
              .setLines(
                  List.of(
                      line("2025-02-10", "43239", "200.00")
                          .setRenderingNpi(SURGEON)
                          .setPlaceOfService("24")
                          .build(),
                      line("2025-02-10", "45380", "200.00")
                          .setLine(2)
                          .setRenderingNpi(SURGEON)
                          .setPlaceOfService("24")
                          .build()))
              .build();
      change(driver, null, both);
      change(driver, null, professional("nobody", null, "24", "2025-02-10", "45380", "50.00"));
      change(driver, null, professional("alone", null, "24", "2025-02-11", "45380", "50.00"));
      assertThat(cases(driver, FIRST))
          .extracting(CareCase::getGroup, CareCase::getSite, one -> one.getCost().toPlainString())
          .containsExactly(tuple("COLONOSCOPY", "ASC", "450.00"));
    }
  }

  @Test
  @DisplayName(
      "what a contract does not ask for is not told, and taken back when it no longer asks")
  void onlyWhatIsAsked() {
    try (FoldDriver driver = started(terms("PERFORMANCE"))) {
      claims().forEach(claim -> change(driver, null, claim));
      assertThat(driver.current(VariationTopics.MEMBER_CASE)).isEmpty();
      driver.feed(Topics.TERMS, "C1|1", terms("CARE_VARIATION"));
      assertThat(driver.current(VariationTopics.MEMBER_CASE)).containsOnlyKeys(FIRST, SECOND);
      driver.feed(Topics.TERMS, "C1|1", terms());
      assertThat(driver.current(VariationTopics.MEMBER_CASE)).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("L1, L4: any order ends alike; voiding everything leaves nothing")
  void laws(long seed) {
    Random random = new Random(seed);
    try (FoldDriver one = started();
        FoldDriver other = new FoldDriver(new BenchmarkStage())) {
      claims().forEach(claim -> change(one, null, claim));
      List<Consumer<FoldDriver>> changes = new ArrayList<>();
      claims().forEach(claim -> changes.add(driver -> change(driver, null, claim)));
      changes.add(CaseTopologyTest::member);
      changes.add(driver -> driver.feed(Topics.TERMS, "C1|1", terms("CARE_VARIATION")));
      changes.add(driver -> driver.tick(LocalDate.of(2025, 2, 1), false));
      Collections.shuffle(changes, random);
      changes.forEach(change -> change.accept(other));
      other.tick(MAY, false);
      Map<String, SpecificRecord> told = one.current(VariationTopics.MEMBER_CASE);
      assertThat(told).containsOnlyKeys(FIRST, SECOND);
      assertThat(other.current(VariationTopics.MEMBER_CASE)).isEqualTo(told);
      List<Claim> gone = new ArrayList<>(claims());
      Collections.shuffle(gone, random);
      gone.forEach(claim -> change(one, claim, null));
      assertThat(one.current(VariationTopics.MEMBER_CASE)).isEmpty();
    }
  }
}
