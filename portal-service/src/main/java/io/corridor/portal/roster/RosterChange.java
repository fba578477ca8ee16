package io.corridor.portal.roster;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a member's place on a list changed for one practice.
 *
 * @param word Joined, Left, Moved, Unchanged or Added in error
 * @param icon symbol
 * @param css class of the tag
 */
public record RosterChange(String word, String icon, String css) {

  private static final RosterChange JOINED = new RosterChange("Joined", "plus", "ok");
  private static final RosterChange LEFT = new RosterChange("Left", "dash", "");
  private static final RosterChange MOVED = new RosterChange("Moved", "move", "info");
  private static final RosterChange SAME = new RosterChange("Unchanged", "", "");
  private static final RosterChange ERROR = new RosterChange("Added in error", "x", "hold");

  private static final Map<String, String> CAUSES =
      Map.ofEntries(
          Map.entry("NEW_ENROLLEE", "New with the payer"),
          Map.entry("PCP_SELECTED", "Selected a clinician"),
          Map.entry("PCP_CHANGED", "Changed the selected clinician"),
          Map.entry("NEW_CLAIMS_PLURALITY", "New visits decided"),
          Map.entry("LOST_PLURALITY", "Another practice had more visits"),
          Map.entry("WINDOW_ROLLED", "Old visits fell out of the window"),
          Map.entry("CLAIM_REVERSED", "A claim was taken back"),
          Map.entry("ROSTER_ADDED", "The clinician joined a practice"),
          Map.entry("ROSTER_TERMED", "The clinician left a practice"),
          Map.entry("TIN_MOVED", "The clinician moved to another practice"),
          Map.entry("ENROLLMENT_ENDED", "Coverage ended"),
          Map.entry("RETRO_ENROLLED", "Covered after the fact"),
          Map.entry("RETRO_TERMED", "Coverage taken back after the fact"),
          Map.entry("DIED", "Died"),
          Map.entry("OPTED_OUT", "Opted out"),
          Map.entry("EXCLUDED_PROGRAM", "Left out by the program"));

  /** The change of a roster row as this practice sees it. */
  public static RosterChange of(
      String changeType, @Nullable String tin, @Nullable String priorTin, String own) {
    if (changeType.equals("CANCELLED")) {
      return ERROR;
    }
    boolean now = own.equals(tin);
    boolean before = own.equals(priorTin);
    if (now && before) {
      return SAME;
    }
    if (now) {
      return priorTin == null ? JOINED : MOVED;
    }
    return before ? LEFT : SAME;
  }

  /** A reason code in words. */
  public static String cause(@Nullable String reason) {
    if (reason == null) {
      return "";
    }
    String words = reason.toLowerCase(Locale.ROOT).replace('_', ' ');
    return CAUSES.getOrDefault(reason, Character.toUpperCase(words.charAt(0)) + words.substring(1));
  }

  /** True when the member is on the list because of this row. */
  public boolean joins() {
    return equals(JOINED) || equals(MOVED);
  }

  /** True when the member is not on the list any more. */
  public boolean leaves() {
    return equals(LEFT);
  }
}
