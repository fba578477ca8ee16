package io.corridor.portal.roster;

import io.corridor.portal.shell.Format;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A practice's list of a month, or its state today; the two are never mixed.
 *
 * @param practice display name
 * @param month month of the list
 * @param published true for the published list, false for today's state
 * @param members members and, on a published list, those who left
 */
public record Roster(
    String practice, YearMonth month, boolean published, List<RosterMember> members) {

  /** Changes with one cause. */
  public record Cause(RosterChange change, String title, List<RosterMember> members) {

    /** How many members changed so. */
    public int count() {
      return members.size();
    }
  }

  private static final String SEPARATOR = " · ";

  /** Keeps its own copy. */
  public Roster {
    members = List.copyOf(members);
  }

  /** Members on the list. */
  public List<RosterMember> onList() {
    return members.stream().filter(member -> !member.change().leaves()).toList();
  }

  /** How many are on the list. */
  public long count() {
    return onList().size();
  }

  /** How many are new with the practice. */
  public long joined() {
    return with("Joined");
  }

  /** How many came from another practice. */
  public long moved() {
    return with("Moved");
  }

  /** How many are not with the practice any more. */
  public long left() {
    return with("Left");
  }

  private long with(String word) {
    return members.stream().filter(member -> member.change().word().equals(word)).count();
  }

  /** Change of the list's length. */
  public String net() {
    return Format.countSigned(joined() + moved() - left());
  }

  /** Changes grouped by cause, the largest group first. */
  public List<Cause> causes() {
    Map<String, List<RosterMember>> groups = new LinkedHashMap<>();
    for (RosterMember member : members) {
      if (member.change().joins() || member.change().leaves()) {
        String cause = member.cause().isEmpty() ? "No cause on record" : member.cause();
        groups
            .computeIfAbsent(member.change().word() + SEPARATOR + cause, key -> new ArrayList<>())
            .add(member);
      }
    }
    List<Cause> causes = new ArrayList<>();
    groups.forEach((key, list) ->
        causes.add(
            new Cause(list.getFirst().change(), key.substring(key.indexOf(SEPARATOR) + 3), list)));
    causes.sort(
        Comparator.comparingInt((Cause cause) -> -cause.count())
            .thenComparing(cause -> cause.change().word())
            .thenComparing(Cause::title));
    return causes;
  }

  /** The finding in a sentence. */
  public String finding() {
    if (members.isEmpty()) {
      return "No list for " + Format.month(month) + " yet";
    }
    if (!published) {
      return Format.counted(count(), "member", "members") + " today";
    }
    long change = joined() + moved() - left();
    String list = Format.counted(count(), "member", "members") + " in " + Format.month(month);
    return change == 0
        ? list + ", as many as the month before"
        : list + ", " + Format.count(Math.abs(change)) + (change > 0 ? " more" : " fewer");
  }
}
