package io.corridor.benchmark.budget;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.ClosingCut;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topic;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Budgets from sums of member months: by level, by month and year to date; their parameters. */
final class BudgetTotals implements Totals {

  private final CompletionTotals completion = new CompletionTotals();
  private final TargetTotals target = new TargetTotals(completion);
  private final Map<String, List<String>> parameters = new HashMap<>();
  private @Nullable Contracts known;
  private Optional<LocalDate> knownOn = Optional.empty();

  @Override
  public List<String> rollUps(String partKey) {
    return BudgetKey.parse(partKey).rollUps();
  }

  @Override
  public List<String> outputs(String totalKey, World world) {
    BudgetKey month = BudgetKey.parse(totalKey);
    if (month.isProrated()) {
      return List.of();
    }
    if (month.isCompared()) {
      return parameters(month.contract(), world);
    }
    if (Breakdowns.is(month)) {
      return year(contract(month), YearMonth.parse(month.period()), TermsMapper.contracts(world))
          .map(year -> List.of(totalKey, month.at(Integer.toString(year.year())).text()))
          .orElse(List.of(totalKey));
    }
    List<String> outputs = new ArrayList<>();
    if (!month.isPremium()) {
      outputs.add(month.isAbove() ? month.ofLevel().text() : totalKey);
    }
    if (month.isTriangle() || month.isPremium() || month.level().equals(BudgetKey.CONTRACT)) {
      outputs.addAll(parameters(month.contract(), world));
    }
    if (!month.isTriangle() && !month.isPremium()) {
      BudgetKey level = month.isAbove() ? month.ofLevel() : month;
      year(contract(month), YearMonth.parse(month.period()), TermsMapper.contracts(world))
          .ifPresent(year -> outputs.add(level.at(Integer.toString(year.year())).text()));
    }
    if (month.level().equals(BudgetKey.TIN)) {
      outputs.addAll(new PoolTotals(world, month.contract()).rows(month));
    }
    return outputs;
  }

  /** The parameters of a contract: the same until its terms or the business date change. */
  private List<String> parameters(String contract, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    Optional<LocalDate> today = world.businessDate();
    if (contracts != known || !today.equals(knownOn)) {
      known = contracts;
      knownOn = today;
      parameters.clear();
    }
    return parameters.computeIfAbsent(
        contract,
        id ->
            Stream.of(
                    completion.touchedBy(id, world),
                    target.touchedBy(id, world),
                    StayTotals.touchedBy(id, world),
                    PoolTotals.touchedBy(id, world),
                    PerformanceTotals.touchedBy(id, world))
                .flatMap(List::stream)
                .toList());
  }

  /** The contract of a sum: above contracts it is the id of the part. */
  private static ContractId contract(BudgetKey sum) {
    return new ContractId(sum.isAbove() ? sum.id() : sum.contract());
  }

  private static Optional<Contract.PerformanceYear> year(
      ContractId contract, YearMonth period, Contracts contracts) {
    return contracts.in(contract, period).flatMap(terms -> terms.yearOf(period));
  }

  @Override
  public List<String> begunBy(Topic<?> topic, String rowKey, World world) {
    if (!topic.name().equals(CostTopics.PARAMETERS.name()) || !ParameterKey.is(rowKey)) {
      return List.of();
    }
    ParameterKey key = ParameterKey.parse(rowKey);
    return key.name().equals(ParameterKey.POOLS)
        ? new PoolTotals(world, key.contract()).rows(Integer.parseInt(key.period()))
        : List.of();
  }

  @Override
  public boolean waitsForTick(String outputKey) {
    return ParameterKey.is(outputKey);
  }

  @Override
  public Optional<Answer> derive(String outputKey, Sums sums, World world) {
    if (ParameterKey.is(outputKey)) {
      return Optional.of(parameters(ParameterKey.parse(outputKey), sums, world));
    }
    BudgetKey key = BudgetKey.parse(outputKey);
    if (Breakdowns.is(key)) {
      Contracts contracts = TermsMapper.contracts(world);
      List<BudgetKey> months = sumsOf(key, sums, world, Standing.lastMade(world));
      return Optional.of(Breakdowns.answer(key, months, sums, payer(months, contracts)));
    }
    return Optional.of(
        key.isTriangle() ? completion.triangle(key, sums, world) : live(key, sums, world));
  }

  /** The budget with the parameters that the last tick made. */
  private static Answer live(BudgetKey key, Sums sums, World world) {
    return budget(key, sums, world, Standing.lastMade(world));
  }

  /**
   * Parameters as this tick makes them, each once: a report of the tick must not tell of the one
   * before it.
   */
  private Standing madeNow(Sums sums, World world) {
    Map<ParameterKey, Optional<Parameters>> made = new HashMap<>();
    return key -> {
      Optional<Parameters> known = made.get(key);
      if (known == null) {
        known =
            key.isQuarter()
                ? Optional.empty()
                : Optional.ofNullable((Parameters) parameters(key, sums, world).body());
        made.put(key, known);
      }
      return known;
    };
  }

  private static String payer(List<BudgetKey> months, Contracts contracts) {
    return months.stream()
        .flatMap(month -> contracts.in(contract(month), YearMonth.parse(month.period())).stream())
        .map(Contract::payer)
        .findFirst()
        .orElse("");
  }

  private Answer parameters(ParameterKey key, Sums sums, World world) {
    return switch (key.name()) {
      case ParameterKey.COMPLETION -> completion.parameters(key, sums, world);
      case ParameterKey.STAY -> StayTotals.parameters(key, sums, world);
      case ParameterKey.POOLS -> target.pools(key, sums, world);
      case ParameterKey.PERFORMANCE -> {
        Standing now = madeNow(sums, world);
        yield PerformanceTotals.report(
            key,
            sums,
            world,
            asked -> Optional.ofNullable((Budget) budget(asked, sums, world, now).body()));
      }
      default -> target.parameters(key, sums, world);
    };
  }

  /**
   * The budget under a key.
   *
   * @param standing parameters that it is made with
   */
  private static Answer budget(BudgetKey key, Sums sums, World world, Standing standing) {
    Contracts contracts = TermsMapper.contracts(world);
    GatheredBudget gathered = new GatheredBudget(key, standing);
    for (BudgetKey sum : sumsOf(key, sums, world, standing)) {
      YearMonth month = YearMonth.parse(sum.period());
      ContractId contract = contract(sum);
      CostSums cost = CostSums.of(sums.sum(sum.text()));
      Optional<Contract> terms = contracts.in(contract, month);
      Optional<Contract.PerformanceYear> year = year(contract, month, contracts);
      if (!cost.isZero() && terms.isPresent() && year.isPresent()) {
        gathered.add(cost, terms.get(), month, year.get().year());
      }
    }
    return gathered.answer(sums);
  }

  /**
   * The year to date of the contract and of each practice, as they are at the cut, with the limit
   * of members of less than twelve months prorated (domain.md 2.4).
   */
  @Override
  public List<Event> atCut(String cut, Sums sums, World world) {
    ClosingCut closing = ClosingCut.parse(cut);
    BudgetKey whole =
        new BudgetKey(closing.contract(), BudgetKey.CONTRACT, closing.contract(), closing.period());
    Set<BudgetKey> years = new LinkedHashSet<>(List.of(whole));
    sums.keys(closing.contract() + "|").stream()
        .map(BudgetKey::parse)
        .filter(month -> !Breakdowns.is(month))
        .filter(month -> outputs(month.text(), world).contains(month.at(closing.period()).text()))
        .forEach(month -> years.add(month.at(closing.period())));
    LocalDate today = sums.completeTo().orElseThrow();
    Sums prorated = new FinalSums(sums);
    Standing made = Standing.lastMade(world);
    Standing completed = madeNow(prorated, world);
    Standing frozen =
        key -> (key.name().equals(ParameterKey.COMPLETION) ? completed : made).of(key);
    List<Event> events = new ArrayList<>();
    for (BudgetKey year : years) {
      Answer answer = budget(year, prorated, world, frozen);
      events.add(
          closing.event(
              ClosingTopics.FINAL_BUDGET,
              year.level(),
              year.id(),
              FinalBudgets.of(
                  closing,
                  year,
                  new FinalBudgets.Cut(today, sums.knownAt(), years.size()),
                  answer.body(),
                  monthly(year, prorated, world, frozen)),
              answer.tenant(),
              today));
    }
    return events;
  }

  /** The budgets of the months of a year, ascending. */
  private static List<Budget> monthly(BudgetKey year, Sums sums, World world, Standing standing) {
    List<Budget> months = new ArrayList<>();
    for (BudgetKey month : sumsOf(year, sums, world, standing)) {
      if (budget(month, sums, world, standing).body() instanceof Budget budget) {
        months.add(budget);
      }
    }
    return months;
  }

  /** No tick changes a month that ended before: its row is complete to its last day. */
  @Override
  public boolean showsRise(String outputKey, Optional<LocalDate> before) {
    if (ParameterKey.is(outputKey)) {
      return true;
    }
    BudgetKey key = BudgetKey.parse(outputKey);
    if (key.isTriangle() || Breakdowns.is(key)) {
      return false;
    }
    return before.isEmpty()
        || !key.isMonth()
        || YearMonth.parse(key.period()).atEndOfMonth().isAfter(before.get());
  }

  /** The sums that a budget is made of: its month's, a performance year's, every contract's. */
  private static List<BudgetKey> sumsOf(BudgetKey key, Sums sums, World world, Standing standing) {
    if (key.isPool()) {
      return new PoolTotals(world, key.contract()).sumsOf(key, standing);
    }
    if (key.isMonth() && !key.isAbove()) {
      return List.of(key);
    }
    String prefix =
        key.isAbove() ? String.join("|", key.contract(), key.level()) + "|" : key.prefix();
    return sums.keys(prefix).stream()
        .map(BudgetKey::parse)
        .filter(sum -> isIn(sum, key, TermsMapper.contracts(world)))
        .toList();
  }

  private static boolean isIn(BudgetKey sum, BudgetKey key, Contracts contracts) {
    if (key.isMonth()) {
      return sum.period().equals(key.period());
    }
    if (key.isQuarter()) {
      return BudgetKey.quarter(YearMonth.parse(sum.period())).equals(key.period());
    }
    return year(contract(sum), YearMonth.parse(sum.period()), contracts)
        .filter(year -> Integer.toString(year.year()).equals(key.period()))
        .isPresent();
  }
}
