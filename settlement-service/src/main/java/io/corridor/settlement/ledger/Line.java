package io.corridor.settlement.ledger;

import io.corridor.common.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One side of an entry.
 *
 * @param account account
 * @param receiver who is meant in the account: a practice, {@code practice|clinician}, or the ACO
 *     where what is due is handed on; null for the party to the contract
 * @param debit amount: a debit above zero, a credit below it, in cents
 */
public record Line(Account account, @Nullable String receiver, Money debit) {

  /** Rejects a line that moves nothing. */
  public Line {
    if (debit.isZero()) {
      throw new IllegalArgumentException("a line must move something");
    }
  }

  /** A line of the party to the contract. */
  public Line(Account account, Money debit) {
    this(account, null, debit);
  }

  /** The line that takes this one back. */
  Line reversed() {
    return new Line(account, receiver, debit.negated());
  }
}
