package io.corridor.attribution.assignment;

import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The smallest thing that would make another answer of a month, everything else being equal.
 *
 * @param kind what it is
 * @param tin practice that would come first; null when any other, or none is named
 * @param visits further service days it needs
 * @param allowed further allowed dollars it needs
 */
public record Tipping(
    Kind kind, @Nullable Tin tin, @Nullable Integer visits, @Nullable Money allowed) {

  /** What can tip an answer. */
  public enum Kind {
    /** More service days of a practice. */
    VISITS,
    /** A later service of another practice. */
    RECENT_VISIT,
    /** More allowed charges of an entity. */
    ALLOWED,
    /** A service of a physician of the ACO. */
    PHYSICIAN_SERVICE,
    /** Another selection on file, or none. */
    SELECTION,
    /** Another clinician named by the member, or none. */
    DESIGNATION,
    /** Other coverage, or another fact of the gate. */
    COVERAGE,
    /** The end of an adjustment. */
    ADJUSTMENT,
    /** A practice that takes part in the contract, or a decline. */
    PARTICIPATION
  }

  static Tipping by(Kind kind) {
    return new Tipping(kind, null, null, null);
  }

  static Tipping visits(@Nullable Tin tin, int visits) {
    return new Tipping(Kind.VISITS, tin, visits, null);
  }

  static Tipping allowed(@Nullable Tin tin, Money dollars) {
    return new Tipping(Kind.ALLOWED, tin, null, dollars);
  }
}
