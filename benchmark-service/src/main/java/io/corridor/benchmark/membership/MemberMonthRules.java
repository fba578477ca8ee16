package io.corridor.benchmark.membership;

import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Member months and their cost (domain.md 2.1 to 2.4). A month of a member counts for a contract
 * when attribution says so and coverage counts by the contract's policy. Truncation belongs to the
 * member-year: it is derived from the year's cells, never accumulated, so any month of the year may
 * change when one of them does.
 */
public final class MemberMonthRules {

  private MemberMonthRules() {}

  /**
   * The member months of the performance years that hold any of the given months.
   *
   * @param touched months whose rows changed
   * @return every month looked at, with its cost or empty when the member does not count in it
   */
  public static Map<YearMonth, Optional<MemberMonthCost>> derive(
      Rows rows,
      Contracts contracts,
      ContractId id,
      Set<YearMonth> touched,
      LocalDate businessDate) {
    Map<YearMonth, Optional<MemberMonthCost>> months = new java.util.TreeMap<>();
    List<AssignedSpan> assigned = MembershipRows.assigned(rows, id);
    for (List<YearMonth> year : years(contracts, id, touched, businessDate)) {
      List<MemberMonthCost> counted = new ArrayList<>();
      for (YearMonth month : year) {
        months.put(month, Optional.empty());
        contracts
            .in(id, month)
            .flatMap(terms -> month(rows, terms, month, assigned))
            .ifPresent(counted::add);
      }
      Contract.StopLoss limit =
          contracts.in(id, year.getLast()).map(Contract::stopLoss).orElse(null);
      List<MemberMonthCost> limited = limit == null ? counted : Truncation.apply(counted, limit);
      limited.forEach(cost -> months.put(cost.month(), Optional.of(cost)));
    }
    return months;
  }

  /** Months to look at, by performance year: the whole year where a limit spans it. */
  private static List<List<YearMonth>> years(
      Contracts contracts, ContractId id, Set<YearMonth> touched, LocalDate businessDate) {
    Map<LocalDate, Set<YearMonth>> byYear = new java.util.TreeMap<>();
    List<YearMonth> evaluated = contracts.months(id, businessDate);
    for (YearMonth month : touched) {
      contracts
          .in(id, month)
          .flatMap(terms -> terms.yearOf(month))
          .ifPresent(year ->
              byYear
                  .computeIfAbsent(year.span().from(), from -> new TreeSet<>())
                  .addAll(months(contracts, id, year, month, evaluated)));
    }
    return byYear.values().stream()
        .filter(months -> !months.isEmpty())
        .map(months -> List.copyOf(months))
        .toList();
  }

  private static List<YearMonth> months(
      Contracts contracts,
      ContractId id,
      Contract.PerformanceYear year,
      YearMonth touched,
      List<YearMonth> evaluated) {
    boolean whole = contracts.in(id, touched).map(Contract::stopLoss).isPresent();
    return evaluated.stream()
        .filter(month -> whole ? year.span().contains(month.atDay(1)) : month.equals(touched))
        .toList();
  }

  private static Optional<MemberMonthCost> month(
      Rows rows, Contract terms, YearMonth month, List<AssignedSpan> assigned) {
    Optional<Standing> standing = Standing.of(rows, terms, month, assigned);
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    Predicate<Tin> inside = tin -> terms.participates(tin, month.atDay(1));
    MonthSpend.PrimaryCare primary =
        new MonthSpend.PrimaryCare(
            terms.attribution().unknownSpecialtyCounts(),
            !terms.lineOfBusiness().equals("MEDICARE"));
    MonthSpend spend = MonthSpend.of(rows, month, primary, inside);
    ScopeRules.InScope inScope = ScopeRules.of(rows, terms, month, spend);
    return Optional.of(
        new MemberMonthCost(
            standing.get(),
            spend,
            inScope.byCategory(),
            inScope.byCategory(),
            inScope.drugPriceEffect()));
  }
}
