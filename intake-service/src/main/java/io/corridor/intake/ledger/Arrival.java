package io.corridor.intake.ledger;

/** What became of a version that came in. */
public enum Arrival {
  /** Its content was not known: kept. */
  NEW,
  /** Kept; another content of the same version number was known already: a conflict to report. */
  CONFLICT,
  /** Known already. If this delivery was the earlier one, its time of receipt is kept. */
  DUPLICATE;

  /** True for a version that was not known. */
  public boolean isNew() {
    return this != DUPLICATE;
  }
}
