package io.corridor.benchmark.completion;

import io.corridor.common.money.Money;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was paid for the services of each month, by how many months later it was paid: the cash
 * ledger of one contract and category group, in the contract's amount basis. Cells add up, so a
 * triangle can be folded: a cell taken back leaves the triangle as if it had never been there, in
 * whatever order cells come.
 */
public final class PaidTriangle {

  /** Nothing paid yet. */
  public static final PaidTriangle EMPTY = new PaidTriangle(new TreeMap<>());

  private final NavigableMap<YearMonth, NavigableMap<Integer, Money>> paid;

  private PaidTriangle(NavigableMap<YearMonth, NavigableMap<Integer, Money>> paid) {
    this.paid = paid;
  }

  /**
   * Cash of one month of service and one paid month.
   *
   * @param incurred month of service
   * @param paid month in which it was paid; a month before the service counts as that of the
   *     service
   * @param amount whole cents; negative when more was recovered than paid
   */
  public record Cell(YearMonth incurred, YearMonth paid, Money amount) {

    /** Months from service to payment. */
    int lag() {
      return Math.toIntExact(Math.max(0, ChronoUnit.MONTHS.between(incurred, paid)));
    }
  }

  /** The triangle of these cells. */
  public static PaidTriangle of(Collection<Cell> cells) {
    NavigableMap<YearMonth, NavigableMap<Integer, Money>> paid = new TreeMap<>();
    cells.forEach(cell -> add(paid, cell, cell.amount()));
    return new PaidTriangle(paid);
  }

  /** This with a cell. */
  public PaidTriangle plus(Cell cell) {
    return with(cell, cell.amount());
  }

  /** This without a cell. */
  public PaidTriangle minus(Cell cell) {
    return with(cell, cell.amount().negated());
  }

  private PaidTriangle with(Cell cell, Money amount) {
    NavigableMap<YearMonth, NavigableMap<Integer, Money>> next = new TreeMap<>(paid);
    next.computeIfPresent(cell.incurred(), (month, lags) -> new TreeMap<>(lags));
    add(next, cell, amount);
    return new PaidTriangle(next);
  }

  private static void add(
      NavigableMap<YearMonth, NavigableMap<Integer, Money>> paid, Cell cell, Money amount) {
    NavigableMap<Integer, Money> lags =
        paid.computeIfAbsent(cell.incurred(), month -> new TreeMap<>());
    Money sum = lags.getOrDefault(cell.lag(), Money.ZERO).plus(amount);
    if (sum.isZero()) {
      lags.remove(cell.lag());
    } else {
      lags.put(cell.lag(), sum);
    }
    if (lags.isEmpty()) {
      paid.remove(cell.incurred());
    }
  }

  /** Cumulative payments for a month of service through a lag; zero when nothing was paid. */
  public Money through(YearMonth incurred, int lag) {
    return paid
        .getOrDefault(incurred, Collections.emptyNavigableMap())
        .headMap(lag, true)
        .values()
        .stream()
        .reduce(Money.ZERO, Money::plus);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PaidTriangle that && paid.equals(that.paid);
  }

  @Override
  public int hashCode() {
    return paid.hashCode();
  }

  @Override
  public String toString() {
    return paid.toString();
  }
}
