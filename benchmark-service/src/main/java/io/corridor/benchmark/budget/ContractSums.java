package io.corridor.benchmark.budget;

import io.corridor.benchmark.completion.CategoryGroup;
import io.corridor.benchmark.completion.PaidTriangle;
import io.corridor.common.care.Contracts;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.streams.Totals;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The sums of one contract, as its parameters read them. */
record ContractSums(ContractId id, Totals.Sums sums, Contracts contracts) {

  private static final YearMonth ANY = YearMonth.of(2000, 1);

  private BudgetKey at(YearMonth month) {
    return new BudgetKey(id.value(), BudgetKey.CONTRACT, id.value(), month.toString());
  }

  /** All months of the contract that have sums. */
  NavigableMap<YearMonth, CostSums> all() {
    NavigableMap<YearMonth, CostSums> months = new TreeMap<>();
    for (String key : sums.keys(at(ANY).prefix())) {
      CostSums cost = CostSums.of(sums.sum(key));
      if (!cost.isZero()) {
        months.put(YearMonth.parse(BudgetKey.parse(key).period()), cost);
      }
    }
    return months;
  }

  /** The months of a parameter that have sums. */
  List<YearMonth> months(ParameterKey key) {
    return all().keySet().stream()
        .filter(month ->
            key.isMonth()
                ? month.toString().equals(key.period())
                : isIn(month, Integer.parseInt(key.period())))
        .toList();
  }

  /** True when the month belongs to the performance year. */
  boolean isIn(YearMonth month, int year) {
    return contracts
        .in(id, month)
        .flatMap(terms -> terms.yearOf(month))
        .filter(found -> found.year() == year)
        .isPresent();
  }

  /** Premiums that are known, by month. */
  NavigableMap<YearMonth, PremiumRows.Premium> premiums() {
    NavigableMap<YearMonth, PremiumRows.Premium> premiums = new TreeMap<>();
    String prefix = String.join("|", id.value(), BudgetKey.PREMIUM, id.value()) + "|";
    for (String key : sums.keys(prefix)) {
      long[] sum = sums.sum(key);
      if (Arrays.stream(sum).anyMatch(cents -> cents != 0)) {
        premiums.put(YearMonth.parse(BudgetKey.parse(key).period()), PremiumRows.Premium.of(sum));
      }
    }
    return premiums;
  }

  /** Both sides of the comparison of a year that have member months. */
  Map<ComparedCell, long[]> compared(int year) {
    Map<ComparedCell, long[]> cells = new TreeMap<>(ComparedCell.ORDER);
    String period = Integer.toString(year);
    for (String key : sums.keys(id.value() + "|" + BudgetKey.COMPARED + "|")) {
      BudgetKey cell = BudgetKey.parse(key);
      long[] sum = cell.period().equals(period) ? sums.sum(key) : new long[0];
      if (Arrays.stream(sum).anyMatch(amount -> amount != 0)) {
        cells.put(ComparedCell.parse(cell.id()), sum);
      }
    }
    return cells;
  }

  PaidTriangle triangle(CategoryGroup group) {
    List<PaidTriangle.Cell> cells = new ArrayList<>();
    String prefix = String.join("|", id.value(), BudgetKey.TRIANGLE, group.name()) + "|";
    for (String key : sums.keys(prefix)) {
      YearMonth month = YearMonth.parse(BudgetKey.parse(key).period());
      long[] lags = sums.sum(key);
      for (int lag = 0; lag < lags.length; lag++) {
        cells.add(new PaidTriangle.Cell(month, month.plusMonths(lag), Money.ofCents(lags[lag])));
      }
    }
    return PaidTriangle.of(cells);
  }

  /** Sums of the practices in a month, ascending. */
  NavigableMap<Tin, CostSums> practices(YearMonth month) {
    NavigableMap<Tin, CostSums> parts = new TreeMap<>(Comparator.comparing(Tin::value));
    String period = month.toString();
    for (String key : sums.keys(id.value() + "|" + BudgetKey.TIN + "|")) {
      if (key.endsWith(period)) {
        CostSums cost = CostSums.of(sums.sum(key));
        if (!cost.isZero()) {
          parts.put(new Tin(BudgetKey.parse(key).id()), cost);
        }
      }
    }
    return parts;
  }
}
