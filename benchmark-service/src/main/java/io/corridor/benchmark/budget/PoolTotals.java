package io.corridor.benchmark.budget;

import io.corridor.benchmark.target.PracticePools;
import io.corridor.benchmark.target.PracticePools.Placement;
import io.corridor.benchmark.target.PracticePools.Practice;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.PoolPlacement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Pools (docs/budget.md): the practices of a region that are too small to be measured alone, by
 * their members in the month before the performance year. Who is pooled is a parameter; a pool's
 * budget is the sum of its practices' months.
 */
final class PoolTotals {

  private static final String POOLED = "POOLED";

  private final Contracts contracts;
  private final ContractId contract;

  PoolTotals(World world, String contract) {
    this.contracts = TermsMapper.contracts(world);
    this.contract = new ContractId(contract);
  }

  /** Parameters that a changed sum of the contract touches: one a performance year. */
  static List<String> touchedBy(String contract, World world) {
    PoolTotals pools = new PoolTotals(world, contract);
    LocalDate today = world.businessDate().orElse(null);
    Set<String> keys = new LinkedHashSet<>();
    if (today != null && pools.isAsked()) {
      for (YearMonth month : pools.contracts.months(pools.contract, today)) {
        pools.year(month).ifPresent(year -> keys.add(parameter(contract, year).text()));
      }
    }
    return List.copyOf(keys);
  }

  /** True when some terms of the contract pool practices; all else is empty where none do. */
  private boolean isAsked() {
    return contracts.asks(contract, cost -> cost.groups().pools() != null);
  }

  private static ParameterKey parameter(String contract, int year) {
    return new ParameterKey(contract, ParameterKey.POOLS, Integer.toString(year));
  }

  /** Months of a performance year that have begun by a day, ascending. */
  private List<YearMonth> months(LocalDate until, int year) {
    return contracts.months(contract, until).stream()
        .filter(month -> year(month).filter(found -> found == year).isPresent())
        .toList();
  }

  private Optional<Integer> year(YearMonth month) {
    return contracts
        .in(contract, month)
        .flatMap(terms -> terms.yearOf(month))
        .map(Contract.PerformanceYear::year);
  }

  /** Budgets of pools that a changed month of a practice touches, whoever is pooled today. */
  List<String> rows(BudgetKey practice) {
    if (!isAsked()) {
      return List.of();
    }
    YearMonth month = YearMonth.parse(practice.period());
    List<String> rows = new ArrayList<>();
    for (String region : regions(tin -> tin.value().equals(practice.id()))) {
      rows.add(row(region, practice.period()));
      year(month).ifPresent(year -> rows.add(row(region, Integer.toString(year))));
    }
    return rows;
  }

  /** Budgets of pools that the parameter of a year decides on. */
  List<String> rows(int year) {
    List<String> rows = new ArrayList<>();
    for (String region : regions(tin -> true)) {
      rows.add(row(region, Integer.toString(year)));
      months(LocalDate.MAX, year).forEach(month -> rows.add(row(region, month.toString())));
    }
    return rows;
  }

  /** Regions of some practices by any terms of the contract. */
  private Set<String> regions(Predicate<Tin> practices) {
    Set<String> regions = new TreeSet<>();
    for (Contract terms : contracts.versions(contract)) {
      CostTerms.Pools pools = terms.cost().groups().pools();
      if (pools != null) {
        pools.regions().entrySet().stream()
            .filter(practice -> practices.test(practice.getKey()))
            .map(Map.Entry::getValue)
            .forEach(regions::add);
      }
    }
    return regions;
  }

  private String row(String region, String period) {
    return new BudgetKey(contract.value(), BudgetKey.POOL, region, period).text();
  }

  /** The sums that a pool's budget is made of: those of the practices that are placed in it. */
  List<BudgetKey> sumsOf(BudgetKey pool, Standing standing) {
    List<YearMonth> months =
        pool.isMonth()
            ? List.of(YearMonth.parse(pool.period()))
            : months(LocalDate.MAX, Integer.parseInt(pool.period()));
    List<BudgetKey> parts = new ArrayList<>();
    for (YearMonth month : months) {
      year(month)
          .flatMap(year -> standing.of(parameter(contract.value(), year)))
          .map(Parameters::getPools)
          .orElse(List.of())
          .stream()
          .filter(practice ->
              practice.getPlacement().equals(POOLED) && practice.getRegion().equals(pool.id()))
          .forEach(practice -> parts.add(practice(practice.getTin(), month)));
    }
    return parts;
  }

  private BudgetKey practice(String tin, YearMonth month) {
    return new BudgetKey(contract.value(), BudgetKey.TIN, tin, month.toString());
  }

  /**
   * Who is measured where in a year, ascending; nobody where the terms of its last begun month pool
   * no practices.
   */
  List<PoolPlacement> placements(int year, LocalDate today, Totals.Sums sums) {
    List<YearMonth> months = months(today, year);
    CostTerms.Pools pools =
        months.isEmpty()
            ? null
            : contracts
                .in(contract, months.getLast())
                .map(terms -> terms.cost().groups().pools())
                .orElse(null);
    if (pools == null) {
      return List.of();
    }
    List<Practice> practices = practices(pools, months.getFirst(), sums);
    SortedMap<Tin, Placement> placed = PracticePools.place(practices, pools.minimumLives());
    return practices.stream()
        .map(practice ->
            new PoolPlacement(
                practice.tin().value(),
                practice.region(),
                Math.toIntExact(practice.lives()),
                name(Objects.requireNonNull(placed.get(practice.tin())))))
        .toList();
  }

  /** The practices of the regions with their members before the year. */
  private List<Practice> practices(CostTerms.Pools pools, YearMonth first, Totals.Sums sums) {
    YearMonth before = first.minusMonths(1);
    BudgetKey whole =
        new BudgetKey(contract.value(), BudgetKey.CONTRACT, contract.value(), before.toString());
    YearMonth counted = CostSums.of(sums.sum(whole.text())).members() > 0 ? before : first;
    return pools.regions().entrySet().stream()
        .map(practice ->
            new Practice(
                practice.getKey(),
                practice.getValue(),
                CostSums.of(sums.sum(practice(practice.getKey().value(), counted).text()))
                    .members()))
        .sorted(Comparator.comparing(practice -> practice.tin().value()))
        .toList();
  }

  private static String name(Placement placement) {
    return switch (placement) {
      case Placement.Alone _ -> "ALONE";
      case Placement.Pooled _ -> POOLED;
      case Placement.TooSmall _ -> "TOO_SMALL";
    };
  }
}
