package io.corridor.attribution.campaign;

/** How a member stands in a month without what the campaign itself did (domain.md 1.5, 1.6). */
public enum Standing {
  /** The gate is open and no other method found anything. */
  WITHOUT_HISTORY,
  /** Another method found a practice, in the contract or outside it. */
  PRACTICE_FOUND,
  /** The gate is closed, or a decision says that nobody has the member: no practice is sought. */
  CLOSED
}
