package io.corridor.attribution.assignment;

import io.corridor.common.care.PcpSelection;
import io.corridor.common.id.Tin;
import java.util.Optional;

/** A: the selection that covers the list day decides, whatever the claims say (domain.md 1.3). */
record SelectionMethod() implements AttributionMethod {

  @Override
  public Optional<Ruling> rule(MonthTerms terms, Evidence evidence) {
    return SelectionRules.on(evidence.selections(terms), terms.listDay())
        .map(selection -> chosen(selection, terms, evidence));
  }

  private static Ruling chosen(PcpSelection selection, MonthTerms terms, Evidence evidence) {
    Optional<Tin> practice = SelectionRules.practice(selection, terms, evidence.network());
    if (practice.isEmpty()) {
      return Ruling.nobody(Basis.SELECTION, Unattributed.PCP_NOT_IN_NETWORK, terms.window());
    }
    return terms.participates(practice.get())
        ? Ruling.named(Basis.SELECTION, practice.get(), selection.npi(), terms.window())
        : Ruling.nobody(Basis.SELECTION, Unattributed.NOT_A_PARTICIPANT, terms.window());
  }
}
