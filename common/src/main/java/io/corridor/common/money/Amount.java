package io.corridor.common.money;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * An exact, unrounded intermediate in dollars (34 digits, decisions 1). It becomes {@link Money}
 * once, by a method that names the rounding.
 *
 * @param dollars the amount in dollars
 */
public record Amount(BigDecimal dollars) implements Comparable<Amount> {

  private static final MathContext DIGITS = MathContext.DECIMAL128;

  /** Nothing. */
  public static final Amount ZERO = new Amount(BigDecimal.ZERO);

  /** The amount of {@code money}. */
  public static Amount of(Money money) {
    return new Amount(money.dollars());
  }

  /** This and {@code other}. */
  public Amount plus(Amount other) {
    return new Amount(dollars.add(other.dollars, DIGITS));
  }

  /** This without {@code other}. */
  public Amount minus(Amount other) {
    return new Amount(dollars.subtract(other.dollars, DIGITS));
  }

  /** This times {@code factor}. */
  public Amount times(BigDecimal factor) {
    return new Amount(dollars.multiply(factor, DIGITS));
  }

  /**
   * This divided by {@code divisor}, 34 digits.
   *
   * @throws ArithmeticException if the divisor is zero
   */
  public Amount dividedBy(BigDecimal divisor) {
    return new Amount(dollars.divide(divisor, DIGITS));
  }

  /** The smaller of the two. */
  public Amount min(Amount other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Rounded half up to the cent: away from zero at exactly half a cent. */
  public Money roundHalfUp() {
    return Money.halfUp(dollars);
  }

  @Override
  public int compareTo(Amount other) {
    return dollars.compareTo(other.dollars);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amount that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return dollars.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return dollars.toPlainString();
  }
}
