package io.corridor.notification.encounter;

import static io.corridor.notification.encounter.Events.at;
import static io.corridor.notification.encounter.Events.discharge;
import static io.corridor.notification.encounter.Events.event;
import static io.corridor.notification.encounter.Events.resent;
import static io.corridor.notification.encounter.Events.with;
import static io.corridor.notification.encounter.PatientClass.EMERGENCY;
import static io.corridor.notification.encounter.PatientClass.INPATIENT;
import static io.corridor.notification.encounter.PatientClass.OBSERVATION;
import static io.corridor.notification.encounter.PatientClass.OUTPATIENT;
import static io.corridor.notification.encounter.PatientClass.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.notification.encounter.Encounter.HomeDischarge;
import io.corridor.notification.encounter.Encounter.Phase;
import io.corridor.notification.encounter.Encounter.Reason;
import io.corridor.notification.encounter.Encounter.Withdrawal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision table of events, one test a row (docs/notification.md). */
class EncounterRulesTest {

  private static final EncounterRules RULES = new EncounterRules(Dispositions.load());
  private static final String T0 = "2025-03-07T08:00";
  private static final String T1 = "2025-03-07T12:00";
  private static final String T2 = "2025-03-08T09:00";
  private static final String T3 = "2025-03-10T15:30";
  private static final String T4 = "2025-03-11T10:00";

  private static Encounter of(AdtEvent... events) {
    return RULES.of(List.of(events));
  }

  @Test
  void registeringInTheEmergencyDepartmentIsAnArrival() {
    Encounter encounter = of(event("A04", T0, EMERGENCY));
    assertThat(encounter.phase()).isEqualTo(Phase.ED);
    assertThat(encounter.startedAt()).isEqualTo(at(T0));
    assertThat(encounter.reasons()).containsExactly(Reason.ARRIVED);
  }

  @ParameterizedTest
  @CsvSource({
    "A04,OUTPATIENT",
    "A04,UNKNOWN",
    "A01,OUTPATIENT",
    "A03,OUTPATIENT",
    "A08,INPATIENT",
    "A02,INPATIENT",
    "A11,INPATIENT",
    "A12,INPATIENT",
    "A13,INPATIENT",
    "A05,INPATIENT"
  })
  @DisplayName("clinic visits, and updates or cancellations of nothing, tell nobody anything")
  void untold(String trigger, PatientClass patientClass) {
    assertThat(of(event(trigger, T0, patientClass)).isTold()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "A01,INPATIENT,ADMITTED,ADMITTED",
    "A01,OBSERVATION,OBSERVATION,ADMITTED",
    "A01,EMERGENCY,ED,ARRIVED",
    "A01,UNKNOWN,ADMITTED,ADMITTED",
    "A04,OBSERVATION,OBSERVATION,ADMITTED",
    "A04,INPATIENT,ADMITTED,ADMITTED",
    "A06,INPATIENT,ADMITTED,ADMITTED",
    "A06,OBSERVATION,OBSERVATION,ADMITTED",
    "A06,OUTPATIENT,ADMITTED,ADMITTED"
  })
  void starts(String trigger, PatientClass patientClass, Phase phase, Reason reason) {
    Encounter encounter = of(event(trigger, T0, patientClass));
    assertThat(encounter.phase()).isEqualTo(phase);
    assertThat(encounter.reasons()).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "A04,EMERGENCY,A06,INPATIENT,ADMITTED",
    "A04,EMERGENCY,A01,INPATIENT,ADMITTED",
    "A04,EMERGENCY,A08,OBSERVATION,OBSERVATION",
    "A01,OBSERVATION,A08,INPATIENT,ADMITTED",
    "A01,INPATIENT,A08,OBSERVATION,OBSERVATION"
  })
  void changesOfClassMoveTheEncounter(
      String first, PatientClass from, String second, PatientClass to, Phase phase) {
    Encounter encounter = of(event(first, T0, from), event(second, T1, to));
    assertThat(encounter.phase()).isEqualTo(phase);
    assertThat(encounter.patientClass()).isEqualTo(to);
    assertThat(encounter.startedAt()).isEqualTo(at(T0));
    assertThat(encounter.reasons()).contains(Reason.CLASS_CHANGED);
    assertThat(encounter.inpatientAt()).isEqualTo(to == INPATIENT ? at(T1) : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMERGENCY", "OUTPATIENT", "UNKNOWN", "INPATIENT"})
  void anAdmittedPatientNeverGoesBackToTheEmergencyDepartment(PatientClass patientClass) {
    Encounter encounter = of(event("A01", T0, INPATIENT), event("A08", T1, patientClass));
    assertThat(encounter.phase()).isEqualTo(Phase.ADMITTED);
    assertThat(encounter.reasons()).containsExactly(Reason.ADMITTED);
  }

  @Test
  void aTransferIsHistoryAndMovesTheWard() {
    Encounter encounter =
        of(
            with(event("A01", T0, INPATIENT), "4W", null, Consent.NORMAL),
            with(event("A02", T1, INPATIENT), "ICU", null, Consent.NORMAL),
            resent(event("A02", T1, INPATIENT), "again"));
    assertThat(encounter.phase()).isEqualTo(Phase.ADMITTED);
    assertThat(encounter.transfers()).isEqualTo(1);
    assertThat(encounter.unit()).isEqualTo("ICU");
    assertThat(encounter.reasons()).containsExactly(Reason.ADMITTED);
  }

  @Test
  void aCancelledTransferGoesBackToTheWardBefore() {
    Encounter encounter =
        of(
            with(event("A01", T0, INPATIENT), "4W", null, Consent.NORMAL),
            with(event("A02", T1, INPATIENT), "ICU", null, Consent.NORMAL),
            event("A12", T2, INPATIENT));
    assertThat(encounter.transfers()).isZero();
    assertThat(encounter.unit()).isEqualTo("4W");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "01,DISCHARGED,true", "06,DISCHARGED,true", "81,DISCHARGED,true", "86,DISCHARGED,true",
        "-,DISCHARGED,true", "03,DISCHARGED,false", "07,DISCHARGED,false", "50,DISCHARGED,false",
        "02,TRANSFERRED,false", "65,TRANSFERRED,false", "20,DIED,false", "40,DIED,false",
        "41,DIED,false", "42,DIED,false"
      },
      nullValues = "-")
  void aDischargeGoesWhereItsStatusSays(String status, Phase phase, boolean home) {
    Encounter encounter = of(event("A01", T0, INPATIENT), discharge(T3, INPATIENT, status));
    assertThat(encounter.phase()).isEqualTo(phase);
    assertThat(encounter.endedAt()).isEqualTo(at(T3));
    assertThat(encounter.home()).isEqualTo(home ? new HomeDischarge(at(T3), null) : null);
  }

  @Test
  void treatAndReleaseIsNoStay() {
    Encounter encounter = of(event("A04", T0, EMERGENCY), discharge(T1, EMERGENCY, "01"));
    assertThat(encounter.phase()).isEqualTo(Phase.DISCHARGED);
    assertThat(encounter.home()).isNull();
  }

  @Test
  void anObservationStayIsFollowedUp() {
    Encounter encounter = of(event("A04", T0, OBSERVATION), discharge(T2, OBSERVATION, "01"));
    assertThat(encounter.home()).isEqualTo(new HomeDischarge(at(T2), null));
  }

  @Test
  void aDischargeWithoutAnAdmissionInfersTheEncounter() {
    Encounter encounter = of(discharge(T3, INPATIENT, "01"));
    assertThat(encounter.inferredStart()).isTrue();
    assertThat(encounter.startedAt()).isNull();
    assertThat(encounter.phase()).isEqualTo(Phase.DISCHARGED);
    assertThat(encounter.home()).isNotNull();
  }

  @Test
  void theAdmissionThatArrivesLateFillsTheStartIn() {
    AdtEvent late = event("A01", T0, INPATIENT);
    assertThat(RULES.of(List.of(discharge(T3, INPATIENT, "01"), late)))
        .isEqualTo(of(late, discharge(T3, INPATIENT, "01")));
  }

  @Test
  void aRepeatedDischargeKeepsItsTimeAndUpdatesWhatIsKnown() {
    Encounter encounter =
        of(
            event("A01", T0, INPATIENT),
            discharge(T3, INPATIENT, null),
            with(discharge(T4, INPATIENT, "01"), null, "I509", Consent.NORMAL));
    assertThat(encounter.endedAt()).isEqualTo(at(T3));
    assertThat(encounter.diagnosis()).isEqualTo("I509");
    assertThat(encounter.disposition()).isEqualTo("01");
  }

  @Test
  void aCorrectedStatusWithdrawsTheFollowUp() {
    Encounter elsewhere =
        of(
            event("A01", T0, INPATIENT),
            discharge(T3, INPATIENT, "01"),
            event(Events.VISIT, "A08", T4, INPATIENT, "03"));
    assertThat(elsewhere.home()).isEqualTo(new HomeDischarge(at(T3), Withdrawal.DISPOSITION));
    Encounter died =
        of(
            event("A01", T0, INPATIENT),
            discharge(T3, INPATIENT, "01"),
            discharge(T4, INPATIENT, "20"));
    assertThat(died.phase()).isEqualTo(Phase.DIED);
    assertThat(died.home()).isEqualTo(new HomeDischarge(at(T3), Withdrawal.DIED));
  }

  @Test
  void aClassCorrectedAfterTheDischargeCountsFromTheStart() {
    Encounter encounter =
        of(
            event("A01", T0, OBSERVATION),
            discharge(T3, OBSERVATION, "01"),
            event("A08", T4, INPATIENT));
    assertThat(encounter.phase()).isEqualTo(Phase.DISCHARGED);
    assertThat(encounter.inpatientAt()).isEqualTo(at(T0));
  }

  @Test
  void aCancelledAdmissionTakesTheEncounterBack() {
    Encounter encounter =
        of(
            event("A01", T0, INPATIENT),
            discharge(T3, INPATIENT, "01"),
            event("A11", T4, INPATIENT));
    assertThat(encounter.phase()).isEqualTo(Phase.CANCELLED);
    assertThat(encounter.inpatientAt()).isNull();
    assertThat(encounter.home()).isEqualTo(new HomeDischarge(at(T3), Withdrawal.CANCEL_ADMIT));
    assertThat(encounter.reasons())
        .containsExactly(Reason.ADMITTED, Reason.DISCHARGED, Reason.CANCEL_ADMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A02", "A03", "A08", "A11", "A12", "A13"})
  void nothingButANewStartFollowsACancelledAdmission(String trigger) {
    Encounter encounter =
        of(event("A01", T0, INPATIENT), event("A11", T1, INPATIENT), event(trigger, T2, INPATIENT));
    assertThat(encounter.phase()).isEqualTo(Phase.CANCELLED);
  }

  @Test
  void anAdmissionAfterItsCancellationStartsAgain() {
    Encounter encounter =
        of(event("A01", T0, INPATIENT), event("A11", T1, INPATIENT), event("A01", T2, OBSERVATION));
    assertThat(encounter.phase()).isEqualTo(Phase.OBSERVATION);
    assertThat(encounter.startedAt()).isEqualTo(at(T2));
  }

  @Test
  void aCancelledDischargeReopens() {
    Encounter encounter =
        of(
            event("A01", T0, INPATIENT),
            discharge(T3, INPATIENT, "01"),
            event("A13", T4, INPATIENT));
    assertThat(encounter.phase()).isEqualTo(Phase.ADMITTED);
    assertThat(encounter.endedAt()).isNull();
    assertThat(encounter.disposition()).isNull();
    assertThat(encounter.home()).isEqualTo(new HomeDischarge(at(T3), Withdrawal.CANCEL_DISCHARGE));
  }

  @Test
  void aDischargeAfterACancelledOneOpensTheFollowUpAgain() {
    Encounter encounter =
        of(
            event("A01", T0, INPATIENT),
            discharge(T2, INPATIENT, "01"),
            event("A13", T3, INPATIENT),
            discharge(T4, INPATIENT, "06"));
    assertThat(encounter.home()).isEqualTo(new HomeDischarge(at(T4), null));
  }

  @Test
  void aStartAfterTheDischargeReopensTheVisit() {
    Encounter encounter =
        of(
            event("A01", T0, OBSERVATION),
            discharge(T2, OBSERVATION, "01"),
            event("A01", T3, INPATIENT));
    assertThat(encounter.phase()).isEqualTo(Phase.ADMITTED);
    assertThat(encounter.startedAt()).isEqualTo(at(T0));
    assertThat(encounter.inpatientAt()).isEqualTo(at(T3));
    assertThat(encounter.home()).isEqualTo(new HomeDischarge(at(T2), Withdrawal.READMITTED));
  }

  @Test
  void messagesAreCountedOnceAndTheFirstReceiptTellsTheDelay() {
    AdtEvent admit = event("A01", T0, INPATIENT);
    Encounter encounter =
        of(
            admit,
            resent(admit, "other id"),
            event("A08", T1, INPATIENT),
            event("Z99", T2, UNKNOWN));
    assertThat(encounter.facts().count()).isEqualTo(4);
    assertThat(encounter.facts().lateMinutes()).isEqualTo(2);
    assertThat(RULES.of(List.of(admit, admit)).facts().count()).isEqualTo(1);
  }

  @Test
  void theMostRestrictedConsentClassTravels() {
    Encounter encounter =
        of(
            with(event("A01", T0, INPATIENT), null, null, Consent.SUBSTANCE_USE),
            event("A08", T1, INPATIENT));
    assertThat(encounter.facts().consent()).isEqualTo(Consent.SUBSTANCE_USE);
  }

  @Test
  void theFirstDayIsTheFacilitysDay() {
    assertThat(of(event("A04", "2025-03-07T23:30", EMERGENCY)).facts().firstDay())
        .isEqualTo(java.time.LocalDate.of(2025, 3, 7));
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43})
  @DisplayName("L1: any order and any duplication of the messages gives the same encounter")
  void orderFree(long seed) {
    Random random = new Random(seed);
    String[] triggers = {"A01", "A02", "A03", "A04", "A06", "A08", "A11", "A12", "A13"};
    String[] statuses = {"01", "03", "20", "02", ""};
    for (int round = 0; round < 300; round++) {
      List<AdtEvent> events = new ArrayList<>();
      int size = 1 + random.nextInt(8);
      for (int i = 0; i < size; i++) {
        String minute = String.format("2025-03-07T%02d:%02d", random.nextInt(3), random.nextInt(3));
        String trigger = triggers[random.nextInt(triggers.length)];
        PatientClass patientClass = PatientClass.values()[random.nextInt(5)];
        String status = statuses[random.nextInt(statuses.length)];
        events.add(
            event(
                Events.VISIT,
                trigger,
                minute,
                patientClass,
                trigger.equals("A03") && !status.isEmpty() ? status : null));
      }
      Encounter expected = RULES.of(events);
      List<AdtEvent> disordered = new ArrayList<>(events);
      disordered.add(events.get(random.nextInt(size)));
      Collections.shuffle(disordered, random);
      assertThat(RULES.of(disordered)).as("seed %d", seed).isEqualTo(expected);
      assertThat(expected.endedAt() != null)
          .as("seed %d", seed)
          .isEqualTo(
              expected.phase() == Phase.DISCHARGED
                  || expected.phase() == Phase.TRANSFERRED
                  || expected.phase() == Phase.DIED);
      assertThat(expected.patientClass() == OUTPATIENT && expected.isTold()).isFalse();
    }
  }
}
