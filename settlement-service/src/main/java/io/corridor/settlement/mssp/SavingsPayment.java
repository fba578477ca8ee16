package io.corridor.settlement.mssp;

import io.corridor.common.rules.Expression;
import java.math.BigDecimal;

/**
 * What an ACO is paid of the savings that count (settlement.md 1, step 6). A formula of another law
 * is another class.
 */
interface SavingsPayment {

  /**
   * The payment before it is rounded, noted as {@code cappedSavings}.
   *
   * @param generated savings that count, above zero
   * @param shareRate final sharing rate
   * @param sequestration part of the payment that sequestration leaves
   */
  Expression unrounded(
      Reconciliation year,
      BigDecimal generated,
      BigDecimal shareRate,
      MsspParameters.Sequestration sequestration,
      Worksheet sheet);
}
