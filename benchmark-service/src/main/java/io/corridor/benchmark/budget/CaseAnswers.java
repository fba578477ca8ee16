package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.Standing;
import io.corridor.benchmark.risk.MonthRisk;
import io.corridor.benchmark.spend.CaseRows;
import io.corridor.benchmark.spend.RowsOnce;
import io.corridor.benchmark.variation.CareCase;
import io.corridor.benchmark.variation.CaseRules;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms.Report;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Subject;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import io.corridor.schemas.MemberCases;
import io.corridor.schemas.topic.VariationTopics;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The procedures of a member under one contract, by quarter, where it asks for care variation. */
final class CaseAnswers {

  private static final int QUARTER_MONTHS = 3;
  private static final int RISK_SCALE = 6;

  private final Subject subject;
  private final RowsOnce rows;
  private final Contracts contracts;
  private final ContractId contract;
  private final Set<YearMonth> evaluated;
  private final BiFunction<Contract, YearMonth, Optional<Standing>> standing;
  private final BiFunction<Contract, Standing, Optional<MonthRisk>> risk;

  /**
   * Answers about a subject.
   *
   * @param standing how the member stands in a month
   * @param risk the scores of such a month, where the terms ask for them
   */
  CaseAnswers(
      Subject subject,
      RowsOnce rows,
      Contracts contracts,
      ContractId contract,
      LocalDate today,
      BiFunction<Contract, YearMonth, Optional<Standing>> standing,
      BiFunction<Contract, Standing, Optional<MonthRisk>> risk) {
    this.subject = subject;
    this.rows = rows;
    this.contracts = contracts;
    this.contract = contract;
    this.evaluated = Set.copyOf(contracts.months(contract, today));
    this.standing = standing;
    this.risk = risk;
  }

  /**
   * The quarters that may have changed.
   *
   * @param months months in which standing or risk may have changed
   * @param everything true when any quarter may have
   */
  List<Answer> all(Collection<YearMonth> months, boolean everything) {
    Set<LocalDate> quarters = new TreeSet<>();
    months.stream().filter(this::asks).map(CaseAnswers::quarter).forEach(quarters::add);
    if (everything) {
      answered().forEach(quarters::add);
    } else if (evaluated.stream().anyMatch(this::asks)) {
      touched().stream().map(CaseAnswers::quarter).forEach(quarters::add);
    }
    return quarters.stream().flatMap(first -> answer(first).stream()).toList();
  }

  /** Months whose cases a touched row may change, whatever the contract. */
  private Set<YearMonth> touched() {
    Set<YearMonth> months = new TreeSet<>();
    for (String key : subject.touched()) {
      CaseRows.reach(rows, key)
          .ifPresent(
              days -> months.addAll(Months.between(YearMonth.from(days.from()), lastMonth(days))));
    }
    return months;
  }

  private static YearMonth lastMonth(DateSpan days) {
    LocalDate until = days.until();
    return YearMonth.from(until == null ? days.from() : until.minusDays(1));
  }

  private Set<LocalDate> answered() {
    Set<LocalDate> quarters = new TreeSet<>();
    String mine = subject.id() + "|" + contract.value() + "|";
    for (String key : subject.answerKeys(VariationTopics.MEMBER_CASE)) {
      if (key.startsWith(mine)) {
        quarters.add(
            new BudgetKey(contract.value(), "", "", key.substring(mine.length())).firstDay());
      }
    }
    return quarters;
  }

  private static LocalDate quarter(YearMonth month) {
    return month.minusMonths((month.getMonthValue() - 1) % QUARTER_MONTHS).atDay(1);
  }

  private boolean asks(YearMonth month) {
    return evaluated.contains(month)
        && contracts
            .in(contract, month)
            .filter(terms -> terms.cost().reporting().reports().contains(Report.CARE_VARIATION))
            .isPresent();
  }

  private Optional<Answer> answer(LocalDate first) {
    YearMonth month = YearMonth.from(first);
    String quarter = BudgetKey.quarter(month);
    String key = String.join("|", subject.id(), contract.value(), quarter);
    List<io.corridor.schemas.CareCase> cases = cases(month);
    String payer = contracts.in(contract, month).map(Contract::payer).orElse("");
    if (cases.isEmpty()) {
      return subject.answer(VariationTopics.MEMBER_CASE, key).isEmpty()
          ? Optional.empty()
          : Optional.of(Answer.none(VariationTopics.MEMBER_CASE, key, payer, first));
    }
    MemberCases body =
        MemberCases.newBuilder()
            .setMember(subject.id())
            .setContract(contract.value())
            .setQuarter(quarter)
            .setCases(cases)
            .build();
    return Optional.of(Answer.of(VariationTopics.MEMBER_CASE, key, body, payer, first, List.of()));
  }

  /** Cases of the quarter in months that ask and in which the member stands in the contract. */
  private List<io.corridor.schemas.CareCase> cases(YearMonth first) {
    Map<YearMonth, Optional<Standing>> stood = new HashMap<>();
    List<io.corridor.schemas.CareCase> cases = new ArrayList<>();
    DateSpan days = DateSpan.ofMonths(first, first.plusMonths(QUARTER_MONTHS - 1L));
    for (CareCase one : new CaseRules(rows).in(days)) {
      YearMonth month = YearMonth.from(one.day());
      stood
          .computeIfAbsent(month, this::stood)
          .ifPresent(standing -> cases.add(told(one, score(standing))));
    }
    return cases;
  }

  private Optional<Standing> stood(YearMonth month) {
    return asks(month)
        ? contracts.in(contract, month).flatMap(terms -> standing.apply(terms, month))
        : Optional.empty();
  }

  private @Nullable MonthRisk score(Standing stood) {
    return contracts
        .in(contract, stood.month())
        .flatMap(terms -> risk.apply(terms, stood))
        .orElse(null);
  }

  private static io.corridor.schemas.CareCase told(CareCase one, @Nullable MonthRisk score) {
    return io.corridor.schemas.CareCase.newBuilder()
        .setDay(one.day())
        .setGroup(one.group())
        .setNpi(one.npi().value())
        .setSite(one.site().name())
        .setCost(one.cost().dollars())
        .setTests(one.tests())
        .setRisk(
            score == null
                ? null
                : score.prospective().value().setScale(RISK_SCALE, RoundingMode.UNNECESSARY))
        .build();
  }
}
