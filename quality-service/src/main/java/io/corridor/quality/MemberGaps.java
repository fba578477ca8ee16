package io.corridor.quality;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.Person;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.Part;
import io.corridor.common.streams.Subject;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import io.corridor.quality.gap.Gap;
import io.corridor.quality.gap.GapRules;
import io.corridor.quality.measure.EmergencyVisits;
import io.corridor.quality.measure.MemberRecord;
import io.corridor.quality.measure.Period;
import io.corridor.quality.measure.QualityRows;
import io.corridor.quality.measure.Screening;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One derivation of one member: gaps of every begun period of every contract that the member is
 * attributed under, prospective gaps of the next, and what all that contributes to scores.
 *
 * <p>A gap's key has no contract: with two contracts of one payer the smaller id is shown, and both
 * count it.
 */
final class MemberGaps {

  private final Subject subject;
  private final @Nullable LocalDate businessDate;
  private final Contracts contracts;
  private final MemberRecord member;
  private final Map<String, Said> answers = new TreeMap<>();
  private final Set<LocalDate> turns = new TreeSet<>();

  /** What is said under one key. */
  private static final class Said {
    private final List<Part> parts = new ArrayList<>();
    private @Nullable SpecificRecord body;
    private String payer = "";
    private LocalDate effectiveOn = LocalDate.EPOCH;
  }

  MemberGaps(Subject subject, @Nullable LocalDate businessDate, Contracts contracts) {
    this.subject = subject;
    this.businessDate = businessDate;
    this.contracts = contracts;
    this.member = new MemberRecord(subject.rows());
  }

  /** Index under which a contract's terms find the members attributed under it. */
  static String contractIndex(String contract) {
    return "contract|" + contract;
  }

  Derivation derive() {
    List<Assignments> assigned = assignments();
    Set<String> indexes = new TreeSet<>();
    assigned.forEach(held -> indexes.add(contractIndex(held.contract().value())));
    LocalDate today = businessDate;
    if (today == null) {
      return new Derivation(List.of(), List.of(), List.of(), null, indexes);
    }
    for (Assignments held : assigned) {
      contracts.on(held.contract(), today).ifPresent(terms -> derive(held, terms, today));
    }
    LocalDate due = turns.stream().filter(day -> day.isAfter(today)).findFirst().orElse(null);
    return new Derivation(answers(today), List.of(), List.of(), due, indexes);
  }

  private List<Assignments> assignments() {
    return subject.rows().startingWith(QualityRows.ASSIGN + "|").stream()
        .map(row -> Assignments.of(new ContractId(row.part(1)), row.text()))
        .toList();
  }

  private void derive(Assignments held, Contract terms, LocalDate today) {
    Person person = member.person(terms.payer()).orElse(null);
    List<DateSpan> coverage = member.coverage(terms.payer(), terms.lineOfBusiness());
    Period present = null;
    for (Period period : periods(terms)) {
      turns.add(period.from());
      turns.add(period.until());
      turns.add(GapRules.prospectiveFrom(period));
      if (period.from().isAfter(today)) {
        if (person != null && present != null && period.from().equals(present.until())) {
          prospective(held, terms, rules(person, coverage, today), present, period, today);
        }
        break;
      }
      if (person != null) {
        running(held, terms, rules(person, coverage, today), period, today);
      }
      utilization(held, terms, period, today);
      present = period.until().isAfter(today) ? period : null;
    }
    if (!turns.isEmpty()) {
      turns.addAll(GapRules.coverageTurns(coverage, today));
    }
    if (present != null) {
      turns.add(Months.nextFirst(today));
    }
  }

  private GapRules rules(Person person, List<DateSpan> coverage, LocalDate today) {
    return new GapRules(member, person, coverage, today);
  }

  private static List<Period> periods(Contract terms) {
    return terms.years().stream()
        .map(year ->
            new Period(
                year.year(),
                year.span().from(),
                java.util.Objects.requireNonNull(year.span().until())))
        .toList();
  }

  private void running(
      Assignments held, Contract terms, GapRules rules, Period period, LocalDate today) {
    accountable(held, period, today)
        .ifPresent(span ->
            named(terms)
                .forEach(measure ->
                    rules.running(measure, period).ifPresent(gap -> say(held, terms, gap, span))));
  }

  private void prospective(
      Assignments held,
      Contract terms,
      GapRules rules,
      Period present,
      Period next,
      LocalDate today) {
    accountable(held, present, today)
        .ifPresent(span ->
            named(terms)
                .forEach(measure ->
                    rules
                        .prospective(measure, present, next)
                        .ifPresent(gap -> say(held, terms, gap, span))));
  }

  /** The screenings that the contract's quality programme names. */
  private static List<Screening> named(Contract terms) {
    Contract.Quality programme = terms.quality();
    return programme == null
        ? List.of()
        : Screening.ALL.stream().filter(measure -> programme.names(measure.id())).toList();
  }

  private static Optional<AssignedSpan> accountable(
      Assignments held, Period period, LocalDate today) {
    return AssignedSpan.on(held.spans(), GapRules.accountableMonth(period, today).atDay(1));
  }

  private void say(Assignments held, Contract terms, Gap gap, AssignedSpan span) {
    Said said = said(gap.measure(), gap.year());
    if (said.body == null) {
      said.body = QualityMapper.gap(subject.id(), held.contract(), gap, span);
      said.payer = terms.payer();
      said.effectiveOn = gap.openedOn();
    }
    if (gap.state().inDenominator() || gap.state() == io.corridor.quality.gap.GapState.EXCLUDED) {
      said.parts.add(PartLayout.of(held.contract(), span.tin(), gap));
    }
  }

  private Said said(String measure, int year) {
    return answers.computeIfAbsent(subject.id() + "|" + measure + "|" + year, key -> new Said());
  }

  /** Member months and emergency visits of a period by practice (Q14); no record of its own. */
  private void utilization(Assignments held, Contract terms, Period period, LocalDate today) {
    LocalDate end = Months.nextFirst(today);
    DateSpan days =
        new DateSpan(period.from(), end.isBefore(period.until()) ? end : period.until());
    Map<Tin, long[]> counts = new TreeMap<>();
    for (AssignedSpan span : held.spans()) {
      span.span()
          .intersection(days)
          .ifPresent(common ->
              counts.computeIfAbsent(span.tin(), tin -> new long[2])[1] += months(common));
    }
    if (counts.isEmpty()) {
      return;
    }
    for (LocalDate visit : member.emergencyVisits(days)) {
      AssignedSpan.on(held.spans(), YearMonth.from(visit).atDay(1))
          .ifPresent(span -> counts.computeIfAbsent(span.tin(), tin -> new long[2])[0]++);
    }
    Said said = said(EmergencyVisits.ID, period.year());
    said.payer = terms.payer();
    counts.forEach((tin, count) ->
        said.parts.add(PartLayout.of(held.contract(), tin, period.year(), count[0], count[1])));
  }

  private static long months(DateSpan days) {
    return java.time.temporal.ChronoUnit.MONTHS.between(
        YearMonth.from(days.from()),
        YearMonth.from(java.util.Objects.requireNonNull(days.until())));
  }

  /** The payer of an answer that no longer holds; empty for one that only contributed. */
  private String payerOf(String key, LocalDate today) {
    return subject
        .answer(Topics.GAP, key)
        .map(value -> new ContractId(value.getBody().getContract()))
        .flatMap(contract -> contracts.on(contract, today))
        .map(Contract::payer)
        .orElse("");
  }

  private List<Answer> answers(LocalDate today) {
    List<Answer> said = new ArrayList<>();
    subject.answerKeys(Topics.GAP).stream()
        .filter(key -> !answers.containsKey(key))
        .forEach(key -> said.add(Answer.none(Topics.GAP, key, payerOf(key, today), today)));
    answers.forEach((key, answer) -> {
      SpecificRecord body = answer.body;
      said.add(
          body == null
              ? Answer.silent(Topics.GAP, key, answer.payer, answer.parts)
              : Answer.of(Topics.GAP, key, body, answer.payer, answer.effectiveOn, answer.parts));
    });
    return said;
  }
}
