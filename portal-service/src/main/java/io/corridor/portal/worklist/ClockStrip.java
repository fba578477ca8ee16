package io.corridor.portal.worklist;

import io.corridor.portal.worklist.Encounter.FollowUp;
import io.corridor.portal.worklist.Encounter.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All follow-up clocks of an encounter side by side: 48 h, 2 business days, 7 d, 14 d. */
public final class ClockStrip {

  /** What became of a clock. */
  public enum State {
    /** Met in time. */
    DONE("t-ok", "check", "done"),
    /** Passed unmet. */
    MISSED("t-miss", "x", "missed"),
    /** The one that runs out next. */
    NOW("t-now", "soon", "due next"),
    /** Arranged. */
    BOOKED("t-book", "cal", "booked"),
    /** Later. */
    TO_COME("", "", "to come"),
    /** Not owed. */
    NONE("", "dash", "does not apply");

    private final String css;
    private final String icon;
    private final String words;

    State(String css, String icon, String words) {
      this.css = css;
      this.icon = icon;
      this.words = words;
    }

    /** Class of the stylesheet. */
    public String css() {
      return css;
    }

    /** Symbol, or nothing. */
    public String icon() {
      return icon;
    }

    /** Said to those who do not see the shape. */
    public String words() {
      return words;
    }
  }

  /** One clock of the strip. */
  public record Cell(String label, State state) {}

  private ClockStrip() {}

  /** The strip of a row; empty before discharge and after a withdrawal. */
  public static List<Cell> of(Encounter row, Instant now) {
    if (row.contact() == null && row.visit() == null) {
      return List.of();
    }
    boolean booked =
        row.lastContact("VISIT").map(Encounter.Action::outcome).orElse("").equals("SCHEDULED");
    List<Instant> ends = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    clock(cells, ends, "48 h", row.contact(), true, now, false);
    clock(cells, ends, "2 bus. d", row.contact(), false, now, false);
    clock(cells, ends, "7 d", row.visit(), true, now, booked);
    clock(cells, ends, "14 d", row.visit(), false, now, booked);
    return withNext(cells, ends);
  }

  private static void clock(
      List<Cell> cells,
      List<Instant> ends,
      String label,
      @Nullable FollowUp task,
      boolean first,
      Instant now,
      boolean booked) {
    Instant end = task == null ? null : first ? task.firstClock() : task.secondClock();
    State state = task == null || end == null ? State.NONE : state(task, end, now, booked);
    cells.add(new Cell(label, state));
    ends.add(state == State.TO_COME && end != null ? end : Instant.MAX);
  }

  private static State state(FollowUp task, Instant end, Instant now, boolean booked) {
    Instant doneAt = task.doneAt();
    if (task.progress() == Progress.CANCELLED) {
      return State.NONE;
    }
    if (doneAt != null) {
      return doneAt.isAfter(end) ? State.MISSED : State.DONE;
    }
    if (!end.isAfter(now)) {
      return State.MISSED;
    }
    return booked ? State.BOOKED : State.TO_COME;
  }

  private static List<Cell> withNext(List<Cell> cells, List<Instant> ends) {
    int next = -1;
    for (int i = 0; i < ends.size(); i++) {
      if (!ends.get(i).equals(Instant.MAX) && (next < 0 || ends.get(i).isBefore(ends.get(next)))) {
        next = i;
      }
    }
    List<Cell> marked = new ArrayList<>(cells);
    if (next >= 0) {
      marked.set(next, new Cell(cells.get(next).label(), State.NOW));
    }
    return List.copyOf(marked);
  }
}
