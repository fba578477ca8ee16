package io.corridor.common.care;

import io.corridor.common.id.Npi;
import io.corridor.common.time.DateSpan;

/**
 * A span in which a primary-care clinician was on file.
 *
 * @param npi selected clinician
 * @param chosenBy who chose
 * @param span days of the selection
 */
public record PcpSelection(Npi npi, ChosenBy chosenBy, DateSpan span) {

  /** Who chose, strongest first. */
  public enum ChosenBy {
    /** The member. */
    MEMBER,
    /** Staff of the payer. */
    STAFF,
    /** The payer's algorithm. */
    AUTO
  }
}
