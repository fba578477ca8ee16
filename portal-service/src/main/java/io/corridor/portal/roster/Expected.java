package io.corridor.portal.roster;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member who leaves or joins a practice if nothing happens.
 *
 * @param name display name
 * @param person age, sex and birth date
 * @param joins true for a joiner, false for a leaver
 * @param on first day of the change
 * @param other the other practice, by name; empty when there is none
 * @param keepsDays service days that keep a leaver; null when none would, or none are told
 * @param keepsAllowed allowed dollars of each of those days
 */
public record Expected(
    String name,
    String person,
    boolean joins,
    LocalDate on,
    String other,
    @Nullable Integer keepsDays,
    @Nullable Money keepsAllowed) {

  /** In a word. */
  public String word() {
    return joins ? "Joins" : "Leaves";
  }

  /** First day of the change. */
  public String onText() {
    return Format.day(on);
  }

  /** What keeps a leaver. */
  public String keepsText() {
    Integer days = keepsDays;
    Money each = keepsAllowed;
    if (joins || days == null || each == null) {
      return joins ? "" : "no visit would";
    }
    String visits = days == 1 ? "1 visit" : days + " visits on different days";
    return each.cents() == 0 ? visits : visits + " of " + Format.dollars(each);
  }

  /** Masked. */
  @Override
  public String toString() {
    return "Expected[masked]";
  }
}
