package io.corridor.benchmark.budget;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.ClosingCut;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.TermsMapper;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Budgets from sums of member months: by practice and contract, by month and year to date. */
final class BudgetTotals implements Totals {

  private final CompletionTotals completion = new CompletionTotals();

  @Override
  public List<String> rollUps(String partKey) {
    BudgetKey part = BudgetKey.parse(partKey);
    return part.isTriangle() ? List.of(partKey) : List.of(partKey, part.ofContract().text());
  }

  @Override
  public List<String> outputs(String totalKey, World world) {
    BudgetKey month = BudgetKey.parse(totalKey);
    List<String> outputs = new ArrayList<>(List.of(totalKey));
    if (!month.level().equals(BudgetKey.TIN)) {
      outputs.addAll(completion.touchedBy(month.contract(), world));
    }
    if (month.isTriangle()) {
      return outputs;
    }
    year(month, TermsMapper.contracts(world))
        .ifPresent(year -> outputs.add(month.at(Integer.toString(year.year())).text()));
    return outputs;
  }

  private static Optional<Contract.PerformanceYear> year(BudgetKey month, Contracts contracts) {
    YearMonth period = YearMonth.parse(month.period());
    return contracts
        .in(new ContractId(month.contract()), period)
        .flatMap(terms -> terms.yearOf(period));
  }

  @Override
  public boolean waitsForTick(String outputKey) {
    return ParameterKey.is(outputKey);
  }

  @Override
  public Optional<Answer> derive(String outputKey, Sums sums, World world) {
    if (ParameterKey.is(outputKey)) {
      return Optional.of(completion.parameters(ParameterKey.parse(outputKey), sums, world));
    }
    BudgetKey key = BudgetKey.parse(outputKey);
    return Optional.of(
        key.isTriangle() ? completion.triangle(key, sums, world) : budget(key, sums, world));
  }

  private static Answer budget(BudgetKey key, Sums sums, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    List<BudgetKey> months = key.isMonth() ? List.of(key) : months(key, sums, contracts);
    List<RunningBudget> running = new ArrayList<>();
    List<Parameters> completed = new ArrayList<>();
    String tenant = "";
    boolean preliminary = false;
    for (BudgetKey month : months) {
      CostSums cost = CostSums.of(sums.sum(month.text()));
      Optional<Contract> terms =
          contracts.in(new ContractId(key.contract()), YearMonth.parse(month.period()));
      Optional<Contract.PerformanceYear> year = year(month, contracts);
      if (!cost.isZero() && terms.isPresent() && year.isPresent()) {
        tenant = terms.get().payer();
        preliminary |= terms.get().cost().preliminary();
        if (terms.get().cost().completion() != null) {
          CompletionTotals.of(key.contract(), month.period(), world)
              .filter(made -> made.getThrough().compareTo(month.period()) >= 0)
              .ifPresent(completed::add);
        }
        running.add(BudgetRules.month(cost, terms.get(), year.get().year()));
      }
    }
    LocalDate from = effectiveOn(key, contracts);
    if (running.isEmpty()) {
      return Answer.none(Topics.BUDGET, key.text(), tenant, from);
    }
    Budget budget =
        BenchmarkMapper.budget(
            key,
            BudgetRules.year(running),
            completeTo(key, sums.completeTo()),
            new BenchmarkMapper.Asked(
                preliminary,
                CompletionMapper.completion(
                    key, completed, CompletionTotals.of(key.contract(), key.period(), world))));
    return Answer.of(Topics.BUDGET, key.text(), budget, tenant, from, List.of());
  }

  /** The year to date of the contract and of each practice, as they are at the cut. */
  @Override
  public List<Event> atCut(String cut, Sums sums, World world) {
    ClosingCut closing = ClosingCut.parse(cut);
    BudgetKey whole =
        new BudgetKey(closing.contract(), BudgetKey.CONTRACT, closing.contract(), closing.period());
    Set<BudgetKey> years = new LinkedHashSet<>(List.of(whole));
    sums.keys(closing.contract() + "|").stream()
        .map(BudgetKey::parse)
        .filter(month -> outputs(month.text(), world).contains(month.at(closing.period()).text()))
        .forEach(month -> years.add(month.at(closing.period())));
    LocalDate today = sums.completeTo().orElseThrow();
    List<Event> events = new ArrayList<>();
    for (BudgetKey year : years) {
      Answer answer = derive(year.text(), sums, world).orElseThrow();
      events.add(
          closing.event(
              ClosingTopics.FINAL_BUDGET,
              year.level(),
              year.id(),
              FinalBudgets.of(closing, year, today, sums.knownAt(), answer.body()),
              answer.tenant(),
              today));
    }
    return events;
  }

  /** No tick changes a month that ended before: its row is complete to its last day. */
  @Override
  public boolean showsRise(String outputKey, Optional<LocalDate> before) {
    if (ParameterKey.is(outputKey)) {
      return true;
    }
    BudgetKey key = BudgetKey.parse(outputKey);
    if (key.isTriangle()) {
      return false;
    }
    return before.isEmpty()
        || !key.isMonth()
        || YearMonth.parse(key.period()).atEndOfMonth().isAfter(before.get());
  }

  /** How far a period's own days are counted; a year goes on with its run-out. */
  private static Optional<LocalDate> completeTo(BudgetKey key, Optional<LocalDate> reached) {
    if (!key.isMonth()) {
      return reached;
    }
    LocalDate end = YearMonth.parse(key.period()).atEndOfMonth();
    return reached.map(date -> date.isBefore(end) ? date : end);
  }

  private static LocalDate effectiveOn(BudgetKey key, Contracts contracts) {
    return key.isMonth()
        ? YearMonth.parse(key.period()).atDay(1)
        : LocalDate.of(Integer.parseInt(key.period()), 1, 1);
  }

  /** The months of a performance year that have sums, ascending. */
  private static List<BudgetKey> months(BudgetKey year, Sums sums, Contracts contracts) {
    return sums.keys(year.prefix()).stream()
        .map(BudgetKey::parse)
        .filter(month ->
            year(month, contracts)
                .filter(py -> Integer.toString(py.year()).equals(year.period()))
                .isPresent())
        .toList();
  }
}
