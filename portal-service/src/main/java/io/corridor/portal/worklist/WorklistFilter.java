package io.corridor.portal.worklist;

import io.corridor.portal.worklist.Due.Group;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the worklist is asked for: codes only, so that an address can be saved and passed on.
 *
 * @param mine only rows that the viewer took
 * @param due one group
 * @param contract one contract
 * @param event one kind of event: EMERGENCY, INPATIENT or OBSERVATION
 * @param closed with rows that need nothing any more
 * @param all more than the first fifty rows
 * @param open row shown opened
 */
public record WorklistFilter(
    boolean mine,
    Optional<Group> due,
    Optional<String> contract,
    Optional<String> event,
    boolean closed,
    boolean all,
    Optional<String> open) {

  private static final List<String> EVENTS = List.of("EMERGENCY", "INPATIENT", "OBSERVATION");

  /** Reads an address; what is not known is left out. */
  public static WorklistFilter of(
      @Nullable String view,
      @Nullable String due,
      @Nullable String contract,
      @Nullable String event,
      @Nullable String status,
      @Nullable String rows,
      @Nullable String open) {
    return new WorklistFilter(
        "mine".equals(view),
        group(due),
        text(contract),
        text(event).map(e -> e.toUpperCase(Locale.ROOT)).filter(EVENTS::contains),
        "all".equals(status),
        "all".equals(rows),
        text(open));
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static Optional<Group> group(@Nullable String due) {
    for (Group group : Group.values()) {
      if (group.name().equalsIgnoreCase(due)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /** True when a row is asked for. */
  boolean takes(WorklistRow row, String user) {
    return (!mine || row.encounter().owner().filter(user::equals).isPresent())
        && due.map(group -> row.due().group() == group)
            .orElse(closed || row.due().group() != Group.CLOSED || justEnded(row))
        && contract.map(id -> id.equals(row.encounter().contract())).orElse(true)
        && event.map(kind -> kind.equals(row.encounter().patientClass())).orElse(true);
  }

  /** Withdrawn by the hospital, or done a moment ago: gone from sight only at the next look. */
  private static boolean justEnded(WorklistRow row) {
    return row.withdrawn() || row.due().kind() == Due.Kind.DONE;
  }

  /** How many filters are on, for the narrow page. */
  public long filtersOn() {
    return Stream.of(due, contract, event).filter(Optional::isPresent).count();
  }

  /** The address of this view, with one part set to another value or left out. */
  public String with(String part, String value) {
    List<String> query = new ArrayList<>();
    add(query, "view", part, value, mine ? "mine" : "");
    add(query, "due", part, value, due.map(g -> g.name().toLowerCase(Locale.ROOT)).orElse(""));
    add(query, "contract", part, value, contract.orElse(""));
    add(query, "event", part, value, event.map(e -> e.toLowerCase(Locale.ROOT)).orElse(""));
    add(query, "status", part, value, closed ? "all" : "");
    add(query, "rows", part, value, all ? "all" : "");
    add(query, "open", part, value, "");
    return query.isEmpty() ? "/worklist" : "/worklist?" + String.join("&", query);
  }

  /** The address of this view with nothing opened. */
  public String address() {
    return with("open", "");
  }

  private static void add(
      List<String> query, String name, String part, String value, String present) {
    String chosen = name.equals(part) ? value : present;
    if (!chosen.isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(chosen, StandardCharsets.UTF_8));
    }
  }
}
