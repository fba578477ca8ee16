package io.corridor.intake.ledger;

/** Claims that are paid at the same pace; read off the claim's form alone (domain.md 2.5). */
public enum CashGroup {
  /** Hospital stays: type of bill 11x and 12x. */
  INPATIENT,
  /** Everything that is neither a stay nor a drug. */
  OTHER_MEDICAL,
  /** Drugs from a pharmacy. */
  PHARMACY
}
