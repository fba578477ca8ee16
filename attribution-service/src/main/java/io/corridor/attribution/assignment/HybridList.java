package io.corridor.attribution.assignment;

import java.util.Optional;

/**
 * H: fixed before the year by the selection on file, else by the plurality of the months before;
 * after the year by the plurality of the year itself (domain.md 1.3).
 */
record HybridList() implements AttributionMethod {

  @Override
  public Optional<Ruling> rule(MonthTerms terms, Evidence evidence) {
    if (terms.listing() == Listing.RECONCILED) {
      return RankedVisits.PLURALITY.rule(terms, evidence);
    }
    return new SelectionMethod()
        .rule(terms, evidence)
        .or(() -> RankedVisits.PLURALITY.rule(terms, evidence));
  }
}
