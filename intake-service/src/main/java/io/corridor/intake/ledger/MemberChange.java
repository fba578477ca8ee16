package io.corridor.intake.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the answer about one entity changed for one member.
 *
 * @param member member concerned; empty for entities without one
 * @param before what held under this member until now
 * @param after what holds under this member from now on
 * @param cash cash differences, ascending; claims only
 */
public record MemberChange(
    String member,
    @Nullable RecordVersion before,
    @Nullable RecordVersion after,
    List<CashCell> cash) {

  /** The changes from one answer to the next: two when the entity moved to another member. */
  static List<MemberChange> between(
      Optional<RecordVersion> before, Optional<RecordVersion> after, List<CashCell> cash) {
    TreeSet<String> members = new TreeSet<>();
    before.ifPresent(version -> members.add(version.member()));
    after.ifPresent(version -> members.add(version.member()));
    cash.forEach(cell -> members.add(cell.member()));
    List<MemberChange> changes = new ArrayList<>(members.size());
    for (String member : members) {
      RecordVersion left = under(member, before);
      RecordVersion entered = under(member, after);
      List<CashCell> own = cash.stream().filter(cell -> cell.member().equals(member)).toList();
      if (!Objects.equals(left, entered) || !own.isEmpty()) {
        changes.add(new MemberChange(member, left, entered, own));
      }
    }
    return List.copyOf(changes);
  }

  private static @Nullable RecordVersion under(String member, Optional<RecordVersion> version) {
    return version.filter(v -> v.member().equals(member)).orElse(null);
  }
}
