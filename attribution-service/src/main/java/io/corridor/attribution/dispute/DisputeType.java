package io.corridor.attribution.dispute;

/** What is disputed (domain.md 1.8). */
public enum DisputeType {
  /** The member is not a patient of the practice. */
  NOT_MY_PATIENT,
  /** The member should be with the practice named. */
  SHOULD_BE_MINE,
  /** The practice is right, the clinician is not. */
  WRONG_NPI,
  /** The member has died. */
  DECEASED,
  /** The member has moved away. */
  MOVED
}
