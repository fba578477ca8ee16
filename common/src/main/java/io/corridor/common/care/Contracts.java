package io.corridor.common.care;

import io.corridor.common.id.ContractId;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All versions of all contracts that are known. The version that holds in a month is the highest
 * with {@code effectiveFrom} on or before its first day.
 */
public final class Contracts {

  private final Map<ContractId, History> histories;

  /**
   * What is known of one contract.
   *
   * @param versions its versions, the highest first
   * @param months months inside a performance year of the terms that hold in them, ascending
   * @param comparisonYears performance years whose comparison group a target is held against
   */
  private record History(
      List<Contract> versions, List<YearMonth> months, Set<Integer> comparisonYears) {

    static History of(List<Contract> versions) {
      List<YearMonth> months =
          versions.stream()
              .flatMap(contract -> contract.years().stream())
              .flatMap(year -> Months.between(year.firstMonth(), year.lastMonth()).stream())
              .distinct()
              .filter(
                  month -> on(versions, month.atDay(1)).flatMap(c -> c.yearOf(month)).isPresent())
              .sorted()
              .toList();
      Set<Integer> comparisonYears =
          versions.stream()
              .flatMap(contract -> contract.cost().targets().stream())
              .flatMap(target -> target.comparisonYear().stream())
              .collect(Collectors.toUnmodifiableSet());
      return new History(List.copyOf(versions), months, comparisonYears);
    }

    static Optional<Contract> on(List<Contract> versions, LocalDate day) {
      return versions.stream()
          .filter(contract -> !contract.effectiveFrom().isAfter(day))
          .findFirst();
    }
  }

  private Contracts(Map<ContractId, History> histories) {
    this.histories = histories;
  }

  /** Contracts from their versions in any order. */
  public static Contracts of(Collection<Contract> all) {
    Map<ContractId, List<Contract>> versions = new TreeMap<>();
    all.stream()
        .sorted(Comparator.comparing(Contract::version).reversed())
        .forEach(c -> versions.computeIfAbsent(c.id(), id -> new ArrayList<>()).add(c));
    Map<ContractId, History> histories = new TreeMap<>();
    versions.forEach((id, list) -> histories.put(id, History.of(list)));
    return new Contracts(Collections.unmodifiableMap(histories));
  }

  /** Contract ids, ascending. */
  public Set<ContractId> ids() {
    return histories.keySet();
  }

  /** Contract ids of a payer, ascending. */
  public List<ContractId> ofPayer(String payer) {
    return histories.entrySet().stream()
        .filter(entry -> entry.getValue().versions().getFirst().payer().equals(payer))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Performance years of a contract whose comparison group some target is held against. */
  public Set<Integer> comparisonYears(ContractId id) {
    History history = histories.get(id);
    return history == null ? Set.of() : history.comparisonYears();
  }

  /** All versions of a contract, the highest first. */
  public List<Contract> versions(ContractId id) {
    History history = histories.get(id);
    return history == null ? List.of() : history.versions();
  }

  /** True when some version of a contract asks for something of cost. */
  public boolean asks(ContractId id, Predicate<CostTerms> something) {
    return versions(id).stream().map(Contract::cost).anyMatch(something);
  }

  /** The terms that hold on a day, if any. */
  public Optional<Contract> on(ContractId id, LocalDate day) {
    History history = histories.get(id);
    return history == null ? Optional.empty() : History.on(history.versions(), day);
  }

  /** The terms that hold in a month, if any. */
  public Optional<Contract> in(ContractId id, YearMonth month) {
    return on(id, month.atDay(1));
  }

  /**
   * Months that are evaluated: inside a performance year of the terms that hold in them, and begun
   * on the business date. Ascending.
   */
  public List<YearMonth> months(ContractId id, LocalDate businessDate) {
    History history = histories.get(id);
    if (history == null) {
      return List.of();
    }
    int found = Collections.binarySearch(history.months(), YearMonth.from(businessDate));
    return history.months().subList(0, found < 0 ? -found - 1 : found + 1);
  }
}
