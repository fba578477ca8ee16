package io.corridor.attribution;

import static io.corridor.attribution.Records.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentSpan;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Explanation;
import io.corridor.schemas.RosterValue;
import io.corridor.schemas.topic.Topics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The topology with real serdes: what changes when, and what is written. */
class AttributionTopologyTest {

  private final Service service = new Service();

  @AfterEach
  void close() {
    service.close();
  }

  private static Claim visit(String id, String day, String tin) {
    return Records.visit(
        id, ClaimStatus.PAID, day(day), tin, N1, "99213", "90.00", day(day).plusDays(14));
  }

  private void claim(@Nullable Claim before, @Nullable Claim after) {
    String id = Objects.requireNonNull(before == null ? after : before).getClaimId();
    service.driver.feed(Topics.CLAIM, "m|P1|" + id, IntakeRecords.change(before, after));
  }

  private void enroll(@Nullable EnrollmentRecord before, @Nullable EnrollmentRecord after) {
    String id = Objects.requireNonNull(before == null ? after : before).getRecordId();
    service.driver.feed(Topics.ENROLLMENT, "m|P1|" + id, IntakeRecords.change(before, after));
  }

  private List<String> spans() {
    Assignment held = (Assignment) service.driver.current(Topics.ASSIGNMENT).get("m|C1");
    return held == null
        ? List.of()
        : held.getSpans().stream().map(AttributionTopologyTest::text).toList();
  }

  private static String text(AssignmentSpan span) {
    return span.getFrom() + ".." + span.getUntil() + " " + span.getTin();
  }

  private List<String> reasons() {
    return service.driver.log(Topics.ASSIGNMENT_CHANGED).stream()
        .map(value ->
            value.getBody().getMonth()
                + " "
                + value.getBody().getChangeType()
                + " "
                + value.getBody().getReason())
        .toList();
  }

  private Explanation explanation(String month) {
    return (Explanation)
        Objects.requireNonNull(
            service.driver.current(Topics.EXPLANATION).get("m|C1|" + month), month);
  }

  @Test
  void givenNothingBeforeTheFirstTick_thenNothingIsAnswered_thenEverything() {
    enroll(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01")));
    claim(null, visit("a", "2025-01-10", T1));
    assertThat(service.current()).isEmpty();
    service.tick("2025-03-10", false);
    assertThat(spans()).containsExactly("2025-01-01..null " + T1);
    assertThat(explanation("2025-03").getPractices()).hasSize(1);
    assertThat(reasons()).containsExactly("2025-01 NEW NEW_ENROLLEE");
  }

  @Test
  void givenTicks_thenWindowsRollWithoutAnyEvent() {
    enroll(null, coverage("cov", day("2024-01-01"), null, day("2024-01-01")));
    claim(null, visit("a", "2024-03-10", T1));
    service.tick("2025-01-01", false).tick("2025-02-01", false);
    assertThat(spans()).containsExactly("2025-01-01..null " + T1);
    service.tick("2025-03-01", false);
    assertThat(spans()).containsExactly("2025-01-01..2025-03-01 " + T1);
    assertThat(explanation("2025-03").getReason()).isEqualTo("NO_HISTORY");
    assertThat(reasons()).contains("2025-03 DROPPED WINDOW_ROLLED");
  }

  @Test
  void givenDuplicateChangeThatSaysNothingNew_thenNothingIsWritten() {
    enroll(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01")));
    claim(null, visit("a", "2025-01-10", T1));
    service.tick("2025-02-01", false);
    int before = service.driver.log(Topics.EXPLANATION).size();
    claim(visit("a", "2025-01-10", T1), visit("a", "2025-01-10", T1));
    assertThat(service.driver.log(Topics.EXPLANATION)).hasSize(before);
  }

  @Test
  void givenReplacementThatMovesThePractice_thenEveryMonthOfItsWindowIsRestated() {
    enroll(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01")));
    claim(null, visit("a", "2025-02-10", T1));
    service.tick("2025-04-01", false);
    claim(visit("a", "2025-02-10", T1), visit("a", "2025-02-10", T2));
    assertThat(spans()).containsExactly("2025-02-01..null " + T2);
    assertThat(reasons())
        .contains(
            "2025-02 CHANGED NEW_CLAIMS_PLURALITY",
            "2025-03 CHANGED NEW_CLAIMS_PLURALITY",
            "2025-04 CHANGED NEW_CLAIMS_PLURALITY");
  }

  @Test
  void givenReversal_thenRestatedWithItsCause_andTheRosterStays() {
    enroll(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01")));
    claim(null, visit("a", "2025-01-10", T1));
    claim(null, visit("b", "2025-01-12", T2));
    service.tick("2025-02-01", true);
    assertThat(spans()).containsExactly("2025-01-01..null " + T2);
    Claim reversed =
        Claim.newBuilder(visit("b", "2025-01-12", T2))
            .setStatus(ClaimStatus.REVERSED)
            .setReceivedAt(at(day("2025-02-10")))
            .build();
    claim(visit("b", "2025-01-12", T2), reversed);
    assertThat(spans()).containsExactly("2025-01-01..null " + T1);
    assertThat(reasons())
        .contains("2025-01 CHANGED CLAIM_REVERSED", "2025-02 CHANGED CLAIM_REVERSED");
    service.tick("2025-03-01", true);
    assertThat(rosters())
        .containsExactly(
            "2025-02 NEW " + T2 + " NEW_CLAIMS_PLURALITY",
            "2025-03 CHANGED " + T1 + " CLAIM_REVERSED");
  }

  private List<String> rosters() {
    return service.driver.log(Topics.ROSTER).stream()
        .map(RosterValue::getBody)
        .map(row ->
            row.getMonth() + " " + row.getChangeType() + " " + row.getTin() + " " + row.getReason())
        .toList();
  }

  @Test
  void givenVoidBeforeItsOriginal_thenTheyCancelOut() {
    enroll(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01")));
    service.tick("2025-03-01", false);
    claim(visit("a", "2025-01-10", T1), null);
    assertThat(spans()).isEmpty();
    claim(null, visit("a", "2025-01-10", T1));
    assertThat(spans()).isEmpty();
    assertThat(explanation("2025-03").getReason()).isEqualTo("NO_HISTORY");
  }

  @Test
  void givenRetroEnrolmentAndRetroTermination_thenPastMonthsAreRestated() {
    claim(null, visit("a", "2025-01-10", T1));
    service.tick("2025-05-01", false);
    assertThat(service.current()).isEmpty();
    EnrollmentRecord open = coverage("cov", day("2025-02-01"), null, day("2025-05-03"));
    enroll(null, open);
    assertThat(spans()).containsExactly("2025-02-01..null " + T1);
    assertThat(reasons()).contains("2025-02 NEW RETRO_ENROLLED");
    EnrollmentRecord ended =
        coverage("cov", day("2025-02-01"), day("2025-03-31"), day("2025-05-20"));
    enroll(open, ended);
    assertThat(spans()).containsExactly("2025-02-01..2025-04-01 " + T1);
    assertThat(reasons()).contains("2025-04 DROPPED RETRO_TERMED", "2025-05 DROPPED RETRO_TERMED");
    enroll(ended, null);
    assertThat(service.current()).isEmpty();
  }

  @Test
  void givenTermsArriveLast_orChange_thenMembersAreSwept() {
    enroll(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01")));
    claim(null, visit("a", "2025-01-10", T1));
    enroll(null, selection("sel", N2, day("2025-01-01"), null));
    service.tick("2025-07-15", false);
    assertThat(explanation("2025-05").getReason()).isEqualTo("PCP_NOT_IN_NETWORK");
    assertThat(spans()).containsExactly("2025-06-01..null " + T2);
    service.driver.feed(
        Topics.AFFILIATION, N2 + "|" + T1 + "|2025-05-01", affiliation(N2, T1, day("2025-05-01")));
    assertThat(spans()).containsExactly("2025-05-01..null " + T1);
    service.driver.feed(Topics.TERMS, "C1|2", terms(2, "2025-04-01", List.of("PLURALITY_VISITS")));
    assertThat(spans()).containsExactly("2025-04-01..null " + T1);
    assertThat(explanation("2025-04").getMethod()).isEqualTo("PLURALITY_VISITS");
  }

  @Test
  void givenPerformanceYearsEnd_thenTheLastSpanIsClosedAndNothingIsDueAnyMore() {
    enroll(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01")));
    claim(null, visit("a", "2026-11-10", T1));
    service.tick("2026-12-01", false).tick("2027-02-01", true);
    assertThat(spans()).containsExactly("2026-11-01..2027-01-01 " + T1);
    assertThat(service.driver.log(Topics.ROSTER)).isEmpty();
  }

  @Test
  void givenPharmacyOrLaboratoryClaims_thenNoRowIsTouched() {
    enroll(null, coverage("cov", day("2025-01-01"), null, day("2025-01-01")));
    service.tick("2025-03-01", false);
    var before = service.driver.storeCounts();
    claim(
        null,
        Records.visit(
            "x", ClaimStatus.PAID, day("2025-01-10"), T1, N1, "80053", "9.00", day("2025-01-12")));
    assertThat(service.driver.storeCounts().since(before).rowsRead()).isZero();
  }
}
