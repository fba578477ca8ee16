package io.corridor.benchmark.budget;

import io.corridor.benchmark.completion.ContractCompletion;
import io.corridor.benchmark.target.ContractTarget;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.TargetTerms;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.TermsMapper;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.StepInput;
import io.corridor.schemas.TargetParameter;
import io.corridor.schemas.topic.CostTopics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The budget of a performance year where a method makes it (domain.md 2.9), as a population
 * parameter: the contract's own history and risk stand still from tick to tick.
 */
final class TargetTotals {

  private final CompletionTotals completion;

  TargetTotals(CompletionTotals completion) {
    this.completion = completion;
  }

  /** Targets that a changed sum of the contract touches. */
  List<String> touchedBy(String contract, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(contract);
    LocalDate today = world.businessDate().orElse(null);
    List<String> keys = new ArrayList<>();
    for (YearMonth month : today == null ? List.<YearMonth>of() : contracts.months(id, today)) {
      contracts
          .in(id, month)
          .filter(terms -> terms(terms, month).isPresent())
          .flatMap(terms -> terms.yearOf(month))
          .map(year -> key(contract, year.year()))
          .filter(key -> !keys.contains(key))
          .ifPresent(keys::add);
    }
    return keys;
  }

  private static String key(String contract, int year) {
    return new ParameterKey(contract, ParameterKey.TARGET, Integer.toString(year)).text();
  }

  /** The target terms of the performance year that holds a month. */
  static Optional<TargetTerms> terms(Contract contract, YearMonth month) {
    return contract
        .yearOf(month)
        .flatMap(year ->
            contract.cost().targets().stream()
                .filter(target -> target.year() == year.year())
                .findFirst());
  }

  /** The target that the last tick made; empty before it. */
  static Optional<TargetParameter> of(String contract, int year, World world) {
    return Optional.ofNullable(world.table(CostTopics.PARAMETERS).get(key(contract, year)))
        .flatMap(value -> Optional.ofNullable(value.getBody().getTarget()));
  }

  /** The target of a member month, unrounded; empty when it is refused. */
  static Optional<Rate> pmpm(TargetParameter target) {
    return Optional.ofNullable(target.getPmpm()).map(Rate::of);
  }

  /** The target of a year; ends when the contract has no cost sums in it. */
  Answer parameters(ParameterKey key, Totals.Sums sums, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(key.contract());
    int year = Integer.parseInt(key.period());
    ContractSums reading = new ContractSums(id, sums, contracts);
    List<YearMonth> months = reading.months(key);
    Contract contract = months.isEmpty() ? null : contracts.in(id, months.getLast()).orElse(null);
    TargetTerms terms = contract == null ? null : terms(contract, months.getLast()).orElse(null);
    LocalDate reached = sums.completeTo().orElse(null);
    if (contract == null || terms == null || reached == null) {
      return Answer.none(CostTopics.PARAMETERS, key.text(), "", LocalDate.of(year, 1, 1));
    }
    YearMonth through = YearMonth.from(reached).minusMonths(1);
    History history =
        new History(
            reading, completion.completion(reading, contract, through).orElse(null), through);
    ContractTarget.Outcome outcome = ContractTarget.of(terms, history::year);
    return Answer.of(
        CostTopics.PARAMETERS,
        key.text(),
        body(key, through, history.sums(year), outcome),
        contract.payer(),
        LocalDate.of(year, 1, 1),
        List.of());
  }

  /** What the contract's years tell: completed where completion is asked for, else as counted. */
  private record History(
      ContractSums reading, @Nullable ContractCompletion completion, YearMonth through) {

    /** Member months and cost of a year's months, all that are completed or all there are. */
    private record Lived(Rate memberMonths, Money cost, PopulationSums population) {}

    private Lived sums(int year) {
      Rate memberMonths = Rate.ZERO;
      Money cost = Money.ZERO;
      PopulationSums population = PopulationSums.NONE;
      for (Map.Entry<YearMonth, CostSums> month : reading.all().entrySet()) {
        if (reading.isIn(month.getKey(), year)) {
          population = population.plus(month.getValue().population());
          if (completion == null) {
            memberMonths = memberMonths.plus(month.getValue().memberMonths());
            cost = cost.plus(CompletionTotals.counted(month.getValue()));
          } else if (!month.getKey().isAfter(through)) {
            memberMonths = memberMonths.plus(month.getValue().memberMonths());
            cost = cost.plus(completion.completed(List.of(month.getKey())));
          }
        }
      }
      return new Lived(memberMonths, cost, population);
    }

    private Optional<ContractTarget.Year> year(int year) {
      Lived lived = sums(year);
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
                      .orElse(null)));
    }
  }

  private static Parameters body(
      ParameterKey key, YearMonth through, History.Lived lived, ContractTarget.Outcome outcome) {
    TargetParameter target =
        switch (outcome) {
          case ContractTarget.Made made ->
              TargetParameter.newBuilder()
                  .setPmpm(text(made.target().perMemberMonth().dollars()))
                  .setSteps(steps(made.target().steps()))
                  .build();
          case ContractTarget.Refused refused ->
              TargetParameter.newBuilder().setRefusal(refused.refusal().name()).build();
        };
    return Parameters.newBuilder()
        .setContract(key.contract())
        .setName(key.name())
        .setPeriod(key.period())
        .setThrough(through.toString())
        .setMemberMonths(lived.memberMonths().sixDigitsHalfUp())
        .setToDate(lived.cost().dollars())
        .setCompleted(lived.cost().dollars())
        .setTarget(target)
        .build();
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
