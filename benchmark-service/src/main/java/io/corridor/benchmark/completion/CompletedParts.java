package io.corridor.benchmark.completion;

import io.corridor.common.id.Tin;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The completed figure of a contract's month as parts of its practices (decisions 4). Every part is
 * completed as the contract's month is; the cents that rounding leaves over go to the largest
 * remainders, equal ones to the smaller TIN. The parts sum to the contract figure.
 */
public final class CompletedParts {

  /** The last digits of a division do not decide who is larger: two thirds of a cent are a tie. */
  private static final int TIE_DIGITS = 11;

  private CompletedParts() {}

  /**
   * A practice's share of the month.
   *
   * @param toDate counted cost to date of its members
   * @param memberMonths their member months
   */
  public record PartToDate(Money toDate, Rate memberMonths) {}

  /**
   * The completed cost of each practice.
   *
   * @param month completed month of the contract
   * @param parts parts of the month by practice
   * @throws IllegalArgumentException if the parts are not the whole month
   */
  public static Map<Tin, Money> place(CompletedMonth month, Map<Tin, PartToDate> parts) {
    requireWhole(month, parts);
    NavigableMap<Tin, Money> placed = new TreeMap<>(Comparator.comparing(Tin::value));
    List<Part> completed = new ArrayList<>();
    parts.forEach((tin, part) -> {
      Amount exact = month.projection().completed(part.toDate(), part.memberMonths());
      completed.add(Part.of(tin, exact));
    });
    completed.forEach(part -> placed.put(part.tin(), part.floor()));
    Money given = placed.values().stream().reduce(Money.ZERO, Money::plus);
    long left = month.completed().minus(given).cents();
    completed.sort(
        Comparator.comparing(Part::remainder).reversed().thenComparing(part -> part.tin().value()));
    completed.stream()
        .limit(left)
        .forEach(part -> placed.merge(part.tin(), Money.ofCents(1), Money::plus));
    return placed;
  }

  /** A completed part: its whole cents and what is left of a cent. */
  private record Part(Tin tin, Money floor, BigDecimal remainder) {

    static Part of(Tin tin, Amount exact) {
      BigDecimal floor = exact.dollars().setScale(2, RoundingMode.FLOOR);
      BigDecimal remainder = exact.dollars().subtract(floor);
      return new Part(tin, Money.of(floor), remainder.setScale(TIE_DIGITS, RoundingMode.HALF_UP));
    }
  }

  private static void requireWhole(CompletedMonth month, Map<Tin, PartToDate> parts) {
    Money toDate = parts.values().stream().map(PartToDate::toDate).reduce(Money.ZERO, Money::plus);
    Rate memberMonths =
        parts.values().stream().map(PartToDate::memberMonths).reduce(Rate.ZERO, Rate::plus);
    if (!toDate.equals(month.toDate()) || !memberMonths.equals(month.memberMonths())) {
      throw new IllegalArgumentException("the parts of " + month.incurred() + " are not the whole");
    }
  }
}
