package io.corridor.benchmark.budget;

import io.corridor.benchmark.target.PracticePools;
import io.corridor.benchmark.target.PracticePools.Placement;
import io.corridor.benchmark.target.PracticePools.Practice;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.streams.TermsMapper;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.schemas.PoolPlacement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pools (docs/budget.md): the practices of a region that are too small to be measured alone, by
 * their members in the month before the performance year. A pool's budget is the sum of its
 * practices' months.
 */
final class PoolTotals {

  private final ContractId contract;
  private final NavigableMap<Integer, Year> years = new TreeMap<>();

  /**
   * A performance year whose last begun month asks for pools.
   *
   * @param pools what they ask
   * @param months its months that have begun, ascending
   */
  private record Year(CostTerms.Pools pools, List<YearMonth> months) {

    private YearMonth first() {
      return months.getFirst();
    }
  }

  private PoolTotals(ContractId contract) {
    this.contract = contract;
  }

  /** The pools of a contract; without any where its terms ask for none. */
  static PoolTotals of(String contract, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(contract);
    PoolTotals pools = new PoolTotals(id);
    LocalDate today = world.businessDate().orElse(null);
    if (today != null && contracts.asks(id, cost -> cost.groups().pools() != null)) {
      SortedMap<Integer, List<YearMonth>> begun = new TreeMap<>();
      for (YearMonth month : contracts.months(id, today)) {
        contracts
            .in(id, month)
            .flatMap(terms -> terms.yearOf(month))
            .ifPresent(
                year -> begun.computeIfAbsent(year.year(), any -> new ArrayList<>()).add(month));
      }
      begun.forEach((year, months) ->
          contracts
              .in(id, months.getLast())
              .map(terms -> terms.cost().groups().pools())
              .ifPresent(asked -> pools.years.put(year, new Year(asked, months))));
    }
    return pools;
  }

  /** Parameters that say who is measured where, one a performance year. */
  List<String> parameters() {
    return years.keySet().stream().map(year -> parameter(year).text()).toList();
  }

  private ParameterKey parameter(int year) {
    return new ParameterKey(contract.value(), ParameterKey.POOLS, Integer.toString(year));
  }

  /** Budgets of pools that a changed month of a practice touches. */
  List<String> touchedBy(BudgetKey practice) {
    YearMonth month = YearMonth.parse(practice.period());
    List<String> touched = new ArrayList<>();
    years.forEach((year, asked) -> {
      String region = asked.pools().regions().get(new Tin(practice.id()));
      if (region != null && asked.months().contains(month)) {
        touched.add(key(region, practice.period()).text());
        touched.add(key(region, Integer.toString(year)).text());
      }
      if (month.equals(asked.first()) || month.plusMonths(1).equals(asked.first())) {
        asked.pools().regions().values().stream()
            .distinct()
            .forEach(any -> {
              asked.months().forEach(each -> touched.add(key(any, each.toString()).text()));
              touched.add(key(any, Integer.toString(year)).text());
            });
      }
    });
    return touched;
  }

  private BudgetKey key(String region, String period) {
    return new BudgetKey(contract.value(), BudgetKey.POOL, region, period);
  }

  /** The sums that a pool's budget is made of. */
  List<BudgetKey> sumsOf(BudgetKey pool, Totals.Sums sums) {
    List<BudgetKey> parts = new ArrayList<>();
    years.forEach((year, asked) -> {
      List<YearMonth> months =
          asked.months().stream()
              .filter(month ->
                  pool.isMonth()
                      ? month.toString().equals(pool.period())
                      : Integer.toString(year).equals(pool.period()))
              .toList();
      if (!months.isEmpty()) {
        PracticePools.place(practices(asked, sums), asked.pools().minimumLives())
            .forEach((tin, placement) -> {
              if (placement.equals(new Placement.Pooled(pool.id()))) {
                months.forEach(month -> parts.add(practice(tin, month)));
              }
            });
      }
    });
    return parts;
  }

  private BudgetKey practice(Tin tin, YearMonth month) {
    return new BudgetKey(contract.value(), BudgetKey.TIN, tin.value(), month.toString());
  }

  /** The practices of the regions with their members before the year. */
  private List<Practice> practices(Year asked, Totals.Sums sums) {
    YearMonth before = asked.first().minusMonths(1);
    BudgetKey whole =
        new BudgetKey(contract.value(), BudgetKey.CONTRACT, contract.value(), before.toString());
    YearMonth counted = CostSums.of(sums.sum(whole.text())).members() > 0 ? before : asked.first();
    return asked.pools().regions().entrySet().stream()
        .map(practice ->
            new Practice(
                practice.getKey(),
                practice.getValue(),
                CostSums.of(sums.sum(practice(practice.getKey(), counted).text())).members()))
        .sorted(Comparator.comparing(practice -> practice.tin().value()))
        .toList();
  }

  /** Who is measured where in a year, ascending; nobody where its terms ask for no pools. */
  List<PoolPlacement> placements(int year, Totals.Sums sums) {
    Year asked = years.get(year);
    if (asked == null) {
      return List.of();
    }
    List<Practice> practices = practices(asked, sums);
    SortedMap<Tin, Placement> placed = PracticePools.place(practices, asked.pools().minimumLives());
    return practices.stream()
        .map(practice ->
            new PoolPlacement(
                practice.tin().value(),
                practice.region(),
                Math.toIntExact(practice.lives()),
                name(Objects.requireNonNull(placed.get(practice.tin())))))
        .toList();
  }

  private static String name(Placement placement) {
    return switch (placement) {
      case Placement.Alone _ -> "ALONE";
      case Placement.Pooled _ -> "POOLED";
      case Placement.TooSmall _ -> "TOO_SMALL";
    };
  }
}
