package io.corridor.attribution;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignmentChange;
import io.corridor.attribution.assignment.ChangeType;
import io.corridor.attribution.assignment.MemberAssignment;
import io.corridor.attribution.assignment.MonthDecision;
import io.corridor.attribution.assignment.Programs;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is said beside a published or settled month of one member that is read otherwise now. */
final class MemberRestatements {

  private final Subject subject;
  private final Programs programs;
  private final MemberDisputes disputes;
  private final MemberClosings closings;
  private final LocalDate today;

  MemberRestatements(
      Subject subject,
      Programs programs,
      MemberDisputes disputes,
      MemberClosings closings,
      LocalDate today) {
    this.subject = subject;
    this.programs = programs;
    this.disputes = disputes;
    this.closings = closings;
    this.today = today;
  }

  /** What a published roster said of the month stays; the difference is told beside it (L6). */
  Optional<Event> published(ContractId contract, String payer, AssignmentChange change) {
    boolean byDispute = change.reason().isOfDispute();
    return subject.isPublished(Topics.ROSTER, key(contract, change.month()))
        ? Optional.of(event(contract, payer, change, byDispute ? "DISPUTE" : "KNOWLEDGE"))
        : Optional.empty();
  }

  /**
   * Who was away altogether, by a merge that was undone or coverage that came back, has published
   * months in which somebody is accountable again.
   *
   * @param cause the change with its true cause
   */
  List<Event> returned(
      ContractId contract,
      String payer,
      MemberAssignment derived,
      @Nullable LocalDate since,
      UnaryOperator<AssignmentChange> cause) {
    List<Event> events = new ArrayList<>();
    for (MonthDecision now : derived.looked()) {
      YearMonth month = now.month();
      if (now.accountable() != null && !closings.holds(contract, month)) {
        derived
            .reason(null, derived.decision(month.minusMonths(1)).orElse(null), now, since)
            .map(reason ->
                new AssignmentChange(month, null, now.accountable(), type(null, now), reason))
            .map(cause)
            .flatMap(change -> published(contract, payer, change))
            .ifPresent(events::add);
      }
    }
    return events;
  }

  /** A settled month stays as it was frozen; each new reading of it is told beside it. */
  List<Event> held(
      ContractId contract,
      String payer,
      MemberAssignment derived,
      NavigableMap<YearMonth, Accountable> before,
      @Nullable LocalDate since) {
    List<Event> events = new ArrayList<>();
    for (MonthDecision now : derived.looked()) {
      YearMonth month = now.month();
      if (!closings.holds(contract, month)) {
        continue;
      }
      Accountable known = closings.knownBefore(key(contract, month), month, before);
      if (MemberClosings.isNews(now, known)) {
        derived
            .reason(known, derived.decision(month.minusMonths(1)).orElse(null), now, since)
            .map(reason ->
                new AssignmentChange(month, known, now.accountable(), type(known, now), reason))
            .map(disputes::withCause)
            .ifPresent(change -> {
              events.add(event(contract, payer, change, "CLOSED_PERIOD"));
              closings.moved(contract, payer, change, today).ifPresent(events::add);
            });
      }
    }
    return events;
  }

  private static ChangeType type(@Nullable Accountable known, MonthDecision now) {
    return known == null
        ? ChangeType.NEW
        : now.accountable() == null ? ChangeType.DROPPED : ChangeType.CHANGED;
  }

  private Event event(ContractId contract, String payer, AssignmentChange change, String origin) {
    String key = key(contract, change.month());
    return new Event(
        AttributionTopics.RESTATEMENT,
        key,
        RosterMapper.restatement(
            subject.id(),
            contract,
            subject.isPublished(Topics.ROSTER, key)
                ? programs.rosterNumber(contract, change.month())
                : null,
            change,
            origin,
            change.reason().isOfDispute()
                ? disputes.behind(contract, change.month(), today).orElse(null)
                : null,
            today),
        payer,
        change.month().atDay(1));
  }

  private String key(ContractId contract, YearMonth month) {
    return subject.id() + "|" + contract + "|" + month;
  }
}
