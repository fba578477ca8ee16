package io.corridor.common.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whole cents, exact. Overflow throws {@link ArithmeticException}; nothing is ever rounded here.
 *
 * @param cents the amount in cents; negative on a recovery
 */
public record Money(long cents) implements Comparable<Money> {

  /** No money. */
  public static final Money ZERO = new Money(0);

  /** An amount of {@code cents}. */
  public static Money ofCents(long cents) {
    return cents == 0 ? ZERO : new Money(cents);
  }

  /**
   * Reads a decimal text of dollars.
   *
   * @throws ArithmeticException if it has a fraction of a cent
   */
  public static Money of(String dollars) {
    return of(new BigDecimal(dollars));
  }

  /**
   * An amount of {@code dollars}.
   *
   * @throws ArithmeticException if it has a fraction of a cent
   */
  public static Money of(BigDecimal dollars) {
    return ofCents(dollars.movePointRight(2).longValueExact());
  }

  /** This and {@code other}. */
  public Money plus(Money other) {
    return ofCents(Math.addExact(cents, other.cents));
  }

  /** This without {@code other}. */
  public Money minus(Money other) {
    return ofCents(Math.subtractExact(cents, other.cents));
  }

  /** This with the other sign. */
  public Money negated() {
    return ofCents(Math.negateExact(cents));
  }

  /** This taken {@code times} over. */
  public Money times(long times) {
    return ofCents(Math.multiplyExact(cents, times));
  }

  /** This times a rate, unrounded. */
  public Amount times(Rate rate) {
    return Amount.of(this).times(rate.value());
  }

  /** True below zero. */
  public boolean isNegative() {
    return cents < 0;
  }

  /** True at zero. */
  public boolean isZero() {
    return cents == 0;
  }

  /** Dollars with two digits, as topics carry them. */
  public BigDecimal dollars() {
    return BigDecimal.valueOf(cents, 2);
  }

  /**
   * Divides this over parts in proportion to their weights by largest remainder: the parts sum to
   * this exactly. Equal remainders go to the earlier part, so callers pass parts in key order.
   *
   * @param weights not negative, not all zero
   */
  public List<Money> splitByLargestRemainder(List<Long> weights) {
    return splitInProportion(weights.stream().map(BigDecimal::valueOf).toList());
  }

  /**
   * The same for weights that are not whole numbers, such as member months times quality.
   *
   * @param weights not negative, not all zero
   */
  public List<Money> splitInProportion(List<BigDecimal> weights) {
    BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
      throw new IllegalArgumentException("weights must not be negative and not all zero");
    }
    List<Long> floors = new ArrayList<>();
    List<BigDecimal> remainders = new ArrayList<>();
    long given = 0;
    for (BigDecimal weight : weights) {
      BigDecimal[] share =
          BigDecimal.valueOf(Math.absExact(cents)).multiply(weight).divideAndRemainder(whole);
      floors.add(share[0].longValueExact());
      remainders.add(share[1]);
      given = Math.addExact(given, share[0].longValueExact());
    }
    List<Integer> order =
        IntStream.range(0, weights.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
            .toList();
    for (int i = 0; i < Math.absExact(cents) - given; i++) {
      floors.set(order.get(i), floors.get(order.get(i)) + 1);
    }
    long sign = isNegative() ? -1 : 1;
    return floors.stream().map(part -> ofCents(sign * part)).toList();
  }

  /** {@code dollars} as exact integer or decimal text rounded half up to the cent. */
  static Money halfUp(BigDecimal dollars) {
    return of(dollars.setScale(2, RoundingMode.HALF_UP));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  @Override
  public String toString() {
    return dollars().toPlainString();
  }
}
