package io.corridor.attribution.assignment;

/** How a roster row differs from the roster before (Da Vinci ATR, domain.md 1.7). */
public enum ChangeType {
  /** Not accountable before. */
  NEW,
  /** No longer accountable. */
  DROPPED,
  /** Another practice or clinician. */
  CHANGED,
  /** The same practice and clinician. */
  NOCHANGE,
  /** Listed before in error. */
  CANCELLED
}
