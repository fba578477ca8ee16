package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.care.PcpSelection.ChosenBy;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Method D: 42 CFR 425.402, domain.md 1.4. */
class MsspAssignmentTest {

  private static final Tin T4 = new Tin("400000004");

  private static Terms mssp() {
    return new Terms().methods(Method.MSSP);
  }

  private static Member member() {
    return Member.enrolled("2023-01-01");
  }

  private static ClaimOf line(Tin tin, String day, Npi npi, String specialty, String dollars) {
    return ClaimOf.tin(tin).line(day, npi, specialty, "99213", dollars);
  }

  @Test
  @DisplayName("1.10, D: T1 225.00, T2 233.00, T3 not counted")
  void workedExample() {
    Member m1 =
        Member.enrolled("2025-01-01")
            .with(ClaimOf.tin(T1).line("2025-02-10", N1, INTERNAL, "99214", "130.00"))
            .with(line(T1, "2025-06-03", N2, NURSE, "95.00"))
            .with(line(T2, "2025-09-20", N3, FAMILY, "90.00"))
            .with(
                ClaimOf.tin(T2)
                    .line("2025-11-05", N3, FAMILY, "99214", "128.00")
                    .line("2025-11-05", N4, NURSE, "G0444", "15.00"))
            .with(line(T3, "2025-12-01", N5, CARDIOLOGY, "140.00"));
    MonthDecision inOneAco = m1.decide(mssp(), "2025-12");
    assertThat(inOneAco.tin()).isEqualTo(T2);
    assertThat(inOneAco.npi()).isEqualTo(N3);
    assertThat(inOneAco.basis()).isEqualTo(Basis.STEP_1);
    assertThat(inOneAco.assignable()).isTrue();
    assertThat(inOneAco.excluded()).containsExactly(Map.entry(Exclusion.NOT_PRIMARY_CARE, 1));
    assertThat(inOneAco.ballot().charges())
        .containsExactly(
            new Charges("ACO", true, null, Money.of("458.00"), Money.ZERO, day("2025-11-05")));
    MonthDecision eachAlone = m1.decide(mssp().without(T1), "2025-12");
    assertThat(eachAlone.tin()).isEqualTo(T2);
    assertThat(eachAlone.ballot().charges().stream().map(Charges::allowed))
        .containsExactly(Money.of("233.00"), Money.of("225.00"));
    assertThat(m1.decide(mssp().without(T2), "2025-12").unattributed())
        .isEqualTo(Unattributed.ANOTHER_ENTITY);
  }

  @Test
  void givenTheAcoTogetherIsGreater_thenItWinsOverAGreaterPracticeOutside() {
    Member member =
        member()
            .with(line(T1, "2025-02-01", N1, FAMILY, "60.00"))
            .with(line(T2, "2025-03-01", N2, FAMILY, "50.00"))
            .with(line(T3, "2025-04-01", N3, FAMILY, "100.00"));
    assertThat(member.decide(mssp(), "2025-12").tin()).isEqualTo(T1);
    assertThat(member.decide(mssp().otherAco("B", T3, T4), "2025-12").tin()).isEqualTo(T1);
    member.with(line(T4, "2025-04-02", N3, FAMILY, "15.00"));
    assertThat(member.decide(mssp(), "2025-12").tin()).isEqualTo(T1);
    MonthDecision lost = member.decide(mssp().otherAco("B", T3, T4), "2025-12");
    assertThat(lost.unattributed()).isEqualTo(Unattributed.ANOTHER_ENTITY);
    assertThat(lost.ballot().charges().getFirst().entity()).isEqualTo("B");
    assertThat(lost.tipping()).contains(Tipping.allowed(null, Money.of("5.00")));
  }

  @Test
  @DisplayName("decisions 14: an exact tie goes to the most recent service, then the smaller id")
  void ties() {
    Member member =
        member()
            .with(line(T1, "2025-02-01", N1, FAMILY, "60.00"))
            .with(line(T3, "2025-04-01", N3, FAMILY, "60.00"));
    MonthDecision later = member.decide(mssp(), "2025-12");
    assertThat(later.unattributed()).isEqualTo(Unattributed.ANOTHER_ENTITY);
    assertThat(later.tieBreak()).isEqualTo(TieBreak.RECENCY);
    Member sameDay =
        member()
            .with(line(T1, "2025-04-01", N1, FAMILY, "60.00"))
            .with(line(T3, "2025-04-01", N3, FAMILY, "60.00"));
    MonthDecision byId = sameDay.decide(mssp(), "2025-12");
    assertThat(byId.unattributed()).isEqualTo(Unattributed.ANOTHER_ENTITY);
    assertThat(byId.tieBreak()).isEqualTo(TieBreak.ID);
    assertThat(sameDay.decide(mssp().of("C1", "0-ACO"), "2025-12").tin()).isEqualTo(T1);
  }

  @Test
  void givenOnlyAPractitionerOfTheAco_thenThePreStepFails_untilTheExpandedWindowHelps() {
    Member member = member().with(line(T1, "2025-06-01", N2, NURSE, "95.00"));
    MonthDecision none = member.decide(mssp(), "2025-12");
    assertThat(none.unattributed()).isEqualTo(Unattributed.NOT_ASSIGNABLE);
    assertThat(none.basis()).isEqualTo(Basis.PRE_STEP);
    assertThat(none.tipping()).contains(Tipping.by(Tipping.Kind.PHYSICIAN_SERVICE));
    member.with(line(T3, "2025-05-01", N3, FAMILY, "10.00"));
    MonthDecision elsewhere = member.decide(mssp(), "2025-12");
    assertThat(elsewhere.unattributed()).isEqualTo(Unattributed.NO_SERVICE_OF_ACO_PHYSICIAN);
    assertThat(elsewhere.assignable()).isTrue();
    member.with(line(T2, "2024-02-01", N1, CARDIOLOGY, "20.00"));
    MonthDecision third = member.decide(mssp(), "2025-12");
    assertThat(third.basis()).isEqualTo(Basis.STEP_3);
    assertThat(third.tin()).isEqualTo(T1);
    assertThat(third.window()).isEqualTo(days("2024-01-01", "2025-12-31"));
    assertThat(third.assignable()).isTrue();
  }

  @Test
  void givenAYearBefore2025_thenThereIsNoStepThree() {
    Member member =
        member()
            .with(line(T1, "2024-06-01", N2, NURSE, "95.00"))
            .with(line(T2, "2023-02-01", N1, FAMILY, "20.00"));
    MonthDecision decision = member.decide(mssp().years(2024, 2024), "2024-12");
    assertThat(decision.unattributed()).isEqualTo(Unattributed.NOT_ASSIGNABLE);
    assertThat(decision.assignable()).isFalse();
  }

  @Test
  void givenAYearBefore2025_thenServicesBeforeTheWindowDecideNothing() {
    Terms terms = mssp().methods(Method.MSSP, Method.PCP_SELECTION).years(2024, 2025);
    Member member = member().with(line(T1, "2023-05-01", N1, FAMILY, "20.00"));
    MonthDecision before = member.decide(terms, "2024-12");
    assertThat(before.method()).isNull();
    assertThat(before.unattributed()).isEqualTo(Unattributed.NO_HISTORY);
    assertThat(member.decide(terms, "2025-02").unattributed())
        .as("from 2025 the window with the 12 months before it is read")
        .isEqualTo(Unattributed.NOT_ASSIGNABLE);
  }

  @Test
  void givenAYearBefore2025_thenTheEmergencyMustTouchTheAssignmentWindow() {
    Member member =
        member()
            .with(line(T1, "2024-02-01", N1, FAMILY, "20.00"))
            .with(ClaimOf.tin(T1).line("2024-03-01", N1, FAMILY, "99441", "30.00"));
    MonthDecision apart = member.decide(mssp().years(2024, 2024), "2024-12");
    assertThat(apart.ballot().charges().getFirst().allowed()).isEqualTo(Money.of("20.00"));
    assertThat(apart.excluded()).containsExactly(Map.entry(Exclusion.OUTSIDE_EMERGENCY, 1));
    MonthDecision touched = member.decide(mssp().years(2024, 2024), "2024-04");
    assertThat(touched.ballot().charges().getFirst().allowed()).isEqualTo(Money.of("50.00"));
  }

  @Test
  void givenStepThree_thenThePhysiciansServiceMayBeOldButThePractitionersNot() {
    Member member =
        member()
            .with(line(T1, "2024-06-01", N2, NURSE, "95.00"))
            .with(line(T2, "2024-07-01", N1, FAMILY, "20.00"));
    MonthDecision decision = member.decide(mssp(), "2025-12");
    assertThat(decision.unattributed()).isEqualTo(Unattributed.NOT_ASSIGNABLE);
    assertThat(decision.assignable()).isFalse();
  }

  @Test
  void givenNoPrimaryCareAnywhere_thenSpecialistsDecide() {
    Member member =
        member()
            .with(line(T1, "2025-02-01", N5, CARDIOLOGY, "80.00"))
            .with(line(T3, "2025-03-01", N4, CARDIOLOGY, "70.00"));
    MonthDecision decision = member.decide(mssp(), "2025-12");
    assertThat(decision.basis()).isEqualTo(Basis.STEP_2);
    assertThat(decision.tin()).isEqualTo(T1);
    member.with(line(T3, "2025-04-01", N2, NURSE, "1.00"));
    MonthDecision first = member.decide(mssp(), "2025-12");
    assertThat(first.basis()).isEqualTo(Basis.STEP_1);
    assertThat(first.unattributed()).isEqualTo(Unattributed.ANOTHER_ENTITY);
  }

  @Test
  void givenAPracticeInTwoAcos_thenItsServicesCountForNobody() {
    Member member =
        member()
            .with(line(T1, "2025-02-01", N1, FAMILY, "60.00"))
            .with(line(T2, "2025-03-01", N3, FAMILY, "90.00"));
    MonthDecision decision = member.decide(mssp().otherAco("B", T2), "2025-12");
    assertThat(decision.tin()).isEqualTo(T1);
    assertThat(decision.excluded())
        .containsExactly(Map.entry(Exclusion.PRACTICE_IN_SEVERAL_ACOS, 1));
    Member onlyThere = member().with(line(T2, "2025-03-01", N3, FAMILY, "90.00"));
    MonthDecision nobody = onlyThere.decide(mssp().otherAco("B", T2), "2025-12");
    assertThat(nobody.unattributed()).isEqualTo(Unattributed.NO_HISTORY);
    assertThat(nobody.excluded()).containsExactly(Map.entry(Exclusion.PRACTICE_IN_SEVERAL_ACOS, 1));
  }

  @Test
  void givenAnotherContractOnThePlatform_thenItsPracticesAreOneEntity() {
    Member member =
        member()
            .with(line(T1, "2025-02-01", N1, FAMILY, "60.00"))
            .with(line(T3, "2025-03-01", N3, FAMILY, "40.00"))
            .with(line(T4, "2025-03-02", N3, FAMILY, "40.00"));
    Terms other =
        mssp()
            .of("C2", "B")
            .without(T1)
            .without(T2)
            .participant(T3, open("2000-01-01"))
            .participant(T4, open("2000-01-01"));
    Programs both = Programs.of(List.of(mssp().build(), other.build()));
    assertThat(member.decideOn("2025-12-31", mssp().programs(), "2025-12").tin()).isEqualTo(T1);
    assertThat(member.decideOn("2025-12-31", both, "2025-12").unattributed())
        .isEqualTo(Unattributed.ANOTHER_ENTITY);
  }

  @Test
  void givenDesignationInsideTheAco_thenItAssignsWhateverTheClaimsSay() {
    Member member =
        member()
            .with(line(T3, "2025-04-01", N3, FAMILY, "100.00"))
            .with(selected(N1, ChosenBy.MEMBER, open("2024-10-01")));
    MonthDecision decision = member.decide(mssp(), "2025-12", link(N1, T1, open("2020-01-01")));
    assertThat(decision.tin()).isEqualTo(T1);
    assertThat(decision.npi()).isEqualTo(N1);
    assertThat(decision.basis()).isEqualTo(Basis.VOLUNTARY);
    assertThat(decision.tipping()).containsExactly(Tipping.by(Tipping.Kind.DESIGNATION));
  }

  @Test
  void givenDesignationOutsideTheAco_thenTheClaimsNeverAssign() {
    Member member = member().with(line(T1, "2025-04-01", N1, FAMILY, "100.00"));
    assertThat(member.decide(mssp(), "2025-12").tin()).isEqualTo(T1);
    member.with(selected(N5, ChosenBy.MEMBER, open("2024-10-01")));
    assertThat(member.decide(mssp(), "2025-12", link(N5, T3, open("2020-01-01"))).unattributed())
        .isEqualTo(Unattributed.DESIGNATED_ELSEWHERE);
    assertThat(member.decide(mssp(), "2025-12").unattributed())
        .isEqualTo(Unattributed.DESIGNATED_ELSEWHERE);
  }

  @Test
  void givenDesignationAfterTheDeadlineOrByStaff_thenTheClaimsDecide() {
    for (io.corridor.common.care.Enrollment late :
        List.of(
            selected(N5, ChosenBy.MEMBER, open("2025-01-01")),
            selected(N5, ChosenBy.STAFF, open("2024-01-01")),
            selected(N5, ChosenBy.MEMBER, days("2024-01-01", "2024-12-30")))) {
      Member member = member().with(line(T1, "2025-04-01", N1, FAMILY, "100.00")).with(late);
      assertThat(member.decide(mssp(), "2025-12").tin()).isEqualTo(T1);
    }
    Member autumn =
        member()
            .with(line(T1, "2025-04-01", N1, FAMILY, "100.00"))
            .with(selected(N5, ChosenBy.MEMBER, open("2024-11-15")));
    assertThat(autumn.decide(mssp(), "2025-12").attributed()).isFalse();
    assertThat(autumn.decide(mssp().designationLeadDays(62), "2025-12").tin()).isEqualTo(T1);
  }

  @Test
  void givenDesignationBefore2019_thenItAlsoNeedsAServiceAndBefore2018ItSaysNothing() {
    io.corridor.common.care.Affiliation link = link(N1, T1, open("2010-01-01"));
    Member member =
        Member.enrolled("2014-01-01")
            .with(line(T3, "2018-04-01", N3, FAMILY, "100.00"))
            .with(selected(N1, ChosenBy.MEMBER, open("2015-01-01")));
    assertThat(member.decide(mssp().years(2018, 2018), "2018-12", link).unattributed())
        .isEqualTo(Unattributed.NO_SERVICE_OF_ACO_PHYSICIAN);
    member.with(line(T2, "2018-05-01", N2, FAMILY, "1.00"));
    assertThat(member.decide(mssp().years(2018, 2018), "2018-12", link).basis())
        .isEqualTo(Basis.VOLUNTARY);
    Member earlier =
        Member.enrolled("2014-01-01").with(selected(N1, ChosenBy.MEMBER, open("2015-01-01")));
    assertThat(earlier.decide(mssp().years(2017, 2017), "2017-12", link).unattributed())
        .isEqualTo(Unattributed.NO_HISTORY);
    assertThat(earlier.decide(mssp().years(2019, 2019), "2019-12", link).tin()).isEqualTo(T1);
  }
}
