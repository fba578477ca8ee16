package io.corridor.attribution.assignment;

import io.corridor.common.care.AttributionOptions.ListKind;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.rules.ConditionYears;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All months of all contracts with their terms, worked out once for all members; one thread. */
public final class Programs {

  /** Later than any month of a performance year. */
  private static final LocalDate END_OF_TIME = LocalDate.of(9000, 1, 1);

  private final Map<ContractId, NavigableMap<YearMonth, MonthTerms>> months = new TreeMap<>();
  private final Map<ContractId, NavigableMap<YearMonth, MonthTerms>> reconciled = new HashMap<>();
  private final Map<ContractId, Asked> asked = new HashMap<>();
  private final Map<String, Set<ContractId>> byPayer = new HashMap<>();
  private final Map<ContractId, Set<Cover>> cover = new HashMap<>();
  private final Set<ContractId> campaigning = new HashSet<>();

  /** Months as they were asked for in one business month. */
  private record Asked(YearMonth businessMonth, NavigableMap<YearMonth, MonthTerms> months) {}

  /** The coverage that terms ask for. */
  private record Cover(String payer, String lineOfBusiness) {}

  /** Lists that were elected for years of contracts (domain.md 1.3 H). */
  public interface Elected {

    /** Nobody elected anything. */
    Elected NOTHING = (contract, year) -> Optional.empty();

    /** The list elected before the deadline. */
    Optional<ListKind> list(ContractId contract, int year);
  }

  private Programs(Contracts contracts, Elected elected) {
    ConditionYears conditions = ConditionYears.load();
    for (ContractId id : contracts.ids()) {
      NavigableMap<YearMonth, MonthTerms> running = new TreeMap<>();
      NavigableMap<YearMonth, MonthTerms> ended = new TreeMap<>();
      for (YearMonth month : contracts.months(id, END_OF_TIME)) {
        Contract contract = contracts.in(id, month).orElseThrow();
        List<Contract> others =
            contract.attribution().uses(Contract.Method.MSSP)
                ? others(contracts, id, month)
                : List.of();
        int year = contract.yearOf(month).orElseThrow().year();
        ListKind list = MonthTerms.list(contract, year, elected);
        Listing before = MonthTerms.whileRunning(list);
        Listing after = MonthTerms.afterwards(list);
        running.put(month, MonthTerms.of(month, contract, list, before, conditions, others));
        if (after != before) {
          ended.put(month, MonthTerms.of(month, contract, list, after, conditions, others));
        }
      }
      months.put(id, running);
      reconciled.put(id, ended);
      running.values().forEach(month -> index(id, month.contract()));
    }
  }

  private static List<Contract> others(Contracts contracts, ContractId id, YearMonth month) {
    return contracts.ids().stream()
        .filter(other -> !other.equals(id))
        .flatMap(other -> contracts.in(other, month).stream())
        .toList();
  }

  private void index(ContractId id, Contract contract) {
    if (contract.attribution().options().roster().campaign() != null) {
      campaigning.add(id);
    }
    byPayer.computeIfAbsent(contract.payer(), payer -> new TreeSet<>()).add(id);
    cover
        .computeIfAbsent(id, any -> new HashSet<>())
        .add(new Cover(contract.payer(), contract.lineOfBusiness()));
  }

  /** The programs of these contracts. */
  public static Programs of(Collection<Contract> contracts) {
    return of(contracts, Elected.NOTHING);
  }

  /** The programs of these contracts with the lists that were elected. */
  public static Programs of(Collection<Contract> contracts, Elected elected) {
    return new Programs(Contracts.of(contracts), elected);
  }

  /** Contracts that any of these payers signed for some month, ascending. */
  public Set<ContractId> ofPayers(Collection<String> payers) {
    Set<ContractId> contracts = new TreeSet<>();
    payers.forEach(payer -> contracts.addAll(byPayer.getOrDefault(payer, Set.of())));
    return contracts;
  }

  /** True when the member was ever covered as the contract asks. */
  public boolean concern(ContractId id, MemberHistory history) {
    return cover.getOrDefault(id, Set.of()).stream()
        .anyMatch(asked -> !history.coverage(asked.payer(), asked.lineOfBusiness()).isEmpty());
  }

  /** All months of a contract, ascending. */
  NavigableMap<YearMonth, MonthTerms> months(ContractId id) {
    return months.getOrDefault(id, new TreeMap<>());
  }

  /**
   * Months of a contract that are evaluated on a business date: inside a year and begun. Months of
   * a year that has ended have the terms of its reconciliation, where the contract has one.
   */
  NavigableMap<YearMonth, MonthTerms> begun(ContractId id, LocalDate businessDate) {
    YearMonth businessMonth = YearMonth.from(businessDate);
    Asked known = asked.get(id);
    if (known == null || !known.businessMonth().equals(businessMonth)) {
      known = new Asked(businessMonth, begun(id, businessMonth));
      asked.put(id, known);
    }
    return known.months();
  }

  private NavigableMap<YearMonth, MonthTerms> begun(ContractId id, YearMonth businessMonth) {
    NavigableMap<YearMonth, MonthTerms> begun =
        new TreeMap<>(months(id).headMap(businessMonth, true));
    reconciled
        .getOrDefault(id, new TreeMap<>())
        .headMap(businessMonth, false)
        .forEach((month, terms) -> {
          if (MonthTerms.lastMonth(terms.performanceYear()).isBefore(businessMonth)) {
            begun.put(month, terms);
          }
        });
    return java.util.Collections.unmodifiableNavigableMap(begun);
  }

  /**
   * The first of a month after a business date on which something may change: the next month
   * begins, or the present one, the last of the contract, ends.
   */
  public Optional<LocalDate> nextFirst(ContractId id, LocalDate businessDate) {
    YearMonth current = YearMonth.from(businessDate);
    YearMonth next =
        months(id).containsKey(current) ? current.plusMonths(1) : months(id).higherKey(current);
    return Optional.ofNullable(next).map(month -> month.atDay(1));
  }

  /** The last month of a contract that has begun on a day. */
  public Optional<YearMonth> lastBegun(ContractId id, LocalDate day) {
    return Optional.ofNullable(months(id).floorKey(YearMonth.from(day)));
  }

  /** Roster number of a month: months since the first of the contract, from 1 (domain.md 1.7). */
  public int rosterNumber(ContractId id, YearMonth month) {
    return Math.toIntExact(
        java.time.temporal.ChronoUnit.MONTHS.between(months(id).firstKey(), month) + 1);
  }

  /** The first month of the performance year that holds a month of the contract. */
  public YearMonth yearBegins(ContractId id, YearMonth month) {
    MonthTerms terms = java.util.Objects.requireNonNull(months(id).get(month), "a month of a year");
    return YearMonth.from(terms.performanceYear().span().from());
  }

  /** Months whose services any method may read for a month; 0 outside the performance years. */
  public int longestReach(ContractId id, YearMonth month) {
    MonthTerms terms = months(id).get(month);
    if (terms == null || !terms.countsVisits()) {
      return 0;
    }
    LocalDate until = java.util.Objects.requireNonNull(terms.reach().until());
    return Math.toIntExact(
        java.time.temporal.ChronoUnit.MONTHS.between(terms.reach().from(), until));
  }

  /** Terms of a contract in a month; empty outside its performance years. */
  public Optional<Contract> terms(ContractId id, YearMonth month) {
    return Optional.ofNullable(months(id).get(month)).map(MonthTerms::contract);
  }

  /** Contracts of these with an alignment campaign in some month, ascending. */
  public Set<ContractId> campaigns(Collection<ContractId> contracts) {
    Set<ContractId> campaigns = new TreeSet<>();
    contracts.stream().filter(campaigning::contains).forEach(campaigns::add);
    return campaigns;
  }

  /**
   * How a month is decided, as the list of a running year sees it; empty outside the performance
   * years.
   */
  public Optional<MonthDecision> decision(
      ContractId id, YearMonth month, MemberHistory history, Network network) {
    return Optional.ofNullable(months(id).get(month))
        .map(terms -> AssignmentRules.decide(history, network, List.of(terms)).getFirst());
  }

  /**
   * Practices whose listed specialists saw the member in the twelve months before a day, in visits
   * that count under the contract's terms of that day's month.
   */
  public Set<Tin> practicesOfSpecialists(ContractId id, LocalDate day, MemberHistory history) {
    MonthTerms terms = months(id).get(YearMonth.from(day));
    if (terms == null) {
      return Set.of();
    }
    DateSpan year = new DateSpan(day.minusYears(1), day);
    return CountedVisits.of(
            history.visits(year),
            history.stays(year),
            new TreeMap<>(),
            terms.policy().over(year),
            ServiceGroup.SPECIALIST)
        .counted()
        .stream()
        .filter(visit -> visit.clinician() == Clinician.SPECIALIST)
        .map(Visit::tin)
        .collect(Collectors.toSet());
  }

  /** Days whose visits follow their clinicians; empty when the contract lets them stay. */
  public Optional<DateSpan> followed(ContractId id, LocalDate businessDate) {
    return begun(id, businessDate).values().stream()
        .filter(terms -> terms.policy().creditDay() != null)
        .map(MonthTerms::reach)
        .reduce((one, other) ->
            new DateSpan(
                one.from().isBefore(other.from()) ? one.from() : other.from(), other.until()));
  }

  /** Terms of a contract in the first month of a performance year. */
  public Optional<Contract> termsOfYear(ContractId id, int year) {
    return months(id).values().stream()
        .filter(terms -> terms.performanceYear().year() == year)
        .map(MonthTerms::contract)
        .findFirst();
  }

  /** Payer of a contract in its latest month. */
  public Optional<String> payer(ContractId id) {
    return Optional.ofNullable(months(id).lastEntry())
        .map(entry -> entry.getValue().contract().payer());
  }
}
