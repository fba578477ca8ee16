package io.corridor.benchmark.budget;

import io.corridor.benchmark.completion.ContractCompletion;
import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.target.ContractTarget;
import io.corridor.benchmark.target.UseTarget;
import io.corridor.benchmark.target.mssp.OwnYear;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the contract's years tell: completed where completion is asked for, else as counted.
 *
 * @param reading sums of the contract
 * @param completion completion of its months; null where it is not asked for
 * @param through last whole month of payments
 */
record ContractHistory(
    ContractSums reading, @Nullable ContractCompletion completion, YearMonth through) {

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /**
   * Some months.
   *
   * @param memberMonths member months of the months that are completed, where that is asked for
   * @param counted counted cost of those months
   * @param cost the same completed
   * @param population enrollment types and risk of all months
   * @param risk risk by enrollment type of all months
   */
  record Lived(
      Rate memberMonths, Money counted, Money cost, PopulationSums population, TypeRisk risk) {

    private static final Lived NONE =
        new Lived(Rate.ZERO, Money.ZERO, Money.ZERO, PopulationSums.NONE, TypeRisk.NONE);

    /** Completed over counted cost; one where nothing was counted. */
    private Rate completion() {
      return counted.isZero() ? Rate.ONE : Rate.ratio(cost.dollars(), counted.dollars());
    }

    /** Who was there and at what risk needs no completion. */
    private Lived with(CostSums month) {
      return new Lived(
          memberMonths,
          counted,
          cost,
          population.plus(month.population()),
          risk.plus(month.typeRisk()));
    }

    private Lived with(CostSums month, Money completed) {
      return new Lived(
          memberMonths.plus(month.memberMonths()),
          counted.plus(CompletionTotals.counted(month)),
          cost.plus(completed),
          population,
          risk);
    }
  }

  /**
   * A year's months: cost of those that are completed where completion is asked for, risk of all.
   */
  Lived year(int year) {
    Lived lived = Lived.NONE;
    for (Map.Entry<YearMonth, CostSums> month : reading.all().entrySet()) {
      if (!reading.isIn(month.getKey(), year)) {
        continue;
      }
      lived = lived.with(month.getValue());
      if (completion == null || !month.getKey().isAfter(through)) {
        lived = lived.with(month.getValue(), cost(month.getKey(), month.getValue()));
      }
    }
    return lived;
  }

  private Money cost(YearMonth month, CostSums cost) {
    return completion == null
        ? CompletionTotals.counted(cost)
        : completion.completed(List.of(month));
  }

  /** A year as a base of a target; empty without member months. */
  Optional<ContractTarget.Year> base(int year) {
    Lived lived = year(year);
    return lived.memberMonths().isZero()
        ? Optional.empty()
        : Optional.of(
            new ContractTarget.Year(
                Amount.of(lived.cost()).dividedBy(lived.memberMonths().value()),
                lived.memberMonths(),
                lived
                    .population()
                    .meanRisk()
                    .map(PopulationSums.MeanRisk::prospective)
                    .orElse(null),
                completion == null ? null : lived.completion()));
  }

  /** A year of one enrollment type; empty without member months. */
  Optional<OwnYear> year(int year, EnrollmentType type) {
    Lived lived = year(year);
    PopulationSums.TypeSum sum = lived.population().byType().get(type);
    return sum == null || sum.memberMonths().isZero()
        ? Optional.empty()
        : Optional.of(
            new OwnYear(
                sum.counted(),
                lived.completion(),
                Rate.ratio(sum.memberMonths().value(), MONTHS),
                lived.risk().mean(type).orElse(null)));
  }

  /** Counted cost of a year by category, all its months: categories above zero, in their order. */
  Map<Category, Money> byCategory(int year) {
    Map<Category, Money> cost = new TreeMap<>();
    for (Map.Entry<YearMonth, CostSums> month : reading.all().entrySet()) {
      if (reading.isIn(month.getKey(), year)) {
        for (Category category : Category.all()) {
          cost.merge(category, month.getValue().category(category).counted(), Money::plus);
        }
      }
    }
    cost.values().removeIf(counted -> counted.cents() <= 0);
    return cost;
  }

  /** Use of a service in a year, all its months; empty without member months. */
  Optional<UseTarget.OwnUse> use(int year, String category) {
    Rate memberMonths = Rate.ZERO;
    long cases = 0;
    for (Map.Entry<YearMonth, CostSums> month : reading.all().entrySet()) {
      if (reading.isIn(month.getKey(), year)) {
        memberMonths = memberMonths.plus(month.getValue().memberMonths());
        cases += month.getValue().category(Category.valueOf(category)).cases();
      }
    }
    return memberMonths.isZero()
        ? Optional.empty()
        : Optional.of(new UseTarget.OwnUse(cases, memberMonths));
  }

  /**
   * Premium and cost of the months of a year whose premium is known.
   *
   * @param premium earned premium
   * @param taxesAndFees taxes and fees in it
   * @param memberMonths member months
   * @param incurred completed cost of the completed months, counted cost of the others
   */
  record Insured(Money premium, Money taxesAndFees, Rate memberMonths, Money incurred) {}

  /** The insured months of a year. */
  Insured insured(int year) {
    Insured insured = new Insured(Money.ZERO, Money.ZERO, Rate.ZERO, Money.ZERO);
    Map<YearMonth, CostSums> months = reading.all();
    for (Map.Entry<YearMonth, PremiumRows.Premium> premium : reading.premiums().entrySet()) {
      CostSums cost = months.get(premium.getKey());
      if (cost != null && reading.isIn(premium.getKey(), year)) {
        boolean whole = completion != null && !premium.getKey().isAfter(through);
        insured =
            new Insured(
                insured.premium().plus(premium.getValue().premium()),
                insured.taxesAndFees().plus(premium.getValue().taxesAndFees()),
                insured.memberMonths().plus(cost.memberMonths()),
                insured
                    .incurred()
                    .plus(whole ? cost(premium.getKey(), cost) : CompletionTotals.counted(cost)));
      }
    }
    return insured;
  }
}
