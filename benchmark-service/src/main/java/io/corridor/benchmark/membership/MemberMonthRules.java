package io.corridor.benchmark.membership;

import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.benchmark.spend.RowsOnce;
import io.corridor.benchmark.spend.SpendRows;
import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.facts.Row;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Member months and their cost (domain.md 2.1 to 2.4). A month of a member counts for a contract
 * when attribution says so, for its comparison group when it says so of nobody, and coverage counts
 * by the contract's policy. Truncation belongs to the member-year: it is derived from the year's
 * cells, never accumulated, so any month of the year may change when one of them does, while the
 * limit binds or did so until now.
 */
public final class MemberMonthRules {

  private final RowsOnce rows;
  private final Contracts contracts;
  private final ContractId id;
  private final LocalDate businessDate;
  private final List<AssignedSpan> assigned;
  private final Side side;
  private final Map<String, Membership> memberships = new HashMap<>();

  /** Whose months count. */
  public enum Side {
    /** Those of members that the contract is accountable for. */
    OWN,
    /** Those of the contract's comparison group, that nobody is accountable for. */
    COMPARED
  }

  /**
   * Rules for one member and contract.
   *
   * @param rows rows of the member
   * @param side whose months count
   */
  public MemberMonthRules(
      RowsOnce rows, Contracts contracts, ContractId id, LocalDate businessDate, Side side) {
    this.rows = rows;
    this.contracts = contracts;
    this.id = id;
    this.businessDate = businessDate;
    this.side = side;
    this.assigned =
        switch (side) {
          case OWN -> MembershipRows.assigned(rows, id);
          case COMPARED -> MembershipRows.assignedAnywhere(rows);
        };
  }

  /**
   * The member months that touched months may have changed.
   *
   * @param touched months whose rows changed
   * @param before in-scope cost of a touched month as it was last answered; zero when it was not.
   *     The rows of every month that is not touched are as they were
   * @return every month that may differ, with its cost or empty when the member does not count in
   *     it
   */
  public Map<YearMonth, Optional<MemberMonthCost>> derive(
      Set<YearMonth> touched, Function<YearMonth, Money> before) {
    Map<YearMonth, Optional<MemberMonthCost>> months = new TreeMap<>();
    for (List<YearMonth> year : years(touched)) {
      readAhead(year);
      derive(year, touched, before).forEach(months::put);
    }
    return months;
  }

  private void readAhead(List<YearMonth> months) {
    if (months.size() > 1) {
      calendarYears(months)
          .forEach(calendarYear -> SpendRows.ofYear(calendarYear).forEach(rows::readAhead));
    }
  }

  private static Set<Integer> calendarYears(List<YearMonth> months) {
    Set<Integer> years = new TreeSet<>();
    months.forEach(month -> years.add(month.getYear()));
    return years;
  }

  private Map<YearMonth, Optional<MemberMonthCost>> derive(
      List<YearMonth> year, Set<YearMonth> touched, Function<YearMonth, Money> before) {
    Contract.StopLoss limit = contracts.in(id, year.getLast()).map(Contract::stopLoss).orElse(null);
    boolean all = touched.containsAll(year);
    boolean alone = limit != null && !all && cannotReach(year, touched, before, limit);
    Map<YearMonth, Optional<MemberMonthCost>> months = new TreeMap<>();
    List<MemberMonthCost> counted = new ArrayList<>();
    for (YearMonth month : alone ? year.stream().filter(touched::contains).toList() : year) {
      Optional<MemberMonthCost> cost =
          contracts.in(id, month).flatMap(terms -> month(terms, month));
      months.put(month, cost);
      cost.ifPresent(counted::add);
    }
    if (limit == null || alone) {
      return months;
    }
    List<MemberMonthCost> limited = Truncation.apply(counted, limit);
    if (limited == counted && (all || !wasLimited(months, touched, before, limit))) {
      months.keySet().retainAll(touched);
    } else {
      limited.forEach(cost -> months.put(cost.month(), Optional.of(cost)));
    }
    return months;
  }

  /**
   * A performance year as a final settlement counts it.
   *
   * @param year number of the performance year
   * @return months of the member that count otherwise in the end than they run, ascending
   */
  public List<Finally> atFinal(int year) {
    List<YearMonth> months =
        contracts.months(id, businessDate).stream()
            .filter(month ->
                contracts
                    .in(id, month)
                    .flatMap(terms -> terms.yearOf(month))
                    .filter(found -> found.year() == year)
                    .isPresent())
            .toList();
    Contract.StopLoss limit =
        months.isEmpty()
            ? null
            : contracts.in(id, months.getLast()).map(Contract::stopLoss).orElse(null);
    if (limit == null) {
      return List.of();
    }
    readAhead(months);
    List<MemberMonthCost> counted =
        months.stream()
            .flatMap(
                month -> contracts.in(id, month).flatMap(terms -> month(terms, month)).stream())
            .toList();
    List<MemberMonthCost> running = Truncation.apply(counted, limit);
    List<MemberMonthCost> finals = Truncation.apply(counted, Truncation.prorated(counted, limit));
    List<Finally> both = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      if (!running.get(i).counted().equals(finals.get(i).counted())) {
        both.add(new Finally(running.get(i), finals.get(i)));
      }
    }
    return both;
  }

  /** A month of a year, as it runs and as it counts in the end. */
  public record Finally(MemberMonthCost running, MemberMonthCost last) {}

  /**
   * True when all that the rows of the year could add up to stays below the limit, now and as the
   * year was last answered: then its months have nothing to do with one another. Most members are
   * far below; for them no other month is made.
   */
  private boolean cannotReach(
      List<YearMonth> year,
      Set<YearMonth> touched,
      Function<YearMonth, Money> before,
      Contract.StopLoss limit) {
    // Each cell of the year is rounded, by less than a cent.
    long most = (long) year.size() * Category.all().size();
    for (YearMonth month : year) {
      if (contracts.in(id, month).filter(ScopeRules::addsNothing).isEmpty()) {
        return false;
      }
      if (touched.contains(month)) {
        most = Math.addExact(most, Math.max(0, before.apply(month).cents()));
      }
    }
    for (int calendarYear : calendarYears(year)) {
      for (String range : SpendRows.costOfYear(calendarYear)) {
        for (Row row : rows.startingWith(range)) {
          most = Math.addExact(most, Math.max(0, Math.max(row.sum(0), row.sum(1))));
        }
      }
    }
    return most <= limit.attachment().cents();
  }

  /** True when the limit took something from the year as it was last answered. */
  private static boolean wasLimited(
      Map<YearMonth, Optional<MemberMonthCost>> months,
      Set<YearMonth> touched,
      Function<YearMonth, Money> before,
      Contract.StopLoss limit) {
    Money cost = Money.ZERO;
    for (Map.Entry<YearMonth, Optional<MemberMonthCost>> month : months.entrySet()) {
      cost =
          cost.plus(
              touched.contains(month.getKey())
                  ? before.apply(month.getKey())
                  : month
                      .getValue()
                      .map(now -> MemberMonthCost.total(now.inScope()))
                      .orElse(Money.ZERO));
    }
    return !Truncation.counted(cost, limit).equals(cost);
  }

  /** Months to look at, by performance year: the whole year where a limit spans it. */
  private List<List<YearMonth>> years(Set<YearMonth> touched) {
    Map<LocalDate, Set<YearMonth>> byYear = new TreeMap<>();
    List<YearMonth> evaluated = contracts.months(id, businessDate);
    for (YearMonth month : touched) {
      contracts
          .in(id, month)
          .flatMap(terms -> terms.yearOf(month))
          .ifPresent(year ->
              byYear
                  .computeIfAbsent(year.span().from(), from -> new TreeSet<>())
                  .addAll(months(year, month, evaluated)));
    }
    return byYear.values().stream()
        .filter(months -> !months.isEmpty())
        .map(months -> List.copyOf(months))
        .toList();
  }

  private List<YearMonth> months(
      Contract.PerformanceYear year, YearMonth touched, List<YearMonth> evaluated) {
    boolean whole = contracts.in(id, touched).map(Contract::stopLoss).isPresent();
    return evaluated.stream()
        .filter(month -> whole ? year.span().contains(month.atDay(1)) : month.equals(touched))
        .toList();
  }

  private Optional<MemberMonthCost> month(Contract terms, YearMonth month) {
    Optional<Standing> standing = standing(terms, month);
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    Predicate<Tin> inside = tin -> terms.participates(tin, month.atDay(1));
    MonthSpend spend = MonthSpend.of(rows, month, MonthSpend.PrimaryCare.of(terms, month), inside);
    ScopeRules.InScope inScope = ScopeRules.of(rows, terms, month, spend);
    return Optional.of(
        new MemberMonthCost(
            standing.get(),
            spend,
            inScope.byCategory(),
            inScope.byCategory(),
            inScope.drugPriceEffect()));
  }

  /** How the member stands in a month under the terms that hold in it. */
  public Optional<Standing> standing(Contract terms, YearMonth month) {
    Membership membership =
        memberships.computeIfAbsent(
            terms.payer() + "|" + terms.lineOfBusiness(),
            any -> Membership.of(rows, terms.payer(), terms.lineOfBusiness()));
    return switch (side) {
      case OWN -> Standing.of(membership, terms, month, assigned);
      case COMPARED ->
          Optional.ofNullable(terms.cost().groups().comparison())
              .flatMap(group -> Standing.compared(membership, terms, group, month, assigned));
    };
  }
}
