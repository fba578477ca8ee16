package io.corridor.notification;

import static io.corridor.common.fixture.IntakeRecords.change;
import static io.corridor.notification.Records.MEMBER;
import static io.corridor.notification.Records.TIN;
import static io.corridor.notification.Records.adt;
import static io.corridor.notification.Records.assignment;
import static io.corridor.notification.Records.called;
import static io.corridor.notification.Records.outreach;
import static io.corridor.notification.Records.terms;
import static io.corridor.notification.Records.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.notification.encounter.Events;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Alert;
import io.corridor.schemas.AlertValue;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.Op;
import io.corridor.schemas.OutreachChange;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.Task;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The service over its topology: real serdes, no broker. Discharges are on Friday 7 March 2025. */
class NotificationStageTest {

  private static final LocalDate DISCHARGED = LocalDate.of(2025, 3, 7);
  private static final String KEY = MEMBER + "|H1|V1";

  private FoldDriver driver;

  @BeforeEach
  void start() {
    driver = new FoldDriver(NotificationStage.load());
    driver.feed(Topics.TERMS, "C1|1", terms("C1", 1, "CONTACT_48H", 7));
    driver.feed(Topics.ASSIGNMENT, MEMBER + "|C1", assignment("C1", TIN, null));
    driver.tick(DISCHARGED, false);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private void feed(AdtEvent event) {
    driver.feed(Topics.ADT, MEMBER + "|H1|" + event.getVisitNumber(), event);
  }

  private void admitted() {
    feed(adt("V1", "A01", "2025-03-04T08:00", PatientClass.INPATIENT));
  }

  private void discharged() {
    feed(adt("V1", "A03", "2025-03-07T10:00", PatientClass.INPATIENT, "01", "d1"));
  }

  private Alert alert() {
    return (Alert) Objects.requireNonNull(driver.current(Topics.ALERT).get(KEY));
  }

  private Task task(String kind) {
    return (Task) Objects.requireNonNull(driver.current(Topics.TASK).get(KEY + '|' + kind));
  }

  private void seen(LocalDate day, ClaimStatus status) {
    driver.feed(Topics.CLAIM, MEMBER + "|P1|c1", change(null, visit("c1", status, day, "99213")));
  }

  @Test
  void oneAlertAnEncounterIsAmendedInPlace() {
    admitted();
    assertThat(alert().getState()).isEqualTo("ADMITTED");
    assertThat(alert().getTin()).isEqualTo(TIN);
    assertThat(alert().getReasons()).containsExactly("ATTRIBUTED", "ADMITTED");
    assertThat(alert().getLateMinutes()).isEqualTo(5);
    assertThat(driver.current(Topics.TASK)).isEmpty();
    discharged();
    assertThat(alert().getState()).isEqualTo("DISCHARGED");
    assertThat(driver.current(Topics.ALERT)).hasSize(1);
    assertThat(driver.log(Topics.ALERT)).hasSize(2);
    assertThat(task("CONTACT").getState()).isEqualTo("OPEN");
    assertThat(task("VISIT").getDueAt()).isEqualTo(Events.at("2025-03-14T23:59:59.999"));
  }

  @Test
  void aDuplicateWritesNothingAndAResendIsCounted() {
    admitted();
    admitted();
    assertThat(driver.log(Topics.ALERT)).hasSize(1);
    feed(adt("V1", "A01", "2025-03-04T08:00", PatientClass.INPATIENT, null, "resent"));
    assertThat(alert().getMessages()).isEqualTo(2);
    assertThat(alert().getState()).isEqualTo("ADMITTED");
  }

  @Test
  void theDischargeMayComeBeforeTheAdmission() {
    discharged();
    assertThat(alert().getInferredStart()).isTrue();
    assertThat(task("CONTACT").getState()).isEqualTo("OPEN");
    admitted();
    assertThat(alert().getInferredStart()).isFalse();
    assertThat(alert().getStartedAt()).isEqualTo(Events.at("2025-03-04T08:00"));
  }

  @Test
  void aCancelledAdmissionIsToldOnceMoreAndEnds() {
    admitted();
    discharged();
    feed(adt("V1", "A11", "2025-03-07T12:00", PatientClass.INPATIENT));
    assertThat(driver.current(Topics.ALERT)).isEmpty();
    assertThat(driver.current(Topics.TASK)).isEmpty();
    AlertValue last = driver.log(Topics.ALERT).getLast();
    assertThat(last.getEnvelope().getOp()).isEqualTo(Op.END);
    assertThat(last.getBody().getState()).isEqualTo("CANCELLED");
    assertThat(driver.log(Topics.TASK).getLast().getBody().getClosedReason())
        .isEqualTo("CANCEL_ADMIT");
    int told = driver.log(Topics.ALERT).size();
    feed(adt("V1", "A08", "2025-03-07T13:00", PatientClass.INPATIENT));
    assertThat(driver.log(Topics.ALERT)).hasSize(told);
  }

  @Test
  void aCancellationThatComesFirstTellsNobody() {
    feed(adt("V1", "A11", "2025-03-07T12:00", PatientClass.INPATIENT));
    admitted();
    assertThat(driver.log(Topics.ALERT)).isEmpty();
  }

  @Test
  void aCancelledDischargeWithdrawsTheTasks() {
    admitted();
    discharged();
    feed(adt("V1", "A13", "2025-03-07T12:00", PatientClass.INPATIENT));
    assertThat(alert().getState()).isEqualTo("ADMITTED");
    assertThat(task("CONTACT").getState()).isEqualTo("CANCELLED");
    assertThat(task("VISIT").getClosedReason()).isEqualTo("CANCEL_DISCHARGE");
  }

  @Test
  void clinicVisitsTellNobody() {
    feed(adt("V1", "A04", "2025-03-07T10:00", PatientClass.OUTPATIENT));
    feed(adt("V1", "A03", "2025-03-07T11:00", PatientClass.OUTPATIENT));
    assertThat(driver.log(Topics.ALERT)).isEmpty();
  }

  @Test
  void treatAndReleaseOwesNothing() {
    feed(adt("V1", "A04", "2025-03-07T10:00", PatientClass.EMERGENCY));
    assertThat(alert().getState()).isEqualTo("ED");
    feed(adt("V1", "A03", "2025-03-07T11:00", PatientClass.EMERGENCY, "01", "d"));
    assertThat(alert().getState()).isEqualTo("DISCHARGED");
    assertThat(driver.current(Topics.TASK)).isEmpty();
  }

  @Test
  void tasksAreMissedByTheBusinessDateAlone() {
    admitted();
    discharged();
    driver.tick(LocalDate.of(2025, 3, 9), false);
    assertThat(task("CONTACT").getState()).isEqualTo("OPEN");
    driver.tick(LocalDate.of(2025, 3, 10), false);
    assertThat(task("CONTACT").getState()).isEqualTo("MISSED");
    assertThat(task("CONTACT").getOnTime()).isFalse();
    assertThat(task("VISIT").getState()).isEqualTo("OPEN");
    driver.tick(LocalDate.of(2025, 4, 1), false);
    assertThat(task("VISIT").getState()).isEqualTo("MISSED");
  }

  @Test
  void aVisitClosesHoweverLateItIsKnownAndAVoidReopens() {
    admitted();
    discharged();
    driver.tick(LocalDate.of(2025, 4, 1), false);
    Claim paid = visit("c1", ClaimStatus.PAID, LocalDate.of(2025, 3, 12), "99495");
    driver.feed(Topics.CLAIM, MEMBER + "|P1|c1", change(null, paid));
    assertThat(task("VISIT").getState()).isEqualTo("DONE");
    assertThat(task("VISIT").getOnTime()).isTrue();
    assertThat(task("VISIT").getDoneCode()).isEqualTo("99495");
    driver.feed(Topics.CLAIM, MEMBER + "|P1|c1", change(paid, null));
    assertThat(task("VISIT").getState()).isEqualTo("MISSED");
  }

  @Test
  void aVisitOpensAgainWhenItsClaimIsReversedInTime() {
    admitted();
    discharged();
    Claim paid = visit("c1", ClaimStatus.PAID, LocalDate.of(2025, 3, 12), "99213");
    driver.feed(Topics.CLAIM, MEMBER + "|P1|c1", change(null, paid));
    driver.feed(
        Topics.CLAIM,
        MEMBER + "|P1|c1",
        change(paid, visit("c1", ClaimStatus.REVERSED, LocalDate.of(2025, 3, 12), "99213")));
    assertThat(task("VISIT").getState()).isEqualTo("OPEN");
    driver.tick(LocalDate.of(2025, 3, 15), false);
    assertThat(task("VISIT").getState()).isEqualTo("MISSED");
  }

  @Test
  void aVisitMayBeKnownBeforeTheDischarge() {
    seen(LocalDate.of(2025, 3, 12), ClaimStatus.PAID);
    admitted();
    discharged();
    assertThat(task("VISIT").getState()).isEqualTo("DONE");
  }

  @Test
  void aContactClosesAndAVoidedOneReopens() {
    admitted();
    discharged();
    driver.feed(
        Topics.OUTREACH, MEMBER + "|o1", called("o1", "V1", "2025-03-07T15:00", "NO_ANSWER"));
    assertThat(task("CONTACT").getAttempts()).isEqualTo(1);
    assertThat(task("CONTACT").getState()).isEqualTo("OPEN");
    driver.feed(Topics.OUTREACH, MEMBER + "|o2", called("o2", "V1", "2025-03-08T15:00", "REACHED"));
    assertThat(task("CONTACT").getState()).isEqualTo("DONE");
    assertThat(task("CONTACT").getDoneBy()).isEqualTo("OUTREACH");
    driver.feed(
        Topics.OUTREACH,
        MEMBER + "|o2",
        new OutreachChange(outreach("o2", "V1", "2025-03-08T15:00", "REACHED"), null));
    assertThat(task("CONTACT").getState()).isEqualTo("OPEN");
  }

  @Test
  void aReadmissionCancelsTheVisitAndItsCancellationBringsItBack() {
    admitted();
    discharged();
    feed(adt("V2", "A01", "2025-03-10T08:00", PatientClass.INPATIENT));
    assertThat(task("VISIT").getClosedReason()).isEqualTo("READMITTED");
    assertThat(task("CONTACT").getState()).isEqualTo("OPEN");
    feed(adt("V2", "A11", "2025-03-10T09:00", PatientClass.INPATIENT));
    assertThat(task("VISIT").getState()).isEqualTo("OPEN");
  }

  @Test
  void withoutAPracticeTheAlertStandsAndNothingIsOwed() {
    driver.feed(Topics.ASSIGNMENT, MEMBER + "|C1", assignment("C1", TIN, LocalDate.of(2025, 2, 1)));
    admitted();
    discharged();
    assertThat(alert().getTin()).isNull();
    assertThat(alert().getReasons()).startsWith("NO_ACCOUNTABLE_PRACTICE");
    assertThat(driver.current(Topics.TASK)).isEmpty();
    driver.feed(Topics.ASSIGNMENT, MEMBER + "|C1", assignment("C1", "222222222", null));
    assertThat(alert().getTin()).isEqualTo("222222222");
    assertThat(task("CONTACT").getTin()).isEqualTo("222222222");
    driver.feed(Topics.ASSIGNMENT, MEMBER + "|C1", assignment("C1", "222222222", null), Op.END);
    assertThat(alert().getTin()).isNull();
    assertThat(driver.current(Topics.TASK)).isEmpty();
  }

  @Test
  void theSmallestContractOfThePayerIsAccountable() {
    driver.feed(Topics.TERMS, "B9|1", terms("B9", 1, "CONTACT_48H", 14));
    driver.feed(Topics.ASSIGNMENT, MEMBER + "|B9", assignment("B9", "333333333", null));
    admitted();
    discharged();
    assertThat(alert().getContract()).isEqualTo("B9");
    assertThat(task("VISIT").getDueAt()).isEqualTo(Events.at("2025-03-21T23:59:59.999"));
  }

  @Test
  void newTermsMoveTheDueClock() {
    admitted();
    discharged();
    driver.feed(Topics.TERMS, "C1|2", terms("C1", 2, "TCM_2_BUSINESS_DAYS", 14));
    assertThat(task("CONTACT").getDueAt()).isEqualTo(Events.at("2025-03-11T23:59:59.999"));
    assertThat(task("CONTACT").getContactTargetAt()).isEqualTo(Events.at("2025-03-09T11:00"));
    driver.tick(LocalDate.of(2025, 3, 15), false);
    assertThat(task("CONTACT").getState()).isEqualTo("MISSED");
    assertThat(task("VISIT").getState()).isEqualTo("OPEN");
  }

  @Test
  @DisplayName("substance use travels in the envelope of alert and task")
  void consentTravels() {
    AdtEvent admit = adt("V1", "A01", "2025-03-04T08:00", PatientClass.INPATIENT);
    feed(AdtEvent.newBuilder(admit).setSensitivity(Sensitivity.SUBSTANCE_USE).build());
    discharged();
    assertThat(driver.log(Topics.ALERT).getLast().getEnvelope().getSensitivity())
        .isEqualTo(Sensitivity.SUBSTANCE_USE);
    assertThat(driver.log(Topics.TASK).getLast().getEnvelope().getSensitivity())
        .isEqualTo(Sensitivity.SUBSTANCE_USE);
  }
}
