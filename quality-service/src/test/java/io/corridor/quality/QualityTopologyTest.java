package io.corridor.quality;

import static io.corridor.common.fixture.AssignmentRecords.assignment;
import static io.corridor.common.fixture.IntakeRecords.change;
import static io.corridor.quality.Records.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Gap;
import io.corridor.schemas.MeasureScore;
import io.corridor.schemas.Op;
import io.corridor.schemas.Score;
import io.corridor.schemas.Sex;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The topology with real serdes: what changes when, and what is written. */
class QualityTopologyTest {

  private final FoldDriver driver = new FoldDriver(new QualityStage());

  @BeforeEach
  void contract() {
    driver.feed(Topics.TERMS, "C1|1", terms(1, "2020-01-01", "20"));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private void claim(String member, @Nullable Claim before, @Nullable Claim after) {
    String id = Objects.requireNonNull(before == null ? after : before).getClaimId();
    driver.feed(Topics.CLAIM, member + "|P1|" + id, change(before, after));
  }

  private void enroll(
      String member, @Nullable EnrollmentRecord before, @Nullable EnrollmentRecord after) {
    String id = Objects.requireNonNull(before == null ? after : before).getRecordId();
    driver.feed(Topics.ENROLLMENT, member + "|P1|" + id, change(before, after));
  }

  private void assign(String member, Assignment assignment) {
    driver.feed(Topics.ASSIGNMENT, member + "|C1", assignment);
  }

  /** A woman of 60 who is covered and attributed from 2025 on. */
  private void woman(String member, String tin) {
    enroll(member, null, person("per", day("1965-05-05"), Sex.FEMALE));
    enroll(member, null, coverage("cov", day("2024-01-01"), null));
    assign(member, assignment(member, "C1", span("2025-01-01", null, tin)));
  }

  private Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    driver.current(Topics.GAP).forEach((key, body) -> states.put(key, ((Gap) body).getState()));
    return states;
  }

  private Score score(String key) {
    return (Score) Objects.requireNonNull(driver.current(Topics.SCORE).get(key), key);
  }

  private static MeasureScore measure(Score score, String id) {
    return score.getMeasures().stream()
        .filter(measure -> measure.getMeasure().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void givenMeasureNotNamed_whenTermsChange_thenItsGapsEnd() {
    woman("m1", T1);
    driver.tick(day("2025-03-10"), false);
    assertThat(states()).containsOnlyKeys("m1|Q01|2025", "m1|Q02|2025");
    ContractTerms next = terms(2, "2020-01-01", "20");
    Objects.requireNonNull(next.getQuality())
        .put(
            "measures",
            next.getQuality().getMeasures().stream()
                .filter(measure -> measure.getMeasure().equals("Q01"))
                .toList());
    driver.feed(Topics.TERMS, "C1|2", next);
    assertThat(states()).containsOnlyKeys("m1|Q01|2025");
    assertThat(score("C1|CONTRACT|C1|2025").getMeasures())
        .extracting(MeasureScore::getMeasure)
        .containsExactly("Q01");
  }

  @Test
  void givenAssignedMember_whenTicked_thenGapsAndScores() {
    woman("m1", T1);
    woman("m2", T2);
    claim("m1", null, service("a", ClaimStatus.PAID, day("2025-02-01"), "77067"));
    claim("m2", null, facility("e", "131", "H1", day("2025-02-03"), "99283"));
    assertThat(states()).isEmpty();
    driver.tick(day("2025-03-10"), false);
    assertThat(states())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "m1|Q01|2025", "CLOSED",
                "m1|Q02|2025", "OPEN",
                "m2|Q01|2025", "OPEN",
                "m2|Q02|2025", "OPEN"));
    Score contract = score("C1|CONTRACT|C1|2025");
    assertThat(measure(contract, "Q01").getNumerator()).isEqualTo(1);
    assertThat(measure(contract, "Q01").getDenominator()).isEqualTo(2);
    assertThat(measure(contract, "Q01").getRate()).isEqualTo(new BigDecimal("0.500000"));
    assertThat(measure(contract, "Q01").getPoints()).isEqualTo(3);
    assertThat(measure(contract, "Q02").getOpen()).isEqualTo(2);
    assertThat(measure(contract, "Q14").getNumerator()).isEqualTo(1);
    assertThat(measure(contract, "Q14").getDenominator()).isEqualTo(6);
    assertThat(measure(contract, "Q14").getRate()).isEqualTo(new BigDecimal("2000.000000"));
    assertThat(measure(score("C1|TIN|" + T1 + "|2025"), "Q14").getRate())
        .isEqualTo(new BigDecimal("0.000000"));
    // Q01 3 x 30, Q02 0 x 30, Q14 at its threshold 1 x 20: 110 of 800.
    assertThat(contract.getComposite()).isEqualTo(new BigDecimal("0.137500"));
    assertThat(contract.getGate()).isEqualTo("NOT_MET");
    assertThat(contract.getCompleteTo()).isEqualTo(day("2025-03-10"));
  }

  @Test
  void contractScoresAreTheSumOfTheirPractices() {
    woman("m1", T1);
    woman("m2", T2);
    woman("m3", T2);
    claim("m2", null, service("a", ClaimStatus.PAID, day("2025-02-01"), "77067"));
    claim("m3", null, facility("e", "131", "H1", day("2025-02-03"), "99283"));
    driver.tick(day("2025-03-10"), false);
    Score whole = score("C1|CONTRACT|C1|2025");
    List<Score> parts = List.of(score("C1|TIN|" + T1 + "|2025"), score("C1|TIN|" + T2 + "|2025"));
    for (MeasureScore measure : whole.getMeasures()) {
      assertThat(measure.getNumerator())
          .isEqualTo(
              parts.stream().mapToLong(p -> measure(p, measure.getMeasure()).getNumerator()).sum());
      assertThat(measure.getDenominator())
          .isEqualTo(
              parts.stream()
                  .mapToLong(p -> measure(p, measure.getMeasure()).getDenominator())
                  .sum());
    }
  }

  @Test
  void givenReversal_thenReopened_givenVoid_thenOpen() {
    woman("m1", T1);
    Claim paid = service("a", ClaimStatus.PAID, day("2025-02-01"), "77067");
    Claim reversed = service("a", ClaimStatus.REVERSED, day("2025-02-01"), "77067");
    claim("m1", null, paid);
    driver.tick(day("2025-03-10"), false);
    claim("m1", paid, reversed);
    assertThat(states()).containsEntry("m1|Q01|2025", "REOPENED");
    assertThat(measure(score("C1|CONTRACT|C1|2025"), "Q01").getOpen()).isEqualTo(1);
    claim("m1", reversed, null);
    assertThat(states()).containsEntry("m1|Q01|2025", "OPEN");
  }

  @Test
  void givenTicksAlone_thenProspectiveOpensAndGapsExpire() {
    woman("m1", T1);
    claim("m1", null, service("a", ClaimStatus.PAID, day("2024-02-01"), "77067"));
    driver.tick(day("2025-09-30"), false);
    assertThat(states())
        .containsExactlyInAnyOrderEntriesOf(Map.of("m1|Q01|2025", "CLOSED", "m1|Q02|2025", "OPEN"));
    driver.tick(day("2025-10-01"), false);
    assertThat(states()).containsEntry("m1|Q01|2026", "PROSPECTIVE").hasSize(3);
    driver.tick(day("2026-01-01"), false);
    assertThat(states())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "m1|Q01|2025", "CLOSED",
                "m1|Q02|2025", "EXPIRED",
                "m1|Q01|2026", "OPEN",
                "m1|Q02|2026", "OPEN"));
  }

  @Test
  void givenLateClaimForAnEndedPeriod_thenTheExpiredGapCloses() {
    woman("m1", T1);
    driver.tick(day("2026-02-01"), false);
    assertThat(states()).containsEntry("m1|Q01|2025", "EXPIRED");
    claim("m1", null, service("a", ClaimStatus.PAID, day("2025-12-20"), "77067"));
    assertThat(states())
        .containsEntry("m1|Q01|2025", "CLOSED")
        .containsEntry("m1|Q01|2026", "CLOSED");
  }

  @Test
  void givenAssignmentMoves_thenTheGapAndTheVisitsMoveWithTheirMonths() {
    woman("m1", T1);
    claim("m1", null, facility("e", "131", "H1", day("2025-02-03"), "99283"));
    driver.tick(day("2025-04-10"), false);
    assign(
        "m1",
        assignment("m1", "C1", span("2025-01-01", "2025-03-01", T1), span("2025-03-01", null, T2)));
    Gap gap = (Gap) Objects.requireNonNull(driver.current(Topics.GAP).get("m1|Q01|2025"));
    assertThat(gap.getTin()).isEqualTo(T2);
    MeasureScore first = measure(score("C1|TIN|" + T1 + "|2025"), "Q14");
    assertThat(first.getNumerator()).isEqualTo(1);
    assertThat(first.getDenominator()).isEqualTo(2);
    assertThat(measure(score("C1|TIN|" + T1 + "|2025"), "Q01").getDenominator()).isZero();
    assertThat(measure(score("C1|TIN|" + T2 + "|2025"), "Q14").getDenominator()).isEqualTo(2);
    assertThat(measure(score("C1|TIN|" + T2 + "|2025"), "Q01").getDenominator()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"END", "RETRACT"})
  void givenAssignmentEnds_thenNothingIsLeft_L4(Op op) {
    woman("m1", T1);
    claim("m1", null, facility("e", "131", "H1", day("2025-02-03"), "99283"));
    driver.tick(day("2025-04-10"), false);
    assertThat(driver.current(Topics.SCORE)).hasSize(2);
    driver.feed(
        Topics.ASSIGNMENT, "m1|C1", assignment("m1", "C1", span("2025-01-01", null, T1)), op);
    assertThat(driver.current(Topics.GAP)).isEmpty();
    assertThat(driver.current(Topics.SCORE)).isEmpty();
  }

  @Test
  void givenCoverageEndsLater_thenTheMemberLeavesTheDenominatorWhenTheGapIsTooLong() {
    enroll("m1", null, person("per", day("1965-05-05"), Sex.FEMALE));
    enroll("m1", null, coverage("cov", day("2024-01-01"), day("2025-03-14")));
    assign("m1", assignment("m1", "C1", span("2025-01-01", null, T1)));
    driver.tick(day("2025-03-14"), false);
    assertThat(states()).containsKey("m1|Q01|2025");
    driver.tick(day("2025-04-28"), false);
    assertThat(states()).as("45 days without coverage").containsKey("m1|Q01|2025");
    driver.tick(day("2025-04-29"), false);
    assertThat(states()).isEmpty();
  }

  @Test
  void givenChangedTerms_thenScoresFollow() {
    woman("m1", T1);
    claim("m1", null, service("a", ClaimStatus.PAID, day("2025-02-01"), "77067"));
    driver.tick(day("2025-03-10"), false);
    assertThat(measure(score("C1|CONTRACT|C1|2025"), "Q14").getWeight())
        .isEqualTo(new BigDecimal("20.000000"));
    driver.feed(Topics.TERMS, "C1|2", terms(2, "2025-02-01", "40"));
    assertThat(measure(score("C1|CONTRACT|C1|2025"), "Q14").getWeight())
        .isEqualTo(new BigDecimal("40.000000"));
  }

  @Test
  void givenClaimsThatSayNothing_thenNoRowIsRead() {
    woman("m1", T1);
    driver.tick(day("2025-03-10"), false);
    var before = driver.storeCounts();
    claim("m1", null, service("x", ClaimStatus.PAID, day("2025-02-01"), "99213"));
    assertThat(driver.storeCounts().since(before).rowsRead()).isZero();
  }
}
