package io.corridor.benchmark.budget;

import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Totals;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetUse;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.TargetParameter;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One period's budgets while they are added up. */
final class GatheredBudget {

  private static final String PAYER = CostTerms.Level.PAYER.name();

  private final BudgetKey key;
  private final Standing standing;
  private final Map<YearMonth, RunningBudget> months = new TreeMap<>();
  private final List<Parameters> completed = new ArrayList<>();
  private boolean complete = true;
  private boolean preliminary;
  private boolean drugPrices;
  private boolean unbilled;
  private boolean capitated;
  private String tenant = "";
  private Optional<TargetParameter> target = Optional.empty();
  private Function<RunningBudget, Optional<BudgetUse>> use = running -> Optional.empty();

  GatheredBudget(BudgetKey key, Standing standing) {
    this.key = key;
    this.standing = standing;
  }

  /** Adds the cost of one contract in one month. */
  void add(CostSums cost, Contract terms, YearMonth month, int year) {
    String contract = terms.id().value();
    tenant = key.isAbove() && !key.level().equals(PAYER) ? "" : terms.payer();
    preliminary |= terms.cost().preliminary();
    unbilled |= terms.cost().scope().unbilledStay() != null;
    drugPrices |= terms.cost().scope().drugPrices() != null;
    capitated |= terms.capitated(month).isPresent();
    Optional<TargetParameter> made = standing.target(terms, year);
    if (!key.isAbove()) {
      target = made;
      use = use(terms, year);
    }
    months.merge(
        month,
        BudgetRules.month(cost, terms, year, made.flatMap(MonthTarget::of)),
        RunningBudget::beside);
    if (terms.cost().completion() == null) {
      complete = false;
    } else {
      standing
          .completion(contract, month.toString())
          .filter(found -> found.getThrough().compareTo(month.toString()) >= 0)
          .ifPresent(completed::add);
    }
  }

  /** Use of services under the terms of the period's last month. */
  private Function<RunningBudget, Optional<BudgetUse>> use(Contract terms, int year) {
    return running ->
        terms
            .cost()
            .yearTargets()
            .use(year)
            .flatMap(asked ->
                standing.use(terms, year).map(made -> TargetMapper.use(made, asked, running)));
  }

  /** The answer; ends when there was nothing to add. */
  Answer answer(Totals.Sums sums) {
    LocalDate from = key.firstDay();
    if (months.isEmpty()) {
      return Answer.none(Topics.BUDGET, key.text(), tenant, from);
    }
    RunningBudget running = BudgetRules.year(List.copyOf(months.values()));
    Budget budget =
        BenchmarkMapper.budget(
            key,
            running,
            completeTo(key, sums.completeTo()),
            new BenchmarkMapper.Asked(
                preliminary,
                drugPrices,
                unbilled,
                capitated,
                target,
                use.apply(running),
                key.isAbove() && !complete
                    ? Optional.empty()
                    : CompletionMapper.completion(
                        key, completed, standing.completion(key.contract(), key.period()))));
    return Answer.of(Topics.BUDGET, key.text(), budget, tenant, from, List.of());
  }

  /** How far a period's own days are counted; a year goes on with its run-out. */
  private static Optional<LocalDate> completeTo(BudgetKey key, Optional<LocalDate> reached) {
    if (!key.isMonth()) {
      return reached;
    }
    LocalDate end = YearMonth.parse(key.period()).atEndOfMonth();
    return reached.map(date -> date.isBefore(end) ? date : end);
  }
}
