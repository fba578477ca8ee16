package io.corridor.notification.task;

import static io.corridor.notification.encounter.Events.at;
import static io.corridor.notification.encounter.Events.discharge;
import static io.corridor.notification.encounter.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract.FollowUp;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.time.BusinessDays;
import io.corridor.notification.encounter.Dispositions;
import io.corridor.notification.encounter.Encounter;
import io.corridor.notification.encounter.Encounter.Withdrawal;
import io.corridor.notification.encounter.EncounterId;
import io.corridor.notification.encounter.EncounterRules;
import io.corridor.notification.encounter.Events;
import io.corridor.notification.encounter.PatientClass;
import io.corridor.notification.task.FollowUpTask.Cancelled;
import io.corridor.notification.task.FollowUpTask.Done;
import io.corridor.notification.task.FollowUpTask.Missed;
import io.corridor.notification.task.FollowUpTask.Open;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Discharged home on Friday 7 March 2025 at 10:00 in New York; summer time begins on the 9th. */
class TaskRulesTest {

  private static final EncounterRules ENCOUNTERS = new EncounterRules(Dispositions.load());
  private static final EncounterId NEXT = new EncounterId("H2", "V9");
  private static final FollowUp SEVEN = new FollowUp(false, 7, Events.ZONE);
  private static final FollowUp FOURTEEN = new FollowUp(true, 14, Events.ZONE);
  private static final Encounter HOME =
      ENCOUNTERS.of(
          List.of(
              event("A01", "2025-03-04T08:00", PatientClass.INPATIENT),
              discharge("2025-03-07T10:00", PatientClass.INPATIENT, "01")));

  private static List<FollowUpTask> tasks(
      FollowUp terms, MemoryRows rows, @Nullable LocalDate today, Encounter... others) {
    return TaskRules.of(HOME, terms, rows, List.of(others), today);
  }

  private static FollowUpTask contact(MemoryRows rows, @Nullable LocalDate today) {
    return tasks(SEVEN, rows, today).get(0);
  }

  private static FollowUpTask visit(
      MemoryRows rows, @Nullable LocalDate today, Encounter... others) {
    return tasks(SEVEN, rows, today, others).get(1);
  }

  private static MemoryRows rows(Fact... facts) {
    return new MemoryRows().add(List.of(facts));
  }

  private static Fact seen(String day) {
    return Fact.of("visit|" + day + "|99213");
  }

  private static Fact outreach(@Nullable EncounterId encounter, String at, String outcome) {
    return new Outreach(encounter, at(at), "CALL", outcome, "o-" + at).fact();
  }

  private static Encounter admitted(String at) {
    return ENCOUNTERS.of(List.of(event(NEXT, "A01", at, PatientClass.INPATIENT, null)));
  }

  private static LocalDate march(int day) {
    return LocalDate.of(2025, 3, day);
  }

  @Test
  @DisplayName("both clocks of each task are shown and the contract names the one that is due")
  void clocks() {
    FollowUpTask.Clocks contact = contact(rows(), null).clocks();
    assertThat(contact.contactTarget()).isEqualTo(at("2025-03-09T11:00"));
    assertThat(contact.tcmDeadline()).isEqualTo(at("2025-03-11T23:59:59.999"));
    assertThat(contact.dueAt()).isEqualTo(at("2025-03-09T11:00"));
    assertThat(tasks(FOURTEEN, rows(), null).get(0).clocks().dueAt())
        .isEqualTo(at("2025-03-11T23:59:59.999"));
    FollowUpTask.Clocks visit = visit(rows(), null).clocks();
    assertThat(visit.visitDueOn7()).isEqualTo(march(14));
    assertThat(visit.visitDueOn14()).isEqualTo(march(21));
    assertThat(visit.dueAt()).isEqualTo(at("2025-03-14T23:59:59.999"));
    assertThat(tasks(FOURTEEN, rows(), null).get(1).clocks().dueOn()).isEqualTo(march(21));
  }

  @ParameterizedTest
  @DisplayName("the second business day after the discharge day, weekends left out")
  @CsvSource({
    "2025-03-03,2025-03-05", "2025-03-05,2025-03-07", "2025-03-06,2025-03-10",
    "2025-03-07,2025-03-11", "2025-03-08,2025-03-11", "2025-03-09,2025-03-11"
  })
  void businessDays(LocalDate discharged, LocalDate deadline) {
    assertThat(BusinessDays.after(discharged, 2)).isEqualTo(deadline);
  }

  @Test
  void nothingIsMissedBeforeTheFirstBusinessDate() {
    assertThat(contact(rows(), null).result()).isEqualTo(new Open());
  }

  @Test
  void aContactIsMissedTheDayAfterItWasDue() {
    assertThat(contact(rows(), march(9)).result()).isEqualTo(new Open());
    assertThat(contact(rows(), march(10)).result()).isEqualTo(new Missed());
  }

  @Test
  void aVisitIsMissedTheDayAfterItWasDue() {
    assertThat(visit(rows(), march(14)).result()).isEqualTo(new Open());
    assertThat(visit(rows(), march(15)).result()).isEqualTo(new Missed());
    assertThat(tasks(FOURTEEN, rows(), march(21)).get(1).result()).isEqualTo(new Open());
    assertThat(tasks(FOURTEEN, rows(), march(22)).get(1).result()).isEqualTo(new Missed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"REACHED", "SCHEDULED"})
  void aContactClosesTheContactTask(String outcome) {
    FollowUpTask task =
        contact(rows(outreach(Events.VISIT, "2025-03-08T09:00", outcome)), march(20));
    assertThat(task.result())
        .isEqualTo(new Done(at("2025-03-08T09:00"), "OUTREACH", outcome, true));
    assertThat(task.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_ANSWER", "LEFT_MESSAGE", "DECLINED"})
  void anAttemptIsCountedAndClosesNothing(String outcome) {
    FollowUpTask task =
        contact(rows(outreach(Events.VISIT, "2025-03-08T09:00", outcome)), march(8));
    assertThat(task.result()).isEqualTo(new Open());
    assertThat(task.attempts()).isEqualTo(1);
  }

  @Test
  void aLateContactIsDoneButNotOnTime() {
    FollowUpTask task =
        contact(rows(outreach(Events.VISIT, "2025-03-09T11:01", "REACHED")), march(20));
    assertThat(task.result())
        .isEqualTo(new Done(at("2025-03-09T11:01"), "OUTREACH", "REACHED", false));
  }

  @Test
  void aContactNamingNoEncounterCountsAndOneNamingAnotherDoesNot() {
    assertThat(contact(rows(outreach(null, "2025-03-08T09:00", "REACHED")), march(8)).result())
        .isInstanceOf(Done.class);
    FollowUpTask other = contact(rows(outreach(NEXT, "2025-03-08T09:00", "REACHED")), march(8));
    assertThat(other.result()).isEqualTo(new Open());
    assertThat(other.attempts()).isZero();
  }

  @Test
  void aContactBeforeTheDischargeOrAfterThirtyDaysDoesNotCount() {
    assertThat(
            contact(rows(outreach(Events.VISIT, "2025-03-07T09:59", "REACHED")), march(8)).result())
        .isEqualTo(new Open());
    assertThat(
            contact(rows(outreach(Events.VISIT, "2025-04-06T11:01", "REACHED")), march(8)).result())
        .isEqualTo(new Open());
  }

  @ParameterizedTest
  @DisplayName("a visit counts on days 1 to 14, on time through the due day")
  @CsvSource({
    "2025-03-07,false,false", "2025-03-08,true,true", "2025-03-14,true,true",
    "2025-03-15,true,false", "2025-03-21,true,false", "2025-03-22,false,false"
  })
  void visitDays(LocalDate day, boolean counts, boolean onTime) {
    FollowUpTask.Result result = visit(rows(seen(day.toString())), march(8)).result();
    assertThat(result instanceof Done).isEqualTo(counts);
    if (result instanceof Done done) {
      assertThat(done.onTime()).isEqualTo(onTime);
      assertThat(done.by()).isEqualTo("CLAIM");
      assertThat(done.code()).isEqualTo("99213");
      assertThat(done.at()).isEqualTo(at(day + "T00:00"));
    }
  }

  @Test
  void theFirstVisitCounts() {
    Done done = (Done) visit(rows(seen("2025-03-20"), seen("2025-03-12")), march(30)).result();
    assertThat(done.at()).isEqualTo(at("2025-03-12T00:00"));
  }

  @Test
  void aReversedVisitReopens() {
    MemoryRows rows = rows(seen("2025-03-10"));
    rows.subtract(List.of(seen("2025-03-10")));
    assertThat(visit(rows, march(12)).result()).isEqualTo(new Open());
    assertThat(visit(rows, march(15)).result()).isEqualTo(new Missed());
  }

  @Test
  void aVisitNotedByTheCareTeamClosesBoth() {
    Fact note = new Outreach(Events.VISIT, at("2025-03-08T09:00"), "VISIT", "REACHED", "o1").fact();
    List<FollowUpTask> tasks = tasks(SEVEN, rows(note), march(8));
    assertThat(tasks).allMatch(task -> task.result() instanceof Done);
  }

  @Test
  void aCallDoesNotCloseTheVisit() {
    assertThat(
            visit(rows(outreach(Events.VISIT, "2025-03-08T09:00", "REACHED")), march(8)).result())
        .isEqualTo(new Open());
  }

  @Test
  void aReadmissionBeforeTheDueDayCancelsTheVisitOnly() {
    Encounter next = admitted("2025-03-12T03:00");
    assertThat(visit(rows(), march(20), next).result())
        .isEqualTo(new Cancelled(Withdrawal.READMITTED));
    assertThat(tasks(SEVEN, rows(), march(20), next).get(0).result()).isEqualTo(new Missed());
  }

  @Test
  void aReadmissionAfterTheDueDayOrAfterTheVisitChangesNothing() {
    assertThat(visit(rows(), march(20), admitted("2025-03-15T00:00")).result())
        .isEqualTo(new Missed());
    assertThat(visit(rows(seen("2025-03-12")), march(20), admitted("2025-03-12T03:00")).result())
        .isInstanceOf(Done.class);
    assertThat(visit(rows(seen("2025-03-13")), march(20), admitted("2025-03-12T03:00")).result())
        .isEqualTo(new Cancelled(Withdrawal.READMITTED));
  }

  @ParameterizedTest
  @DisplayName("what happens after the minute of the due time, that day too, leaves a task missed")
  @CsvSource({
    "2025-03-09T11:00, CANCELLED, CANCELLED",
    "2025-03-09T11:11, MISSED, CANCELLED",
    "2025-03-14T23:59, MISSED, CANCELLED"
  })
  void aReadmissionAfterTheDueTimeCancelsNothing(String at, String contact, String visit) {
    assertThat(tasks(SEVEN, rows(), march(20), admitted(at)))
        .extracting(FollowUpTask::result)
        .containsExactly(ended(contact), ended(visit));
  }

  private static FollowUpTask.Result ended(String state) {
    return state.equals("MISSED") ? new Missed() : new Cancelled(Withdrawal.READMITTED);
  }

  @Test
  void aDeathAfterTheContactWasDueLeavesItMissed() {
    Encounter died =
        ENCOUNTERS.of(
            List.of(
                event(NEXT, "A04", "2025-03-09T10:30", PatientClass.EMERGENCY, null),
                event(NEXT, "A03", "2025-03-09T11:11", PatientClass.EMERGENCY, "20")));
    assertThat(tasks(SEVEN, rows(), march(20), died))
        .extracting(FollowUpTask::result)
        .containsExactly(new Missed(), new Cancelled(Withdrawal.DIED));
  }

  @Test
  void anEmergencyVisitIsNoReadmission() {
    Encounter ed =
        ENCOUNTERS.of(
            List.of(event(NEXT, "A04", "2025-03-12T03:00", PatientClass.EMERGENCY, null)));
    assertThat(visit(rows(), march(12), ed).result()).isEqualTo(new Open());
  }

  @Test
  void deathCancelsBoth() {
    Encounter died =
        ENCOUNTERS.of(
            List.of(
                event(NEXT, "A04", "2025-03-08T03:00", PatientClass.EMERGENCY, null),
                event(NEXT, "A03", "2025-03-08T05:00", PatientClass.EMERGENCY, "20")));
    assertThat(tasks(SEVEN, rows(), march(20), died))
        .allMatch(task -> task.result().equals(new Cancelled(Withdrawal.DIED)));
  }

  @Test
  void aCancelledDischargeCancelsBothWhateverWasDone() {
    Encounter reopened =
        ENCOUNTERS.of(
            List.of(
                event("A01", "2025-03-04T08:00", PatientClass.INPATIENT),
                discharge("2025-03-07T10:00", PatientClass.INPATIENT, "01"),
                event("A13", "2025-03-08T12:00", PatientClass.INPATIENT)));
    assertThat(
            TaskRules.of(
                reopened,
                SEVEN,
                rows(outreach(Events.VISIT, "2025-03-08T09:00", "REACHED")),
                List.of(),
                march(20)))
        .allMatch(task -> task.result().equals(new Cancelled(Withdrawal.CANCEL_DISCHARGE)));
  }

  @Test
  void aStayThatEndedElsewhereOwesNothing() {
    Encounter elsewhere =
        ENCOUNTERS.of(
            List.of(
                event("A01", "2025-03-04T08:00", PatientClass.INPATIENT),
                discharge("2025-03-07T10:00", PatientClass.INPATIENT, "03")));
    assertThat(TaskRules.of(elsewhere, SEVEN, rows(), List.of(), march(8))).isEmpty();
  }
}
