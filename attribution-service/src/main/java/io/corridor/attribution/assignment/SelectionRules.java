package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Selected;
import io.corridor.common.care.PcpSelection;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Method A (domain.md 1.3): the selection that covers the anchor day decides, whatever the claims
 * say. The member's choice beats the staff's, and theirs beats the algorithm's; then the later
 * first day, then the smaller clinician id.
 */
final class SelectionRules {

  private static final Comparator<PcpSelection> STRONGEST_FIRST =
      Comparator.comparing(PcpSelection::chosenBy)
          .thenComparing(selection -> selection.span().from(), Comparator.reverseOrder())
          .thenComparing(PcpSelection::npi);

  private SelectionRules() {}

  /** The selection that holds on a day. */
  static Optional<PcpSelection> on(List<Selected> selections, LocalDate day) {
    return selections.stream()
        .map(Selected::selection)
        .filter(selection -> selection.span().contains(day))
        .min(STRONGEST_FIRST);
  }

  /**
   * The practice of the selected clinician: the smallest that takes part, else the smallest of all
   * on the list day; empty when the clinician belongs to none.
   */
  static Optional<Tin> practice(PcpSelection selection, MonthTerms terms, Network network) {
    List<Tin> practices = network.practices(selection.npi(), terms.listDay());
    return practices.stream()
        .filter(terms::participates)
        .findFirst()
        .or(() -> practices.stream().findFirst());
  }
}
