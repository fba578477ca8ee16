package io.corridor.common.care;

import io.corridor.common.time.DateSpan;

/**
 * What a member chose for some days.
 *
 * @param what what it is about
 * @param span days on which it holds
 */
public record Choice(What what, DateSpan span) {

  /** What a choice is about. */
  public enum What {
    /** The member is not to be attributed. */
    ATTRIBUTION,
    /** The member's claims are not to be shared with practices. */
    DATA_SHARING
  }
}
