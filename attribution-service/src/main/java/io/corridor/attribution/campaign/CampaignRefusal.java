package io.corridor.attribution.campaign;

/** Why an action had no effect. Codes are stable: they are retired, never reused. */
public enum CampaignRefusal {
  /** A word that is none. */
  CAMPAIGN_INCOMPLETE,
  /** Another action has the same id. */
  CAMPAIGN_ACTION_ID_TAKEN,
  /** The contract has no campaign on that day. */
  CAMPAIGN_NOT_OFFERED,
  /** A practice has the member, or the gate is closed. */
  CAMPAIGN_NOT_NEEDED,
  /** A letter is out already. */
  CAMPAIGN_LETTER_OUT,
  /** No letter is out. */
  CAMPAIGN_NO_LETTER,
  /** The time to answer or decline has passed. */
  CAMPAIGN_TOO_LATE,
  /** No practice was assigned. */
  CAMPAIGN_NOTHING_TO_DECLINE
}
