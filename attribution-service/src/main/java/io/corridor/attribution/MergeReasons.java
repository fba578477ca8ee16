package io.corridor.attribution;

import io.corridor.attribution.assignment.AssignmentChange;
import io.corridor.attribution.assignment.ChangeReason;
import io.corridor.attribution.roster.RosterEntry;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.topic.Topics;
import java.time.YearMonth;

/**
 * Reasons that no claim or coverage knows: the member was merged into another, or told apart again
 * (domain.md 1.7, decisions 17).
 */
record MergeReasons(Subject subject) {

  /** A merged member loses everything by the merge; one told apart begins where nothing held. */
  AssignmentChange of(AssignmentChange change, String assignmentKey) {
    ChangeReason reason = null;
    if (change.to() == null && subject.mergedInto().isPresent()) {
      reason = ChangeReason.MERGED;
    } else if (change.from() == null
        && subject.everything()
        && subject.toldApartOn().isPresent()
        && subject.answer(Topics.ASSIGNMENT, assignmentKey).isEmpty()) {
      reason = ChangeReason.UNMERGED;
    }
    return reason == null
        ? change
        : new AssignmentChange(change.month(), change.from(), change.to(), change.type(), reason);
  }

  /** The same for a roster: told apart since the month before. */
  RosterEntry of(RosterEntry entry) {
    ChangeReason reason = null;
    if (entry.accountable() == null && subject.mergedInto().isPresent()) {
      reason = ChangeReason.MERGED;
    } else if (entry.prior() == null
        && subject
            .toldApartOn()
            .filter(day -> !YearMonth.from(day).isBefore(entry.month().minusMonths(1)))
            .isPresent()) {
      reason = ChangeReason.UNMERGED;
    }
    return reason == null ? entry : entry.because(reason);
  }
}
