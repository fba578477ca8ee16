package io.corridor.portal.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.worklist.ClockStrip.State;
import io.corridor.portal.worklist.Due.Group;
import io.corridor.portal.worklist.Due.Kind;
import io.corridor.portal.worklist.Encounter.Action;
import io.corridor.portal.worklist.Encounter.FollowUp;
import io.corridor.portal.worklist.Encounter.Patient;
import io.corridor.portal.worklist.Encounter.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rows of the prototype, at Tuesday 15 September 2026, 08:42. */
class DueTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final BusinessClock CLOCK =
      new BusinessClock(LocalDate.of(2026, 9, 15), at("2026-09-15T08:42"));

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static Encounter row(
      Encounter.State state, @Nullable FollowUp contact, @Nullable FollowUp visit,
      Action... actions) {
    return new Encounter(
        "ref", new Patient("A B", LocalDate.of(1950, 1, 1), "F", "1", null, null), state,
        "INPATIENT", "St. Brannock", at("2026-09-08T10:00"), at("2026-09-11T14:20"), ZONE, "01",
        "I5022", 2, false, 0, "C", "1", 0, contact, visit, List.of(actions));
  }

  private static FollowUp call(Progress progress, String discharged, String first, String second) {
    return new FollowUp(
        progress, at(discharged), at(second), at(first), at(second), 0,
        progress == Progress.DONE ? at(discharged).plusSeconds(3600) : null, null);
  }

  private static FollowUp visit(Progress progress, String seventh) {
    Instant end = LocalDate.parse(seventh).plusDays(1).atStartOfDay(ZONE).toInstant();
    return new FollowUp(
        progress, at("2026-09-08T12:00"), end, end, end.plusSeconds(7 * 86_400), 0, null, null);
  }

  @Test
  @DisplayName("48 h passed, second business day ends tonight: amber, 15 h left")
  void dueTonight() {
    Encounter row =
        row(
            Encounter.State.DISCHARGED,
            call(Progress.OPEN, "2026-09-11T14:20", "2026-09-13T14:20", "2026-09-16T00:00"),
            visit(Progress.OPEN, "2026-09-18"));
    Due due = Due.of(row, CLOCK);
    assertThat(due.kind()).isEqualTo(Kind.SOON);
    assertThat(due.group()).isEqualTo(Group.TODAY);
    assertThat(due.text()).isEqualTo("15 h left");
    assertThat(due.what()).isEqualTo("Call, 2 business days");
    assertThat(ClockStrip.of(row, CLOCK.now()).stream().map(ClockStrip.Cell::state))
        .containsExactly(State.MISSED, State.NOW, State.TO_COME, State.TO_COME);
  }

  @Test
  @DisplayName("the second clock ended at midnight: red, 8 h over")
  void overdue() {
    Due due =
        Due.of(
            row(
                Encounter.State.DISCHARGED,
                call(Progress.OPEN, "2026-09-10T11:05", "2026-09-12T11:05", "2026-09-15T00:00"),
                null),
            CLOCK);
    assertThat(due.kind()).isEqualTo(Kind.OVER);
    assertThat(due.group()).isEqualTo(Group.OVERDUE);
    assertThat(due.text()).isEqualTo("8 h over");
  }

  @Test
  @DisplayName("a call of tomorrow with less than eight working hours left is amber already")
  void amberByWorkingHours() {
    Due due =
        Due.of(
            row(
                Encounter.State.DISCHARGED,
                call(Progress.OPEN, "2026-09-14T08:00", "2026-09-16T08:00", "2026-09-17T00:00"),
                null),
            CLOCK);
    assertThat(due.kind()).isEqualTo(Kind.SOON);
    assertThat(due.group()).isEqualTo(Group.WEEK);
    assertThat(due.text()).isEqualTo("23 h left");
    assertThat(due.what()).isEqualTo("Call, 48 h after discharge");
  }

  @Test
  @DisplayName("a call with more than eight working hours left is told by its day")
  void later() {
    Due due =
        Due.of(
            row(
                Encounter.State.DISCHARGED,
                call(Progress.OPEN, "2026-09-14T10:45", "2026-09-16T10:45", "2026-09-17T00:00"),
                null),
            CLOCK);
    assertThat(due.kind()).isEqualTo(Kind.LATER);
    assertThat(due.text()).isEqualTo("Wed 16 Sep");
  }

  @Test
  @DisplayName("called, the visit is next; a booked one says so and marks its clocks")
  void visitNext() {
    FollowUp called =
        call(Progress.DONE, "2026-09-10T17:25", "2026-09-12T17:25", "2026-09-15T00:00");
    Encounter open = row(Encounter.State.DISCHARGED, called, visit(Progress.OPEN, "2026-09-17"));
    assertThat(Due.of(open, CLOCK).what()).isEqualTo("Visit, 7 days");
    assertThat(Status.of(open).word()).isEqualTo("Contacted");
    Encounter booked =
        open.withActions(
            List.of(new Action("VISIT", "LOG_CONTACT", "SCHEDULED", "ja", CLOCK.now())));
    assertThat(Due.of(booked, CLOCK).what()).isEqualTo("Visit booked, 7 days");
    assertThat(Status.of(booked).word()).isEqualTo("Scheduled");
    assertThat(ClockStrip.of(booked, CLOCK.now()).get(2).state()).isEqualTo(State.BOOKED);
  }

  @Test
  @DisplayName("a visit a day late is told in days")
  void visitOver() {
    FollowUp called =
        call(Progress.DONE, "2026-09-07T12:00", "2026-09-09T12:00", "2026-09-10T00:00");
    Due due =
        Due.of(
            row(Encounter.State.DISCHARGED, called, visit(Progress.OPEN, "2026-09-13")), CLOCK);
    assertThat(due.text()).isEqualTo("1 day over");
  }

  @Test
  @DisplayName("still there: clocks start at discharge; withdrawn: no action")
  void noClock() {
    Due watching = Due.of(row(Encounter.State.ED, null, null), CLOCK);
    assertThat(watching.group()).isEqualTo(Group.WATCHING);
    Due gone = Due.of(row(Encounter.State.CANCELLED, null, null), CLOCK);
    assertThat(gone.kind()).isEqualTo(Kind.NONE);
    assertThat(gone.what()).isEqualTo("Withdrawn by the hospital");
    assertThat(Status.of(row(Encounter.State.CANCELLED, null, null)).word())
        .isEqualTo("Cancelled");
  }

  @Test
  @DisplayName("a missed call stays in sight for thirty days, then no longer")
  void missed() {
    FollowUp recent =
        call(Progress.MISSED, "2026-08-20T10:00", "2026-08-22T10:00", "2026-08-25T00:00");
    assertThat(Due.of(row(Encounter.State.DISCHARGED, recent, null), CLOCK).group())
        .isEqualTo(Group.OVERDUE);
    FollowUp old =
        call(Progress.MISSED, "2026-08-10T10:00", "2026-08-12T10:00", "2026-08-13T00:00");
    assertThat(Due.of(row(Encounter.State.DISCHARGED, old, null), CLOCK).group())
        .isEqualTo(Group.CLOSED);
  }

  @Test
  @DisplayName("nights and weekends are no working time")
  void workingTime() {
    assertThat(
            WorkingTime.minutes(at("2026-09-11T16:00"), at("2026-09-14T10:00"), ZONE, 10_000))
        .isEqualTo(120);
    assertThat(WorkingTime.minutes(at("2026-09-12T08:00"), at("2026-09-13T20:00"), ZONE, 10_000))
        .isZero();
    assertThat(WorkingTime.minutes(at("2026-09-14T00:00"), at("2026-12-14T00:00"), ZONE, 481))
        .isEqualTo(481);
  }

  @Test
  @DisplayName("attempts, owner and outcome make the status word")
  void status() {
    FollowUp open =
        call(Progress.OPEN, "2026-09-14T10:45", "2026-09-16T10:45", "2026-09-17T00:00");
    Encounter row = row(Encounter.State.DISCHARGED, open, null);
    assertThat(Status.of(row).word()).isEqualTo("New");
    Action take = new Action("CONTACT", "ASSIGN", null, "ja", CLOCK.now());
    assertThat(Status.of(row.withActions(List.of(take))).word()).isEqualTo("Assigned");
    Action message = new Action("CONTACT", "LOG_CONTACT", "LEFT_MESSAGE", "ja", CLOCK.now());
    assertThat(Status.of(row.withActions(List.of(take, message))).word()).isEqualTo("Attempt 1");
    assertThat(row.withActions(List.of(take)).owner()).contains("ja");
  }
}
