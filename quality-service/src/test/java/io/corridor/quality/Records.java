package io.corridor.quality;

import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentSpan;
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
import io.corridor.schemas.MeasureTerms;
import io.corridor.schemas.PaymentKind;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Person;
import io.corridor.schemas.QualityTerms;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Sex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Avro records for topology tests. */
final class Records {

  static final String T1 = "100000001";
  static final String T2 = "200000002";
  static final String N1 = "1000000001";

  private Records() {}

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static ClaimChange change(@Nullable Claim before, @Nullable Claim after) {
    return ClaimChange.newBuilder().setBefore(before).setAfter(after).build();
  }

  static EnrollmentChange change(
      @Nullable EnrollmentRecord before, @Nullable EnrollmentRecord after) {
    return EnrollmentChange.newBuilder().setBefore(before).setAfter(after).build();
  }

  /** A professional claim of one line. */
  static Claim service(String id, ClaimStatus status, LocalDate day, String code) {
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
        .setCodeSystem(CodeSystem.ICD10)
        .setReceivedAt(day.atStartOfDay().toInstant(ZoneOffset.UTC))
        .setSensitivity(Sensitivity.NORMAL)
        .setLines(List.of(line(day, code)))
        .build();
  }

  /** A facility's claim of one line. */
  static Claim facility(String id, String bill, String facility, LocalDate day, String code) {
    return Claim.newBuilder(service(id, ClaimStatus.PAID, day, code))
        .setType(ClaimType.INSTITUTIONAL)
        .setTypeOfBill(bill)
        .setFacility(facility)
        .build();
  }

  private static ClaimLine line(LocalDate day, String code) {
    return ClaimLine.newBuilder()
        .setLine(1)
        .setFrom(day)
        .setThrough(day)
        .setHcpcs(code)
        .setPaid(new BigDecimal("10.00"))
        .setDenied(false)
        .build();
  }

  static EnrollmentRecord coverage(String id, LocalDate from, @Nullable LocalDate lastDay) {
    return record(id, EnrollmentKind.COVERAGE)
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

  static EnrollmentRecord person(String id, LocalDate born, Sex sex) {
    return record(id, EnrollmentKind.PERSON)
        .setPerson(Person.newBuilder().setBirthDate(born).setSex(sex).build())
        .build();
  }

  private static EnrollmentRecord.Builder record(String id, EnrollmentKind kind) {
    return EnrollmentRecord.newBuilder()
        .setPayer("P1")
        .setRecordId(id)
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .setMember("m")
        .setReceivedAt(day("2024-01-01").atStartOfDay().toInstant(ZoneOffset.UTC))
        .setKind(kind);
  }

  static Assignment assignment(String member, String contract, AssignmentSpan... spans) {
    return new Assignment(member, contract, "P1", Arrays.asList(spans));
  }

  static AssignmentSpan span(String from, @Nullable String until, String tin) {
    return new AssignmentSpan(
        day(from), until == null ? null : day(until), tin, N1, "PLURALITY_VISITS");
  }

  private static MeasureTerms measure(
      String id, String weight, String threshold, String benchmark, int minimum) {
    return new MeasureTerms(id, decimal(weight), decimal(threshold), decimal(benchmark), minimum);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text).setScale(6);
  }

  /** A contract of 2025 and 2026 with a programme of three measures. */
  static ContractTerms terms(int version, String effectiveFrom, String weightOfVisits) {
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
        .setAttribution(
            AttributionTerms.newBuilder()
                .setMethods(List.of("PLURALITY_VISITS"))
                .setWindowMonths(12)
                .setTieBreaks(List.of("RECENCY", "ALLOWED"))
                .setAnchor("LAST_DAY")
                .setOfficeVisitsArePrimaryCare(true)
                .setExcludeDuals(false)
                .setRequirePartsAandB(true)
                .build())
        .setMemberMonths("ANY_DAY")
        .setAmountBasis("ALLOWED")
        .setQuality(
            new QualityTerms(
                List.of(
                    measure("Q01", "30", "0.4", "0.8", 1),
                    measure("Q02", "30", "0.4", "0.8", 1),
                    measure("Q14", weightOfVisits, "2000", "400", 1)),
                decimal("0.4"),
                true,
                decimal("0.8"),
                decimal("0.5")))
        .setSettlement(
            SettlementTerms.newBuilder()
                .setShape("ONE_SIDED")
                .setSharePercent(decimal("0.5"))
                .build())
        .setMinLives(50)
        .setContactDue("CONTACT_48H")
        .setVisitDays(14)
        .setZone("UTC")
        .setRejectedLimit(10)
        .build();
  }
}
