package io.corridor.common.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A rate, share, factor or count of member months: exact, compared unrounded.
 *
 * @param value the exact value; six digits only where it is shown
 */
public record Rate(BigDecimal value) implements Comparable<Rate> {

  /** Zero. */
  public static final Rate ZERO = new Rate(BigDecimal.ZERO);

  /** One. */
  public static final Rate ONE = new Rate(BigDecimal.ONE);

  /** Reads a decimal text. */
  public static Rate of(String text) {
    return new Rate(new BigDecimal(text));
  }

  /** A whole number. */
  public static Rate of(long value) {
    return new Rate(BigDecimal.valueOf(value));
  }

  /**
   * {@code numerator / denominator} with 34 digits.
   *
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rate ratio(BigDecimal numerator, BigDecimal denominator) {
    return new Rate(numerator.divide(denominator, MathContext.DECIMAL128));
  }

  /** This and {@code other}. */
  public Rate plus(Rate other) {
    return new Rate(value.add(other.value, MathContext.DECIMAL128));
  }

  /** This times {@code other}. */
  public Rate times(Rate other) {
    return new Rate(value.multiply(other.value, MathContext.DECIMAL128));
  }

  /** True at zero. */
  public boolean isZero() {
    return value.signum() == 0;
  }

  /** Rounded half up to six digits, as topics carry it. */
  public BigDecimal sixDigitsHalfUp() {
    return value.setScale(6, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Rate other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rate that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
