package io.corridor.attribution.dispute;

/** Where a dispute stands (domain.md 1.8). */
public enum DisputeStatus {
  /** Every action so far was refused. */
  NOT_SUBMITTED,
  /** Waits for its review. */
  SUBMITTED,
  /** Somebody other than the submitter has taken it up. */
  UNDER_REVIEW,
  /** Decided as claimed. */
  UPHELD,
  /** Decided otherwise than claimed, for days of the claim. */
  PARTIAL,
  /** Decided against the claim. */
  REJECTED,
  /** Taken back by the submitter. */
  WITHDRAWN,
  /** Not decided in time. */
  EXPIRED;

  /** True while it can be decided. */
  boolean isOpen() {
    return this == SUBMITTED || this == UNDER_REVIEW;
  }
}
