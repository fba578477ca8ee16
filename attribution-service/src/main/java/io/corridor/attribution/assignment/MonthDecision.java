package io.corridor.attribution.assignment;

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
 * @param method by what it was decided; null when nothing decided
 * @param step place of the method in the contract's order, from 1; 0 when none decided
 * @param basis what the method went by; null when none decided
 * @param window claims window
 * @param tin accountable practice
 * @param npi accountable clinician
 * @param ballot what was counted
 * @param excluded lines of the window that did not count, by reason
 * @param assignable under MSSP, whether the member is in the assignable population
 * @param tipping the smallest things that would make another answer
 */
public record MonthDecision(
    YearMonth month,
    LocalDate anchor,
    @Nullable Unattributed unattributed,
    @Nullable AssignedBy method,
    int step,
    @Nullable Basis basis,
    DateSpan window,
    @Nullable Tin tin,
    @Nullable Npi npi,
    Ballot ballot,
    SortedMap<Exclusion, Integer> excluded,
    @Nullable Boolean assignable,
    List<Tipping> tipping) {

  /** What a method ruled. */
  static MonthDecision of(
      MonthTerms terms, AssignedBy method, int step, Ruling ruling, List<Tipping> tipping) {
    return new MonthDecision(
        terms.month(),
        terms.anchor(),
        ruling.reason(),
        method,
        step,
        ruling.basis(),
        ruling.window(),
        ruling.tin(),
        ruling.npi(),
        ruling.ballot(),
        ruling.excluded(),
        ruling.assignable(),
        tipping);
  }

  /** True when somebody is accountable. */
  public boolean attributed() {
    return tin != null;
  }

  /** Who is accountable, if anybody. */
  public @Nullable Accountable accountable() {
    Tin practice = tin;
    AssignedBy by = method;
    return practice == null || by == null ? null : new Accountable(practice, npi, by);
  }

  /** First five practices in rank order. */
  public List<Candidate> practices() {
    return ballot.practices();
  }

  /** First five clinicians of the winning practice in rank order. */
  public List<Candidate> clinicians() {
    return ballot.clinicians();
  }

  /** What decided the first place. */
  public TieBreak tieBreak() {
    return ballot.tieBreak();
  }
}
