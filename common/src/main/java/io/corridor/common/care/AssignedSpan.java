package io.corridor.common.care;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Months in which one practice and clinician are accountable for a member.
 *
 * @param span first day of the first month to first day after the last; open when it runs through
 *     the current business month
 * @param tin accountable practice
 * @param npi accountable clinician
 */
public record AssignedSpan(DateSpan span, Tin tin, @Nullable Npi npi) {

  /** The span that holds a day, if any. */
  public static Optional<AssignedSpan> on(List<AssignedSpan> spans, LocalDate day) {
    return spans.stream().filter(assigned -> assigned.span().contains(day)).findFirst();
  }
}
