package io.corridor.attribution.campaign;

/** Where the campaign stands with a member (domain.md 1.6). */
public enum CampaignStatus {
  /** Nobody has the member and no letter is out: one is asked for. */
  LETTER_DUE,
  /** The letter is out. */
  LETTER_SENT,
  /** The member answered. */
  RESPONDED,
  /** No open site is near enough; tried again each month. */
  NOBODY_NEAR,
  /** A practice was assigned and may still be declined. */
  PROXIMITY_ASSIGNED,
  /** The member declined the practice. */
  MEMBER_DECLINED,
  /** The practice declined the member; another one is sought on the first of the next month. */
  PROVIDER_DECLINED,
  /** Nobody declined in time. */
  STANDS
}
