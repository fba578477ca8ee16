package io.corridor.benchmark.budget;

import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentSpan;
import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.BudgetLine;
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
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.StopLossTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Avro records for the topology test. */
final class Records {

  static final String TIN_A = "111111111";
  static final String TIN_B = "222222222";

  private Records() {}

  static Claim claim(String id, int version, String member, String day, String paid) {
    return Claim.newBuilder()
        .setPayer("P1")
        .setClaimId(id)
        .setVersion(version)
        .setStatus(ClaimStatus.PAID)
        .setType(ClaimType.PROFESSIONAL)
        .setPaymentKind(PaymentKind.FEE_FOR_SERVICE)
        .setMember(member)
        .setFrom(LocalDate.parse(day))
        .setThrough(LocalDate.parse(day))
        .setBillingTin(TIN_A)
        .setCodeSystem(CodeSystem.ICD10)
        .setReceivedAt(Instant.EPOCH)
        .setSensitivity(Sensitivity.NORMAL)
        .setLines(List.of(line(day, paid)))
        .build();
  }

  private static ClaimLine line(String day, String paid) {
    return ClaimLine.newBuilder()
        .setLine(1)
        .setFrom(LocalDate.parse(day))
        .setThrough(LocalDate.parse(day))
        .setHcpcs("99213")
        .setPaid(new BigDecimal(paid))
        .setAllowed(new BigDecimal(paid))
        .setDenied(false)
        .build();
  }

  static ClaimChange change(@Nullable Claim before, @Nullable Claim after) {
    return ClaimChange.newBuilder().setBefore(before).setAfter(after).build();
  }

  static EnrollmentRecord coverage(String member, String from, @Nullable String lastDay) {
    return EnrollmentRecord.newBuilder()
        .setPayer("P1")
        .setRecordId(member + "-cov")
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .setMember(member)
        .setReceivedAt(Instant.EPOCH)
        .setKind(EnrollmentKind.COVERAGE)
        .setCoverage(
            Coverage.newBuilder()
                .setLineOfBusiness("MEDICARE")
                .setFrom(LocalDate.parse(from))
                .setLastDay(lastDay == null ? null : LocalDate.parse(lastDay))
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

  static EnrollmentChange enrolled(
      @Nullable EnrollmentRecord before, @Nullable EnrollmentRecord after) {
    return EnrollmentChange.newBuilder().setBefore(before).setAfter(after).build();
  }

  static Assignment assigned(String member, String tin, String from, @Nullable String until) {
    return Assignment.newBuilder()
        .setMember(member)
        .setContract("C1")
        .setPayer("P1")
        .setSpans(
            List.of(
                AssignmentSpan.newBuilder()
                    .setFrom(LocalDate.parse(from))
                    .setUntil(until == null ? null : LocalDate.parse(until))
                    .setTin(tin)
                    .setMethod("PLURALITY_VISITS")
                    .build()))
        .build();
  }

  static ContractTerms terms(int version, String pmpm, @Nullable String attachment) {
    return ContractTerms.newBuilder()
        .setContract("C1")
        .setVersion(version)
        .setPayer("P1")
        .setLineOfBusiness("MEDICARE")
        .setAco("A1")
        .setAcoName("A1")
        .setEffectiveFrom(LocalDate.of(2025, 1, 1))
        .setPerformanceYears(
            List.of(new PerformanceYear(2025, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))))
        .setParticipants(
            List.of(
                new Participant(TIN_A, null, LocalDate.of(2025, 1, 1), null),
                new Participant(TIN_B, null, LocalDate.of(2025, 1, 1), null)))
        .setAttribution(
            AttributionTerms.newBuilder()
                .setMethods(List.of("PLURALITY_VISITS"))
                .setWindowMonths(12)
                .setTieBreaks(List.of("RECENCY"))
                .setAnchor("FIRST_DAY")
                .setOfficeVisitsArePrimaryCare(true)
                .setExcludeDuals(false)
                .setRequirePartsAandB(false)
                .build())
        .setMemberMonths("ANY_DAY")
        .setAmountBasis("PAID")
        .setScope(List.of())
        .setStopLoss(
            attachment == null
                ? null
                : new StopLossTerms(new BigDecimal(attachment), new BigDecimal("1.000000")))
        .setBudget(List.of(new BudgetLine(2025, "ALL", new BigDecimal(pmpm))))
        .setQuality(null)
        .setSettlement(
            SettlementTerms.newBuilder()
                .setShape("ONE_SIDED")
                .setSharePercent(new BigDecimal("0.500000"))
                .build())
        .setMinLives(50)
        .setContactDue("CONTACT_48H")
        .setVisitDays(14)
        .setZone("America/New_York")
        .setRejectedLimit(0)
        .build();
  }
}
