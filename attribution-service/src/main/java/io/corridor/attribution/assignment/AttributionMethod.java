package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import java.util.Optional;

/** One way to tell who is accountable for a member in a month (domain.md 1.3). */
sealed interface AttributionMethod
    permits SelectionMethod,
        RankedVisits,
        MsspAssignment,
        ReachAlignment,
        HybridList,
        CampaignMethod {

  /** What it says; empty when it found nothing to go by, so that the next method is asked. */
  Optional<Ruling> rule(MonthTerms terms, Evidence evidence);

  /** The method that a contract names. */
  static AttributionMethod of(Contract.Method method) {
    return switch (method) {
      case PCP_SELECTION -> new SelectionMethod();
      case PLURALITY_VISITS -> RankedVisits.PLURALITY;
      case MOST_RECENT_VISIT -> RankedVisits.MOST_RECENT;
      case MSSP -> new MsspAssignment();
      case WELLNESS -> RankedVisits.WELLNESS;
      case SPECIALIST_FALLBACK -> RankedVisits.SPECIALIST_FALLBACK;
      case PROXIMITY -> new CampaignMethod();
      case HYBRID -> new HybridList();
      case REACH_WEIGHTED -> new ReachAlignment();
    };
  }
}
