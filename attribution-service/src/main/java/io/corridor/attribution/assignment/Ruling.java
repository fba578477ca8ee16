package io.corridor.attribution.assignment;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a method says about one month: it names somebody, or a reason for which nobody is
 * accountable. A method that found nothing to go by gives no ruling, and the next one is asked.
 *
 * @param reason why nobody is accountable; null when somebody is
 * @param basis what it goes by
 * @param tin accountable practice
 * @param npi accountable clinician
 * @param window claims window it read
 * @param ballot what it counted
 * @param excluded lines of the window that did not count, by reason
 * @param assignable under MSSP, whether the member is in the assignable population
 */
record Ruling(
    @Nullable Unattributed reason,
    Basis basis,
    @Nullable Tin tin,
    @Nullable Npi npi,
    DateSpan window,
    Ballot ballot,
    SortedMap<Exclusion, Integer> excluded,
    @Nullable Boolean assignable) {

  /** Somebody named without counting. */
  static Ruling named(Basis basis, Tin tin, @Nullable Npi npi, DateSpan window) {
    return new Ruling(null, basis, tin, npi, window, Ballot.NONE, new TreeMap<>(), null);
  }

  /** Nobody, without counting. */
  static Ruling nobody(Basis basis, Unattributed reason, DateSpan window) {
    return new Ruling(reason, basis, null, null, window, Ballot.NONE, new TreeMap<>(), null);
  }

  /** The same, said of a member of the assignable population or not. */
  Ruling assignable(boolean value) {
    return new Ruling(reason, basis, tin, npi, window, ballot, excluded, value);
  }
}
