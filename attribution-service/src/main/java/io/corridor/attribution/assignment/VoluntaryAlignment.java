package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Selected;
import io.corridor.common.care.PcpSelection;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Voluntary alignment (42 CFR 425.402(e), domain.md 1.4): the clinician whom the member named, in
 * force at the deadline before the performance year. Staff and algorithms cannot name anybody.
 */
final class VoluntaryAlignment {

  private static final Comparator<PcpSelection> LATEST_FIRST =
      Comparator.comparing((PcpSelection selection) -> selection.span().from())
          .reversed()
          .thenComparing(PcpSelection::npi);

  private VoluntaryAlignment() {}

  /** The designation that holds for the performance year of a month. */
  static Optional<PcpSelection> designation(List<Selected> selections, MonthTerms terms) {
    LocalDate deadline =
        terms
            .performanceYear()
            .span()
            .from()
            .minusDays(terms.contract().attribution().options().designationLeadDays() + 1L);
    return selections.stream()
        .map(Selected::selection)
        .filter(selection -> selection.chosenBy() == PcpSelection.ChosenBy.MEMBER)
        .filter(selection -> selection.span().contains(deadline))
        .min(LATEST_FIRST);
  }

  /**
   * What a designation says: inside the ACO it assigns, whatever the claims say; outside, the
   * claims cannot assign any more.
   */
  static Ruling ruling(PcpSelection designation, MonthTerms terms, Network network) {
    Optional<Tin> practice = SelectionRules.practice(designation, terms, network);
    return practice
        .filter(terms::participates)
        .map(tin -> Ruling.named(Basis.VOLUNTARY, tin, designation.npi(), terms.window()))
        .orElseGet(() ->
            Ruling.nobody(Basis.VOLUNTARY, Unattributed.DESIGNATED_ELSEWHERE, terms.window()));
  }
}
