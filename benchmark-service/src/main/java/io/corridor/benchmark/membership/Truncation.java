package io.corridor.benchmark.membership;

import io.corridor.benchmark.spend.Category;
import io.corridor.common.care.Contract;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Truncation of a member-year on in-scope cost (domain.md 2.4): {@code min(c, A) + (1 - x) max(0, c
 * - A)}, un-prorated during the year (decisions 3). The result is divided over the year's cells
 * (month, category) in proportion by largest remainder, ties to the earlier cell key (DESIGN 5). A
 * cell below zero is a recovery: it stays as it is and the others share the rest.
 */
final class Truncation {

  private static final Rate MONTHS = Rate.of(12);

  private Truncation() {}

  /** One cell of the year. */
  private record Cell(int month, Category category, Money amount) {}

  /** What counts of a member-year's in-scope cost, half up to the cent. */
  static Money counted(Money cost, Contract.StopLoss limit) {
    if (cost.compareTo(limit.attachment()) <= 0) {
      return cost;
    }
    Money above = cost.minus(limit.attachment());
    BigDecimal kept = BigDecimal.ONE.subtract(limit.excludedShare().value());
    return Amount.of(limit.attachment()).plus(above.times(new Rate(kept))).roundHalfUp();
  }

  /**
   * The limit of a final settlement (domain.md 2.4, decisions 3): the attachment counts for as many
   * twelfths as the member has member months in the year, half up to the cent, and whole from
   * twelve on.
   */
  static Contract.StopLoss prorated(List<MemberMonthCost> year, Contract.StopLoss limit) {
    Rate months = year.stream().map(MemberMonthCost::memberMonths).reduce(Rate.ZERO, Rate::plus);
    return months.compareTo(MONTHS) >= 0
        ? limit
        : new Contract.StopLoss(
            limit.attachment().times(months).dividedBy(MONTHS.value()).roundHalfUp(),
            limit.excludedShare());
  }

  /** The months of a year with their counted cost; months in ascending order. */
  static List<MemberMonthCost> apply(List<MemberMonthCost> year, Contract.StopLoss limit) {
    Money cost =
        year.stream()
            .map(month -> MemberMonthCost.total(month.inScope()))
            .reduce(Money.ZERO, Money::plus);
    Money counted = counted(cost, limit);
    if (counted.equals(cost)) {
      return year;
    }
    List<Cell> cells = new ArrayList<>();
    Money below = Money.ZERO;
    for (int i = 0; i < year.size(); i++) {
      for (Category category : Category.all()) {
        Money amount = year.get(i).inScope().getOrDefault(category, Money.ZERO);
        if (amount.cents() > 0) {
          cells.add(new Cell(i, category, amount));
        } else {
          below = below.plus(amount);
        }
      }
    }
    List<Money> shares =
        counted
            .minus(below)
            .splitByLargestRemainder(cells.stream().map(cell -> cell.amount().cents()).toList());
    return withShares(year, cells, shares);
  }

  private static List<MemberMonthCost> withShares(
      List<MemberMonthCost> year, List<Cell> cells, List<Money> shares) {
    List<Map<Category, Money>> counted = new ArrayList<>();
    year.forEach(month -> {
      Map<Category, Money> copy = new EnumMap<>(Category.class);
      copy.putAll(month.inScope());
      counted.add(copy);
    });
    for (int i = 0; i < cells.size(); i++) {
      counted.get(cells.get(i).month()).put(cells.get(i).category(), shares.get(i));
    }
    List<MemberMonthCost> limited = new ArrayList<>();
    for (int i = 0; i < year.size(); i++) {
      limited.add(year.get(i).counting(counted.get(i)));
    }
    return limited;
  }
}
