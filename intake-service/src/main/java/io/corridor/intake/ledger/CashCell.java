package io.corridor.intake.ledger;

import java.time.YearMonth;

/**
 * Cents booked for a member in a month of payment for a month of service.
 *
 * @param member member
 * @param paidMonth month of payment
 * @param serviceMonth month the cost was incurred in
 * @param group pace at which such claims are paid
 * @param paidCents paid cents added; negative: taken back
 * @param allowedCents allowed cents added
 */
public record CashCell(
    String member,
    YearMonth paidMonth,
    YearMonth serviceMonth,
    CashGroup group,
    long paidCents,
    long allowedCents) {

  /** Of a claim that is neither a stay nor a drug. */
  public CashCell(
      String member,
      YearMonth paidMonth,
      YearMonth serviceMonth,
      long paidCents,
      long allowedCents) {
    this(member, paidMonth, serviceMonth, CashGroup.OTHER_MEDICAL, paidCents, allowedCents);
  }
}
