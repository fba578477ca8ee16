package io.corridor.portal.worklist;

import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.Format;
import io.corridor.portal.worklist.Encounter.FollowUp;
import io.corridor.portal.worklist.Encounter.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The due badge of a row and the group it stands in. The badge names the nearest open clock; amber
 * starts when eight working hours are left, red at the due time.
 *
 * @param kind shape and colour
 * @param group place in the list
 * @param text what the badge says, for example {@code 9 h over}
 * @param what which clock, for example {@code Call, 2 business days}
 * @param at end of that clock, if there is one
 */
public record Due(Kind kind, Group group, String text, String what, @Nullable Instant at) {

  /** Shape and colour of a badge; names are the stylesheet's. */
  public enum Kind {
    /** Overdue: solid red, triangle. */
    OVER("over"),
    /** Due soon: amber, diamond. */
    SOON("soon"),
    /** Later: outline, circle. */
    LATER("later"),
    /** Done: tick. */
    DONE("done"),
    /** No action: dashed. */
    NONE("none");

    private final String css;

    Kind(String css) {
      this.css = css;
    }

    /** Class of the stylesheet. */
    public String css() {
      return css;
    }
  }

  /** Groups of the list, in its order. */
  public enum Group {
    /** Past its clock. */
    OVERDUE("Overdue"),
    /** Due on the business day. */
    TODAY("Due today"),
    /** Due within seven days. */
    WEEK("This week"),
    /** Due later. */
    LATER("Later"),
    /** Still at the facility: clocks start at discharge. */
    WATCHING("In hospital now"),
    /** Withdrawn or done: counted, and to be opened. */
    CLOSED("Closed");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** Heading. */
    public String title() {
      return title;
    }
  }

  private static final long AMBER_MINUTES = Duration.ofHours(8).toMinutes();
  private static final Duration DAYS_FROM = Duration.ofHours(48);

  /** A follow-up missed is kept in sight for the thirty days of transitional care. */
  static final Duration MISSED_IN_SIGHT = Duration.ofDays(30);

  /** Judges a row. */
  public static Due of(Encounter row, BusinessClock clock) {
    if (row.state() == Encounter.State.CANCELLED) {
      return closed("Withdrawn by the hospital");
    }
    FollowUp contact = row.contact();
    FollowUp visit = row.visit();
    if (contact != null
        && !row.reached()
        && (contact.open() || missedInSight(contact, clock))) {
      return judged(
          contact,
          contact.open() ? nearest(contact, clock.now()) : contact.dueAt(),
          callWords(contact, clock.now()),
          row.zone(),
          clock,
          false);
    }
    if (visit != null && (visit.open() || missedInSight(visit, clock))) {
      return judged(visit, visit.dueAt(), visitWords(row, visit), row.zone(), clock, true);
    }
    if (row.inHospital()) {
      return new Due(
          Kind.NONE, Group.WATCHING, "Not due yet", "Clocks start at discharge", null);
    }
    boolean done =
        (contact != null && (contact.progress() == Progress.DONE || row.reached()))
            || (visit != null && visit.progress() == Progress.DONE);
    return done
        ? new Due(Kind.DONE, Group.CLOSED, "Done", "Followed up", null)
        : closed(contact == null && visit == null ? "No follow-up is owed" : "Task closed");
  }

  private static Due closed(String why) {
    return new Due(Kind.NONE, Group.CLOSED, "No action", why, null);
  }

  private static boolean missedInSight(FollowUp task, BusinessClock clock) {
    return task.progress() == Progress.MISSED
        && task.openedAt().plus(MISSED_IN_SIGHT).isAfter(clock.now());
  }

  /** The first clock while it runs, then the one that the contract calls due. */
  private static Instant nearest(FollowUp task, Instant now) {
    Instant first = task.firstClock();
    return first != null && first.isAfter(now) && first.isBefore(task.dueAt())
        ? first
        : task.dueAt();
  }

  private static String callWords(FollowUp task, Instant now) {
    Instant nearest = nearest(task, now);
    return nearest.equals(task.firstClock())
        ? "Call, 48 h after discharge"
        : "Call, 2 business days";
  }

  private static String visitWords(Encounter row, FollowUp visit) {
    Instant second = visit.secondClock();
    boolean fourteen = second != null && !visit.dueAt().isBefore(second);
    String clock = fourteen ? "14 days" : "7 days";
    boolean booked =
        row.lastContact("VISIT").map(Encounter.Action::outcome).orElse("").equals("SCHEDULED");
    return booked ? "Visit booked, " + clock : "Visit, " + clock;
  }

  private static Due judged(
      FollowUp task,
      Instant dueAt,
      String what,
      ZoneId zone,
      BusinessClock clock,
      boolean byDay) {
    Instant now = clock.now();
    LocalDate day = dueAt.minusMillis(1).atZone(zone).toLocalDate();
    if (!dueAt.isAfter(now) || task.progress() == Progress.MISSED) {
      return new Due(
          Kind.OVER, Group.OVERDUE, over(Duration.between(dueAt, now), byDay), what, dueAt);
    }
    Group group =
        !day.isAfter(clock.today())
            ? Group.TODAY
            : day.isBefore(clock.today().plusDays(7)) ? Group.WEEK : Group.LATER;
    boolean soon =
        group == Group.TODAY
            || WorkingTime.minutes(now, dueAt, zone, AMBER_MINUTES + 1) <= AMBER_MINUTES;
    return soon
        ? new Due(Kind.SOON, group, left(Duration.between(now, dueAt)), what, dueAt)
        : new Due(Kind.LATER, group, Format.weekday(day), what, dueAt);
  }

  private static String over(Duration late, boolean byDay) {
    Duration over = late.isNegative() ? Duration.ZERO : late;
    if (byDay || over.compareTo(DAYS_FROM) > 0) {
      return Format.counted(Math.max(1, over.toDays()), "day", "days") + " over";
    }
    return over.toHours() == 0 ? over.toMinutes() + " min over" : over.toHours() + " h over";
  }

  private static String left(Duration left) {
    if (left.compareTo(DAYS_FROM) > 0) {
      return left.toDays() + " days left";
    }
    long hours = left.toHours();
    long minutes = left.toMinutesPart();
    if (hours == 0) {
      return minutes + " min left";
    }
    return hours < 12 && minutes > 0 ? hours + " h " + minutes + " left" : hours + " h left";
  }
}
