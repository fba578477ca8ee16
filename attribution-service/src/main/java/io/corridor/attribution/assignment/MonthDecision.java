package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is accountable for a member in one month, with everything needed to recompute it (domain.md
 * 1.9).
 *
 * @param month month
 * @param anchor attribution anchor day
 * @param unattributed why nobody is; null when somebody is
 * @param method method that decided
 * @param step place of the method in the contract's order, from 1; 0 when none decided
 * @param window claims window
 * @param tin accountable practice
 * @param npi accountable clinician
 * @param practices first five practices in rank order
 * @param clinicians first five clinicians of the winning practice in rank order
 * @param tieBreak what decided the first practice
 * @param excluded lines of the window that did not count, by reason
 */
public record MonthDecision(
    YearMonth month,
    LocalDate anchor,
    @Nullable Unattributed unattributed,
    Contract.@Nullable Method method,
    int step,
    DateSpan window,
    @Nullable Tin tin,
    @Nullable Npi npi,
    List<Candidate> practices,
    List<Candidate> clinicians,
    TieBreak tieBreak,
    SortedMap<Exclusion, Integer> excluded) {

  /** True when somebody is accountable. */
  public boolean attributed() {
    return tin != null;
  }

  /** Who is accountable, if anybody. */
  public @Nullable Accountable accountable() {
    Tin practice = tin;
    Contract.Method by = method;
    return practice == null || by == null ? null : new Accountable(practice, npi, by);
  }
}
