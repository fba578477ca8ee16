package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.BreakdownLine;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimLine;
import io.corridor.schemas.ClaimType;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostBreakdown;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.MemberBreakdown;
import io.corridor.schemas.MemberBreakdownValue;
import io.corridor.schemas.Sensitivity;
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
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cost by drug, specialty, specialist and disease, down to the member month. */
@NullUnmarked
class BreakdownTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String OUTSIDE = "999999999";
  private static final String DRUG = "000931001";
  private static final String SURGEON = "1000000020";
  private static final String REFERRING = "1000000011";

  private static ContractTerms terms(List<String> breakdowns) {
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", "100000.00"))
        .setCost(CostTerms.newBuilder().setBreakdowns(breakdowns).build())
        .build();
  }

  private static void member(FoldDriver driver, String member) {
    driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|cov",
        IntakeRecords.change(null, Records.coverage(member, "2025-01-01", null)));
    driver.feed(
        Topics.ASSIGNMENT,
        member + "|C1",
        AssignmentRecords.assignment(
            member,
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

  private static Claim drug(String id, String member, String day, String units, String paid) {
    LocalDate date = LocalDate.parse(day);
    return Claim.newBuilder(Records.claim(id, 1, member, day, paid))
        .setType(ClaimType.PHARMACY)
        .setLines(
            List.of(
                IntakeRecords.line(date, null, paid)
                    .setNdc(DRUG + "05")
                    .setUnits(new BigDecimal(units))
                    .build()))
        .build();
  }

  private static Claim surgery(String id, String member, String day, String tin, String paid) {
    LocalDate date = LocalDate.parse(day);
    return Claim.newBuilder(Records.claim(id, 1, member, day, paid))
        .setBillingTin(tin)
        .setLines(
            List.of(
                IntakeRecords.line(date, "27447", paid)
                    .setRenderingNpi(SURGEON)
                    .setSpecialty("20")
                    .setAllowed(new BigDecimal(paid))
                    .build()))
        .build();
  }

  private static Claim referred(Claim claim) {
    return Claim.newBuilder(claim).setReferringNpi(REFERRING).build();
  }

  private static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (String member : List.of("m1", "m2")) {
      claims.add(drug("rx" + member, member, "2025-03-05", "30", "75.00"));
      claims.add(referred(surgery("in" + member, member, "2025-03-06", Records.TIN_A, "600.00")));
    }
    claims.add(referred(surgery("out", "m1", "2025-03-20", OUTSIDE, "300.00")));
    claims.add(surgery("feb", "m1", "2025-02-20", OUTSIDE, "100.00"));
    claims.add(Records.diagnosed("dx", "m1", "2025-01-10", "E119", "I5022"));
    return claims;
  }

  private static FoldDriver started(List<String> breakdowns) {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", terms(breakdowns));
    member(driver, "m1");
    member(driver, "m2");
    driver.tick(APRIL, true);
    return driver;
  }

  private static final List<String> ALL =
      List.of("DRUG", "SPECIALTY", "SPECIALIST", "REFERRAL", "DISEASE");

  private static CostBreakdown row(FoldDriver driver, String key) {
    return (CostBreakdown) driver.current(CostTopics.COST_BREAKDOWN).get(key);
  }

  @Test
  @DisplayName("a specialist's cost, how much of it stays in the network, and whose it is")
  void specialists() {
    try (FoldDriver driver = started(ALL)) {
      claims().forEach(claim -> change(driver, null, claim));
      CostBreakdown march = row(driver, "C1|SPECIALIST|" + SURGEON + "|2025-03");
      assertThat(march.getPaid()).isEqualByComparingTo("1500.00");
      assertThat(march.getInsidePaid()).isEqualByComparingTo("1200.00");
      assertThat(march.getInsideShare()).isEqualByComparingTo("0.8");
      assertThat(march.getMemberMonths()).isEqualTo(2);
      CostBreakdown year = row(driver, "C1|SPECIALTY|20|2025");
      assertThat(year.getPaid()).isEqualByComparingTo("1600.00");
      assertThat(year.getMemberMonths()).isEqualTo(3);
      MemberBreakdown m1 =
          (MemberBreakdown) driver.current(CostTopics.MEMBER_BREAKDOWN).get("m1|C1|2025-03");
      assertThat(m1.getLines().stream().filter(line -> line.getKind().equals("SPECIALIST")))
          .extracting(BreakdownLine::getTin, BreakdownLine::getInside)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(Records.TIN_A, true),
              org.assertj.core.groups.Tuple.tuple(OUTSIDE, false));
    }
  }

  @Test
  @DisplayName("primary care has a specialty and no specialist; a corrected code moves it")
  void primaryCareBySpecialty() {
    try (FoldDriver driver = started(ALL)) {
      Claim visit = Records.claim("v", 1, "m1", "2025-03-07", "90.00");
      Claim known =
          Claim.newBuilder(visit)
              .setLines(
                  List.of(
                      ClaimLine.newBuilder(visit.getLines().get(0))
                          .setRenderingNpi(REFERRING)
                          .setSpecialty("08")
                          .build()))
              .build();
      change(driver, null, known);
      assertThat(row(driver, "C1|SPECIALTY|08|2025-03").getPaid()).isEqualByComparingTo("90");
      assertThat(row(driver, "C1|SPECIALIST|" + REFERRING + "|2025-03")).isNull();
      Claim later =
          Claim.newBuilder(known)
              .setLines(
                  List.of(ClaimLine.newBuilder(known.getLines().get(0)).setHcpcs("27447").build()))
              .build();
      change(driver, known, later);
      assertThat(row(driver, "C1|SPECIALTY|08|2025-03").getPaid()).isEqualByComparingTo("90");
      assertThat(row(driver, "C1|SPECIALIST|" + REFERRING + "|2025-03").getPaid())
          .as("no service of a primary-care list any more")
          .isEqualByComparingTo("90");
      change(driver, later, null);
      assertThat(row(driver, "C1|SPECIALTY|08|2025-03")).isNull();
    }
  }

  @Test
  @DisplayName("who referred, how much of it stays in the network, and how much came by referral")
  void referrals() {
    try (FoldDriver driver = started(ALL)) {
      claims().forEach(claim -> change(driver, null, claim));
      CostBreakdown march = row(driver, "C1|REFERRAL|" + REFERRING + "|2025-03");
      assertThat(march.getPaid()).isEqualByComparingTo("1500.00");
      assertThat(march.getInsideShare()).isEqualByComparingTo("0.8");
      assertThat(march.getReferredPaid()).as("all of a referral is referred").isNull();
      CostBreakdown year = row(driver, "C1|SPECIALIST|" + SURGEON + "|2025");
      assertThat(year.getReferredPaid())
          .as("nobody referred in February")
          .isEqualByComparingTo("1500.00");
      assertThat(year.getReferredShare()).isEqualByComparingTo("0.9375");
      assertThat(row(driver, "C1|REFERRAL|" + REFERRING + "|2025-02")).isNull();
      assertThat(paidByMembers(driver, "REFERRAL")).isEqualByComparingTo(march.getPaid());
      Claim own = surgery("own", "m1", "2025-03-21", OUTSIDE, "50.00");
      change(driver, null, Claim.newBuilder(own).setReferringNpi(SURGEON).build());
      assertThat(row(driver, "C1|REFERRAL|" + SURGEON + "|2025-03"))
          .as("who names himself has referred nobody")
          .isNull();
      Claim named = claims().get(1);
      change(driver, named, Claim.newBuilder(named).setReferringNpi(null).build());
      assertThat(row(driver, "C1|REFERRAL|" + REFERRING + "|2025-03").getPaid())
          .as("a corrected claim takes its referral back")
          .isEqualByComparingTo("900.00");
    }
  }

  @Test
  @DisplayName("a drug's units and cost; a disease has everything its members cost")
  void drugsAndDiseases() {
    try (FoldDriver driver = started(ALL)) {
      claims().forEach(claim -> change(driver, null, claim));
      CostBreakdown drug = row(driver, "C1|DRUG|" + DRUG + "|2025-03");
      assertThat(drug.getPaid()).isEqualByComparingTo("150.00");
      assertThat(drug.getUnits()).isEqualByComparingTo("60");
      assertThat(drug.getInsidePaid()).isNull();
      assertThat(row(driver, "C1|DISEASE|TYPE_2_DIABETES|2025-03").getPaid())
          .as("drug and both operations of m1, though the diagnosis is of January")
          .isEqualByComparingTo("975.00");
      assertThat(row(driver, "C1|DISEASE|HEART_FAILURE|2025").getPaid())
          .isEqualByComparingTo("1175.00");
    }
  }

  @Test
  @DisplayName("a month that tells of substance use is held as closely as that")
  void sensitivity() {
    try (FoldDriver driver = started(List.of("DISEASE"))) {
      change(driver, null, Records.diagnosed("dx", "m1", "2025-03-10", "F1120"));
      List<MemberBreakdownValue> log = driver.log(CostTopics.MEMBER_BREAKDOWN);
      assertThat(log.getLast().getEnvelope().getSensitivity()).isEqualTo(Sensitivity.SUBSTANCE_USE);
    }
  }

  @Test
  @DisplayName("what a contract does not ask for is not told")
  void onlyWhatIsAsked() {
    try (FoldDriver driver = started(List.of("DRUG"))) {
      claims().forEach(claim -> change(driver, null, claim));
      assertThat(driver.current(CostTopics.COST_BREAKDOWN).keySet())
          .containsExactly("C1|DRUG|" + DRUG + "|2025", "C1|DRUG|" + DRUG + "|2025-03");
    }
    try (FoldDriver driver = started(List.of())) {
      claims().forEach(claim -> change(driver, null, claim));
      assertThat(driver.current(CostTopics.MEMBER_BREAKDOWN)).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("L1, L3, L4: any order; sums of parts; voiding everything leaves nothing")
  void laws(long seed) {
    Random random = new Random(seed);
    try (FoldDriver one = started(ALL);
        FoldDriver other = new FoldDriver(new BenchmarkStage())) {
      claims().forEach(claim -> change(one, null, claim));
      List<Consumer<FoldDriver>> changes = new ArrayList<>();
      claims().forEach(claim -> changes.add(driver -> change(driver, null, claim)));
      changes.add(driver -> member(driver, "m1"));
      changes.add(driver -> member(driver, "m2"));
      changes.add(driver -> driver.feed(Topics.TERMS, "C1|1", terms(ALL)));
      changes.add(driver -> driver.tick(LocalDate.of(2025, 2, 1), false));
      Collections.shuffle(changes, random);
      changes.forEach(change -> change.accept(other));
      other.tick(APRIL, false);
      Map<String, SpecificRecord> rows = one.current(CostTopics.COST_BREAKDOWN);
      assertThat(other.current(CostTopics.COST_BREAKDOWN)).isEqualTo(rows);
      assertThat(other.current(CostTopics.MEMBER_BREAKDOWN))
          .isEqualTo(one.current(CostTopics.MEMBER_BREAKDOWN));
      assertThat(paidByMembers(one, "SPECIALIST")).isEqualByComparingTo("1600.00");
      assertThat(paidByMembers(one, "SPECIALIST"))
          .isEqualByComparingTo(row(one, "C1|SPECIALIST|" + SURGEON + "|2025").getPaid());
      List<Claim> gone = claims();
      Collections.shuffle(gone, random);
      gone.forEach(claim -> change(one, claim, null));
      assertThat(one.current(CostTopics.COST_BREAKDOWN)).isEmpty();
      assertThat(one.current(CostTopics.MEMBER_BREAKDOWN)).isEmpty();
    }
  }

  private static BigDecimal paidByMembers(FoldDriver driver, String kind) {
    return driver.current(CostTopics.MEMBER_BREAKDOWN).values().stream()
        .flatMap(body -> ((MemberBreakdown) body).getLines().stream())
        .filter(line -> line.getKind().equals(kind))
        .map(BreakdownLine::getPaid)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
