package io.corridor.notification;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.TermsRecords;
import io.corridor.notification.encounter.Events;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.OutreachChange;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Sensitivity;
import java.time.LocalDate;
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
    return AssignmentRecords.assignment(
        MEMBER,
        contract,
        AssignmentRecords.bySelection(LocalDate.of(2025, 1, 1), until, tin, "1234567890"));
  }

  static Claim visit(String claimId, ClaimStatus status, LocalDate day, String code) {
    return IntakeRecords.professional(
            claimId, status, MEMBER, day, day.atStartOfDay(Events.ZONE).toInstant())
        .setBillingTin(TIN)
        .setLines(List.of(IntakeRecords.line(day, code, "10.00").build()))
        .build();
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
    return TermsRecords.contract(
            contract,
            version,
            LocalDate.of(2025, 1, 1),
            TermsRecords.attribution(List.of("PCP_SELECTION")).build(),
            2025)
        .setLineOfBusiness("COMMERCIAL")
        .setContactDue(contactDue)
        .setVisitDays(visitDays)
        .build();
  }
}
