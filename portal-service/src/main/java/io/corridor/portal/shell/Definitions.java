package io.corridor.portal.shell;

import java.util.List;
import java.util.Optional;

/** Terms of art, explained in a sentence or two each. */
public final class Definitions {

  /**
   * A term.
   *
   * @param id part of its address
   * @param title the term
   * @param text what it means
   */
  public record Term(String id, String title, String text) {}

  private static final List<Term> TERMS =
      List.of(
          new Term(
              "assigned",
              "Assigned members",
              "Members for whom a practice is accountable under a contract in a month. They follow"
                  + " a clinician's selection on file or the most primary care visits in the"
                  + " contract's window."),
          new Term(
              "budget",
              "Budget",
              "What the contract allows a month's members to cost: the stated dollars per member"
                  + " per month times the member months."),
          new Term(
              "corridor",
              "Corridor",
              "The range around the budget, as wide as the minimum savings rate, inside which"
                  + " nothing is paid and nothing is owed."),
          new Term(
              "cost",
              "Counted cost",
              "Cost of care of assigned members in the contract's amount basis, in scope, after"
                  + " the truncation of very costly member years. It rises while claims come in."),
          new Term(
              "gap",
              "Care gap",
              "Care that a quality measure expects and for which no evidence has been received in"
                  + " the measure's period."),
          new Term(
              "gate",
              "Gate",
              "A result that must be reached before something is shared: the savings gate in"
                  + " dollars, the quality gate as a score."),
          new Term(
              "member-month",
              "Member month",
              "One member in one month in which the member is covered and assigned."),
          new Term(
              "payment",
              "Estimated payment",
              "What the contract would pay on what is known today: savings beyond the gate, times"
                  + " the share, times quality, no more than the cap. It is interim until the year"
                  + " is settled, and a forecast of nothing."),
          new Term("pmpm", "PMPM", "Per member per month: a total divided by its member months."),
          new Term(
              "roster",
              "Roster",
              "The published list of a practice's members for a month. It never changes; today's"
                  + " state may differ and stands on a tab of its own."),
          new Term(
              "savings",
              "Savings",
              "Budget minus counted cost, to date. Positive is under budget."));

  private Definitions() {}

  /** Every term, by title. */
  public static List<Term> all() {
    return TERMS;
  }

  /** A term by its id. */
  public static Optional<Term> of(String id) {
    return TERMS.stream().filter(term -> term.id().equals(id)).findFirst();
  }
}
