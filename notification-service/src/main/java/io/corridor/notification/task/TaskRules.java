package io.corridor.notification.task;

import io.corridor.common.care.Contract.FollowUp;
import io.corridor.common.facts.Rows;
import io.corridor.common.time.BusinessDays;
import io.corridor.notification.encounter.Encounter;
import io.corridor.notification.encounter.Encounter.HomeDischarge;
import io.corridor.notification.encounter.Encounter.Phase;
import io.corridor.notification.encounter.Encounter.Withdrawal;
import io.corridor.notification.task.FollowUpTask.Cancelled;
import io.corridor.notification.task.FollowUpTask.Clocks;
import io.corridor.notification.task.FollowUpTask.Done;
import io.corridor.notification.task.FollowUpTask.Kind;
import io.corridor.notification.task.FollowUpTask.Missed;
import io.corridor.notification.task.FollowUpTask.Open;
import io.corridor.notification.task.FollowUpTask.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contact and the visit owed after an inpatient or observation stay ends at home (domain.md
 * Q15, decisions 15). State is a function of rows and business date; no clock is read.
 *
 * <p>Duplicate: rows are counted, one is enough. Out of order and late: a visit or contact counts
 * by its own day, whenever it was received; a missed task that was in fact done becomes done.
 * Corrected: a moved visit day moves the result. Voided: a reversed claim or outreach reopens; a
 * cancelled discharge or admission cancels. Closed period: tasks are not settled.
 */
public final class TaskRules {

  /** Days after the discharge day within which anything can close or cancel a task. */
  public static final int REACH_DAYS = 30;

  /** Last day after the discharge day on which a visit counts. */
  public static final int LAST_VISIT_DAY = 14;

  private static final int CONTACT_HOURS = 48;
  private static final int CONTACT_BUSINESS_DAYS = 2;
  private static final int EARLY_VISIT_DAY = 7;

  private TaskRules() {}

  /**
   * The tasks of one encounter; none unless a stay of it ended at home.
   *
   * @param encounter the encounter
   * @param terms follow-up terms of the contract
   * @param rows visits and outreach of the member
   * @param others other encounters of the member with events in the 14 days after the discharge
   * @param businessDate business date; null before the first tick, when nothing is missed yet
   */
  public static List<FollowUpTask> of(
      Encounter encounter,
      FollowUp terms,
      Rows rows,
      Collection<Encounter> others,
      @Nullable LocalDate businessDate) {
    HomeDischarge home = encounter.home();
    if (home == null) {
      return List.of();
    }
    List<Outreach> outreach =
        Outreach.between(rows, home.at(), home.at().plus(Duration.ofDays(REACH_DAYS))).stream()
            .filter(record -> record.concerns(encounter.id()))
            .toList();
    LocalDate day = encounter.localDay(home.at());
    List<Visit> visits = VisitRows.between(rows, day.plusDays(1), day.plusDays(LAST_VISIT_DAY));
    Stay stay = new Stay(encounter, home, terms, outreach, List.copyOf(others), businessDate);
    return List.of(stay.contact(), stay.visit(visits));
  }

  /** A discharge home with everything that happened after it. */
  private record Stay(
      Encounter encounter,
      HomeDischarge home,
      FollowUp terms,
      List<Outreach> outreach,
      List<Encounter> others,
      @Nullable LocalDate businessDate) {

    FollowUpTask contact() {
      Instant target = home.at().plus(Duration.ofHours(CONTACT_HOURS));
      Instant deadline =
          endOf(BusinessDays.after(encounter.localDay(home.at()), CONTACT_BUSINESS_DAYS));
      Instant due = terms.tcmDeadlineIsDue() ? deadline : target;
      Clocks clocks =
          new Clocks(home.at(), due, encounter.localDay(due), target, deadline, null, null);
      Optional<Done> done =
          outreach.stream()
              .filter(Outreach::isContact)
              .findFirst()
              .map(record -> done(record.at(), "OUTREACH", record.outcome(), due));
      return task(Kind.CONTACT, clocks, done, ending(due));
    }

    FollowUpTask visit(List<Visit> visits) {
      LocalDate day = encounter.localDay(home.at());
      LocalDate dueOn = day.plusDays(terms.visitDays());
      Clocks clocks =
          new Clocks(
              home.at(),
              endOf(dueOn),
              dueOn,
              null,
              null,
              day.plusDays(EARLY_VISIT_DAY),
              day.plusDays(LAST_VISIT_DAY));
      Stream<Done> claimed =
          visits.stream()
              .map(visit -> done(startOf(visit.day()), "CLAIM", visit.code(), clocks.dueAt()));
      Stream<Done> seen =
          outreach.stream()
              .filter(Outreach::isVisit)
              .filter(record -> inVisitDays(encounter.localDay(record.at())))
              .map(record -> done(record.at(), "OUTREACH", record.outcome(), clocks.dueAt()));
      Optional<Done> first =
          Stream.concat(claimed, seen)
              .min(
                  Comparator.comparing(Done::at).thenComparing(Done::by).thenComparing(Done::code));
      return task(Kind.VISIT, clocks, first, ending(clocks.dueAt()));
    }

    /** A death or a readmission before a task is due leaves nothing to follow up (Q15). */
    private Optional<Ending> ending(Instant due) {
      return Stream.concat(died(due).stream(), readmitted(due).stream())
          .min(Comparator.comparing(Ending::on).thenComparing(Ending::why));
    }

    private boolean inVisitDays(LocalDate day) {
      LocalDate discharged = encounter.localDay(home.at());
      return day.isAfter(discharged) && !day.isAfter(discharged.plusDays(LAST_VISIT_DAY));
    }

    private FollowUpTask task(
        Kind kind, Clocks clocks, Optional<Done> done, Optional<Ending> ending) {
      return new FollowUpTask(kind, clocks, outreach.size(), result(clocks, done, ending));
    }

    private Result result(Clocks clocks, Optional<Done> done, Optional<Ending> ending) {
      Withdrawal withdrawn = home.withdrawn();
      if (withdrawn != null) {
        return new Cancelled(withdrawn);
      }
      if (ending.isPresent()
          && done.filter(it -> !encounter.localDay(it.at()).isAfter(ending.get().on())).isEmpty()) {
        return new Cancelled(ending.get().why());
      }
      if (done.isPresent()) {
        return done.get();
      }
      return businessDate != null && businessDate.isAfter(clocks.dueOn())
          ? new Missed()
          : new Open();
    }

    /** The first death until a task is due, in another encounter. */
    private Optional<Ending> died(Instant due) {
      return others.stream()
          .filter(other -> other.phase() == Phase.DIED)
          .flatMap(other -> ending(other.endedAt(), due, Withdrawal.DIED).stream())
          .min(Comparator.comparing(Ending::on));
    }

    /** The first inpatient admission until a task is due, in another encounter. */
    private Optional<Ending> readmitted(Instant due) {
      return others.stream()
          .flatMap(other -> ending(other.inpatientAt(), due, Withdrawal.READMITTED).stream())
          .min(Comparator.comparing(Ending::on));
    }

    private Optional<Ending> ending(@Nullable Instant at, Instant due, Withdrawal why) {
      if (at == null || !at.isAfter(home.at()) || at.isAfter(due)) {
        return Optional.empty();
      }
      return Optional.of(new Ending(encounter.localDay(at), why));
    }

    private Instant startOf(LocalDate day) {
      return day.atStartOfDay(encounter.facts().zone()).toInstant();
    }

    private Instant endOf(LocalDate day) {
      return startOf(day.plusDays(1)).minusMillis(1);
    }
  }

  private static Done done(Instant at, String by, String code, Instant due) {
    return new Done(at, by, code, !at.isAfter(due));
  }

  /** What makes a follow-up pointless. */
  private record Ending(LocalDate on, Withdrawal why) {}
}
