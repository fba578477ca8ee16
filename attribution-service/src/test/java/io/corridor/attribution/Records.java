package io.corridor.attribution;

import io.corridor.schemas.Affiliation;
import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.ClaimLine;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ClaimType;
import io.corridor.schemas.CodeSystem;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Coverage;
import io.corridor.schemas.EnrollmentChange;
import io.corridor.schemas.EnrollmentKind;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Participant;
import io.corridor.schemas.PaymentKind;
import io.corridor.schemas.PcpSelection;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Person;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SelectionSource;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Sex;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Avro records for topology tests. */
final class Records {

  static final String T1 = "100000001";
  static final String T2 = "200000002";
  static final String T3 = "300000003";
  static final String N1 = "1000000001";
  static final String N2 = "1000000002";
  static final String N3 = "1000000003";

  private Records() {}

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static Instant at(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static ClaimChange change(@Nullable Claim before, @Nullable Claim after) {
    return ClaimChange.newBuilder().setBefore(before).setAfter(after).build();
  }

  static EnrollmentChange change(
      @Nullable EnrollmentRecord before, @Nullable EnrollmentRecord after) {
    return EnrollmentChange.newBuilder().setBefore(before).setAfter(after).build();
  }

  /** A professional claim of one line of a family physician. */
  static Claim visit(
      String id,
      ClaimStatus status,
      LocalDate day,
      String tin,
      String npi,
      String code,
      String dollars,
      LocalDate received) {
    return visit(id, status, day, tin, npi, "08", code, dollars, received);
  }

  /** A professional claim of one line. */
  static Claim visit(
      String id,
      ClaimStatus status,
      LocalDate day,
      String tin,
      String npi,
      String specialty,
      String code,
      String dollars,
      LocalDate received) {
    return Claim.newBuilder()
        .setPayer("P1")
        .setClaimId(id)
        .setVersion(1)
        .setStatus(status)
        .setType(ClaimType.PROFESSIONAL)
        .setPaymentKind(PaymentKind.FEE_FOR_SERVICE)
        .setMember("m")
        .setFrom(day)
        .setThrough(day)
        .setBillingTin(tin)
        .setCodeSystem(CodeSystem.ICD10)
        .setReceivedAt(at(received))
        .setSensitivity(Sensitivity.NORMAL)
        .setLines(
            List.of(
                ClaimLine.newBuilder()
                    .setLine(1)
                    .setFrom(day)
                    .setThrough(day)
                    .setHcpcs(code)
                    .setPlaceOfService("11")
                    .setRenderingNpi(npi)
                    .setSpecialty(specialty)
                    .setAllowed(new BigDecimal(dollars))
                    .setPaid(new BigDecimal(dollars))
                    .setDenied(false)
                    .build()))
        .build();
  }

  static EnrollmentRecord coverage(
      String id, LocalDate from, @Nullable LocalDate lastDay, LocalDate received) {
    return record(id, EnrollmentKind.COVERAGE, received)
        .setCoverage(
            Coverage.newBuilder()
                .setLineOfBusiness("MEDICARE")
                .setFrom(from)
                .setLastDay(lastDay)
                .setPartA(true)
                .setPartB(true)
                .setManagedCare(false)
                .setDual(false)
                .setEsrd(false)
                .setDisabled(false)
                .setWaiver(false)
                .setOptedOut(false)
                .build())
        .build();
  }

  static EnrollmentRecord selection(
      String id, String npi, LocalDate from, @Nullable LocalDate lastDay) {
    return record(id, EnrollmentKind.PCP_SELECTION, from)
        .setSelection(
            PcpSelection.newBuilder()
                .setNpi(npi)
                .setChosenBy(SelectionSource.MEMBER)
                .setFrom(from)
                .setLastDay(lastDay)
                .build())
        .build();
  }

  static EnrollmentRecord person(String id, @Nullable LocalDate death, LocalDate received) {
    return record(id, EnrollmentKind.PERSON, received)
        .setPerson(
            Person.newBuilder()
                .setBirthDate(day("1950-02-28"))
                .setSex(Sex.FEMALE)
                .setDeathDate(death)
                .build())
        .build();
  }

  private static EnrollmentRecord.Builder record(
      String id, EnrollmentKind kind, LocalDate received) {
    return EnrollmentRecord.newBuilder()
        .setPayer("P1")
        .setRecordId(id)
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .setMember("m")
        .setReceivedAt(at(received))
        .setKind(kind);
  }

  static Affiliation affiliation(String npi, String tin, LocalDate from) {
    return Affiliation.newBuilder()
        .setNpi(npi)
        .setTin(tin)
        .setAccepting(true)
        .setFrom(from)
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .build();
  }

  /** A contract of 2025 and 2026 with practices T1 and T2. */
  static ContractTerms terms(int version, String effectiveFrom, List<String> methods) {
    return ContractTerms.newBuilder()
        .setContract("C1")
        .setVersion(version)
        .setPayer("P1")
        .setLineOfBusiness("MEDICARE")
        .setAco("A1")
        .setAcoName("A")
        .setEffectiveFrom(day(effectiveFrom))
        .setPerformanceYears(
            List.of(
                new PerformanceYear(2025, day("2025-01-01"), day("2026-01-01")),
                new PerformanceYear(2026, day("2026-01-01"), day("2027-01-01"))))
        .setParticipants(
            List.of(
                new Participant(T1, null, day("2020-01-01"), null),
                new Participant(T2, null, day("2020-01-01"), null)))
        .setAttribution(
            AttributionTerms.newBuilder()
                .setMethods(methods)
                .setWindowMonths(12)
                .setTieBreaks(List.of("RECENCY", "ALLOWED"))
                .setAnchor("LAST_DAY")
                .setOfficeVisitsArePrimaryCare(true)
                .setExcludeDuals(false)
                .setRequirePartsAandB(true)
                .build())
        .setMemberMonths("ANY_DAY")
        .setAmountBasis("ALLOWED")
        .setSettlement(
            SettlementTerms.newBuilder()
                .setShape("ONE_SIDED")
                .setSharePercent(new BigDecimal("0.500000"))
                .build())
        .setMinLives(50)
        .setContactDue("CONTACT_48H")
        .setVisitDays(14)
        .setZone("UTC")
        .setRejectedLimit(10)
        .build();
  }
}
