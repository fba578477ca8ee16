package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.AttributionOptions.ListKind;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.PcpSelection.ChosenBy;
import io.corridor.common.id.Tin;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists made before the year, inside it and after it (domain.md 1.3 H, 1.4). */
class ListsTest {

  private static ClaimOf visit(Tin tin, String day) {
    return ClaimOf.tin(tin).line(day, tin.equals(T1) ? N1 : N3, FAMILY, "99213", "90.00");
  }

  /** T1 before the year, T2 inside it. */
  private static Member shifting() {
    return Member.enrolled("2023-01-01")
        .with(visit(T1, "2024-05-01"))
        .with(visit(T2, "2025-02-01"))
        .with(visit(T2, "2025-03-01"));
  }

  private static Terms prospective() {
    return new Terms().list(ListKind.PROSPECTIVE, 0);
  }

  @Test
  @DisplayName("prospective: claims inside the year move nobody")
  void prospectiveIgnoresShifts() {
    for (String month : List.of("2025-01", "2025-06", "2025-12")) {
      MonthDecision fixed = shifting().decide(prospective(), month);
      assertThat(fixed.tin()).isEqualTo(T1);
      assertThat(fixed.window()).isEqualTo(days("2024-01-01", "2024-12-31"));
      assertThat(fixed.anchor()).isEqualTo(YearMonth.parse(month).atDay(1));
      assertThat(fixed.tipping()).containsExactly(Tipping.by(Tipping.Kind.COVERAGE));
    }
    assertThat(shifting().decide(prospective(), "2026-01").tin()).isEqualTo(T2);
    assertThat(shifting().decide(new Terms(), "2025-06").tin()).isEqualTo(T2);
  }

  @Test
  @DisplayName("prospective: a lag moves the window back, September with three months")
  void prospectiveLag() {
    Member member = shifting().with(visit(T2, "2024-10-01")).with(visit(T2, "2024-11-01"));
    assertThat(member.decide(prospective(), "2025-06").tin()).isEqualTo(T2);
    MonthDecision lagged = member.decide(new Terms().list(ListKind.PROSPECTIVE, 3), "2025-06");
    assertThat(lagged.tin()).isEqualTo(T1);
    assertThat(lagged.window()).isEqualTo(days("2023-10-01", "2024-09-30"));
  }

  @Test
  @DisplayName("prospective: who was not on the list on its day never comes on, who left stays off")
  void prospectiveLosesByExclusionsOnly() {
    Coverage gone = new Coverage("MEDICARE", days("2023-01-01", "2025-03-31"), true, false, false);
    Member back =
        new Member()
            .with(covered(gone, "2023-01-01"))
            .with(covered(open("2025-06-01"), "2025-06-01"))
            .with(visit(T1, "2024-05-01"));
    assertThat(back.decide(prospective(), "2025-03").tin()).isEqualTo(T1);
    assertThat(back.decide(prospective(), "2025-04").unattributed())
        .isEqualTo(Unattributed.NOT_ENROLLED);
    assertThat(back.decide(prospective(), "2025-08").unattributed())
        .isEqualTo(Unattributed.NOT_ENROLLED);
    assertThat(back.decide(prospective(), "2026-01").unattributed())
        .isEqualTo(Unattributed.NO_HISTORY);
    Member late = Member.enrolled("2025-01-02").with(visit(T1, "2024-05-01"));
    assertThat(late.decide(prospective(), "2025-05").unattributed())
        .isEqualTo(Unattributed.NOT_ENROLLED);
  }

  @Test
  @DisplayName("prospective: the practices of the list's day stay for the year")
  void prospectiveParticipants() {
    Terms leaves = prospective().participant(T1, days("2000-01-01", "2025-04-30"));
    assertThat(shifting().decide(leaves, "2025-11").tin()).isEqualTo(T1);
    assertThat(
            shifting()
                .decide(leaves.participant(T2, days("2025-02-01", "2026-12-31")), "2026-02")
                .tin())
        .isEqualTo(T2);
  }

  @Test
  @DisplayName("retrospective: rolling inside the year, by the year itself after it")
  void retrospective() {
    Programs programs = new Terms().list(ListKind.RETROSPECTIVE, 0).programs();
    Member member = shifting();
    assertThat(member.decideOn("2025-12-31", programs, "2025-01").tin()).isEqualTo(T1);
    assertThat(member.decideOn("2025-12-31", programs, "2025-02").tin()).isEqualTo(T2);
    MonthDecision after = member.decideOn("2026-01-01", programs, "2025-01");
    assertThat(after.tin()).isEqualTo(T2);
    assertThat(after.window()).isEqualTo(days("2025-01-01", "2025-12-31"));
    assertThat(after.anchor()).isEqualTo(day("2025-01-31"));
    assertThat(member.decideOn("2026-01-01", programs, "2026-01").window())
        .isEqualTo(days("2025-02-01", "2026-01-31"));
  }

  @Test
  @DisplayName("H: selection, else plurality before the year; plurality of the year after it")
  void hybrid() {
    Programs programs = new Terms().methods(Method.HYBRID).programs();
    Member member = shifting();
    MonthDecision fixed = member.decideOn("2025-12-31", programs, "2025-11");
    assertThat(fixed.tin()).isEqualTo(T1);
    assertThat(fixed.method()).isEqualTo(AssignedBy.of(Method.HYBRID));
    assertThat(fixed.basis()).isEqualTo(Basis.CLAIMS);
    assertThat(member.decideOn("2026-01-01", programs, "2025-11").tin()).isEqualTo(T2);
    member
        .with(selected(N5, ChosenBy.MEMBER, days("2024-12-01", "2025-01-31")))
        .with(selected(N1, ChosenBy.MEMBER, open("2025-02-01")));
    MonthDecision chosen =
        member.decideOn("2025-12-31", programs, "2025-11", link(N5, T2, open("2020-01-01")));
    assertThat(chosen.tin()).isEqualTo(T2);
    assertThat(chosen.basis()).isEqualTo(Basis.SELECTION);
    assertThat(
            member
                .decideOn("2026-01-01", programs, "2025-11", link(N5, T1, open("2020-01-01")))
                .basis())
        .isEqualTo(Basis.CLAIMS);
  }

  @Test
  @DisplayName("when the year ends, its months are looked at again although nothing came")
  void theYearEnds() {
    Programs programs = new Terms().methods(Method.HYBRID).programs();
    Member member = shifting();
    MemberAssignment december = derive(member, programs, "2025-12-31", Scope.everything(), null);
    assertThat(december.months().get(month("2025-06")).tin()).isEqualTo(T1);
    MemberAssignment january =
        derive(
            member,
            programs,
            "2026-01-01",
            Scope.of(List.of()).begunAfter(day("2025-12-31")),
            december);
    MemberAssignment afresh = derive(member, programs, "2026-01-01", Scope.everything(), null);
    assertThat(january.months()).isEqualTo(afresh.months());
    assertThat(january.months().get(month("2025-06")).tin()).isEqualTo(T2);
    assertThat(january.changes()).hasSize(12);
  }

  private static MemberAssignment derive(
      Member member, Programs programs, String businessDate, Scope scope, MemberAssignment last) {
    return MemberAssignment.derive(
        MemberHistory.of(member.rows),
        Network.of(List.of()),
        programs,
        ID,
        day(businessDate),
        scope,
        new MemberAssignment.Before(last == null ? new TreeMap<>() : last.months(), last != null),
        last == null ? null : day("2025-12-31"));
  }
}
