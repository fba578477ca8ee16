package io.corridor.quality.measure;

import static io.corridor.quality.measure.Member.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Claim;
import io.corridor.common.time.DateSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Q14: which claims are one visit, and which were admitted. */
class EmergencyVisitsTest {

  private static int visits(Claim... claims) {
    Member member = Member.woman("1960-01-01", "2020-01-01");
    for (Claim claim : claims) {
      member.with(claim);
    }
    return member
        .record()
        .emergencyVisits(new DateSpan(day("2025-01-01"), day("2026-01-01")))
        .size();
  }

  @ParameterizedTest(name = "revenue {0}, code {1}, place {2}: {3}")
  @CsvSource({
    "0450, '', '', 1",
    "0459, '', '', 1",
    "0981, '', '', 1",
    "0460, '', '', 0",
    "'', 99281, '', 1",
    "'', 99285, '', 1",
    "'', 99213, '', 0",
  })
  void whatIsAnEmergencyLine(String revenue, String code, String place, int expected) {
    assertThat(visits(facility("2025-03-03", "131", "H1", revenue, code))).isEqualTo(expected);
  }

  @Test
  void facilityAndClinicianOfOneVisit_countOnce() {
    Claim hospital = facility("2025-03-03", "131", "H1", "0450", "99284");
    Claim clinician = at("2025-03-03", "99284", "23");
    Claim reading = at("2025-03-03", "71045", "23");
    assertThat(visits(hospital, clinician, reading)).isOne();
    assertThat(visits(clinician, reading)).isOne();
    assertThat(visits(hospital, facility("2025-03-03", "131", "H2", "0450", ""))).isEqualTo(2);
    assertThat(visits(hospital, facility("2025-03-04", "131", "H1", "0450", ""))).isEqualTo(2);
  }

  @ParameterizedTest(name = "admitted {0} at {1}: {2} visits")
  @CsvSource({
    "2025-03-03, H1, 0",
    "2025-03-04, H1, 0",
    "2025-03-05, H1, 1",
    "2025-03-02, H1, 1",
    "2025-03-03, H2, 1",
  })
  void rolledIntoAStayOfTheSameFacilityThatDayOrTheNext(String admitted, String at, int expected) {
    assertThat(
            visits(
                facility("2025-03-03", "131", "H1", "0450", ""),
                facility(admitted, "111", at, "0120", "")))
        .isEqualTo(expected);
  }

  @Test
  void clinicianWithoutFacility_isRolledIntoAnyStay_andInpatientLinesAreNoVisit() {
    assertThat(
            visits(
                at("2025-03-03", "99285", "23"), facility("2025-03-04", "111", "H1", "0120", "")))
        .isZero();
    assertThat(visits(facility("2025-03-03", "111", "H1", "0450", ""))).isZero();
  }

  @Test
  void stayVoided_thenTheVisitIsThereAgain() {
    Claim stay = facility("2025-03-03", "111", "H1", "0120", "");
    Member member =
        Member.woman("1960-01-01", "2020-01-01")
            .with(stay)
            .with(facility("2025-03-03", "131", "H1", "0450", ""));
    DateSpan year = new DateSpan(day("2025-01-01"), day("2026-01-01"));
    assertThat(member.record().emergencyVisits(year)).isEmpty();
    assertThat(member.without(stay).record().emergencyVisits(year)).hasSize(1);
  }

  @Test
  void stayThatBeginsOnTheDayAfterThePeriod_stillRollsTheLastDayIn() {
    assertThat(
            visits(
                facility("2025-12-31", "131", "H1", "0450", ""),
                facility("2026-01-01", "111", "H1", "0120", "")))
        .isZero();
  }
}
