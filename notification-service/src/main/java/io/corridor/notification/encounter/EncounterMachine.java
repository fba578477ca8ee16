package io.corridor.notification.encounter;

import io.corridor.notification.encounter.AdtEvent.Happening;
import io.corridor.notification.encounter.Encounter.HomeDischarge;
import io.corridor.notification.encounter.Encounter.Messages;
import io.corridor.notification.encounter.Encounter.Phase;
import io.corridor.notification.encounter.Encounter.Reason;
import io.corridor.notification.encounter.Encounter.Withdrawal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state machine of one encounter; {@code docs/notification.md} has it as a table. */
final class EncounterMachine {

  private final Dispositions dispositions;
  private final Set<Happening> seen = new HashSet<>();
  private final Deque<String> wards = new ArrayDeque<>();
  private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

  private Phase phase = Phase.NONE;
  private PatientClass patientClass = PatientClass.UNKNOWN;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;
  private @Nullable Instant inpatientAt;
  private boolean inferredStart;
  private @Nullable String disposition;
  private @Nullable String diagnosis;
  private @Nullable String unit;
  private int transfers;
  private @Nullable HomeDischarge home;

  EncounterMachine(Dispositions dispositions) {
    this.dispositions = dispositions;
  }

  void apply(AdtEvent event) {
    boolean first = seen.add(event.happening());
    switch (event.trigger()) {
      case "A01" -> admit(event);
      case "A04" -> register(event);
      case "A06" -> becomeInpatient(event);
      case "A02" -> transfer(event, first);
      case "A03" -> discharge(event);
      case "A08" -> update(event);
      case "A11" -> cancelAdmit();
      case "A12" -> cancelTransfer(event, first);
      case "A13" -> cancelDischarge();
      default -> {
        // Other triggers are history: they count as messages and change nothing.
      }
    }
    if (event.diagnosis() != null) {
      diagnosis = event.diagnosis();
    }
    if (event.unit() != null && !event.trigger().equals("A12")) {
      unit = event.unit();
    }
  }

  private void admit(AdtEvent event) {
    if (event.patientClass() != PatientClass.OUTPATIENT) {
      start(event, event.patientClass());
    }
  }

  private void register(AdtEvent event) {
    if (event.patientClass() == PatientClass.EMERGENCY || event.patientClass().isStay()) {
      start(event, event.patientClass());
    }
  }

  private void becomeInpatient(AdtEvent event) {
    start(
        event,
        event.patientClass() == PatientClass.OBSERVATION
            ? PatientClass.OBSERVATION
            : PatientClass.INPATIENT);
  }

  private void start(AdtEvent event, PatientClass to) {
    if (phase == Phase.NONE || phase == Phase.CANCELLED) {
      begin(event, to);
      return;
    }
    if (isEnded()) {
      withdraw(Withdrawal.READMITTED);
      reopen();
      reasons.add(to == PatientClass.EMERGENCY ? Reason.ARRIVED : Reason.ADMITTED);
    }
    changeClass(to, event.eventAt());
  }

  private void begin(AdtEvent event, PatientClass to) {
    startedAt = event.eventAt();
    inferredStart = false;
    endedAt = null;
    disposition = null;
    transfers = 0;
    wards.clear();
    patientClass = to;
    inpatientAt = to == PatientClass.INPATIENT ? event.eventAt() : null;
    phase = inHouse();
    reasons.add(to == PatientClass.EMERGENCY ? Reason.ARRIVED : Reason.ADMITTED);
  }

  private void changeClass(PatientClass to, @Nullable Instant at) {
    if (!patientClass.mayBecome(to)) {
      return;
    }
    patientClass = to;
    inpatientAt = to == PatientClass.INPATIENT ? at : null;
    reasons.add(Reason.CLASS_CHANGED);
    if (isOpen()) {
      phase = inHouse();
    }
  }

  private void transfer(AdtEvent event, boolean first) {
    if (isOpen() && first) {
      transfers++;
      wards.push(unit == null ? "" : unit);
    }
  }

  private void cancelTransfer(AdtEvent event, boolean first) {
    if (isOpen() && first && transfers > 0) {
      transfers--;
      String before = wards.pop();
      unit = event.unit() != null ? event.unit() : before.isEmpty() ? null : before;
    }
  }

  private void discharge(AdtEvent event) {
    if (phase == Phase.CANCELLED
        || (phase == Phase.NONE && event.patientClass() == PatientClass.OUTPATIENT)) {
      return;
    }
    if (phase == Phase.NONE) {
      inferredStart = true;
      patientClass = event.patientClass();
    } else {
      changeClass(event.patientClass(), isEnded() ? startedAt : event.eventAt());
    }
    if (!isEnded()) {
      endedAt = event.eventAt();
      reasons.add(Reason.DISCHARGED);
    }
    if (event.disposition() != null) {
      disposition = event.disposition();
    }
    settle();
  }

  private void update(AdtEvent event) {
    if (phase == Phase.CANCELLED) {
      return;
    }
    if (event.disposition() != null) {
      disposition = event.disposition();
    }
    if (phase == Phase.NONE) {
      return;
    }
    changeClass(event.patientClass(), isEnded() ? startedAt : event.eventAt());
    if (endedAt != null) {
      settle();
    }
  }

  /** Where a discharge led, and whether somebody has to follow up. */
  private void settle() {
    Dispositions.Outcome outcome = dispositions.of(disposition);
    phase =
        switch (outcome) {
          case DIED -> Phase.DIED;
          case TRANSFERRED -> Phase.TRANSFERRED;
          case HOME, OTHER -> Phase.DISCHARGED;
        };
    Instant at = endedAt;
    if (outcome == Dispositions.Outcome.HOME && patientClass.isStay() && at != null) {
      home = new HomeDischarge(at, null);
    } else {
      withdraw(outcome == Dispositions.Outcome.DIED ? Withdrawal.DIED : Withdrawal.DISPOSITION);
    }
  }

  private void cancelAdmit() {
    if (phase == Phase.NONE || phase == Phase.CANCELLED) {
      return;
    }
    phase = Phase.CANCELLED;
    endedAt = null;
    inpatientAt = null;
    reasons.add(Reason.CANCEL_ADMIT);
    HomeDischarge before = home;
    if (before != null) {
      home = new HomeDischarge(before.at(), Withdrawal.CANCEL_ADMIT);
    }
  }

  private void cancelDischarge() {
    if (isEnded()) {
      withdraw(Withdrawal.CANCEL_DISCHARGE);
      reopen();
      reasons.add(Reason.CANCEL_DISCHARGE);
    }
  }

  private void reopen() {
    endedAt = null;
    disposition = null;
    phase = inHouse();
  }

  private void withdraw(Withdrawal why) {
    HomeDischarge before = home;
    if (before != null && before.withdrawn() == null) {
      home = new HomeDischarge(before.at(), why);
    }
  }

  private Phase inHouse() {
    return switch (patientClass) {
      case EMERGENCY -> Phase.ED;
      case OBSERVATION -> Phase.OBSERVATION;
      case INPATIENT, OUTPATIENT, UNKNOWN -> Phase.ADMITTED;
    };
  }

  private boolean isOpen() {
    return phase == Phase.ED || phase == Phase.OBSERVATION || phase == Phase.ADMITTED;
  }

  private boolean isEnded() {
    return phase == Phase.DISCHARGED || phase == Phase.TRANSFERRED || phase == Phase.DIED;
  }

  Encounter encounter(AdtEvent first, Messages messages) {
    return new Encounter(
        first.encounter(),
        first.payer(),
        phase,
        patientClass,
        startedAt,
        endedAt,
        inpatientAt,
        inferredStart,
        disposition,
        diagnosis,
        unit,
        transfers,
        home,
        reasons,
        messages);
  }
}
