package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.benchmark.membership.MemberMonthRules;
import io.corridor.benchmark.membership.MemberMonthRules.Side;
import io.corridor.benchmark.membership.Standing;
import io.corridor.benchmark.risk.MonthRisk;
import io.corridor.benchmark.spend.RowsOnce;
import io.corridor.benchmark.target.ComparisonGroup;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.care.Person;
import io.corridor.common.facts.Row;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Part;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.Tick;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a member adds to the comparison of a contract (docs/budget.md, the comparison group): member
 * months that have ended, by cell, on the contract's side while it is accountable for the member,
 * and with their cost in its comparison group while nobody is. A contribution that says nothing.
 */
final class ComparisonAnswers {

  private static final int MILLIONTHS = 6;
  private static final int THOUSANDTHS = 3;

  private final Subject subject;
  private final RowsOnce rows;
  private final Contracts contracts;
  private final ContractId contract;
  private final LocalDate today;
  private final TouchedMonths touching;
  private final MemberScores scores;

  ComparisonAnswers(ContractMember member) {
    this.subject = member.subject();
    this.rows = member.rows();
    this.contracts = member.contracts();
    this.contract = member.contract();
    this.today = member.today();
    this.touching = member.touching();
    this.scores = member.scores();
  }

  /** Keys of what a member contributes now, by contract. */
  static Map<ContractId, Set<String>> contributed(Subject subject) {
    Map<ContractId, Set<String>> keys = new TreeMap<>();
    for (String text : subject.answerKeys(Topics.MEMBER_MONTH)) {
      Row key = Row.empty(text);
      if (key.part(2).equals(BudgetKey.COMPARED)) {
        keys.computeIfAbsent(new ContractId(key.part(1)), any -> new TreeSet<>()).add(text);
      }
    }
    return keys;
  }

  List<Answer> all() {
    Set<Integer> asked = contracts.comparisonYears(contract);
    Set<YearMonth> touched = touching.all();
    Set<YearMonth> rescored = touching.rescored();
    List<Answer> answers = new ArrayList<>();
    years()
        .forEach((year, months) -> {
          if (asked.contains(year)) {
            boolean all = touching.isWide() || endedSince(months);
            if (all || months.stream().anyMatch(rescored::contains)) {
              answers.add(answer(year, Side.OWN, own(months)));
            }
            if (all || months.stream().anyMatch(touched::contains)) {
              answers.add(answer(year, Side.COMPARED, group(months)));
            }
          }
        });
    return subject.everything() ? withEnded(answers) : answers;
  }

  /** With an end of whatever nothing is said of any more. */
  private List<Answer> withEnded(List<Answer> answers) {
    Set<String> ended = new TreeSet<>(contributed(subject).getOrDefault(contract, Set.of()));
    answers.forEach(answer -> ended.remove(answer.key()));
    ended.forEach(key -> answers.add(Answer.none(Topics.MEMBER_MONTH, key, "", LocalDate.EPOCH)));
    return answers;
  }

  /** Months begun by performance year. */
  private Map<Integer, Set<YearMonth>> years() {
    Map<Integer, Set<YearMonth>> years = new TreeMap<>();
    for (YearMonth month : contracts.months(contract, today)) {
      contracts
          .in(contract, month)
          .flatMap(terms -> terms.yearOf(month))
          .ifPresent(year -> years.computeIfAbsent(year.year(), any -> new TreeSet<>()).add(month));
    }
    return years;
  }

  /** True when a tick came after the end of one of the months. */
  private boolean endedSince(Set<YearMonth> months) {
    return subject
        .tick()
        .map(Tick::from)
        .map(YearMonth::from)
        .filter(from -> months.stream().anyMatch(month -> hasEnded(month) && !month.isBefore(from)))
        .isPresent();
  }

  private boolean hasEnded(YearMonth month) {
    return month.isBefore(YearMonth.from(today));
  }

  private Answer answer(int year, Side side, Map<ComparedCell, long[]> cells) {
    String period = Integer.toString(year);
    String key =
        String.join("|", subject.id(), contract.value(), BudgetKey.COMPARED, period, side.name());
    List<Part> parts =
        cells.entrySet().stream()
            .map(cell ->
                new Part(
                    new BudgetKey(
                            contract.value(), BudgetKey.COMPARED, cell.getKey().text(), period)
                        .text(),
                    cell.getValue()))
            .toList();
    return parts.isEmpty()
        ? Answer.none(Topics.MEMBER_MONTH, key, "", LocalDate.EPOCH)
        : Answer.silent(Topics.MEMBER_MONTH, key, "", parts);
  }

  /** Member months that the contract is accountable for. */
  private Map<ComparedCell, long[]> own(Set<YearMonth> months) {
    Map<ComparedCell, long[]> cells = new TreeMap<>(ComparedCell.ORDER);
    MemberMonthRules rules = rules(Side.OWN);
    for (YearMonth month : months) {
      contracts
          .in(contract, month)
          .filter(terms -> hasEnded(month))
          .ifPresent(terms ->
              rules
                  .standing(terms, month)
                  .ifPresent(standing -> add(cells, Side.OWN, terms, standing, 0)));
    }
    return cells;
  }

  /** Member months that nobody is accountable for, and their cost. */
  private Map<ComparedCell, long[]> group(Set<YearMonth> months) {
    Map<ComparedCell, long[]> cells = new TreeMap<>(ComparedCell.ORDER);
    MemberMonthRules rules = rules(Side.COMPARED);
    if (months.stream().noneMatch(month -> isIn(rules, month))) {
      return cells;
    }
    rules
        .derive(new HashSet<>(months), month -> Money.ZERO)
        .forEach((month, cost) -> {
          if (cost.isPresent() && hasEnded(month)) {
            contracts
                .in(contract, month)
                .ifPresent(terms ->
                    add(
                        cells,
                        Side.COMPARED,
                        terms,
                        cost.get().standing(),
                        MemberMonthCost.total(cost.get().counted()).cents()));
          }
        });
    return cells;
  }

  private boolean isIn(MemberMonthRules group, YearMonth month) {
    return contracts.in(contract, month).flatMap(terms -> group.standing(terms, month)).isPresent();
  }

  private MemberMonthRules rules(Side side) {
    return new MemberMonthRules(rows, contracts, contract, today, side);
  }

  private void add(
      Map<ComparedCell, long[]> cells, Side side, Contract terms, Standing standing, long cents) {
    cell(side, terms, standing)
        .ifPresent(cell ->
            cells.merge(
                cell,
                new long[] {millionths(standing.memberMonths()), cents},
                (sum, more) -> new long[] {sum[0] + more[0], sum[1] + more[1]}));
  }

  private static long millionths(Rate memberMonths) {
    return memberMonths.value().movePointRight(MILLIONTHS).longValueExact();
  }

  /** The cell of a month; none for a person that the payer does not state. */
  private Optional<ComparedCell> cell(Side side, Contract terms, Standing standing) {
    CostTerms.Comparison comparison = terms.cost().groups().comparison();
    Person person = standing.person();
    if (comparison == null || person == null) {
      return Optional.empty();
    }
    long age =
        ChronoUnit.YEARS.between(
            person.birthDate(), MemberScores.yearBegins(terms, standing.month()));
    long score =
        scores
            .in(terms, standing)
            .map(MonthRisk::prospective)
            .map(risk -> risk.value().movePointRight(THOUSANDTHS).longValueExact())
            .orElse(0L);
    return Optional.of(
        new ComparedCell(
            side,
            person.female() ? ComparisonGroup.Sex.FEMALE : ComparisonGroup.Sex.OTHER,
            (int) comparison.ageBands().stream().filter(first -> age >= first).count(),
            score));
  }
}
