package io.corridor.settlement.ledger;

import io.corridor.common.money.Money;

/**
 * One side of an entry.
 *
 * @param account account
 * @param debit amount: a debit above zero, a credit below it, in cents
 */
public record Line(Account account, Money debit) {

  /** Rejects a line that moves nothing. */
  public Line {
    if (debit.isZero()) {
      throw new IllegalArgumentException("a line must move something");
    }
  }
}
