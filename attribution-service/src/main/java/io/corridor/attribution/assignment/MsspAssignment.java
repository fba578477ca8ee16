package io.corridor.attribution.assignment;

import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.rules.ConditionYears.Rule;
import io.corridor.common.time.DateSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * D: the steps of the Medicare Shared Savings Program (42 CFR 425.402, domain.md 1.4). First the
 * clinician whom the member named; then, with a service of a physician of the ACO in the assignment
 * window, the allowed charges of primary-care clinicians (step 1) or, where the member saw none of
 * them anywhere, of listed specialists (step 2); else, from performance year 2025, those of all
 * three over the expanded window (step 3). The ACO is held against every other ACO and every
 * practice outside any.
 */
record MsspAssignment() implements AttributionMethod {

  private static final int ASSIGNMENT_WINDOW = 12;
  private static final int EXPANDED_WINDOW = 24;

  /** What one member received, without practices that belong to several ACOs. */
  private record Services(List<Visit> expanded, List<Visit> recent, MonthTerms terms) {

    boolean recently(Predicate<Visit> asked) {
      return recent.stream().anyMatch(asked);
    }

    boolean inExpandedWindow(Predicate<Visit> asked) {
      return expanded.stream().anyMatch(asked);
    }

    boolean ours(Visit visit) {
      return terms.participates(visit.tin());
    }

    boolean expandedWindowOpens() {
      return terms.binds(Rule.EXPANDED_WINDOW_STEP)
          && recently(visit -> visit.clinician() == Clinician.PRACTITIONER);
    }

    /** 42 CFR 425.20: in the population from which ACOs are assigned at all. */
    boolean assignable() {
      return recently(MsspAssignment::byPhysician)
          || (expandedWindowOpens() && inExpandedWindow(MsspAssignment::byPhysician));
    }
  }

  @Override
  public Optional<Ruling> rule(MonthTerms terms, Evidence evidence) {
    Services services = services(terms, evidence);
    Optional<Ruling> voluntary =
        terms.binds(Rule.VOLUNTARY_ALIGNMENT)
            ? VoluntaryAlignment.designation(evidence.selections(terms), terms)
                .map(named -> VoluntaryAlignment.ruling(named, terms, evidence.network()))
                .filter(ruling -> ruling.tin() == null || voluntaryHolds(services))
            : Optional.empty();
    if (voluntary.isPresent()) {
      return voluntary.map(ruling -> ruling.assignable(services.assignable()));
    }
    return services.expanded().isEmpty()
        ? Optional.empty()
        : Optional.of(byClaims(services, evidence).assignable(services.assignable()));
  }

  private static Services services(MonthTerms terms, Evidence evidence) {
    DateSpan window = terms.windowOf(ASSIGNMENT_WINDOW);
    // Without step 3 there is no expanded window: services before the assignment window say
    // nothing.
    int months = terms.binds(Rule.EXPANDED_WINDOW_STEP) ? EXPANDED_WINDOW : ASSIGNMENT_WINDOW;
    List<Visit> expanded =
        evidence.services(terms, ServiceGroup.ALL, terms.windowOf(months)).stream()
            .filter(visit -> !terms.acos().isShared(visit.tin()))
            .toList();
    List<Visit> recent = expanded.stream().filter(visit -> window.contains(visit.day())).toList();
    return new Services(expanded, recent, terms);
  }

  private static boolean byPhysician(Visit visit) {
    return visit.clinician().isPhysician();
  }

  private static boolean voluntaryHolds(Services services) {
    return !services.terms().binds(Rule.VOLUNTARY_NEEDS_SERVICE)
        || services.recently(visit -> services.ours(visit) && byPhysician(visit));
  }

  private static Ruling byClaims(Services services, Evidence evidence) {
    if (services.recently(visit -> services.ours(visit) && byPhysician(visit))) {
      List<Visit> primaryCare = only(services.recent(), visit -> visit.clinician().isPrimaryCare());
      return primaryCare.isEmpty()
          ? compare(Basis.STEP_2, services.recent(), ServiceGroup.SPECIALIST, services, evidence)
          : compare(Basis.STEP_1, primaryCare, ServiceGroup.PRIMARY_CARE, services, evidence);
    }
    boolean stepThree =
        services.terms().binds(Rule.EXPANDED_WINDOW_STEP)
            && services.recently(
                visit -> services.ours(visit) && visit.clinician() == Clinician.PRACTITIONER)
            && services.inExpandedWindow(visit -> services.ours(visit) && byPhysician(visit));
    return stepThree
        ? compare(Basis.STEP_3, services.expanded(), ServiceGroup.ALL, services, evidence)
        : notReached(services, evidence);
  }

  private static List<Visit> only(List<Visit> visits, Predicate<Visit> asked) {
    return visits.stream().filter(asked).toList();
  }

  private static Ruling notReached(Services services, Evidence evidence) {
    MonthTerms terms = services.terms();
    DateSpan window = terms.windowOf(ASSIGNMENT_WINDOW);
    VisitWindow tallies = tallies(services.recent(), window);
    List<Charges> ranked = entities(tallies.practices(), terms);
    return new Ruling(
        services.assignable()
            ? Unattributed.NO_SERVICE_OF_ACO_PHYSICIAN
            : Unattributed.NOT_ASSIGNABLE,
        Basis.PRE_STEP,
        null,
        null,
        window,
        new Ballot(
            practices(tallies).top(Ballot.LISTED),
            List.of(),
            Ballot.top(ranked),
            Charges.decidedBy(ranked)),
        excluded(services, ServiceGroup.ALL, window, evidence),
        null);
  }

  private static Ruling compare(
      Basis step, List<Visit> compared, ServiceGroup group, Services services, Evidence evidence) {
    MonthTerms terms = services.terms();
    DateSpan window = terms.windowOf(step == Basis.STEP_3 ? EXPANDED_WINDOW : ASSIGNMENT_WINDOW);
    VisitWindow all = tallies(compared, window);
    List<Charges> ranked = entities(all.practices(), terms);
    Charges first = ranked.getFirst();
    boolean ours = first.aco() && first.entity().equals(terms.contract().aco());
    Ranking practices =
        ours
            ? Ranking.of(
                all.practices().stream().filter(each -> terms.participates(each.tin())).toList(),
                RankOrder.ALLOWED_CHARGES)
            : practices(all);
    Tin tin = practices.first().tin();
    List<Candidate> clinicians =
        ours
            ? Ranking.of(all.clinicians(tin), RankOrder.ALLOWED_CHARGES).top(Ballot.LISTED)
            : List.of();
    return new Ruling(
        ours ? null : Unattributed.ANOTHER_ENTITY,
        step,
        ours ? tin : null,
        clinicians.isEmpty() ? null : clinicians.getFirst().npi(),
        window,
        new Ballot(
            practices.top(Ballot.LISTED),
            clinicians,
            Ballot.top(ranked),
            Charges.decidedBy(ranked)),
        excluded(services, group, window, evidence),
        null);
  }

  private static VisitWindow tallies(List<Visit> visits, DateSpan window) {
    VisitWindow tallies = new VisitWindow(visits);
    tallies.moveTo(window);
    return tallies;
  }

  private static Ranking practices(VisitWindow tallies) {
    return Ranking.of(tallies.practices(), RankOrder.ALLOWED_CHARGES);
  }

  /** ACOs and practices outside any, greatest charges first. */
  private static List<Charges> entities(List<Candidate> practices, MonthTerms terms) {
    Map<String, Charges> entities = new HashMap<>();
    for (Candidate practice : practices) {
      String aco = terms.acos().acoOf(practice.tin());
      String entity = aco == null ? practice.tin().value() : aco;
      entities.merge(
          (aco == null ? "tin|" : "aco|") + entity,
          new Charges(
              entity, aco != null, null, practice.allowed(), Money.ZERO, practice.lastVisit()),
          MsspAssignment::sum);
    }
    return entities.values().stream().sorted(Charges.GREATEST_FIRST).toList();
  }

  private static Charges sum(Charges one, Charges other) {
    return new Charges(
        one.entity(),
        one.aco(),
        null,
        one.allowed().plus(other.allowed()),
        Money.ZERO,
        one.lastService().isAfter(other.lastService()) ? one.lastService() : other.lastService());
  }

  /** Lines of the assignment window that are left out where nothing was found to go by. */
  TreeMap<Exclusion, Integer> leftOut(MonthTerms terms, Evidence evidence) {
    return excluded(
        services(terms, evidence), ServiceGroup.ALL, terms.windowOf(ASSIGNMENT_WINDOW), evidence);
  }

  /** Lines of the window that the step left out, with those of shared practices. */
  private static TreeMap<Exclusion, Integer> excluded(
      Services services, ServiceGroup group, DateSpan window, Evidence evidence) {
    MonthTerms terms = services.terms();
    TreeMap<Exclusion, Integer> excluded = evidence.excluded(terms, group, window);
    int shared =
        evidence.services(terms, group, window).stream()
            .filter(visit -> terms.acos().isShared(visit.tin()))
            .mapToInt(Visit::lines)
            .sum();
    if (shared > 0) {
      excluded.put(Exclusion.PRACTICE_IN_SEVERAL_ACOS, shared);
    }
    return excluded;
  }
}
