package io.corridor.attribution.dispute;

/** Why an action in a dispute had no effect. Codes are stable: they are retired, never reused. */
public enum Refusal {
  /** A word, month or identifier that is none, or something needed is absent. */
  DISPUTE_INCOMPLETE,
  /** Another action has the same id. */
  DISPUTE_ACTION_ID_TAKEN,
  /** The dispute was submitted before. */
  DISPUTE_SUBMITTED_BEFORE,
  /** No submission came before the action. */
  DISPUTE_NOT_SUBMITTED,
  /** The action names another contract than the submission. */
  DISPUTE_OTHER_CONTRACT,
  /** The contract is not known, or the first month lies outside its performance years. */
  DISPUTE_UNKNOWN_CONTRACT,
  /** The list of the first month is final since the cut of its year's closing (domain.md 1.7). */
  DISPUTE_LIST_FINAL,
  /** The last month or day comes before the first, or a day lies outside the adjustment. */
  DISPUTE_DATE_ORDER,
  /** The dispute was decided or withdrawn before. */
  DISPUTE_DECIDED,
  /** The time to decide has passed. */
  DISPUTE_EXPIRED,
  /** The action needs another person than the one before (four eyes). */
  DISPUTE_SAME_PERSON,
  /** Only the submitter may do this. */
  DISPUTE_NOT_SUBMITTER,
  /** Nobody has taken the dispute under review. */
  DISPUTE_NOT_UNDER_REVIEW,
  /** It is under review already. */
  DISPUTE_UNDER_REVIEW_BEFORE,
  /** The days of the decision lie outside the disputed months. */
  DISPUTE_OUTSIDE_CLAIM,
  /** The practice does not take part in the contract on the first day. */
  DISPUTE_NOT_A_PARTICIPANT,
  /** Another adjustment of the member and contract holds on some of the days. */
  DISPUTE_ADJUSTMENT_OVERLAPS,
  /** There is no adjustment to rescind. */
  DISPUTE_NOTHING_TO_RESCIND
}
