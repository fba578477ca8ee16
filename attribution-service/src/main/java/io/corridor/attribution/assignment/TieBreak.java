package io.corridor.attribution.assignment;

/** What decided the first place among candidates (domain.md 1.9 tieBreakUsed). */
public enum TieBreak {
  /** The number of visits alone. */
  NONE,
  /** The more recent last visit. */
  RECENCY,
  /** The greater allowed amount. */
  ALLOWED,
  /** The smaller id. */
  ID
}
