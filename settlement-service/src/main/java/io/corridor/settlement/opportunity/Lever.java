package io.corridor.settlement.opportunity;

import io.corridor.settlement.marginal.SmallChange.Event;

/**
 * A way to spend less. An avoided emergency visit may be an avoided admission, so the levers
 * overlap and are never added.
 */
public enum Lever {
  /** Fewer emergency visits. */
  EMERGENCY_VISITS(Event.EMERGENCY_VISIT, "emergency visits"),
  /** Fewer admissions. */
  ADMISSIONS(Event.ADMISSION, "admissions");

  private final Event event;
  private final String words;

  Lever(Event event, String words) {
    this.event = event;
    this.words = words;
  }

  /** Service category that the lever moves. */
  public String category() {
    return event.category();
  }

  /** Its units in words. */
  public String words() {
    return words;
  }
}
