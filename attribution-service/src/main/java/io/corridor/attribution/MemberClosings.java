package io.corridor.attribution;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignedBy;
import io.corridor.attribution.assignment.AssignmentChange;
import io.corridor.attribution.assignment.MonthDecision;
import io.corridor.attribution.roster.FinalRows;
import io.corridor.attribution.roster.SettledPeriod;
import io.corridor.attribution.roster.SettledPeriod.Freeze;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.ClosingCut;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Part;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.World;
import io.corridor.schemas.Explanation;
import io.corridor.schemas.ExplanationValue;
import io.corridor.schemas.FinalAssignment;
import io.corridor.schemas.FinalMonth;
import io.corridor.schemas.MovedMonth;
import io.corridor.schemas.Period;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What closings mean for one member: which months are frozen now, which are held as they were
 * frozen, and what is restated beside them. The assignment of a settled month stays; its
 * explanation goes on with what is known.
 */
final class MemberClosings {

  private final Subject subject;
  private final List<SettledPeriod> periods;
  private final Set<SettledPeriod> frozenNow = new HashSet<>();

  MemberClosings(Subject subject, List<SettledPeriod> periods) {
    this.subject = subject;
    this.periods = periods;
  }

  /** The periods that closings have to do with, made once for all members. */
  static List<SettledPeriod> periods(World world) {
    return world.view(
        "settled-periods",
        tables ->
            tables.table(ClosingTopics.PERIOD).values().stream()
                .flatMap(value -> period(value.getBody()).stream())
                .toList());
  }

  private static Optional<SettledPeriod> period(Period period) {
    LocalDate from = period.getFrom();
    LocalDate until = period.getUntil();
    Freeze freeze =
        ClosingCut.ofRoster(period)
            .map(cut -> new Freeze(ClosingCut.parse(cut.name()).number(), cut.date()))
            .orElse(null);
    if (from == null || until == null || (period.getRosterNumber() == null && freeze == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new SettledPeriod(
            new ContractId(period.getContract()),
            Integer.parseInt(period.getPeriod()),
            YearMonth.from(from),
            YearMonth.from(until.minusDays(1)),
            period.getRosterNumber(),
            period.getListFinalSince(),
            freeze));
  }

  /** Since when the list of a month is final; empty while it is open. */
  static Optional<LocalDate> listFinalSince(
      List<SettledPeriod> periods, ContractId contract, YearMonth month) {
    return periods.stream()
        .filter(period -> period.contract().equals(contract) && period.contains(month))
        .flatMap(period -> Optional.ofNullable(period.finalSince()).stream())
        .findFirst();
  }

  private List<SettledPeriod> of(ContractId contract) {
    return periods.stream().filter(period -> period.contract().equals(contract)).toList();
  }

  /** True when a closing asks for the member's whole year, which it has not frozen. */
  boolean asksEverything(Collection<ContractId> contracts, @Nullable LocalDate today) {
    return today != null
        && periods.stream()
            .filter(period -> contracts.contains(period.contract()))
            .anyMatch(period -> isDue(period, today));
  }

  private boolean isDue(SettledPeriod period, LocalDate today) {
    Freeze freeze = period.freeze();
    return freeze != null && !freeze.date().isAfter(today) && !isPublished(period, freeze.number());
  }

  private boolean isPublished(SettledPeriod period, int number) {
    return subject.isPublished(ClosingTopics.FINAL_ASSIGNMENT, key(period, number));
  }

  private String key(SettledPeriod period, int number) {
    return String.join(
        "|",
        subject.id(),
        period.contract().value(),
        Integer.toString(period.year()),
        Integer.toString(number));
  }

  /** The next date on which a closing asks for something. */
  Optional<LocalDate> nextDue(Collection<ContractId> contracts, LocalDate today) {
    return periods.stream()
        .filter(period -> contracts.contains(period.contract()))
        .flatMap(period -> Optional.ofNullable(period.freeze()).stream())
        .map(Freeze::date)
        .filter(date -> date.isAfter(today))
        .min(LocalDate::compareTo);
  }

  /**
   * Freezes what closings ask for.
   *
   * @param live who is accountable by what is known now, all months
   */
  void freeze(
      ContractId contract,
      String payer,
      NavigableMap<YearMonth, Accountable> live,
      LocalDate today,
      List<Event> frozen,
      List<Answer> answers) {
    for (SettledPeriod period : of(contract)) {
      Freeze freeze = period.freeze();
      if (freeze == null || !isDue(period, today)) {
        continue;
      }
      frozenNow.add(period);
      NavigableMap<YearMonth, Accountable> months = months(live, period);
      if (months.isEmpty() && !FinalRows.any(subject.rows(), contract, period.year())) {
        continue;
      }
      String key = key(period, freeze.number());
      frozen.add(
          new Event(
              ClosingTopics.FINAL_ASSIGNMENT,
              key,
              body(period, freeze, months, today),
              payer,
              today));
      if (!months.isEmpty()) {
        ClosingCut cut =
            new ClosingCut(contract.value(), Integer.toString(period.year()), freeze.number());
        answers.add(
            Answer.silent(
                ClosingTopics.FINAL_ASSIGNMENT,
                key,
                payer,
                List.of(new Part(cut.name(), new long[] {1, months.size()}))));
      }
    }
  }

  private static NavigableMap<YearMonth, Accountable> months(
      NavigableMap<YearMonth, Accountable> all, SettledPeriod period) {
    return all.subMap(period.first(), true, period.last(), true);
  }

  private FinalAssignment body(
      SettledPeriod period,
      Freeze freeze,
      NavigableMap<YearMonth, Accountable> months,
      LocalDate today) {
    List<FinalMonth> held = new ArrayList<>();
    months.forEach((month, who) ->
        held.add(
            new FinalMonth(
                month.toString(),
                who.tin().value(),
                AssignmentMapper.text(who.npi()),
                who.method().text())));
    return new FinalAssignment(
        subject.id(),
        period.contract().value(),
        Integer.toString(period.year()),
        freeze.number(),
        today,
        held);
  }

  /**
   * The months of an assignment with those of settled periods as they were frozen.
   *
   * @param before months as they were answered last, which hold what was frozen and not read back
   */
  NavigableMap<YearMonth, Accountable> held(
      ContractId contract,
      NavigableMap<YearMonth, Accountable> live,
      NavigableMap<YearMonth, Accountable> before) {
    NavigableMap<YearMonth, Accountable> held = new TreeMap<>(live);
    for (SettledPeriod period : of(contract)) {
      Integer number = number(period);
      if (number != null) {
        months(held, period).clear();
        held.putAll(months(frozen(period, number, before), period));
      }
    }
    return held;
  }

  /** Number of the closing whose frozen months hold for this member now; null when none does. */
  private @Nullable Integer number(SettledPeriod period) {
    if (frozenNow.contains(period)) {
      return null;
    }
    Freeze freeze = period.freeze();
    return freeze != null && isPublished(period, freeze.number())
        ? Integer.valueOf(freeze.number())
        : period.held();
  }

  private NavigableMap<YearMonth, Accountable> frozen(
      SettledPeriod period, int number, NavigableMap<YearMonth, Accountable> before) {
    return FinalRows.of(subject.rows(), period.contract(), period.year(), number)
        .orElseGet(() -> isPublished(period, number) ? before : new TreeMap<>());
  }

  /** True for a month whose assignment is held. */
  boolean holds(ContractId contract, YearMonth month) {
    return of(contract).stream()
        .anyMatch(period -> period.contains(month) && number(period) != null);
  }

  /** A restated month of a closed period, addressed to its contract: it is keyed by it. */
  Optional<Event> moved(
      ContractId contract, String payer, AssignmentChange change, LocalDate today) {
    return of(contract).stream()
        .filter(period -> period.contains(change.month()))
        .flatMap(period ->
            Optional.ofNullable(number(period)).stream()
                .map(number -> moved(period, number, change, today)))
        .findFirst()
        .map(body ->
            new Event(
                ClosingTopics.MOVED_MONTH,
                String.join(
                    "|", body.getContract(), body.getPeriod(), body.getMonth(), subject.id()),
                body,
                payer,
                change.month().atDay(1)));
  }

  private MovedMonth moved(
      SettledPeriod period, int number, AssignmentChange change, LocalDate today) {
    return MovedMonth.newBuilder()
        .setMember(subject.id())
        .setContract(period.contract().value())
        .setPeriod(Integer.toString(period.year()))
        .setClosing(number)
        .setMonth(change.month().toString())
        .setFromTin(tin(change.from()))
        .setToTin(tin(change.to()))
        .setBusinessDate(today)
        .build();
  }

  private static @Nullable String tin(@Nullable Accountable accountable) {
    return accountable == null ? null : accountable.tin().value();
  }

  /** True when a decision says otherwise than what was known before. */
  static boolean isNews(MonthDecision now, @Nullable Accountable knownBefore) {
    Accountable holds = now.accountable();
    return holds == null
        ? knownBefore != null
        : knownBefore == null || !holds.samePlace(knownBefore);
  }

  /** Who was accountable by the last explanation of a month, else as the month is held. */
  @Nullable Accountable knownBefore(
      String explanationKey, YearMonth month, NavigableMap<YearMonth, Accountable> held) {
    Optional<ExplanationValue> last = subject.answer(Topics.EXPLANATION, explanationKey);
    if (last.isEmpty() || last.get().getBody().getWithheld() != null) {
      return held.get(month);
    }
    Explanation said = last.get().getBody();
    String tin = said.getTin();
    String npi = said.getNpi();
    return tin == null
        ? null
        : new Accountable(
            new Tin(tin),
            npi == null ? null : new Npi(npi),
            AssignedBy.parse(Objects.requireNonNull(said.getMethod())));
  }
}
