package io.corridor.notification.task;

import io.corridor.common.facts.Rows;
import io.corridor.notification.alert.Assigned;
import io.corridor.notification.encounter.EncounterId;
import io.corridor.notification.encounter.EventRows;
import io.corridor.notification.encounter.RowText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which encounters of a member a change may concern: those whose window holds its day. So the cost
 * of a record does not grow with the history of the member.
 */
public final class Touched {

  /** A day more on each side: rows know days of the facility, of the claim or of UTC. */
  private static final int ZONE_DAYS = 1;

  private Touched() {}

  /**
   * Encounters that changed rows concern.
   *
   * @param rows rows of the member after the change
   * @param touched keys of the changed rows
   */
  public static NavigableSet<EncounterId> by(Rows rows, Set<String> touched) {
    NavigableSet<EncounterId> found = new TreeSet<>();
    for (String key : touched) {
      String[] part = key.split("\\|", -1);
      switch (part[0] + '|') {
        case EventRows.EVENT -> {
          found.add(new EncounterId(RowText.unescape(part[1]), RowText.unescape(part[2])));
          LocalDate day = day(RowText.instant(part[3]));
          found.addAll(endedBefore(rows, day, TaskRules.LAST_VISIT_DAY));
        }
        case VisitRows.ROW ->
            found.addAll(endedBefore(rows, LocalDate.parse(part[1]), TaskRules.LAST_VISIT_DAY));
        case Outreach.ROW ->
            found.addAll(endedBefore(rows, LocalDate.parse(part[1]), TaskRules.REACH_DAYS));
        case Assigned.ROW -> found.addAll(EventRows.all(rows));
        default -> {
          // The day index changes only together with its event.
        }
      }
    }
    return found;
  }

  /** Encounters of which a task may fall due while the business date moves. */
  public static NavigableSet<EncounterId> dueBetween(Rows rows, LocalDate from, LocalDate to) {
    return EventRows.between(
        rows, from.minusDays(TaskRules.LAST_VISIT_DAY + ZONE_DAYS), to.plusDays(ZONE_DAYS));
  }

  /** Encounters that may have an open task on a business date. */
  public static NavigableSet<EncounterId> openOn(Rows rows, LocalDate businessDate) {
    return EventRows.since(rows, businessDate.minusDays(TaskRules.LAST_VISIT_DAY + ZONE_DAYS));
  }

  /** Encounters that may take part in what follows a discharge on a day. */
  public static NavigableSet<EncounterId> after(Rows rows, LocalDate discharged) {
    return EventRows.between(
        rows, discharged, discharged.plusDays(TaskRules.LAST_VISIT_DAY + ZONE_DAYS));
  }

  private static NavigableSet<EncounterId> endedBefore(Rows rows, LocalDate day, int reach) {
    return EventRows.between(rows, day.minusDays(reach + ZONE_DAYS), day.plusDays(ZONE_DAYS));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
