package io.corridor.attribution.assignment;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.util.Optional;

/**
 * The methods that rank practices by their services in the window, then the clinicians of the first
 * practice (domain.md 1.3). They differ in which services they count and in what comes first.
 */
enum RankedVisits implements AttributionMethod {
  /** B: most visits to primary care. */
  PLURALITY,
  /** C: the most recent visit to primary care. */
  MOST_RECENT,
  /** E: a wellness visit; of several the most recent. */
  WELLNESS,
  /** F: most visits to listed specialists in 12 months, asked when primary care found nobody. */
  SPECIALIST_FALLBACK;

  private static final int SPECIALIST_MONTHS = 12;

  /** The services it counts. */
  ServiceGroup group(MonthTerms terms) {
    return switch (this) {
      case PLURALITY, MOST_RECENT -> ServiceGroup.PRIMARY_CARE;
      case WELLNESS ->
          terms.contract().attribution().options().careManagementIsWellness()
              ? ServiceGroup.WELLNESS_OR_CARE_MANAGEMENT
              : ServiceGroup.WELLNESS;
      case SPECIALIST_FALLBACK -> ServiceGroup.SPECIALIST;
    };
  }

  private RankOrder order(MonthTerms terms) {
    return switch (this) {
      case PLURALITY, SPECIALIST_FALLBACK ->
          RankOrder.plurality(terms.contract().attribution().tieBreaks());
      case MOST_RECENT, WELLNESS -> RankOrder.MOST_RECENT;
    };
  }

  DateSpan window(MonthTerms terms) {
    return this == SPECIALIST_FALLBACK ? terms.windowOf(SPECIALIST_MONTHS) : terms.window();
  }

  @Override
  public Optional<Ruling> rule(MonthTerms terms, Evidence evidence) {
    DateSpan window = window(terms);
    Round round = evidence.round(terms, group(terms), order(terms), window);
    Ranking practices = round.practices(window);
    if (practices.isEmpty()) {
      return Optional.empty();
    }
    Tin first = practices.first().tin();
    boolean participates = terms.participates(first);
    Ranking clinicians = round.clinicians(first);
    Npi npi = participates && !clinicians.isEmpty() ? clinicians.first().npi() : null;
    return Optional.of(
        new Ruling(
            participates ? null : Unattributed.NOT_A_PARTICIPANT,
            Basis.CLAIMS,
            participates ? first : null,
            npi,
            window,
            new Ballot(
                practices.top(Ballot.LISTED),
                participates ? clinicians.top(Ballot.LISTED) : java.util.List.of(),
                java.util.List.of(),
                practices.decidedBy()),
            evidence.excluded(terms, group(terms), window),
            null));
  }
}
