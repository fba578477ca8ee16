package io.corridor.settlement.replicate;

import java.math.BigDecimal;

/**
 * A ratio as printed: what it rounds is known within half a unit of its last digit.
 *
 * @param value printed ratio
 * @param halfUnit half a unit of the last printed digit
 */
public record Printed(BigDecimal value, BigDecimal halfUnit) {

  /** A ratio printed with a number of decimals. */
  static Printed of(BigDecimal value, int decimals) {
    return new Printed(value, BigDecimal.valueOf(5, decimals + 1));
  }

  /** True when an exact ratio rounds to this, allowing for {@code slack} of its own. */
  boolean rounds(BigDecimal exact, BigDecimal slack) {
    return exact.subtract(value).abs().compareTo(halfUnit.add(slack)) <= 0;
  }

  /** Least ratio that may have been rounded, not below zero. */
  public BigDecimal least() {
    return value.subtract(halfUnit).max(BigDecimal.ZERO);
  }

  /** Largest ratio that may have been rounded, not above one. */
  public BigDecimal largest() {
    return value.add(halfUnit).min(BigDecimal.ONE.max(value));
  }
}
