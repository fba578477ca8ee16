package io.corridor.notification;

import io.corridor.common.id.Npi;
import io.corridor.notification.alert.Accountable;
import io.corridor.notification.alert.Alert;
import io.corridor.notification.encounter.Encounter;
import io.corridor.notification.task.FollowUpTask;
import io.corridor.notification.task.FollowUpTask.Cancelled;
import io.corridor.notification.task.FollowUpTask.Clocks;
import io.corridor.notification.task.FollowUpTask.Done;
import io.corridor.notification.task.FollowUpTask.Missed;
import io.corridor.notification.task.FollowUpTask.Open;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.Task;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts and tasks as records of their topics. */
final class AlertBodies {

  private AlertBodies() {}

  static io.corridor.schemas.Alert alert(String member, Alert alert) {
    Encounter encounter = alert.encounter();
    return io.corridor.schemas.Alert.newBuilder()
        .setMember(member)
        .setFacility(encounter.id().facility())
        .setVisitNumber(encounter.id().visitNumber())
        .setPayer(encounter.payer())
        .setContract(contract(alert.practice()))
        .setTin(tin(alert.practice()))
        .setNpi(npi(alert.practice()))
        .setState(encounter.phase().name())
        .setPatientClass(
            switch (encounter.patientClass()) {
              case EMERGENCY -> PatientClass.EMERGENCY;
              case INPATIENT -> PatientClass.INPATIENT;
              case OBSERVATION -> PatientClass.OBSERVATION;
              case OUTPATIENT -> PatientClass.OUTPATIENT;
              case UNKNOWN -> PatientClass.UNKNOWN;
            })
        .setStartedAt(encounter.startedAt())
        .setEndedAt(encounter.endedAt())
        .setZone(encounter.facts().zone().getId())
        .setInferredStart(encounter.inferredStart())
        .setDisposition(encounter.disposition())
        .setDiagnosis(encounter.diagnosis())
        .setUnit(encounter.unit())
        .setTransfers(encounter.transfers())
        .setMessages(encounter.facts().count())
        .setDerived(encounter.facts().derived())
        .setReasons(new ArrayList<>(alert.reasons()))
        .setLateMinutes(encounter.facts().lateMinutes())
        .build();
  }

  static Task task(String member, Alert alert, FollowUpTask task) {
    Encounter encounter = alert.encounter();
    Clocks clocks = task.clocks();
    Done done = task.result() instanceof Done it ? it : null;
    return Task.newBuilder()
        .setMember(member)
        .setFacility(encounter.id().facility())
        .setVisitNumber(encounter.id().visitNumber())
        .setKind(task.kind().name())
        .setPayer(encounter.payer())
        .setContract(contract(alert.practice()))
        .setTin(tin(alert.practice()))
        .setNpi(npi(alert.practice()))
        .setState(
            switch (task.result()) {
              case Open() -> "OPEN";
              case Done it -> "DONE";
              case Missed() -> "MISSED";
              case Cancelled it -> "CANCELLED";
            })
        .setOpenedAt(clocks.openedAt())
        .setDueAt(clocks.dueAt())
        .setContactTargetAt(clocks.contactTarget())
        .setTcmDeadlineAt(clocks.tcmDeadline())
        .setVisitDueOn7(clocks.visitDueOn7())
        .setVisitDueOn14(clocks.visitDueOn14())
        .setAttempts(task.attempts())
        .setDoneAt(done == null ? null : done.at())
        .setDoneBy(done == null ? null : done.by())
        .setDoneCode(done == null ? null : done.code())
        .setOnTime(onTime(task.result()))
        .setClosedReason(task.result() instanceof Cancelled it ? it.why().name() : null)
        .build();
  }

  /** Done on time or not; a missed task was not; an open or cancelled one is neither. */
  private static @Nullable Boolean onTime(FollowUpTask.Result result) {
    return switch (result) {
      case Done done -> done.onTime();
      case Missed() -> false;
      case Open() -> null;
      case Cancelled cancelled -> null;
    };
  }

  private static @Nullable String contract(Optional<Accountable> practice) {
    return practice.map(p -> p.contract().value()).orElse(null);
  }

  private static @Nullable String tin(Optional<Accountable> practice) {
    return practice.map(p -> p.tin().value()).orElse(null);
  }

  private static @Nullable String npi(Optional<Accountable> practice) {
    return practice.map(Accountable::npi).map(Npi::value).orElse(null);
  }
}
