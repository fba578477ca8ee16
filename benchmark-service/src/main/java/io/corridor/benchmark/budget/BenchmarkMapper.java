package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.BudgetCompletion;
import io.corridor.schemas.BudgetTarget;
import io.corridor.schemas.BudgetUse;
import io.corridor.schemas.CategoryAmount;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.TargetParameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Member months and budgets to Avro. */
final class BenchmarkMapper {

  private static final String UNSPLIT = "ALL";

  /** Categories whose cases are counted. */
  private static final Set<String> COUNTED = Set.of(Category.INPATIENT.name(), Category.ED.name());

  private BenchmarkMapper() {}

  static MemberMonth memberMonth(
      String member,
      String contract,
      MemberMonthCost cost,
      PopulationSums.Counted counted,
      boolean drugPrices) {
    MonthSpend spend = cost.spend();
    return MemberMonth.newBuilder()
        .setMember(member)
        .setContract(contract)
        .setMonth(cost.month().toString())
        .setTin(cost.tin().value())
        .setNpi(cost.npi() == null ? null : cost.npi().value())
        .setMemberMonths(cost.memberMonths().sixDigitsHalfUp())
        .setAllowed(sum(spend.byCategory().values().stream().map(MonthSpend.Raw::allowed).toList()))
        .setPaid(sum(spend.byCategory().values().stream().map(MonthSpend.Raw::paid).toList()))
        .setInScope(MemberMonthCost.total(cost.inScope()).dollars())
        .setCounted(MemberMonthCost.total(cost.counted()).dollars())
        .setInsidePaid(spend.insidePaid().dollars())
        .setUnpricedLines(Math.toIntExact(spend.unpricedLines()))
        .setCategories(categories(cost))
        .setUnbilled(
            counted.unbilled() == null ? null : PopulationMapper.unbilled(counted.unbilled()))
        .setDrugPriceEffect(drugPrices ? cost.drugPriceEffect().dollars() : null)
        .setEnrollmentType(counted.type() == null ? null : counted.type().name())
        .setPreliminary(counted.preliminary() == null ? null : counted.preliminary().dollars())
        .setCapitationLeakage(counted.leakage() == null ? null : counted.leakage().dollars())
        .setRisk(counted.risk() == null ? null : PopulationMapper.risk(counted.risk()))
        .build();
  }

  private static BigDecimal sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus).dollars();
  }

  private static List<CategoryAmount> categories(MemberMonthCost cost) {
    List<CategoryAmount> amounts = new ArrayList<>();
    cost.spend()
        .byCategory()
        .forEach((category, raw) -> {
          Money inScope = cost.inScope().getOrDefault(category, Money.ZERO);
          Money counted = cost.counted().getOrDefault(category, Money.ZERO);
          if (!raw.allowed().isZero() || !raw.paid().isZero() || !inScope.isZero()) {
            amounts.add(
                new CategoryAmount(
                    category.name(),
                    raw.allowed().dollars(),
                    raw.paid().dollars(),
                    inScope.dollars(),
                    counted.dollars()));
          }
        });
    return amounts;
  }

  /**
   * What a contract asks of a budget beside cost.
   *
   * @param preliminary true when pended claims are shown
   * @param drugPrices true when drug prices are controlled
   * @param unbilled true when stays known from ADT are shown
   * @param capitated true when leakage of a capitation is shown
   * @param target the method's target, where the contract states a method and a tick made it
   * @param use use of services, where the contract states an index and a tick made it
   * @param completion completed cost, where there is any
   */
  record Asked(
      boolean preliminary,
      boolean drugPrices,
      boolean unbilled,
      boolean capitated,
      Optional<TargetParameter> target,
      Optional<BudgetUse> use,
      Optional<BudgetCompletion> completion) {}

  static Budget budget(
      BudgetKey key, RunningBudget running, Optional<LocalDate> completeTo, Asked asked) {
    CostSums.CategoryCost cost = running.cost();
    Money budget = running.budget();
    return Budget.newBuilder()
        .setContract(key.contract())
        .setLevel(key.level())
        .setId(key.id())
        .setPeriod(key.period())
        .setMembers(running.members())
        .setMemberMonths(running.memberMonths().sixDigitsHalfUp())
        .setAllowed(cost.allowed().dollars())
        .setPaid(cost.paid().dollars())
        .setInScope(cost.inScope().dollars())
        .setCounted(cost.counted().dollars())
        .setBudget(budget.dollars())
        .setVariance(budget.minus(cost.counted()).dollars())
        .setCountedPmpm(pmpm(cost.counted(), running.memberMonths()))
        .setBudgetPmpm(pmpm(budget, running.memberMonths()))
        .setInsidePaid(running.insidePaid().dollars())
        .setUnpricedLines(running.unpricedLines())
        .setCategories(categories(running))
        .setCompleteTo(completeTo.orElse(null))
        .setTarget(asked.target().map(BenchmarkMapper::target).orElse(null))
        .setUse(asked.use().orElse(null))
        .setCompletion(asked.completion().orElse(null))
        .setPreliminary(asked.preliminary() ? running.population().preliminary().dollars() : null)
        .setUnbilled(
            asked.unbilled() ? PopulationMapper.unbilled(running.population().unbilled()) : null)
        .setDrugPriceEffect(
            asked.drugPrices() ? running.population().drugPriceEffect().dollars() : null)
        .setCapitationLeakage(asked.capitated() ? running.population().leakage().dollars() : null)
        .setPersonYears(PopulationMapper.personYears(running.population()))
        .setRisk(PopulationMapper.risk(running.population()))
        .build();
  }

  private static BudgetTarget target(TargetParameter made) {
    return new BudgetTarget(
        made.getRefusal(),
        MonthTarget.of(made).map(MonthTarget::mean).map(Rate::sixDigitsHalfUp).orElse(null));
  }

  private static @Nullable BigDecimal pmpm(Money amount, Rate memberMonths) {
    return memberMonths.isZero()
        ? null
        : Rate.ratio(amount.dollars(), memberMonths.value()).sixDigitsHalfUp();
  }

  private static List<BudgetCategory> categories(RunningBudget running) {
    List<BudgetCategory> lines = new ArrayList<>();
    for (Category category : Category.all()) {
      CostSums.CategoryCost cost =
          running.costs().getOrDefault(category.name(), CostSums.CategoryCost.NONE);
      Money budget = running.budgets().getOrDefault(category.name(), Money.ZERO);
      if (!cost.isFree() || !budget.isZero()) {
        lines.add(line(category.name(), cost, budget));
      }
    }
    Money unsplit = running.budgets().get(UNSPLIT);
    if (unsplit != null) {
      lines.add(line(UNSPLIT, CostSums.CategoryCost.NONE, unsplit));
    }
    return lines;
  }

  private static BudgetCategory line(String category, CostSums.CategoryCost cost, Money budget) {
    return new BudgetCategory(
        category,
        cost.allowed().dollars(),
        cost.paid().dollars(),
        cost.inScope().dollars(),
        cost.counted().dollars(),
        budget.dollars(),
        COUNTED.contains(category) ? cost.cases() : null);
  }
}
