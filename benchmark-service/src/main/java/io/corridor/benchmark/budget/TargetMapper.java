package io.corridor.benchmark.budget;

import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.target.ContractTarget;
import io.corridor.benchmark.target.MedicalLossTarget;
import io.corridor.benchmark.target.UseTarget;
import io.corridor.benchmark.target.UtilizationIndex;
import io.corridor.benchmark.target.mssp.ProgramBenchmark;
import io.corridor.common.care.YearTargets;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.schemas.BaseCategory;
import io.corridor.schemas.BudgetUse;
import io.corridor.schemas.ExpectedUse;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.StepInput;
import io.corridor.schemas.TargetParameter;
import io.corridor.schemas.TypeTarget;
import io.corridor.schemas.UsedService;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Targets and expected use to Avro, and back where a budget reads them. */
final class TargetMapper {

  private static final String NOT_MEASURED = "NOT_MEASURED";
  private static final String SHARE_OF_PREMIUM =
      "domain.md 2.9, medical loss ratio; the budget for a member month";

  private TargetMapper() {}

  static TargetParameter refused(String code, @Nullable String figure) {
    return TargetParameter.newBuilder().setRefusal(code).setRefusedFigure(figure).build();
  }

  /**
   * A target by method.
   *
   * @param split last base year by category, where the budget is told by category
   */
  static TargetParameter target(ContractTarget.Outcome outcome, Map<Category, Money> split) {
    return switch (outcome) {
      case ContractTarget.Made made ->
          TargetParameter.newBuilder()
              .setPmpm(text(made.target().perMemberMonth().dollars()))
              .setSteps(steps(made.target().steps()))
              .setCategories(
                  split.entrySet().stream()
                      .map(
                          base -> new BaseCategory(base.getKey().name(), base.getValue().dollars()))
                      .toList())
              .build();
      case ContractTarget.Refused refused -> refused(refused.refusal().name(), null);
    };
  }

  static TargetParameter target(ProgramBenchmark.Outcome outcome) {
    return switch (outcome) {
      case ProgramBenchmark.Made made ->
          TargetParameter.newBuilder()
              .setPmpm(text(made.meanMemberMonth().dollars()))
              .setTypes(
                  made.memberMonth().entrySet().stream()
                      .map(type ->
                          new TypeTarget(type.getKey().name(), text(type.getValue().dollars())))
                      .toList())
              .setSteps(steps(made.steps()))
              .build();
      case ProgramBenchmark.Refused refused -> refused(refused.code(), refused.figure());
    };
  }

  /**
   * A share of premium.
   *
   * @param memberMonths member months whose premium is known, above zero
   */
  static TargetParameter target(MedicalLossTarget target, Rate memberMonths) {
    Amount pmpm = Amount.of(target.budget()).dividedBy(memberMonths.value());
    List<Step> steps = new ArrayList<>(target.steps());
    steps.add(
        new Step(
            "perMemberMonth",
            SHARE_OF_PREMIUM,
            "budget / memberMonths",
            List.of(
                new Step.Input("budget", target.budget().dollars()),
                new Step.Input("memberMonths", memberMonths.value())),
            pmpm.dollars()));
    return TargetParameter.newBuilder()
        .setPmpm(text(pmpm.dollars()))
        .setSteps(steps(steps))
        .build();
  }

  static TargetParameter expected(UseTarget target, UtilizationIndex index) {
    List<Step> steps = new ArrayList<>(target.steps());
    steps.addAll(index.steps());
    return TargetParameter.newBuilder()
        .setServices(
            target.services().stream()
                .map(service ->
                    new ExpectedUse(
                        service.category(),
                        service.weight().sixDigitsHalfUp(),
                        text(service.perThousand().value())))
                .toList())
        .setSteps(steps(steps))
        .build();
  }

  /**
   * The use of a level in a period.
   *
   * @param made what the last tick expected
   * @param terms terms of the index
   */
  static BudgetUse use(TargetParameter made, YearTargets.Use terms, RunningBudget running) {
    if (made.getRefusal() != null) {
      return BudgetUse.newBuilder().setRefusal(made.getRefusal()).build();
    }
    UseTarget target =
        new UseTarget(
            made.getServices().stream()
                .map(service ->
                    new UseTarget.Service(
                        service.getCategory(),
                        new Rate(service.getWeight()),
                        Rate.of(service.getPerThousand())))
                .toList(),
            List.of());
    List<Long> actual = new ArrayList<>();
    List<UsedService> services = new ArrayList<>();
    for (UseTarget.Service service : target.services()) {
      long cases =
          running
              .costs()
              .getOrDefault(Category.valueOf(service.category()).name(), CostSums.CategoryCost.NONE)
              .cases();
      actual.add(cases);
      services.add(
          new UsedService(
              service.category(),
              cases,
              service.expected(running.memberMonths()).sixDigitsHalfUp()));
    }
    UtilizationIndex index = target.index(actual, running.memberMonths(), terms.credibleFrom());
    Rate composite = index.composite();
    Rate credible = index.credible();
    return BudgetUse.newBuilder()
        .setServices(services)
        .setRefusal(composite == null ? NOT_MEASURED : null)
        .setIndex(composite == null ? null : composite.sixDigitsHalfUp())
        .setCredible(credible == null ? null : credible.sixDigitsHalfUp())
        .build();
  }

  /** What every parameter of a year tells of the contract's cost in it. */
  static Parameters.Builder parameters(ParameterKey key, ContractHistory history, int year) {
    ContractHistory.Lived lived = history.year(year);
    return Parameters.newBuilder()
        .setContract(key.contract())
        .setName(key.name())
        .setPeriod(key.period())
        .setThrough(history.through().toString())
        .setMemberMonths(lived.memberMonths().sixDigitsHalfUp())
        .setToDate(lived.counted().dollars())
        .setCompleted(lived.cost().dollars());
  }

  private static List<io.corridor.schemas.Step> steps(List<Step> steps) {
    List<io.corridor.schemas.Step> records = new ArrayList<>();
    for (Step step : steps) {
      records.add(
          io.corridor.schemas.Step.newBuilder()
              .setOrder(records.size() + 1)
              .setName(step.name())
              .setCitation(step.citation())
              .setFormula(step.formula())
              .setInputs(
                  step.inputs().stream()
                      .map(input -> new StepInput(input.name(), text(input.value())))
                      .toList())
              .setValue(text(step.value()))
              .build());
    }
    return records;
  }

  private static String text(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
