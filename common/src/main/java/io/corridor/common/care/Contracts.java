package io.corridor.common.care;

import io.corridor.common.id.ContractId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All versions of all contracts that are known; for one thread. The version that holds in a month
 * is the highest with {@code effectiveFrom} on or before its first day.
 */
public final class Contracts {

  private final Map<ContractId, List<Contract>> versions;
  private final Map<ContractId, Months> evaluated = new HashMap<>();

  /** Months that have been asked for, and the month up to which. */
  private record Months(YearMonth last, List<YearMonth> months) {}

  private Contracts(Map<ContractId, List<Contract>> versions) {
    this.versions = versions;
  }

  /** Contracts from their versions in any order. */
  public static Contracts of(Collection<Contract> all) {
    Map<ContractId, List<Contract>> sorted = new TreeMap<>();
    all.stream()
        .sorted(Comparator.comparing(Contract::version).reversed())
        .forEach(c -> sorted.computeIfAbsent(c.id(), id -> new ArrayList<>()).add(c));
    sorted.replaceAll((id, list) -> List.copyOf(list));
    return new Contracts(Collections.unmodifiableMap(sorted));
  }

  /** Contract ids, ascending. */
  public Set<ContractId> ids() {
    return versions.keySet();
  }

  /** Contract ids of a payer, ascending. */
  public List<ContractId> ofPayer(String payer) {
    return versions.entrySet().stream()
        .filter(entry -> entry.getValue().getFirst().payer().equals(payer))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The terms that hold on a day, if any. */
  public Optional<Contract> on(ContractId id, LocalDate day) {
    return versions.getOrDefault(id, List.of()).stream()
        .filter(contract -> !contract.effectiveFrom().isAfter(day))
        .findFirst();
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
    YearMonth last = YearMonth.from(businessDate);
    Months known = evaluated.get(id);
    if (known == null || !known.last().equals(last)) {
      known = new Months(last, months(id, last));
      evaluated.put(id, known);
    }
    return known.months();
  }

  private List<YearMonth> months(ContractId id, YearMonth last) {
    return versions.getOrDefault(id, List.of()).stream()
        .flatMap(contract -> contract.years().stream())
        .flatMap(year ->
            io.corridor.common.time.Months.between(
                YearMonth.from(year.span().from()), lastMonth(year, last))
                .stream())
        .distinct()
        .filter(month -> in(id, month).flatMap(c -> c.yearOf(month)).isPresent())
        .sorted()
        .toList();
  }

  private static YearMonth lastMonth(Contract.PerformanceYear year, YearMonth last) {
    LocalDate until = year.span().until();
    return until == null
        ? last
        : io.corridor.common.time.Months.min(last, YearMonth.from(until.minusDays(1)));
  }
}
