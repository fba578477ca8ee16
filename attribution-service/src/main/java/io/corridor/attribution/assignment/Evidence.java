package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Covered;
import io.corridor.attribution.assignment.MemberHistory.Selected;
import io.corridor.attribution.assignment.MemberHistory.Stay;
import io.corridor.common.care.Choice;
import io.corridor.common.care.Contract;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one member for the months asked about: the rows of all windows, read once. */
final class Evidence {

  private final MemberHistory history;
  private final Network network;
  private final List<Visit> visits;
  private final List<Stay> stays;
  private final TreeMap<YearMonth, Map<Exclusion, Integer>> excluded;
  private final Map<String, List<Covered>> coverage = new HashMap<>();
  // Terms of a month are one object for all members.
  private final Map<MonthTerms, Optional<Unattributed>> gates = new IdentityHashMap<>();
  private final Map<String, List<Selected>> selections = new HashMap<>();
  private final Map<Counting, CountedVisits> counted = new HashMap<>();
  private final Map<ServiceGroup, Round> rounds = new EnumMap<>(ServiceGroup.class);
  private final boolean reasons;
  private final @Nullable Evidence known;
  private @Nullable List<ManualAdjustment> adjustments;

  /** Visits counted under one policy for one group of services. */
  private record Counting(VisitPolicy policy, ServiceGroup group) {}

  private Evidence(
      MemberHistory history,
      Network network,
      List<Visit> visits,
      List<Stay> stays,
      TreeMap<YearMonth, Map<Exclusion, Integer>> excluded,
      boolean reasons,
      @Nullable Evidence known) {
    this.history = history;
    this.network = network;
    this.visits = visits;
    this.stays = stays;
    this.excluded = excluded;
    this.reasons = reasons;
    this.known = known;
  }

  /** Reads the rows that the windows of these months hold. */
  static Evidence read(MemberHistory history, Network network, Collection<MonthTerms> months) {
    return read(history, network, months, true);
  }

  /** The same for decisions of which only the outcome is asked: lines left out are not told. */
  static Evidence ofOutcomes(
      MemberHistory history, Network network, Collection<MonthTerms> months) {
    return read(history, network, months, false);
  }

  private static Evidence read(
      MemberHistory history, Network network, Collection<MonthTerms> months, boolean reasons) {
    List<MonthTerms> byVisits = months.stream().filter(MonthTerms::countsVisits).toList();
    if (byVisits.isEmpty()) {
      return new Evidence(history, network, List.of(), List.of(), new TreeMap<>(), reasons, null);
    }
    DateSpan days =
        new DateSpan(
            byVisits.stream()
                .map(terms -> terms.reach().from())
                .min(LocalDate::compareTo)
                .orElseThrow(),
            byVisits.stream()
                .map(terms -> Objects.requireNonNull(terms.reach().until()))
                .max(LocalDate::compareTo)
                .orElseThrow());
    List<Visit> visits = history.visits(days);
    boolean asksForStays = visits.stream().anyMatch(Evidence::asksForStays);
    return new Evidence(
        history,
        network,
        visits,
        asksForStays ? history.stays(days) : List.of(),
        reasons ? history.excluded(days) : new TreeMap<>(),
        reasons,
        null);
  }

  private static boolean asksForStays(Visit visit) {
    return visit.kind().condition() == VisitClass.Condition.NURSING_FACILITY
        || visit.kind().condition() == VisitClass.Condition.ADVANCE_CARE;
  }

  /** The same with services that have not happened, by day; what came before counts as it did. */
  Evidence with(List<Visit> imagined) {
    boolean later = visits.isEmpty() || visits.getLast().day().isBefore(imagined.getFirst().day());
    if (later) {
      return new Evidence(history, network, imagined, stays, new TreeMap<>(), reasons, this);
    }
    List<Visit> all = new ArrayList<>(visits);
    all.addAll(imagined);
    all.sort(Comparator.comparing(Visit::day));
    return new Evidence(history, network, List.copyOf(all), stays, excluded, reasons, null);
  }

  Network network() {
    return network;
  }

  /** True when lines left out and what would change an answer are told. */
  boolean tellsReasons() {
    return reasons;
  }

  /** Why the gate is closed; null when it is open. No service opens or closes it. */
  @Nullable Unattributed gateClosedBy(MonthTerms terms) {
    Evidence before = known;
    return before == null
        ? gates.computeIfAbsent(terms, this::gate).orElse(null)
        : before.gateClosedBy(terms);
  }

  private Optional<Unattributed> gate(MonthTerms terms) {
    Contract contract = terms.contract();
    return Optional.ofNullable(
        EligibilityGate.closedBy(
            terms, coverage(contract), history.deathDate(contract.payer()), optedOut(contract)));
  }

  /** Coverage as the contract asks for it. */
  private List<Covered> coverage(Contract contract) {
    return coverage.computeIfAbsent(
        contract.payer() + "|" + contract.lineOfBusiness(),
        key -> history.coverage(contract.payer(), contract.lineOfBusiness()));
  }

  /** Selections on file with the payer. */
  List<Selected> selections(MonthTerms terms) {
    return selections.computeIfAbsent(terms.contract().payer(), history::selections);
  }

  /** Days on which the member has opted out of attribution with the contract's payer. */
  private List<DateSpan> optedOut(Contract contract) {
    return history.choices(contract.payer(), Choice.What.ATTRIBUTION);
  }

  /** Approved adjustments. */
  List<ManualAdjustment> adjustments() {
    List<ManualAdjustment> read = adjustments;
    if (read == null) {
      read = history.adjustments();
      adjustments = read;
    }
    return read;
  }

  List<CampaignAlignment> campaignAlignments() {
    return history.campaignAlignments();
  }

  /** Services of a group that count, by day. */
  List<Visit> services(MonthTerms terms, ServiceGroup group, DateSpan window) {
    return counted(terms, group).counted().stream()
        .filter(visit -> window.contains(visit.day()))
        .toList();
  }

  private CountedVisits counted(MonthTerms terms, ServiceGroup group) {
    Counting asked = new Counting(terms.policy(), group);
    CountedVisits held = counted.get(asked);
    if (held == null) {
      held = CountedVisits.of(credited(terms), stays, excluded, asked.policy(), asked.group());
      Evidence before = known;
      if (before != null) {
        held = before.counted(terms, group).then(held);
      }
      counted.put(asked, held);
    }
    return held;
  }

  /** Visits with the practice that they belong to under the terms. */
  private List<Visit> credited(MonthTerms terms) {
    LocalDate day = terms.policy().creditDay();
    return day == null
        ? visits
        : visits.stream().map(visit -> visit.creditedTo(practice(visit, day, terms))).toList();
  }

  /**
   * The clinician's practice on a day: the one that billed if it is one of them, else the smallest
   * that takes part, else the smallest; the one that billed when there is none.
   */
  private Tin practice(Visit visit, LocalDate day, MonthTerms terms) {
    Npi npi = visit.npi();
    List<Tin> practices = npi == null ? List.of() : network.practices(npi, day);
    if (practices.isEmpty() || practices.contains(visit.tin())) {
      return visit.tin();
    }
    return practices.stream().filter(terms::participates).findFirst().orElse(practices.getFirst());
  }

  /** Lines of the window that do not count for a group of services, by reason. */
  TreeMap<Exclusion, Integer> excluded(MonthTerms terms, ServiceGroup group, DateSpan window) {
    if (!reasons) {
      return new TreeMap<>();
    }
    return counted(terms, group)
        .excluded(
            YearMonth.from(window.from()),
            YearMonth.from(Objects.requireNonNull(window.until()).minusDays(1)));
  }

  /** The round of a group of services, slid on where it can be. */
  Round round(MonthTerms terms, ServiceGroup group, RankOrder order, DateSpan window) {
    Round sliding = rounds.get(group);
    if (sliding == null || !sliding.serves(terms.policy(), group, order, window)) {
      sliding = new Round(terms.policy(), group, order, counted(terms, group));
      rounds.put(group, sliding);
    }
    return sliding;
  }
}
