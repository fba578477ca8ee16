package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.PcpSelection.ChosenBy;
import io.corridor.common.id.ContractId;
import io.corridor.common.time.DateSpan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate of domain.md 1.2 for programmes with one of their own, and the order of 1.5. */
class PrecedenceTest {

  private static final ClaimOf VISIT =
      ClaimOf.tin(T1).line("2025-02-10", N1, FAMILY, "99214", "130.00");

  private static Coverage parts(DateSpan span, String parts) {
    boolean partA = parts.contains("A");
    boolean partB = parts.contains("B");
    boolean managed = parts.contains("M");
    return new Coverage(
        "MEDICARE",
        span,
        partA && partB && !managed,
        false,
        false,
        new Coverage.Entitlement(
            partA,
            partB,
            managed,
            parts.contains("F") ? "60" : parts.contains("U") ? "CA" : null,
            parts.contains("X") ? "another initiative" : null));
  }

  private static Member with(DateSpan span, String parts) {
    return new Member().with(covered(parts(span, parts), "2020-01-01")).with(VISIT);
  }

  @ParameterizedTest(name = "{0}: MSSP {1}, others {2}")
  @CsvSource({
    "AB, '', ''",
    "ABU, '', ''",
    "A, ONE_PART_ONLY, ''",
    "B, ONE_PART_ONLY, ''",
    "N, NO_MONTH_WITH_BOTH_PARTS, ''",
    "ABM, GROUP_HEALTH_PLAN, ''",
    "ABF, NOT_RESIDENT, ''",
    "ABX, EXCLUSIVE_PROGRAM, EXCLUSIVE_PROGRAM",
  })
  void gateOfTheProgramme(String parts, String underMssp, String otherwise) {
    Member member = with(open("2020-01-01"), parts);
    Terms mssp = new Terms().methods(Method.MSSP);
    assertThat(name(member.decide(mssp, "2025-06"))).isEqualTo(underMssp);
    assertThat(name(member.decide(new Terms(), "2025-06"))).isEqualTo(otherwise);
  }

  private static String name(MonthDecision decision) {
    Unattributed reason = decision.unattributed();
    assertThat(decision.attributed()).isEqualTo(reason == null);
    return reason == null ? "" : reason.name();
  }

  @Test
  void givenOneMonthOfTheWindowWithPartAAlone_thenMsspExcludesUntilItLeavesTheWindow() {
    Member member =
        with(days("2020-01-01", "2024-08-31"), "AB")
            .with(covered(parts(days("2024-09-01", "2024-09-30"), "A"), "2020-01-01"))
            .with(covered(parts(open("2024-10-01"), "AB"), "2020-01-01"));
    Terms mssp = new Terms().methods(Method.MSSP);
    assertThat(name(member.decide(mssp, "2025-08"))).isEqualTo("ONE_PART_ONLY");
    assertThat(name(member.decide(mssp, "2025-09"))).isEmpty();
  }

  @Test
  void givenResidenceChangesInsideTheWindow_thenTheLastRecordTells() {
    Member moved =
        with(days("2020-01-01", "2025-03-31"), "ABF")
            .with(covered(parts(open("2025-04-01"), "ABU"), "2020-01-01"));
    Terms mssp = new Terms().methods(Method.MSSP);
    assertThat(name(moved.decide(mssp, "2025-03"))).isEqualTo("NOT_RESIDENT");
    assertThat(name(moved.decide(mssp, "2025-04"))).isEmpty();
  }

  private static ManualAdjustment adjusted(io.corridor.common.id.Tin tin, DateSpan days) {
    return new ManualAdjustment("a1", ID, days, tin, tin == null ? null : N5);
  }

  @Test
  @DisplayName("an adjustment comes before selection and claims, and after the gate")
  void adjustment() {
    Terms terms = new Terms().methods(Method.PCP_SELECTION, Method.PLURALITY_VISITS);
    ManualAdjustment to = adjusted(T3, days("2025-04-01", "2025-05-31"));
    Member member =
        Member.enrolled("2025-01-01")
            .with(VISIT)
            .with(selected(N3, ChosenBy.MEMBER, open("2025-01-01")))
            .with(to);
    MonthDecision april = member.decide(terms, "2025-04", link(N3, T2, open("2020-01-01")));
    assertThat(april.tin()).isEqualTo(T3);
    assertThat(april.npi()).isEqualTo(N5);
    assertThat(april.method()).isEqualTo(AssignedBy.MANUAL_ADJUSTMENT);
    assertThat(april.tipping()).containsExactly(Tipping.by(Tipping.Kind.ADJUSTMENT));
    assertThat(member.decide(terms, "2025-06", link(N3, T2, open("2020-01-01"))).tin())
        .isEqualTo(T2);
    assertThat(member.without(to).decide(terms, "2025-04", link(N3, T2, open("2020-01-01"))).tin())
        .isEqualTo(T2);
    Member optedOut =
        new Member()
            .with(
                covered(
                    new Coverage("MEDICARE", open("2025-01-01"), true, false, true), "2025-01-01"))
            .with(to);
    assertThat(name(optedOut.decide(terms, "2025-04"))).isEqualTo("OPTED_OUT");
  }

  @Test
  void givenAdjustmentWithoutPractice_thenTheMemberIsOffTheList_inThatContractOnly() {
    Member member =
        Member.enrolled("2025-01-01").with(VISIT).with(adjusted(null, open("2025-04-01")));
    assertThat(name(member.decide(new Terms(), "2025-04"))).isEqualTo("ADJUSTED");
    Member other =
        Member.enrolled("2025-01-01")
            .with(VISIT)
            .with(new ManualAdjustment("a1", new ContractId("C2"), open("2025-04-01"), null, null));
    assertThat(other.decide(new Terms(), "2025-04").tin()).isEqualTo(T1);
  }

  @Test
  void givenCampaignAlignment_thenItComesLast_andEndsWhenDeclined() {
    Terms terms = new Terms().methods(Method.PLURALITY_VISITS, Method.PROXIMITY);
    Member member =
        Member.enrolled("2025-01-01")
            .with(new CampaignAlignment(ID, days("2025-03-01", "2025-05-20"), T2, N3));
    MonthDecision april = member.decide(terms, "2025-04");
    assertThat(april.tin()).isEqualTo(T2);
    assertThat(april.npi()).isEqualTo(N3);
    assertThat(april.step()).isEqualTo(2);
    assertThat(april.basis()).isEqualTo(Basis.CAMPAIGN);
    assertThat(name(member.decide(terms, "2025-05"))).isEqualTo("NO_HISTORY");
    assertThat(name(member.decide(new Terms(), "2025-04"))).isEqualTo("NO_HISTORY");
    assertThat(name(member.decide(terms.without(T2), "2025-04"))).isEqualTo("NO_HISTORY");
    assertThat(member.with(VISIT).decide(terms, "2025-04").tin()).isEqualTo(T1);
  }

  @Test
  @DisplayName(
      "what would change it: visits to draw level where recency breaks ties, else one more")
  void whatWouldChange() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(VISIT)
            .with(ClaimOf.tin(T1).line("2025-03-10", N1, FAMILY, "99214", "130.00"))
            .with(ClaimOf.tin(T1).line("2025-03-11", N1, FAMILY, "99214", "130.00"))
            .with(ClaimOf.tin(T2).line("2025-03-12", N3, FAMILY, "99214", "130.00"));
    assertThat(member.decide(new Terms(), "2025-04").tipping())
        .containsExactly(Tipping.visits(T2, 2));
    assertThat(
            member
                .decide(
                    new Terms().tieBreaks(io.corridor.common.care.Contract.TieBreak.ALLOWED),
                    "2025-04")
                .tipping())
        .containsExactly(Tipping.visits(T2, 3));
    assertThat(
            member
                .decide(
                    new Terms().methods(Method.PCP_SELECTION, Method.MOST_RECENT_VISIT), "2025-04")
                .tipping())
        .extracting(Tipping::kind)
        .containsExactly(Tipping.Kind.SELECTION, Tipping.Kind.RECENT_VISIT);
    assertThat(Member.enrolled("2026-01-01").decide(new Terms(), "2025-04").tipping())
        .containsExactly(Tipping.by(Tipping.Kind.COVERAGE));
  }
}
