package io.corridor.attribution.assignment;

/** What decided the first place among candidates (domain.md 1.9 tieBreakUsed). */
public enum TieBreak {
  /** The measure of the method alone: visits, the last day or allowed charges. */
  NONE,
  /** The greater number of visits. */
  VISITS,
  /** The more recent last visit. */
  RECENCY,
  /** The greater allowed amount. */
  ALLOWED,
  /** The smaller id. */
  ID
}
