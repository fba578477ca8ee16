package io.corridor.attribution.assignment;

/**
 * Why an assignment changed, in the order in which the first of several causes is named (domain.md
 * 1.7, decisions 17).
 */
public enum ChangeReason {
  /** The member died. */
  DIED,
  /** Another member's id stands for this person now. */
  MERGED,
  /** The member was told apart again from another one. */
  UNMERGED,
  /** Coverage began. */
  NEW_ENROLLEE,
  /** Coverage ended. */
  ENROLLMENT_ENDED,
  /** The member opted out. */
  OPTED_OUT,
  /** The contract excludes the member's programme. */
  EXCLUDED_PROGRAM,
  /** Coverage became known after its first month. */
  RETRO_ENROLLED,
  /** The end of coverage became known after it. */
  RETRO_TERMED,
  /** An approved adjustment decides. */
  DISPUTE_UPHELD,
  /** An approved adjustment ended. */
  MANUAL_ADJ_EXPIRED,
  /** A selection decides where none did. */
  PCP_SELECTED,
  /** Another selection decides, or none any more. */
  PCP_CHANGED,
  /** The alignment campaign gave a practice. */
  CAMPAIGN_ALIGNED,
  /** The practice that the campaign gave was declined. */
  CAMPAIGN_DECLINED,
  /** A clinician or practice came into the contract. */
  ROSTER_ADDED,
  /** A clinician or practice left the contract. */
  ROSTER_TERMED,
  /** The selected clinician belongs to another practice. */
  TIN_MOVED,
  /** A claim that decided was taken back. */
  CLAIM_REVERSED,
  /** New visits made a plurality. */
  NEW_CLAIMS_PLURALITY,
  /** Others have the plurality now. */
  LOST_PLURALITY,
  /** Old visits fell out of the window. */
  WINDOW_ROLLED;

  /** True when an adjustment began or ended. */
  public boolean isOfDispute() {
    return this == DISPUTE_UPHELD || this == MANUAL_ADJ_EXPIRED;
  }
}
