package io.corridor.settlement.engine;

/** Levels of reporting (decisions 11) that terms may settle. */
public enum Level {
  /** The whole contract. */
  CONTRACT,
  /** The accountable care organisation. */
  ACO,
  /** A practice. */
  TIN,
  /** A clinician. */
  NPI
}
