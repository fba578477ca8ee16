package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.common.care.Claim;
import io.corridor.common.care.Coverage;
import io.corridor.common.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines count as visits of primary care (domain.md 1.1). */
class VisitRulesTest {

  /** Decides the last month of a year with one line in it, and anything else the test adds. */
  private static MonthDecision oneLine(String code, String place, int year, ClaimOf... others) {
    Member member =
        Member.enrolled("2000-01-01")
            .with(ClaimOf.tin(T1).line(year + "-06-10", N1, FAMILY, code, "50.00", place));
    for (ClaimOf other : others) {
      member.with(other);
    }
    return member.decide(new Terms().years(2008, 2026), year + "-12");
  }

  @ParameterizedTest(name = "{0} at {1} in {2}: {3}")
  @CsvSource({
    "99213, 11, 2025, COUNTS",
    "99213, '', 2025, COUNTS",
    "99213, 21, 2025, PLACE_OF_SERVICE",
    "99213, 23, 2025, PLACE_OF_SERVICE",
    "99213, 11, 2008, COUNTS",
    "99490, 11, 2015, NOT_IN_LIST_OF_YEAR",
    "99490, 11, 2016, COUNTS",
    "99304, 31, 2016, COUNTS",
    "99304, 31, 2017, SKILLED_NURSING_STAY",
    "99304, 32, 2025, COUNTS",
    "99348, 13, 2018, COUNTS",
    "99348, 13, 2020, NOT_AT_HOME",
    "99348, '', 2022, NOT_AT_HOME",
    "99348, 12, 2020, COUNTS",
    "99348, 13, 2023, COUNTS",
    "99497, 21, 2020, COUNTS",
    "99497, 21, 2021, INPATIENT_STAY",
    "99354, 11, 2020, NO_BASE_SERVICE",
    "99441, 11, 2019, NOT_IN_LIST_OF_YEAR",
    "99441, 11, 2020, COUNTS",
    "99441, 11, 2025, OUTSIDE_EMERGENCY",
    "99421, 11, 2019, NOT_IN_LIST_OF_YEAR",
    "99421, 11, 2020, COUNTS",
    "99421, 11, 2025, COUNTS",
    "G0463, 22, 2025, TEACHING_HOSPITAL_ONLY",
    "99392, 11, 2025, NOT_IN_LIST_OF_YEAR",
    "93000, 11, 2025, SAYS_NOTHING",
  })
  void codesPlacesAndYears(String code, String place, int year, String expected) {
    MonthDecision decision = oneLine(code, place, year);
    switch (expected) {
      case "COUNTS" -> assertThat(decision.tin()).isEqualTo(T1);
      case "SAYS_NOTHING" -> assertThat(decision.excluded()).isEmpty();
      default -> {
        assertThat(decision.attributed()).isFalse();
        assertThat(decision.excluded())
            .containsExactly(java.util.Map.entry(Exclusion.valueOf(expected), 1));
      }
    }
  }

  @Test
  void givenSnfStayOnThatDay_whenNursingFacilityCode_thenExcludedFrom2019Only() {
    ClaimOf stay = ClaimOf.stay("211", "2025-06-01", "2025-06-10");
    ClaimOf earlier = ClaimOf.stay("211", "2018-06-01", "2018-06-10");
    ClaimOf other = ClaimOf.stay("211", "2025-06-11", "2025-06-30");
    assertThat(oneLine("99308", "32", 2025, stay).excluded())
        .containsEntry(Exclusion.SKILLED_NURSING_STAY, 1);
    assertThat(oneLine("99308", "32", 2018, earlier).tin()).isEqualTo(T1);
    assertThat(oneLine("99308", "32", 2025, other).tin()).isEqualTo(T1);
  }

  @Test
  void givenInpatientStayAcrossMonths_whenAdvanceCarePlanning_thenExcluded() {
    ClaimOf stay = ClaimOf.stay("111", "2025-04-20", "2025-07-02");
    assertThat(oneLine("99497", "22", 2025, stay).excluded())
        .containsEntry(Exclusion.INPATIENT_STAY, 1);
    assertThat(oneLine("99497", "22", 2025).tin()).isEqualTo(T1);
  }

  @Test
  void givenStayVoided_whenNursingFacilityCode_thenItCountsAgain() {
    ClaimOf stay = ClaimOf.stay("211", "2025-06-01", "2025-06-10");
    Member member =
        Member.enrolled("2025-01-01")
            .with(stay)
            .with(ClaimOf.tin(T1).line("2025-06-05", N1, FAMILY, "99308", "50.00", "32"));
    assertThat(member.decide(new Terms(), "2025-06").attributed()).isFalse();
    assertThat(member.without(stay).decide(new Terms(), "2025-06").tin()).isEqualTo(T1);
  }

  @Test
  void givenBaseServiceOfTheSameClinician_whenProlonged_thenItsMoneyCounts() {
    ClaimOf base = ClaimOf.tin(T1).line("2020-06-10", N1, FAMILY, "99213", "80.00");
    MonthDecision decision = oneLine("99354", "11", 2020, base);
    assertThat(decision.practices().getFirst().allowed()).isEqualTo(Money.of("130.00"));
    assertThat(decision.practices().getFirst().visits()).isOne();
    ClaimOf asSpecialist = ClaimOf.tin(T1).line("2020-06-10", N1, CARDIOLOGY, "99213", "80.00");
    assertThat(oneLine("99354", "11", 2020, asSpecialist).excluded())
        .containsEntry(Exclusion.NO_BASE_SERVICE, 1)
        .containsEntry(Exclusion.NOT_PRIMARY_CARE, 1);
    ClaimOf others = ClaimOf.tin(T2).line("2020-06-10", N1, FAMILY, "99213", "80.00");
    assertThat(oneLine("99354", "11", 2020, others).excluded())
        .containsEntry(Exclusion.NO_BASE_SERVICE, 1);
  }

  @Test
  void givenWellChildCode_whenNotMedicare_thenItCounts() {
    Member member =
        new Member()
            .with(
                covered(
                    new Coverage("MEDICAID", open("2025-01-01"), true, false, false), "2025-01-01"))
            .with(ClaimOf.tin(T1).line("2025-06-05", N1, "37", "99392", "50.00"));
    assertThat(member.decide(new Terms().lineOfBusiness("MEDICAID"), "2025-06").tin())
        .isEqualTo(T1);
  }

  @Test
  void givenUnknownSpecialty_whenTermsSaySo_thenItCounts() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(ClaimOf.tin(T1).line("2025-06-05", N1, "", "99213", "50.00"));
    assertThat(member.decide(new Terms(), "2025-06").excluded())
        .containsEntry(Exclusion.UNKNOWN_SPECIALTY, 1);
    assertThat(member.decide(new Terms().unknownSpecialtyCounts(), "2025-06").tin()).isEqualTo(T1);
  }

  @Test
  void givenClinicClaims_whenFederallyQualifiedOrRural_thenTheyCountAsPrimaryCare() {
    ClaimOf fqhc = ClaimOf.tin(T1).bill("771").line("2025-06-05", N1, "", "99213", "50.00");
    assertThat(Member.enrolled("2025-01-01").with(fqhc).decide(new Terms(), "2025-06").tin())
        .isEqualTo(T1);
    ClaimOf byRevenue = ClaimOf.tin(T1).bill("711").line("2018-06-05", N1, "", "", "50.00");
    assertThat(
            Member.enrolled("2018-01-01")
                .with(byRevenue)
                .decide(new Terms().years(2018, 2019), "2018-06")
                .tin())
        .isEqualTo(T1);
    assertThat(
            Member.enrolled("2018-01-01")
                .with(byRevenue)
                .decide(new Terms().years(2018, 2019), "2019-01")
                .attributed())
        .isFalse();
    ClaimOf hospital = ClaimOf.tin(T1).bill("131").line("2025-06-05", N1, "", "99213", "50.00");
    assertThat(FACTS.of(hospital.build())).isEmpty();
  }

  @ParameterizedTest(name = "{0} billed as {1} with revenue code {2} in {3}: {4}")
  @CsvSource({
    // On the list from 2016, 2019, outside Medicare only: by revenue code until 2018.
    "99490, 711, 0521, 2015, COUNTS",
    "99490, 711, 0521, 2016, COUNTS",
    "99490, 771, 0521, 2015, NOT_IN_LIST_OF_YEAR",
    "99490, 711, 0636, 2015, NOT_IN_LIST_OF_YEAR",
    "96160, 711, 0522, 2018, COUNTS",
    "96160, 711, 0522, 2019, COUNTS",
    "99441, 711, 0521, 2018, COUNTS",
    "99441, 711, 0521, 2019, NOT_IN_LIST_OF_YEAR",
    "99392, 711, 0524, 2018, COUNTS",
    "99392, 711, 0524, 2019, NOT_IN_LIST_OF_YEAR",
    "99213, 711, 0525, 2018, COUNTS",
  })
  void codesOfRuralHealthClinicsBeforeTheirList(
      String code, String bill, String revenue, int year, String expected) {
    ClaimOf line =
        ClaimOf.tin(T1)
            .bill(bill)
            .revenue(revenue)
            .line(year + "-06-10", N1, "", code, "50.00", "");
    Terms terms = new Terms().years(2008, 2026);
    Member member = Member.enrolled("2000-01-01").with(line);
    MonthDecision decision = member.decide(terms, year + "-12");
    if (expected.equals("COUNTS")) {
      assertThat(decision.tin()).isEqualTo(T1);
    } else {
      assertThat(decision.excluded())
          .containsExactly(java.util.Map.entry(Exclusion.valueOf(expected), 1));
    }
    assertThat(member.without(line).rows.startingWith("visit")).isEmpty();
  }

  @Test
  void givenNothingToSay_thenNoFacts() {
    assertThat(
            FACTS.of(
                ClaimOf.tin(T1).pharmacy().line("2025-06-05", N1, FAMILY, "99213", "5.00").build()))
        .isEmpty();
    assertThat(FACTS.of(ClaimOf.tin(T1).line("2025-06-05", N1, FAMILY, "80053", "5.00").build()))
        .isEmpty();
  }

  @Test
  void givenDeniedPendedOrReversed_thenExcludedWithItsReason() {
    for (Claim.Status status :
        new Claim.Status[] {Claim.Status.DENIED, Claim.Status.PENDED, Claim.Status.REVERSED}) {
      Member member =
          Member.enrolled("2025-01-01")
              .with(
                  ClaimOf.tin(T1).status(status).line("2025-06-05", N1, FAMILY, "99213", "50.00"));
      MonthDecision decision = member.decide(new Terms(), "2025-06");
      assertThat(decision.attributed()).isFalse();
      assertThat(decision.excluded())
          .containsExactly(java.util.Map.entry(Exclusion.valueOf(status.name()), 1));
    }
  }

  @Test
  void givenEncounterClaim_thenItsVisitCountsAtTheShadowPrice() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(
                ClaimOf.tin(T1)
                    .kind(Claim.PaymentKind.ENCOUNTER)
                    .line("2025-06-05", N1, FAMILY, "99213", "50.00"));
    assertThat(member.decide(new Terms(), "2025-06").practices().getFirst().allowed())
        .isEqualTo(Money.of("3.00"));
  }

  @Test
  void givenNoAllowedAmount_thenThePaidOneStandsForIt() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(ClaimOf.tin(T1).line("2025-06-05", N1, FAMILY, "99213", ""));
    assertThat(member.decide(new Terms(), "2025-06").practices().getFirst().allowed())
        .isEqualTo(Money.of("7.00"));
  }
}
