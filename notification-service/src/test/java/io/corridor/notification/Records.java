package io.corridor.notification;

import io.corridor.notification.encounter.Events;
import io.corridor.schemas.AdtEvent;
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
import io.corridor.schemas.Outreach;
import io.corridor.schemas.OutreachChange;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.PaymentKind;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.SettlementTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of the topics that the service reads; times are local to New York. */
final class Records {

  static final String MEMBER = "m1";
  static final String TIN = "111111111";

  private Records() {}

  static AdtEvent adt(String visit, String trigger, String at, PatientClass patientClass) {
    return adt(visit, trigger, at, patientClass, null, visit + trigger + at);
  }

  static AdtEvent adt(
      String visit,
      String trigger,
      String at,
      PatientClass patientClass,
      @Nullable String disposition,
      String messageId) {
    return AdtEvent.newBuilder()
        .setPayer("P1")
        .setMember(MEMBER)
        .setFacility("H1")
        .setVisitNumber(visit)
        .setMessageId(messageId)
        .setTrigger(trigger)
        .setEventAt(Events.at(at))
        .setZone(Events.ZONE.getId())
        .setReceivedAt(Events.at(at).plusSeconds(300))
        .setPatientClass(patientClass)
        .setUnit(null)
        .setDiagnosis(null)
        .setDisposition(disposition)
        .setAttendingNpi(null)
        .setDerived(false)
        .setSensitivity(Sensitivity.NORMAL)
        .build();
  }

  static Assignment assignment(String contract, String tin, @Nullable LocalDate until) {
    return Assignment.newBuilder()
        .setMember(MEMBER)
        .setContract(contract)
        .setPayer("P1")
        .setSpans(
            new ArrayList<>(
                List.of(
                    AssignmentSpan.newBuilder()
                        .setFrom(LocalDate.of(2025, 1, 1))
                        .setUntil(until)
                        .setTin(tin)
                        .setNpi("1234567890")
                        .setMethod("PCP_SELECTION")
                        .build())))
        .build();
  }

  static Claim visit(String claimId, ClaimStatus status, LocalDate day, String code) {
    return Claim.newBuilder()
        .setPayer("P1")
        .setClaimId(claimId)
        .setVersion(1)
        .setStatus(status)
        .setType(ClaimType.PROFESSIONAL)
        .setPaymentKind(PaymentKind.FEE_FOR_SERVICE)
        .setMember(MEMBER)
        .setFrom(day)
        .setThrough(day)
        .setAdmitted(null)
        .setDischarged(null)
        .setDischargeStatus(null)
        .setTypeOfBill(null)
        .setMsDrg(null)
        .setAdmissionType(null)
        .setAdmissionSource(null)
        .setFacility(null)
        .setBillingTin(TIN)
        .setCodeSystem(CodeSystem.ICD10)
        .setPrincipalDiagnosis(null)
        .setDiagnoses(new ArrayList<>())
        .setProcedures(new ArrayList<>())
        .setPaidOn(null)
        .setReceivedAt(day.atStartOfDay(Events.ZONE).toInstant())
        .setTotalPaid(null)
        .setSensitivity(Sensitivity.NORMAL)
        .setAssumed(new ArrayList<>())
        .setLines(new ArrayList<>(List.of(line(day, code))))
        .build();
  }

  private static ClaimLine line(LocalDate day, String code) {
    return ClaimLine.newBuilder()
        .setLine(1)
        .setFrom(day)
        .setThrough(day)
        .setHcpcs(code)
        .setModifiers(new ArrayList<>())
        .setRevenueCode(null)
        .setPlaceOfService(null)
        .setRenderingNpi(null)
        .setSpecialty(null)
        .setTaxonomy(null)
        .setUnits(null)
        .setNdc(null)
        .setDaysSupply(null)
        .setAllowed(null)
        .setPaid(new BigDecimal("10.00"))
        .setMemberShare(null)
        .setOtherPayer(null)
        .setShadowAllowed(null)
        .setDenied(false)
        .setDiagnoses(new ArrayList<>())
        .build();
  }

  static ClaimChange change(@Nullable Claim before, @Nullable Claim after) {
    return new ClaimChange(before, after, new ArrayList<>());
  }

  static OutreachChange called(String id, String visit, String at, String outcome) {
    return new OutreachChange(null, outreach(id, visit, at, outcome));
  }

  static Outreach outreach(String id, String visit, String at, String outcome) {
    return Outreach.newBuilder()
        .setPayer("P1")
        .setMember(MEMBER)
        .setOutreachId(id)
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .setFacility("H1")
        .setVisitNumber(visit)
        .setAt(Events.at(at))
        .setReceivedAt(Events.at(at))
        .setChannel("CALL")
        .setOutcome(outcome)
        .setBy(null)
        .build();
  }

  static ContractTerms terms(String contract, int version, String contactDue, int visitDays) {
    return ContractTerms.newBuilder()
        .setContract(contract)
        .setVersion(version)
        .setPayer("P1")
        .setLineOfBusiness("COMMERCIAL")
        .setAco("A1")
        .setAcoName("ACO")
        .setEffectiveFrom(LocalDate.of(2025, 1, 1))
        .setPerformanceYears(
            new ArrayList<>(
                List.of(
                    new PerformanceYear(2025, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)))))
        .setParticipants(new ArrayList<>())
        .setAttribution(
            AttributionTerms.newBuilder()
                .setMethods(new ArrayList<>(List.of("PCP_SELECTION")))
                .setWindowMonths(12)
                .setTieBreaks(new ArrayList<>())
                .setAnchor("LAST_DAY")
                .setOfficeVisitsArePrimaryCare(true)
                .setExcludeDuals(false)
                .setRequirePartsAandB(false)
                .build())
        .setMemberMonths("ANY_DAY")
        .setAmountBasis("ALLOWED")
        .setScope(new ArrayList<>())
        .setStopLoss(null)
        .setBudget(new ArrayList<>())
        .setQuality(null)
        .setSettlement(
            SettlementTerms.newBuilder()
                .setShape("ONE_SIDED")
                .setSharePercent(new BigDecimal("0.500000"))
                .setLossSharePercent(null)
                .setMinimumSavingsRate(null)
                .setPaymentCapPercent(null)
                .setLossCapPercent(null)
                .build())
        .setMinLives(50)
        .setContactDue(contactDue)
        .setVisitDays(visitDays)
        .setZone("America/New_York")
        .setRejectedLimit(100)
        .setReceivedAt(null)
        .build();
  }
}
