package io.corridor.benchmark.budget;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.Budget;
import io.corridor.schemas.PerformanceLine;
import io.corridor.schemas.PerformanceReport;
import io.corridor.schemas.topic.CostTopics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Quarterly performance of a contract and its practices (domain.md 4, report 4, the half about
 * cost): cost against budget by category, completed, with risk, its trend over a year and where a
 * practice stands among the others. Made like a parameter, at a tick: where a practice stands moves
 * with every other practice's cost.
 */
final class PerformanceTotals {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PerformanceTotals() {}

  /** Reports that a changed sum of the contract touches. */
  static List<String> touchedBy(String contract, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(contract);
    LocalDate today = world.businessDate().orElse(null);
    List<String> keys = new ArrayList<>();
    for (YearMonth month : today == null ? List.<YearMonth>of() : contracts.months(id, today)) {
      String key =
          new ParameterKey(contract, ParameterKey.PERFORMANCE, BudgetKey.quarter(month)).text();
      if (!keys.contains(key)
          && contracts.in(id, month).filter(PerformanceTotals::asks).isPresent()) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static boolean asks(Contract terms) {
    return terms.cost().reporting().reports().contains(CostTerms.Report.PERFORMANCE);
  }

  /**
   * The report of a quarter; ends when the contract has no cost in it, or asks no more.
   *
   * @param budgets the budget under a key; empty without member months
   */
  static Answer report(
      ParameterKey key,
      Totals.Sums sums,
      World world,
      Function<BudgetKey, Optional<Budget>> budgets) {
    BudgetKey whole =
        new BudgetKey(key.contract(), BudgetKey.CONTRACT, key.contract(), key.period());
    String name = String.join("|", key.contract(), key.period());
    Contract terms = terms(key, world).filter(PerformanceTotals::asks).orElse(null);
    Budget contract = budgets.apply(whole).orElse(null);
    if (terms == null || contract == null || sums.completeTo().isEmpty()) {
      return Answer.none(CostTopics.PERFORMANCE, name, "", whole.firstDay());
    }
    List<BudgetKey> keys = practices(whole, sums);
    List<Budget> practices = keys.stream().flatMap(one -> budgets.apply(one).stream()).toList();
    List<PerformanceLine> lines = new ArrayList<>();
    lines.add(new PerformanceLine(contract, trend(whole, contract, budgets), null));
    for (Budget practice : practices) {
      BudgetKey own = new BudgetKey(key.contract(), BudgetKey.TIN, practice.getId(), key.period());
      lines.add(
          new PerformanceLine(
              practice, trend(own, practice, budgets), percentile(practice, practices)));
    }
    return Answer.of(
        CostTopics.PERFORMANCE,
        name,
        new PerformanceReport(key.contract(), key.period(), lines),
        terms.payer(),
        whole.firstDay(),
        List.of());
  }

  /** The terms of the quarter's last month that has some. */
  private static Optional<Contract> terms(ParameterKey key, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(key.contract());
    LocalDate today = world.businessDate().orElse(null);
    return today == null
        ? Optional.empty()
        : contracts.months(id, today).stream()
            .filter(month -> BudgetKey.quarter(month).equals(key.period()))
            .reduce((earlier, later) -> later)
            .flatMap(month -> contracts.in(id, month));
  }

  private static List<BudgetKey> practices(BudgetKey whole, Totals.Sums sums) {
    TreeSet<String> tins = new TreeSet<>();
    for (String key : sums.keys(whole.contract() + "|" + BudgetKey.TIN + "|")) {
      BudgetKey sum = BudgetKey.parse(key);
      if (BudgetKey.quarter(YearMonth.parse(sum.period())).equals(whole.period())) {
        tins.add(sum.id());
      }
    }
    return tins.stream()
        .map(tin -> new BudgetKey(whole.contract(), BudgetKey.TIN, tin, whole.period()))
        .toList();
  }

  private static @Nullable BigDecimal trend(
      BudgetKey key, Budget now, Function<BudgetKey, Optional<Budget>> budgets) {
    Budget before = budgets.apply(key.at(BudgetKey.yearBefore(key.period()))).orElse(null);
    if (before == null
        || before.getCounted().signum() <= 0
        || before.getMemberMonths().signum() == 0
        || now.getMemberMonths().signum() == 0) {
      return null;
    }
    return Rate.ratio(
            now.getCounted().multiply(before.getMemberMonths()),
            before.getCounted().multiply(now.getMemberMonths()))
        .sixDigitsHalfUp();
  }

  private static @Nullable Integer percentile(Budget practice, List<Budget> all) {
    int others = 0;
    int below = 0;
    for (Budget other : all) {
      if (!other.getId().equals(practice.getId()) && other.getMemberMonths().signum() > 0) {
        others++;
        below +=
            other
                        .getCounted()
                        .multiply(practice.getMemberMonths())
                        .compareTo(practice.getCounted().multiply(other.getMemberMonths()))
                    < 0
                ? 1
                : 0;
      }
    }
    return others == 0 || practice.getMemberMonths().signum() == 0
        ? null
        : BigDecimal.valueOf(below)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(others), 0, RoundingMode.HALF_UP)
            .intValueExact();
  }
}
