package io.corridor.settlement.ledger;

/** Accounts of a contract in the payer's books. */
public enum Account {
  /** Interim payments of a period that no settlement has netted yet; a debit balance. */
  ADVANCES,
  /** What the terms hold back of the expected result until the end; a credit balance. */
  RESERVE,
  /** The expected result that the reserve stands for; a debit balance. */
  EXPECTED_RESULT,
  /** Settled results: savings shared with the ACO are a debit, losses it bears a credit. */
  RESULT,
  /** All that was due to the ACO, less all that was due from it; a credit balance. */
  DUE,
  /** What the ACO was paid too much and has not given back; a debit balance. */
  OWED_BACK,
  /** Payments beside the shape of all periods, as their statements settle them; a debit balance. */
  PAYMENTS,
  /** Care management fees of all months, as they are known to be due; a debit balance. */
  FEES,
  /** Fees of restated months that were paid and have not been taken back yet; a debit balance. */
  FEES_OWED_BACK
}
