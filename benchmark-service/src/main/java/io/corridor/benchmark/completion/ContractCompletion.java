package io.corridor.benchmark.completion;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The completed months of a contract, all category groups together (domain.md 2.5, decisions 4).
 * Groups are taken as independent of each other.
 */
public final class ContractCompletion {

  private final NavigableMap<YearMonth, MonthCost> months;
  private final Map<CategoryGroup, Group> groups = new EnumMap<>(CategoryGroup.class);

  /**
   * What counts of a month of service.
   *
   * @param memberMonths member months
   * @param counted counted cost by category group; groups without cost may be left out
   */
  public record MonthCost(Rate memberMonths, Map<CategoryGroup, Money> counted) {}

  /** One category group. */
  private record Group(
      CompletionPattern pattern, NavigableMap<YearMonth, CompletedMonth> completed) {}

  private ContractCompletion(NavigableMap<YearMonth, MonthCost> months) {
    this.months = months;
  }

  /**
   * Completes a contract's months.
   *
   * @param observed the months of the cash ledger that can be trusted
   * @param triangles payments by category group
   * @param months months of service, none after the last whole month of payments
   * @param terms completion terms of each category group
   */
  public static ContractCompletion of(
      ObservedMonths observed,
      Map<CategoryGroup, PaidTriangle> triangles,
      NavigableMap<YearMonth, MonthCost> months,
      Map<CategoryGroup, CompletionTerms> terms) {
    ContractCompletion all = new ContractCompletion(months);
    terms.forEach((group, groupTerms) -> {
      CompletionPattern pattern =
          ChainLadder.develop(
              triangles.getOrDefault(group, PaidTriangle.EMPTY), observed, groupTerms);
      List<CompletionRules.MonthToDate> toDate = new ArrayList<>();
      months.forEach((month, cost) ->
          toDate.add(
              new CompletionRules.MonthToDate(
                  month, cost.counted().getOrDefault(group, Money.ZERO), cost.memberMonths())));
      NavigableMap<YearMonth, CompletedMonth> completed = new TreeMap<>();
      CompletionRules.complete(pattern, observed, toDate)
          .months()
          .forEach(month -> completed.put(month.incurred(), month));
      all.groups.put(group, new Group(pattern, completed));
    });
    return all;
  }

  /** A month by category group. */
  public Map<CategoryGroup, CompletedMonth> month(YearMonth month) {
    Map<CategoryGroup, CompletedMonth> byGroup = new EnumMap<>(CategoryGroup.class);
    groups.forEach((group, one) ->
        Optional.ofNullable(one.completed().get(month))
            .ifPresent(completed -> byGroup.put(group, completed)));
    return byGroup;
  }

  /** How payments of a group develop. */
  public List<Development> steps(CategoryGroup group) {
    Group one = groups.get(group);
    return one == null ? List.of() : one.pattern().steps();
  }

  /** Final cost of some months, all groups: sums of cents. */
  public Money completed(Collection<YearMonth> some) {
    return some.stream()
        .flatMap(month -> month(month).values().stream())
        .map(CompletedMonth::completed)
        .reduce(Money.ZERO, Money::plus);
  }

  /**
   * Where the final cost of some months may lie; empty where one group's triangle does not tell.
   */
  public Optional<Band> band(Collection<YearMonth> some) {
    Amount completed = Amount.ZERO;
    BigDecimal squared = BigDecimal.ZERO;
    for (Group group : groups.values()) {
      List<CompletedMonth> all = List.copyOf(group.completed().values());
      List<CompletedMonth> chosen =
          all.stream().filter(month -> some.contains(month.incurred())).toList();
      Optional<CompletionBand> band = CompletionBand.of(group.pattern(), all, chosen);
      if (band.isEmpty()) {
        return Optional.empty();
      }
      Amount reach = band.get().standardError().times(group.pattern().terms().bandErrors().value());
      squared = squared.add(reach.dollars().pow(2, DIGITS), DIGITS);
      completed = chosen.stream().map(CompletedMonth::exact).reduce(completed, Amount::plus);
    }
    Amount reach = new Amount(squared.sqrt(DIGITS));
    return Optional.of(new Band(completed.minus(reach), completed.plus(reach)));
  }

  /** Ends of a band, unrounded. */
  public record Band(Amount low, Amount high) {}

  /** Completed cost of a member month of a month with members, all groups. */
  private Amount perMemberMonth(YearMonth month, MonthCost cost) {
    return month(month).values().stream()
        .map(CompletedMonth::exact)
        .reduce(Amount.ZERO, Amount::plus)
        .dividedBy(cost.memberMonths().value());
  }

  private boolean isMature(YearMonth month) {
    return groups.values().stream()
        .allMatch(group -> {
          CompletedMonth completed = group.completed().get(month);
          return completed != null
              && switch (completed.projection()) {
                case Projection.Complete _, Projection.Developed _ -> true;
                case Projection.Expected _, Projection.Unknown _ -> false;
              };
        });
  }

  /** Completed PMPM of the latest months with members, the youngest first. */
  List<Amount> latest(int limit, boolean matureOnly) {
    return months.descendingMap().entrySet().stream()
        .filter(month -> month.getValue().memberMonths().compareTo(Rate.ZERO) > 0)
        .filter(month -> !matureOnly || isMature(month.getKey()))
        .limit(limit)
        .map(month -> perMemberMonth(month.getKey(), month.getValue()))
        .toList();
  }

  /** Member months of the youngest month. */
  Rate lastMemberMonths() {
    return months.isEmpty() ? Rate.ZERO : months.lastEntry().getValue().memberMonths();
  }
}
