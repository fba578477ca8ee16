package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.PcpSelection.ChosenBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate of domain.md 1.2 and method A of 1.3. */
class EligibilityAndSelectionTest {

  private static final ClaimOf VISIT =
      ClaimOf.tin(T1).line("2025-02-10", N1, FAMILY, "99214", "130.00");

  private static Member covered(Coverage coverage) {
    return new Member().with(Care.covered(coverage, "2025-01-01")).with(VISIT);
  }

  private static Terms byChoice() {
    return new Terms().methods(Method.PCP_SELECTION, Method.PLURALITY_VISITS);
  }

  @Test
  void givenNoCoverageOnTheAnchorDay_thenNotEnrolled() {
    Member member =
        covered(new Coverage("MEDICARE", days("2025-02-01", "2025-03-30"), true, false, false));
    assertThat(member.decide(new Terms(), "2025-02").tin()).isEqualTo(T1);
    assertThat(member.decide(new Terms(), "2025-03").unattributed())
        .isEqualTo(Unattributed.NOT_ENROLLED);
    assertThat(member.decide(new Terms().firstDayAnchor(), "2025-03").tin()).isEqualTo(T1);
    assertThat(member.decide(new Terms().firstDayAnchor(), "2025-04").unattributed())
        .isEqualTo(Unattributed.NOT_ENROLLED);
  }

  @Test
  void givenOtherLineOfBusiness_thenNotEnrolled() {
    Member member = covered(new Coverage("COMMERCIAL", open("2025-01-01"), true, false, false));
    assertThat(member.decide(new Terms(), "2025-03").unattributed())
        .isEqualTo(Unattributed.NOT_ENROLLED);
  }

  @Test
  void givenDeath_thenItsMonthCountsAndTheNextDoesNot() {
    Member member = Member.enrolled("2025-01-01").with(VISIT).with(died("2025-05-02"));
    assertThat(member.decide(new Terms(), "2025-05").tin()).isEqualTo(T1);
    assertThat(member.decide(new Terms(), "2025-06").unattributed())
        .isEqualTo(Unattributed.DECEASED);
    assertThat(member.without(died("2025-05-02")).decide(new Terms(), "2025-06").tin())
        .isEqualTo(T1);
  }

  @Test
  void givenOptOutDualOrMissingParts_thenTheGateNamesIt() {
    assertThat(
            covered(new Coverage("MEDICARE", open("2025-01-01"), true, false, true))
                .decide(new Terms(), "2025-03")
                .unattributed())
        .isEqualTo(Unattributed.OPTED_OUT);
    Member dual = covered(new Coverage("MEDICARE", open("2025-01-01"), true, true, false));
    assertThat(dual.decide(new Terms().excludeDuals(), "2025-03").unattributed())
        .isEqualTo(Unattributed.DUAL);
    assertThat(dual.decide(new Terms(), "2025-03").tin()).isEqualTo(T1);
    Member parts = covered(new Coverage("MEDICARE", open("2025-01-01"), false, false, false));
    assertThat(parts.decide(new Terms().requirePartsAandB(), "2025-03").unattributed())
        .isEqualTo(Unattributed.PARTS_OR_MANAGED_CARE);
    assertThat(parts.decide(new Terms(), "2025-03").tin()).isEqualTo(T1);
  }

  @Test
  void givenTwoSpansOnTheAnchorDay_thenOneThatIsOptedOutClosesTheGate() {
    Member member =
        covered(new Coverage("MEDICARE", open("2025-01-01"), true, false, true))
            .with(Care.covered(open("2025-02-01"), "2025-02-01"));
    assertThat(member.decide(new Terms(), "2025-03").unattributed())
        .isEqualTo(Unattributed.OPTED_OUT);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @DisplayName("the member has what all spans of the day say together, managed care in any too")
  @CsvSource({
    "AB, AB, ",
    "AB, ABM, PARTS_OR_MANAGED_CARE",
    "ABM, AB, PARTS_OR_MANAGED_CARE",
    "A, B, ",
    "A, A, PARTS_OR_MANAGED_CARE",
    "B, BM, PARTS_OR_MANAGED_CARE",
  })
  void givenTwoSpansOnTheAnchorDay_thenPartsAddUpAndManagedCareClosesTheGate(
      String one, String other, @Nullable Unattributed expected) {
    Member member = covered(entitled(one)).with(Care.covered(entitled(other), "2025-01-01"));
    assertThat(member.decide(new Terms().requirePartsAandB(), "2025-03").unattributed())
        .isEqualTo(expected);
    assertThat(member.decide(new Terms(), "2025-03").tin()).isEqualTo(T1);
  }

  /** Coverage with the parts that the letters name; M is managed care. */
  private static Coverage entitled(String letters) {
    boolean partA = letters.contains("A");
    boolean partB = letters.contains("B");
    boolean managed = letters.contains("M");
    return new Coverage(
        "MEDICARE",
        open("2025-01-01"),
        partA && partB && !managed,
        false,
        false,
        new Coverage.Entitlement(partA, partB, managed, null, null));
  }

  @Test
  void givenSelection_whenItCoversTheAnchor_thenItBeatsClaims() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(VISIT)
            .with(selected(N3, ChosenBy.AUTO, open("2025-03-31")));
    MonthDecision chosen = member.decide(byChoice(), "2025-03", link(N3, T2, open("2020-01-01")));
    assertThat(chosen.tin()).isEqualTo(T2);
    assertThat(chosen.npi()).isEqualTo(N3);
    assertThat(chosen.method()).isEqualTo(AssignedBy.of(Method.PCP_SELECTION));
    assertThat(chosen.step()).isOne();
    MonthDecision before = member.decide(byChoice(), "2025-02", link(N3, T2, open("2020-01-01")));
    assertThat(before.tin()).isEqualTo(T1);
    assertThat(before.step()).isEqualTo(2);
  }

  @Test
  void givenSeveralSelections_thenMemberBeatsStaffBeatsAuto_thenLater_thenSmaller() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(selected(N1, ChosenBy.AUTO, open("2025-03-01")))
            .with(selected(N2, ChosenBy.STAFF, open("2025-01-01")))
            .with(selected(N4, ChosenBy.MEMBER, open("2025-01-01")))
            .with(selected(N3, ChosenBy.MEMBER, open("2025-02-01")))
            .with(selected(N5, ChosenBy.MEMBER, open("2025-02-01")));
    assertThat(member.decide(byChoice(), "2025-03", link(N3, T1, open("2020-01-01"))).npi())
        .isEqualTo(N3);
  }

  @Test
  void givenSelectedClinicianWithoutPractice_thenNotInNetwork_andClaimsDoNotStepIn() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(VISIT)
            .with(selected(N3, ChosenBy.MEMBER, open("2025-01-01")));
    assertThat(member.decide(byChoice(), "2025-03").unattributed())
        .isEqualTo(Unattributed.PCP_NOT_IN_NETWORK);
    MonthDecision left =
        member.decide(byChoice(), "2025-03", link(N3, T2, days("2020-01-01", "2025-03-30")));
    assertThat(left.unattributed()).isEqualTo(Unattributed.PCP_NOT_IN_NETWORK);
    MonthDecision outside = member.decide(byChoice(), "2025-03", link(N3, T3, open("2020-01-01")));
    assertThat(outside.unattributed()).isEqualTo(Unattributed.NOT_A_PARTICIPANT);
  }

  @Test
  void givenClinicianInTwoPractices_thenTheSmallestParticipantIsTaken() {
    Member member =
        Member.enrolled("2025-01-01").with(selected(N3, ChosenBy.MEMBER, open("2025-01-01")));
    assertThat(
            member
                .decide(
                    byChoice().without(T1),
                    "2025-03",
                    link(N3, T1, open("2020-01-01")),
                    link(N3, T3, open("2020-01-01")),
                    link(N3, T2, open("2020-01-01")))
                .tin())
        .isEqualTo(T2);
  }

  @Test
  void givenParticipantUntilTheMiddleOfAMonth_thenTheAnchorDayDecides() {
    Member member = Member.enrolled("2025-01-01").with(VISIT);
    Terms terms = new Terms().participant(T1, days("2000-01-01", "2025-03-15"));
    assertThat(member.decide(terms, "2025-02").tin()).isEqualTo(T1);
    assertThat(member.decide(terms, "2025-03").unattributed())
        .isEqualTo(Unattributed.NOT_A_PARTICIPANT);
    assertThat(member.decide(terms.firstDayAnchor(), "2025-03").tin()).isEqualTo(T1);
  }

  @Test
  void givenVisitOnTheEdgesOfTheWindow_thenWholeMonthsCount() {
    Member member =
        Member.enrolled("2020-01-01")
            .with(ClaimOf.tin(T1).line("2025-02-28", N1, FAMILY, "99213", "90.00"));
    assertThat(member.decide(new Terms(), "2026-01").tin()).isEqualTo(T1);
    assertThat(member.decide(new Terms(), "2026-02").unattributed())
        .isEqualTo(Unattributed.NO_HISTORY);
    assertThat(member.decide(new Terms(), "2025-01").unattributed())
        .isEqualTo(Unattributed.NO_HISTORY);
    assertThat(member.decide(new Terms().windowMonths(24), "2026-12").tin()).isEqualTo(T1);
  }
}
