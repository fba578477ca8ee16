package io.corridor.portal.gap;

import io.corridor.portal.dashboard.GateRow;
import io.corridor.portal.shell.Format;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's gap in a list.
 *
 * @param ref opaque id of the member
 * @param name display name
 * @param person age, sex and birth date
 * @param measure measure
 * @param state state of the gap
 * @param reason why it is in that state, if the record says
 * @param dueBy last day on which evidence counts
 * @param evidence latest evidence, in words
 * @param practice practice that answers for it
 * @param today business date
 */
public record GapRow(
    String ref,
    String name,
    String person,
    String measure,
    String state,
    @Nullable String reason,
    LocalDate dueBy,
    String evidence,
    String practice,
    LocalDate today) {

  /** Word, icon and class of a state. */
  public record State(String word, String icon, String css) {}

  private static final Map<String, State> STATES =
      Map.of(
          "OPEN", new State("Open", "later", ""),
          "REOPENED", new State("Reopened", "move", "info"),
          "CLOSED", new State("Closed", "check", "ok"),
          "EXCLUDED", new State("Excluded", "dash", ""),
          "EXPIRED", new State("Expired", "x", ""),
          "PROSPECTIVE", new State("Not due yet", "cal", ""));

  private static final Map<String, String> CLOSES =
      Map.of(
          "Q01", "Mammogram, or a record of one",
          "Q02", "Stool test, colonoscopy or record of one");

  /** Title of the measure. */
  public String title() {
    return GateRow.titleOf(measure);
  }

  /** How it can be closed. */
  public String closedBy() {
    return CLOSES.getOrDefault(measure, "Evidence by claim or record");
  }

  /** Its state. */
  public State shown() {
    return STATES.getOrDefault(state, new State(state, "", ""));
  }

  /** Last day, and how far it is. */
  public String due() {
    long days = ChronoUnit.DAYS.between(today, dueBy);
    return Format.plainDay(dueBy)
        + (days < 0 ? ", past" : ", " + Format.counted(days, "day", "days") + " left");
  }
}
