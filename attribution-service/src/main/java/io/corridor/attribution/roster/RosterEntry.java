package io.corridor.attribution.roster;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.ChangeReason;
import io.corridor.attribution.assignment.ChangeType;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One member of a published monthly roster (domain.md 1.7). Once published it never changes.
 *
 * @param month roster month
 * @param number roster number of the contract
 * @param businessDate business date of the cut
 * @param accountable who is on the roster; null on a dropped or cancelled row
 * @param prior who was on the roster before
 * @param type how it differs from the roster before
 * @param reason why; null when nothing changed
 * @param standing how the member stands; null on a dropped or cancelled row
 */
public record RosterEntry(
    YearMonth month,
    int number,
    LocalDate businessDate,
    @Nullable Accountable accountable,
    @Nullable Accountable prior,
    ChangeType type,
    @Nullable ChangeReason reason,
    @Nullable Standing standing) {

  /** The same for another cause. */
  public RosterEntry because(ChangeReason cause) {
    return new RosterEntry(month, number, businessDate, accountable, prior, type, cause, standing);
  }

  /** The same as it is read back. */
  Published published() {
    return new Published(month, accountable, type, businessDate);
  }
}
