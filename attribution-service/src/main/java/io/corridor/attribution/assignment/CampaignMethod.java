package io.corridor.attribution.assignment;

import java.util.Optional;

/**
 * G: the practice that the alignment campaign offered, while the offer stands: neither the member
 * nor the practice declined it (domain.md 1.5, 1.6). A practice that left gives no ruling.
 */
record CampaignMethod() implements AttributionMethod {

  @Override
  public Optional<Ruling> rule(MonthTerms terms, Evidence evidence) {
    return CampaignAlignment.on(
            evidence.campaignAlignments(), terms.contract().id(), terms.anchor())
        .filter(offer -> terms.participates(offer.tin()))
        .map(offer -> Ruling.named(Basis.CAMPAIGN, offer.tin(), offer.npi(), terms.window()));
  }
}
