package io.corridor.portal.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person did with a task, checked.
 *
 * @param actionId id of the action, equal for a repeated send
 * @param action LOG_CONTACT or ASSIGN
 * @param outcome outcome of a contact; null otherwise
 * @param user who
 * @param at when, on the page's clock
 * @param note free text, at most 500 characters
 */
public record ActionRequest(
    String actionId,
    String action,
    @Nullable String outcome,
    String user,
    Instant at,
    @Nullable String note) {

  private static final int LONGEST_NOTE = 500;
  private static final List<String> OUTCOMES =
      List.of("REACHED", "LEFT_MESSAGE", "NO_ANSWER", "SCHEDULED", "DECLINED");

  /** Refuses what the topic does not know. */
  public ActionRequest {
    boolean contact = action.equals("LOG_CONTACT");
    if (!contact && !action.equals("ASSIGN")) {
      throw new IllegalArgumentException("The action is not known");
    }
    if (contact != (outcome != null) || (outcome != null && !OUTCOMES.contains(outcome))) {
      throw new IllegalArgumentException("The outcome does not fit the action");
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("A note has at most " + LONGEST_NOTE + " characters");
    }
  }

  /** Shows no note. */
  @Override
  public String toString() {
    return "ActionRequest[" + action + "]";
  }
}
