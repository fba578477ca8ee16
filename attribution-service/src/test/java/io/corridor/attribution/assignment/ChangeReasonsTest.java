package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Affiliation;
import io.corridor.common.care.Claim;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.PcpSelection.ChosenBy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reasons of month-over-month changes, computed from data (domain.md 1.7). */
class ChangeReasonsTest {

  private static ClaimOf visit(io.corridor.common.id.Tin tin, String day) {
    return ClaimOf.tin(tin).line(day, tin.equals(T1) ? N1 : N3, FAMILY, "99213", "90.00");
  }

  /** Changes by month, when every month is seen for the first time. */
  private static Map<String, ChangeReason> changes(
      Member member, Terms terms, String businessDate, Affiliation... links) {
    MemberAssignment derived =
        MemberAssignment.derive(
            MemberHistory.of(member.rows),
            Network.of(List.of(links)),
            terms.programs(),
            ID,
            day(businessDate),
            Scope.everything(),
            new MemberAssignment.Before(new TreeMap<>(), false),
            null);
    return derived.changes().stream()
        .collect(
            Collectors.toMap(
                change -> change.month() + " " + change.type(),
                AssignmentChange::reason,
                (a, b) -> a,
                TreeMap::new));
  }

  @Test
  void newEnrolleeThenNewClaimsThenWindowRolled() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(visit(T1, "2025-01-10"))
            .with(visit(T2, "2025-05-10"))
            .with(visit(T2, "2025-06-10"))
            .with(visit(T1, "2025-12-10"))
            .with(visit(T1, "2025-12-20"));
    assertThat(changes(member, new Terms(), "2026-12-01"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2025-01 NEW", ChangeReason.NEW_ENROLLEE,
                "2025-05 CHANGED", ChangeReason.NEW_CLAIMS_PLURALITY,
                "2025-12 CHANGED", ChangeReason.NEW_CLAIMS_PLURALITY,
                "2026-12 DROPPED", ChangeReason.WINDOW_ROLLED));
  }

  @Test
  void oldVisitsOfTheFirstFallOut_thenWindowRolled() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(visit(T1, "2025-01-10"))
            .with(visit(T1, "2025-01-20"))
            .with(visit(T2, "2025-02-10"));
    assertThat(changes(member, new Terms(), "2026-01-01"))
        .containsEntry("2026-01 CHANGED", ChangeReason.WINDOW_ROLLED);
  }

  @Test
  void aPracticeOutsideTheContractTakesOver_thenLostPlurality() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(visit(T1, "2025-01-10"))
            .with(visit(T3, "2025-03-10"))
            .with(visit(T3, "2025-03-11"));
    assertThat(changes(member, new Terms(), "2025-03-01"))
        .containsEntry("2025-03 DROPPED", ChangeReason.LOST_PLURALITY);
  }

  @Test
  void enrolmentEndsRetrospectivelyOrNot_deathComesFirst() {
    Member known =
        new Member()
            .with(Care.covered(days("2025-01-01", "2025-03-31"), "2025-03-10"))
            .with(visit(T1, "2025-01-10"));
    assertThat(changes(known, new Terms(), "2025-05-01"))
        .containsEntry("2025-04 DROPPED", ChangeReason.ENROLLMENT_ENDED);
    Member late =
        new Member()
            .with(Care.covered(days("2025-01-01", "2025-03-31"), "2025-06-10"))
            .with(visit(T1, "2025-01-10"));
    assertThat(changes(late, new Terms(), "2025-05-01"))
        .containsEntry("2025-04 DROPPED", ChangeReason.RETRO_TERMED);
    assertThat(changes(late.with(died("2025-03-20")), new Terms(), "2025-05-01"))
        .containsEntry("2025-04 DROPPED", ChangeReason.DIED);
  }

  @Test
  void coverageKnownAfterItsFirstMonth_thenRetroEnrolled() {
    Member late =
        new Member()
            .with(Care.covered(open("2025-02-01"), "2025-03-01"))
            .with(visit(T1, "2025-01-10"));
    assertThat(changes(late, new Terms(), "2025-05-01"))
        .containsExactly(Map.entry("2025-02 NEW", ChangeReason.RETRO_ENROLLED));
  }

  @Test
  void optOutAndDual() {
    Member member =
        new Member()
            .with(Care.covered(days("2025-01-01", "2025-02-28"), "2025-01-01"))
            .with(
                Care.covered(
                    new Coverage("MEDICARE", days("2025-03-01", "2025-04-30"), true, false, true),
                    "2025-01-01"))
            .with(visit(T1, "2025-01-10"));
    assertThat(changes(member, new Terms(), "2025-04-01"))
        .containsEntry("2025-03 DROPPED", ChangeReason.OPTED_OUT);
    Member dual =
        new Member()
            .with(Care.covered(days("2025-01-01", "2025-02-28"), "2025-01-01"))
            .with(
                Care.covered(
                    new Coverage("MEDICARE", open("2025-03-01"), true, true, false), "2025-01-01"))
            .with(visit(T1, "2025-01-10"));
    assertThat(changes(dual, new Terms().excludeDuals(), "2025-04-01"))
        .containsEntry("2025-03 DROPPED", ChangeReason.EXCLUDED_PROGRAM);
  }

  @Test
  void selectionsAndAffiliations() {
    Terms terms = new Terms().methods(Method.PCP_SELECTION, Method.PLURALITY_VISITS);
    Member member =
        Member.enrolled("2025-01-01")
            .with(visit(T1, "2025-01-10"))
            .with(selected(N3, ChosenBy.MEMBER, days("2025-03-01", "2025-05-31")))
            .with(selected(N4, ChosenBy.MEMBER, days("2025-06-01", "2025-09-30")));
    assertThat(
            changes(
                member,
                terms,
                "2025-12-01",
                link(N3, T1, days("2020-01-01", "2025-04-29")),
                link(N3, T2, open("2025-04-30")),
                link(N4, T2, days("2025-07-01", "2025-08-30"))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2025-01 NEW", ChangeReason.NEW_ENROLLEE,
                "2025-03 CHANGED", ChangeReason.PCP_SELECTED,
                "2025-04 CHANGED", ChangeReason.TIN_MOVED,
                "2025-06 DROPPED", ChangeReason.PCP_CHANGED,
                "2025-07 NEW", ChangeReason.ROSTER_ADDED,
                "2025-08 DROPPED", ChangeReason.ROSTER_TERMED,
                "2025-10 NEW", ChangeReason.NEW_CLAIMS_PLURALITY));
  }

  @Test
  void practiceJoinsOrLeavesTheContract() {
    Member member = Member.enrolled("2025-01-01").with(visit(T1, "2025-01-10"));
    Terms terms = new Terms().participant(T1, days("2025-03-01", "2025-05-31"));
    assertThat(changes(member, terms, "2025-07-01"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2025-03 NEW", ChangeReason.ROSTER_ADDED,
                "2025-06 DROPPED", ChangeReason.ROSTER_TERMED));
  }

  @Test
  void restatedByAReversal_thenClaimReversed() {
    ClaimOf paid = visit(T1, "2025-01-10");
    ClaimOf reversed = visit(T1, "2025-01-10").status(Claim.Status.REVERSED).received("2025-04-01");
    Member member = Member.enrolled("2025-01-01").with(paid).with(visit(T2, "2025-01-05"));
    TreeMap<java.time.YearMonth, Accountable> before = new TreeMap<>();
    Accountable first = new Accountable(T1, N1, AssignedBy.of(Method.PLURALITY_VISITS));
    List.of("2025-01", "2025-02", "2025-03").forEach(m -> before.put(month(m), first));
    member.without(paid).with(reversed);
    MemberAssignment derived =
        MemberAssignment.derive(
            MemberHistory.of(member.rows),
            Network.of(List.of()),
            new Terms().programs(),
            ID,
            day("2025-03-15"),
            Scope.of(List.of("visit|2025-01-10|x", "revoked|2025-01-10|x")),
            new MemberAssignment.Before(before, true),
            null);
    assertThat(derived.changes())
        .hasSize(3)
        .allMatch(change ->
            change.reason() == ChangeReason.CLAIM_REVERSED && change.type() == ChangeType.CHANGED);
  }

  @Test
  void givenAnAdjustment_thenItsBeginAndEndAreNamed() {
    Member moved =
        Member.enrolled("2025-01-01")
            .with(visit(T1, "2025-01-10"))
            .with(new ManualAdjustment("a", ID, days("2025-03-01", "2025-04-30"), T3, N5));
    assertThat(changes(moved, new Terms(), "2025-06-01"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2025-01 NEW", ChangeReason.NEW_ENROLLEE,
                "2025-03 CHANGED", ChangeReason.DISPUTE_UPHELD,
                "2025-05 CHANGED", ChangeReason.MANUAL_ADJ_EXPIRED));
    Member off =
        Member.enrolled("2025-01-01")
            .with(visit(T1, "2025-01-10"))
            .with(new ManualAdjustment("a", ID, days("2025-03-01", "2025-04-30"), null, null));
    assertThat(changes(off, new Terms(), "2025-06-01"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2025-01 NEW", ChangeReason.NEW_ENROLLEE,
                "2025-03 DROPPED", ChangeReason.DISPUTE_UPHELD,
                "2025-05 NEW", ChangeReason.MANUAL_ADJ_EXPIRED));
  }

  @Test
  void givenACampaignAlignment_thenItsBeginAndItsDeclineAreNamed() {
    Member member =
        Member.enrolled("2024-01-01")
            .with(new CampaignAlignment(ID, days("2025-03-01", "2025-05-20"), T2, N3));
    assertThat(
            changes(
                member,
                new Terms().methods(Method.PLURALITY_VISITS, Method.PROXIMITY),
                "2025-06-01"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2025-03 NEW", ChangeReason.CAMPAIGN_ALIGNED,
                "2025-05 DROPPED", ChangeReason.CAMPAIGN_DECLINED));
  }

  @Test
  void givenMssp_whenAnotherEntityDrawsAhead_thenThePluralityWasLost() {
    Member member =
        Member.enrolled("2023-01-01")
            .with(visit(T1, "2025-01-10"))
            .with(visit(T3, "2025-03-10"))
            .with(visit(T3, "2025-03-11"));
    assertThat(changes(member, new Terms().methods(Method.MSSP), "2025-04-01"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2025-01 NEW", ChangeReason.NEW_CLAIMS_PLURALITY,
                "2025-03 DROPPED", ChangeReason.LOST_PLURALITY));
  }
}
