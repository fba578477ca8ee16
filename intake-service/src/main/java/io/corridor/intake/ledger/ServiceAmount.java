package io.corridor.intake.ledger;

import java.time.YearMonth;

/**
 * What one version of a claim costs in one month of service.
 *
 * @param month month the cost was incurred in
 * @param group pace at which such claims are paid
 * @param paidCents paid cents; negative on a recovery
 * @param allowedCents allowed cents
 */
public record ServiceAmount(YearMonth month, CashGroup group, long paidCents, long allowedCents) {

  /** Of a claim that is neither a stay nor a drug. */
  public ServiceAmount(YearMonth month, long paidCents, long allowedCents) {
    this(month, CashGroup.OTHER_MEDICAL, paidCents, allowedCents);
  }
}
