package io.corridor.settlement.mssp;

import java.math.BigDecimal;

/**
 * Which savings or losses count (settlement.md 1, step 5). A formula of another law is another
 * class.
 */
interface Generation {

  /**
   * Savings (positive) or losses (negative) that count, noted as {@code generated}.
   *
   * @param belowMinimum true when savings short of the minimum rate count too
   */
  BigDecimal generated(Reconciliation year, boolean belowMinimum, Worksheet sheet);
}
