package io.corridor.benchmark.membership;

import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.spend.DrugRows;
import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of a month's cost is in scope (domain.md 2.1, 2.6, 2.7): the basis amount of a category,
 * drugs under price control, times the weight of the category in the performance year, half up to
 * the cent. Waiver services never are.
 */
final class ScopeRules {

  private ScopeRules() {}

  /**
   * In-scope cost.
   *
   * @param byCategory by category
   * @param drugPriceEffect what price control took out of PHARMACY before its weight
   */
  record InScope(Map<Category, Money> byCategory, Money drugPriceEffect) {}

  static InScope of(Rows rows, Contract terms, YearMonth month, MonthSpend spend) {
    Map<Category, Money> amounts = new EnumMap<>(Category.class);
    Money effect = Money.ZERO;
    for (Map.Entry<Category, MonthSpend.Raw> entry : spend.byCategory().entrySet()) {
      Category category = entry.getKey();
      Money basis = terms.allowedBasis() ? entry.getValue().allowed() : entry.getValue().paid();
      if (category == Category.PHARMACY) {
        effect = drugPriceEffect(rows, terms, month, basis);
        basis = basis.minus(effect);
      }
      amounts.put(category, basis.times(weight(terms, month, category)).roundHalfUp());
    }
    return new InScope(Collections.unmodifiableMap(amounts), effect);
  }

  private static Rate weight(Contract terms, YearMonth month, Category category) {
    if (category == Category.HCBS_WAIVER) {
      return Rate.ZERO;
    }
    int year = terms.yearOf(month).map(Contract.PerformanceYear::year).orElse(0);
    return terms.cost().scope().phaseIn().stream()
        .filter(phase -> phase.year() == year && phase.category().equals(category.name()))
        .map(CostTerms.PhaseIn::weight)
        .findFirst()
        .orElseGet(() -> terms.weight(category.name()));
  }

  private static Money drugPriceEffect(Rows rows, Contract terms, YearMonth month, Money basis) {
    CostTerms.DrugPrices control = terms.cost().scope().drugPrices();
    return control == null
        ? Money.ZERO
        : switch (control.mode()) {
          case EXCLUDE -> basis;
          case REPRICE -> DrugRows.priceEffect(rows, month, control.prices(), terms.allowedBasis());
          case INDEX ->
              Optional.ofNullable(control.index().get(month))
                  .map(
                      index -> basis.minus(Amount.of(basis).dividedBy(index.value()).roundHalfUp()))
                  .orElse(Money.ZERO);
        };
  }
}
