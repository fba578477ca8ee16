package io.corridor.attribution;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignmentChange;
import io.corridor.attribution.assignment.MemberAssignment;
import io.corridor.attribution.assignment.MemberHistory;
import io.corridor.attribution.assignment.MonthDecision;
import io.corridor.attribution.assignment.Network;
import io.corridor.attribution.assignment.Programs;
import io.corridor.attribution.assignment.Scope;
import io.corridor.attribution.assignment.Spans;
import io.corridor.attribution.roster.FinalRows;
import io.corridor.attribution.roster.RosterEntry;
import io.corridor.attribution.roster.RosterRows;
import io.corridor.attribution.roster.RosterRules;
import io.corridor.attribution.roster.SettledPeriod;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.Tick;
import io.corridor.common.time.DateSpan;
import io.corridor.schemas.AssignmentValue;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One derivation of one member: which months, against what was answered before, into what. */
final class MemberDerivation {

  private static final int VISIT_MONTHS = 24;

  private final Subject subject;
  private final @Nullable LocalDate businessDate;
  private final Programs programs;
  private final Network network;
  private final MemberHistory history;
  private final Scope scope;
  private final MergeReasons merge;
  private final MemberDisputes disputes;
  private final MemberClosings closings;
  private final MemberCampaign campaign;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Event> frozen = new ArrayList<>();

  MemberDerivation(
      Subject subject,
      @Nullable LocalDate businessDate,
      Programs programs,
      Network network,
      List<SettledPeriod> periods) {
    this.subject = subject;
    this.businessDate = businessDate;
    this.programs = programs;
    this.network = network;
    this.disputes = new MemberDisputes(subject, programs, periods);
    this.campaign = MemberCampaign.of(subject, disputes, programs, network, businessDate);
    this.history = campaign.history();
    this.closings = new MemberClosings(subject, periods);
    // An alignment can hang on any record, and any month on an alignment.
    this.scope = campaign.hasBegun() ? scope(subject).widened() : scope(subject);
    this.merge = new MergeReasons(subject);
  }

  /** Index under which a payer's contracts find its members. */
  static String payerIndex(String payer) {
    return "payer|" + payer;
  }

  /** Index under which a clinician's affiliations find the members who selected them. */
  static String clinicianIndex(String npi) {
    return "clinician|" + npi;
  }

  private Scope scope(Subject of) {
    Tick tick = of.tick().orElse(null);
    boolean settles =
        of.touched().stream().anyMatch(FinalRows::isFinal)
            || closings.asksEverything(programs.ofPayers(history.payers()), businessDate);
    if (of.everything() || settles || (tick != null && tick.from() == null)) {
      return Scope.everything();
    }
    Scope touched = Scope.of(of.touched());
    LocalDate from = tick == null ? null : tick.from();
    return from == null ? touched : touched.begunAfter(from);
  }

  Derivation derive() {
    if (history.payers().isEmpty()) {
      Optional<Derivation> ofContract = ElectionDerivation.of(subject, programs);
      if (ofContract.isPresent()) {
        return ofContract.get();
      }
    }
    Set<String> indexes = new TreeSet<>();
    history.payers().forEach(payer -> indexes.add(payerIndex(payer)));
    disputes.payers().forEach(payer -> indexes.add(payerIndex(payer)));
    history.selectedClinicians().forEach(npi -> indexes.add(clinicianIndex(npi.value())));
    LocalDate today = businessDate;
    if (today == null) {
      return new Derivation(List.of(), List.of(), List.of(), null, indexes);
    }
    Set<ContractId> contracts = contracts();
    contracts.stream()
        .flatMap(contract -> programs.followed(contract, today).stream())
        .flatMap(days -> history.seenClinicians(days).stream())
        .forEach(npi -> indexes.add(clinicianIndex(npi.value())));
    if (!scope.isEmpty()) {
      contracts.forEach(contract -> derive(contract, today));
    }
    answers.addAll(disputes.answers(today));
    return new Derivation(answers, events, frozen, nextDue(contracts, today), indexes);
  }

  /**
   * Contracts of the member's payers; and, where they may have to be taken back, those of before.
   */
  private Set<ContractId> contracts() {
    Set<ContractId> contracts = new TreeSet<>(programs.ofPayers(history.payers()));
    if (scope.all()) {
      subject.answerKeys(Topics.EXPLANATION).forEach(key -> contracts.add(contractOf(key)));
      subject.answerKeys(Topics.ASSIGNMENT).forEach(key -> contracts.add(contractOf(key)));
    }
    if (contracts.isEmpty() || subject.tick().isPresent()) {
      contracts.addAll(RosterRows.contracts(subject.rows()));
    }
    return contracts;
  }

  private static ContractId contractOf(String key) {
    return new ContractId(key.split("\\|", -1)[1]);
  }

  private @Nullable LocalDate nextDue(Set<ContractId> contracts, LocalDate today) {
    return Stream.of(
            contracts.stream().flatMap(contract -> programs.nextFirst(contract, today).stream()),
            disputes.nextDue(today).stream(),
            campaign.nextDue().stream(),
            closings.nextDue(contracts, today).stream())
        .flatMap(days -> days)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private void derive(ContractId contract, LocalDate today) {
    boolean concerned = programs.concern(contract, history);
    if (!concerned && !scope.all() && subject.tick().isEmpty()) {
      return;
    }
    MemberAssignment.Before before = before(contract, today);
    MemberAssignment derived =
        MemberAssignment.derive(
            history, network, programs, contract, today, scope, before, since());
    MemberRestatements restatements =
        new MemberRestatements(subject, programs, disputes, closings, today);
    YearMonth begun = before.evaluated() ? lastBegun(today) : null;
    String payer = programs.payer(contract).orElse("");
    if (concerned) {
      explain(contract, payer, derived);
    }
    closings.freeze(contract, payer, derived.months(), today, frozen, answers);
    assign(contract, payer, derived, before, today);
    forecast(contract, payer, concerned, today);
    campaign.answer(contract, payer, today, scope.all()).ifPresent(answers::add);
    if (scope.all()) {
      endOthers(contract, payer, concerned ? derived.looked() : List.of(), today);
    }
    for (AssignmentChange found : derived.changes()) {
      if (closings.holds(contract, found.month())) {
        continue;
      }
      AssignmentChange change = merge.of(disputes.withCause(found), subject.id() + "|" + contract);
      events.add(
          new Event(
              Topics.ASSIGNMENT_CHANGED,
              key(contract, change.month()),
              AssignmentMapper.changed(subject.id(), contract, change, today, begun),
              payer,
              change.month().atDay(1)));
      if (begun != null && !change.month().isAfter(begun)) {
        restatements.published(contract, payer, change).ifPresent(events::add);
      }
    }
    if (begun == null) {
      events.addAll(
          restatements.returned(
              contract,
              payer,
              derived,
              since(),
              change -> merge.of(disputes.withCause(change), subject.id() + "|" + contract)));
    }
    events.addAll(restatements.held(contract, payer, derived, before.months(), since()));
    publish(contract, payer, derived, today);
  }

  private void explain(ContractId contract, String payer, MemberAssignment derived) {
    for (MonthDecision decision : derived.looked()) {
      answers.add(
          Answer.of(
              Topics.EXPLANATION,
              key(contract, decision.month()),
              AssignmentMapper.explanation(
                  subject.id(),
                  contract,
                  decision,
                  history.declinesSharing(payer, decision.anchor())),
              payer,
              decision.month().atDay(1),
              List.of()));
    }
  }

  private void assign(
      ContractId contract,
      String payer,
      MemberAssignment derived,
      MemberAssignment.Before before,
      LocalDate today) {
    if (derived.looked().isEmpty() && !scope.all() && subject.tick().isEmpty()) {
      return;
    }
    String key = subject.id() + "|" + contract;
    List<Spans.Span> spans =
        Spans.of(closings.held(contract, derived.months(), before.months()), YearMonth.from(today));
    answers.add(
        spans.isEmpty()
            ? Answer.none(Topics.ASSIGNMENT, key, payer, today)
            : Answer.of(
                Topics.ASSIGNMENT,
                key,
                AssignmentMapper.assignment(subject.id(), contract, payer, spans),
                payer,
                spans.getFirst().days().from(),
                List.of()));
  }

  /** A record, new terms or a new month can move the forecast; a mere day cannot. */
  private void forecast(ContractId contract, String payer, boolean concerned, LocalDate today) {
    if (!concerned) {
      String key = subject.id() + "|" + contract;
      answers.add(Answer.none(AttributionTopics.FORECAST, key, payer, today));
    } else if (MemberForecast.canMove(scope, programs, contract, today)) {
      answers.add(
          MemberForecast.of(subject.id(), payer, history, network, programs, contract, today));
    }
  }

  /** Months that are no longer evaluated. */
  private void endOthers(
      ContractId contract, String payer, List<MonthDecision> looked, LocalDate today) {
    Set<String> kept = new TreeSet<>();
    looked.forEach(decision -> kept.add(key(contract, decision.month())));
    subject.answerKeys(Topics.EXPLANATION).stream()
        .filter(key -> contractOf(key).equals(contract) && !kept.contains(key))
        .forEach(key -> answers.add(Answer.none(Topics.EXPLANATION, key, payer, today)));
  }

  private void publish(
      ContractId contract, String payer, MemberAssignment derived, LocalDate today) {
    Tick tick = subject.tick().orElse(null);
    if (tick == null || !tick.freeze()) {
      return;
    }
    List<RosterEntry> entries =
        RosterRules.publish(
            RosterRules.months(tick.from(), tick.to()),
            derived,
            RosterRows.of(subject.rows(), contract),
            today,
            calendar(contract),
            lastVisit(payer, today));
    for (RosterEntry entry : entries) {
      frozen.add(
          new Event(
              Topics.ROSTER,
              key(contract, entry.month()),
              RosterMapper.row(subject.id(), contract, merge.of(entry)),
              payer,
              entry.month().atDay(1)));
    }
  }

  private RosterRules.Calendar calendar(ContractId contract) {
    return new RosterRules.Calendar() {
      @Override
      public int number(YearMonth month) {
        return programs.rosterNumber(contract, month);
      }

      @Override
      public YearMonth yearBegins(YearMonth month) {
        return programs.yearBegins(contract, month);
      }
    };
  }

  /** Of whom shares no claims nothing is told of visits. */
  private @Nullable LocalDate lastVisit(String payer, LocalDate today) {
    return history.declinesSharing(payer, today)
        ? null
        : history
            .lastPrimaryCareVisit(new DateSpan(today.minusMonths(VISIT_MONTHS), today))
            .orElse(null);
  }

  /** What was answered before the causing record; a tick finds the months before it. */
  private MemberAssignment.Before before(ContractId contract, LocalDate today) {
    YearMonth last = lastBegun(today);
    Optional<NavigableMap<YearMonth, Accountable>> months =
        answer(Topics.ASSIGNMENT, subject.id() + "|" + contract)
            .map(value -> Spans.months(AssignmentMapper.spans(value.getBody()), last));
    return new MemberAssignment.Before(
        months.orElseGet(TreeMap::new),
        months.isPresent() || wasExplained(contract, last.atDay(1)));
  }

  /** The business month before the causing record. */
  private YearMonth lastBegun(LocalDate today) {
    LocalDate from = subject.tick().map(Tick::from).orElse(today);
    return YearMonth.from(from == null ? today : from);
  }

  private Optional<AssignmentValue> answer(Topic<AssignmentValue> topic, String key) {
    return subject.answer(topic, key);
  }

  private boolean wasExplained(ContractId contract, LocalDate day) {
    return programs
        .lastBegun(contract, day)
        .map(month -> subject.answer(Topics.EXPLANATION, key(contract, month)).isPresent())
        .orElse(false);
  }

  /** A reversal is news since the tick before; among records only when the record brought it. */
  private @Nullable LocalDate since() {
    Tick tick = subject.tick().orElse(null);
    if (tick != null) {
      return tick.from();
    }
    return subject.touched().stream().anyMatch(Scope::isReversal) ? null : LocalDate.MAX;
  }

  private String key(ContractId contract, YearMonth month) {
    return subject.id() + "|" + contract + "|" + month;
  }
}
