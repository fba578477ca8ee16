package io.corridor.attribution.assignment;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.time.DateSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * R: allowed charges of primary-care services in two alignment years, the newer weighted two
 * thirds, the older one third (domain.md 1.3). Primary-care clinicians decide when a tenth of the
 * weighted charges is theirs, else the listed specialists do. A clinician whom the member named
 * comes first.
 */
record ReachAlignment() implements AttributionMethod {

  private static final int ALIGNMENT_YEAR = 12;
  private static final int BOTH_YEARS = 24;

  /** Primary care decides from one part in so many. */
  private static final int PRIMARY_CARE_PART = 10;

  @Override
  public Optional<Ruling> rule(MonthTerms terms, Evidence evidence) {
    return VoluntaryAlignment.designation(evidence.selections(terms), terms)
        .map(named -> VoluntaryAlignment.ruling(named, terms, evidence.network()))
        .or(() -> byClaims(terms, evidence));
  }

  private static Optional<Ruling> byClaims(MonthTerms terms, Evidence evidence) {
    DateSpan both = terms.windowOf(BOTH_YEARS);
    DateSpan newer = terms.windowOf(ALIGNMENT_YEAR);
    List<Visit> all = evidence.services(terms, ServiceGroup.ALL, both);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    ServiceGroup group = decides(all, newer);
    List<Visit> used =
        all.stream()
            .filter(
                visit -> visit.clinician().isPrimaryCare() == (group == ServiceGroup.PRIMARY_CARE))
            .toList();
    return Optional.of(rank(terms, used, both, newer, evidence.excluded(terms, group, both)));
  }

  /** The clinicians whose services decide. */
  private static ServiceGroup decides(List<Visit> all, DateSpan newer) {
    List<Visit> primary = all.stream().filter(visit -> visit.clinician().isPrimaryCare()).toList();
    boolean enough =
        Math.multiplyExact(PRIMARY_CARE_PART, thirds(primary, newer)) >= thirds(all, newer);
    return !primary.isEmpty() && enough ? ServiceGroup.PRIMARY_CARE : ServiceGroup.SPECIALIST;
  }

  private static long thirds(List<Visit> visits, DateSpan newer) {
    long sum = 0;
    for (Visit visit : visits) {
      long weight = newer.contains(visit.day()) ? 2 : 1;
      sum = Math.addExact(sum, Math.multiplyExact(weight, visit.allowedCents()));
    }
    return sum;
  }

  private static Ruling rank(
      MonthTerms terms,
      List<Visit> used,
      DateSpan both,
      DateSpan newer,
      java.util.SortedMap<Exclusion, Integer> excluded) {
    VisitWindow years = new VisitWindow(used);
    years.moveTo(both);
    VisitWindow newerYear = new VisitWindow(used);
    newerYear.moveTo(newer);
    List<Charges> practices = charges(years.practices(), newerYear.practices());
    Tin first = new Tin(practices.getFirst().entity());
    boolean participates = terms.participates(first);
    List<Charges> clinicians =
        participates
            ? charges(years.clinicians(first), newerYear.clinicians(first))
            : List.<Charges>of();
    Npi npi = clinicians.isEmpty() ? null : clinicians.getFirst().npi();
    return new Ruling(
        participates ? null : Unattributed.NOT_A_PARTICIPANT,
        Basis.CLAIMS,
        participates ? first : null,
        npi,
        both,
        new Ballot(
            inOrder(practices, years.practices()),
            participates ? inOrder(clinicians, years.clinicians(first)) : List.of(),
            Stream.concat(Ballot.top(practices).stream(), Ballot.top(clinicians).stream()).toList(),
            Charges.decidedBy(practices)),
        excluded,
        null);
  }

  /** Charges of candidates by year, greatest first. */
  private static List<Charges> charges(List<Candidate> both, List<Candidate> newer) {
    Map<String, Money> newerAllowed =
        newer.stream().collect(Collectors.toMap(Candidate::id, Candidate::allowed));
    return both.stream()
        .map(candidate -> {
          Money recent = newerAllowed.getOrDefault(candidate.id(), Money.ZERO);
          return new Charges(
              candidate.tin().value(),
              false,
              candidate.npi(),
              recent,
              candidate.allowed().minus(recent),
              candidate.lastVisit());
        })
        .sorted(Charges.GREATEST_FIRST)
        .toList();
  }

  private static List<Candidate> inOrder(List<Charges> ranked, List<Candidate> candidates) {
    Map<String, Candidate> byId =
        candidates.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
    return Ballot.top(ranked).stream()
        .map(charges -> java.util.Objects.requireNonNull(byId.get(charges.id())))
        .toList();
  }
}
