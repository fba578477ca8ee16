package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.target.ComparisonGroup;
import io.corridor.benchmark.target.ContractTarget;
import io.corridor.benchmark.target.MedicalLossTarget;
import io.corridor.benchmark.target.UseTarget;
import io.corridor.benchmark.target.UtilizationIndex;
import io.corridor.benchmark.target.mssp.BenchmarkParameters;
import io.corridor.benchmark.target.mssp.BenchmarkRules;
import io.corridor.benchmark.target.mssp.ProgramBenchmark;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.care.ProgramBenchmarkTerms;
import io.corridor.common.care.TargetTerms;
import io.corridor.common.care.YearTargets;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Money;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.PoolPlacement;
import io.corridor.schemas.TargetParameter;
import io.corridor.schemas.topic.CostTopics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The budget of a performance year where a method makes it, and what is expected of the use of
 * services (domain.md 2.9), as population parameters: the contract's own history, risk and premiums
 * stand still from tick to tick.
 */
final class TargetTotals {

  private final CompletionTotals completion;

  /** Loaded by the class loader, once. */
  private static final class Program {
    private static final BenchmarkRules RULES = new BenchmarkRules(BenchmarkParameters.load());
  }

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
      contracts.in(id, month).ifPresent(terms -> keys(terms, month, keys));
    }
    return keys;
  }

  private static void keys(Contract terms, YearMonth month, List<String> keys) {
    int year = terms.yearOf(month).map(Contract.PerformanceYear::year).orElseThrow();
    String target = key(terms.id().value(), ParameterKey.TARGET, year);
    if (asks(terms, year) && !keys.contains(target)) {
      keys.add(target);
    }
    String use = key(terms.id().value(), ParameterKey.USE, year);
    if (terms.cost().yearTargets().use(year).isPresent() && !keys.contains(use)) {
      keys.add(use);
    }
  }

  private static String key(String contract, String name, int year) {
    return new ParameterKey(contract, name, Integer.toString(year)).text();
  }

  /** True when a method makes the budget of the year. */
  static boolean asks(Contract contract, int year) {
    YearTargets others = contract.cost().yearTargets();
    return terms(contract, year).isPresent()
        || others.program(year).isPresent()
        || others.premium(year).isPresent();
  }

  private static Optional<TargetTerms> terms(Contract contract, int year) {
    return contract.cost().targets().stream().filter(one -> one.year() == year).findFirst();
  }

  /** The target of a year; ends when the contract has no cost sums in it. */
  Answer parameters(ParameterKey key, Totals.Sums sums, World world) {
    int year = Integer.parseInt(key.period());
    return made(
        key,
        sums,
        world,
        (contract, history) ->
            target(key, contract, year, history)
                .map(target -> TargetMapper.parameters(key, history, year).setTarget(target)));
  }

  /** Who is measured where in a year; ends when the contract has no cost sums in it. */
  Answer pools(ParameterKey key, Totals.Sums sums, World world) {
    int year = Integer.parseInt(key.period());
    PoolTotals pools = new PoolTotals(world, key.contract());
    List<PoolPlacement> placements =
        world.businessDate().map(today -> pools.placements(year, today, sums)).orElse(List.of());
    return made(
        key,
        sums,
        world,
        (contract, history) ->
            placements.isEmpty()
                ? Optional.empty()
                : Optional.of(TargetMapper.parameters(key, history, year).setPools(placements)));
  }

  private Answer made(
      ParameterKey key,
      Totals.Sums sums,
      World world,
      BiFunction<Contract, ContractHistory, Optional<Parameters.Builder>> make) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(key.contract());
    LocalDate begins = LocalDate.of(Integer.parseInt(key.period()), 1, 1);
    ContractSums reading = new ContractSums(id, sums, contracts);
    List<YearMonth> months = reading.months(key);
    Contract contract = months.isEmpty() ? null : contracts.in(id, months.getLast()).orElse(null);
    LocalDate reached = sums.completeTo().orElse(null);
    if (contract != null && reached != null) {
      YearMonth through = YearMonth.from(reached).minusMonths(1);
      ContractHistory history =
          new ContractHistory(
              reading, completion.completion(reading, contract, through).orElse(null), through);
      Parameters.Builder body = make.apply(contract, history).orElse(null);
      if (body != null) {
        return Answer.of(
            CostTopics.PARAMETERS, key.text(), body.build(), contract.payer(), begins, List.of());
      }
    }
    return Answer.none(CostTopics.PARAMETERS, key.text(), "", begins);
  }

  private static Optional<TargetParameter> target(
      ParameterKey key, Contract contract, int year, ContractHistory history) {
    YearTargets others = contract.cost().yearTargets();
    if (key.name().equals(ParameterKey.USE)) {
      return others.use(year).map(terms -> expected(terms, history));
    }
    return terms(contract, year)
        .map(terms -> byMethod(contract, terms, history))
        .or(() -> others.program(year).map(terms -> program(terms, history)))
        .or(() -> others.premium(year).map(terms -> premium(terms, history)));
  }

  private static TargetParameter byMethod(
      Contract contract, TargetTerms terms, ContractHistory history) {
    CostTerms.Comparison comparison = contract.cost().groups().comparison();
    Map<Category, Money> split =
        terms.byCategory()
            ? terms.lastBaseYear().map(history::byCategory).orElse(Map.of())
            : Map.of();
    return TargetMapper.target(
        ContractTarget.of(
            terms,
            new ContractTarget.History() {
              @Override
              public Optional<ContractTarget.Year> year(int year) {
                return history.base(year);
              }

              @Override
              public Optional<ComparisonGroup.Standardized> compared(int year) {
                return Optional.ofNullable(comparison)
                    .flatMap(group ->
                        ContractComparison.of(
                            history.reading(), year, group.minimumMemberMonths()));
              }
            }),
        split);
  }

  private static TargetParameter program(ProgramBenchmarkTerms terms, ContractHistory history) {
    return TargetMapper.target(
        ProgramBenchmark.of(
            terms, (int year, EnrollmentType type) -> history.year(year, type), Program.RULES));
  }

  private static TargetParameter premium(YearTargets.Premium terms, ContractHistory history) {
    ContractHistory.Insured insured = history.insured(terms.year());
    if (insured.memberMonths().isZero()
        || insured.premium().compareTo(insured.taxesAndFees()) <= 0) {
      return TargetMapper.refused("NO_PREMIUM", null);
    }
    return TargetMapper.target(
        MedicalLossTarget.of(
            new MedicalLossTarget.PremiumFacts(
                insured.premium(),
                insured.taxesAndFees(),
                insured.incurred(),
                terms.qualityImprovement()),
            terms.targetRatio()),
        insured.memberMonths());
  }

  /** What is expected, and the contract's own index on the day it was made. */
  private static TargetParameter expected(YearTargets.Use terms, ContractHistory history) {
    Optional<UseTarget> expected = UseTarget.of(terms, history::use);
    if (expected.isEmpty()) {
      return TargetMapper.refused("NO_BASE_YEAR", null);
    }
    List<UseTarget.OwnUse> own = new ArrayList<>();
    for (UseTarget.Service service : expected.get().services()) {
      history.use(terms.year(), service.category()).ifPresent(own::add);
    }
    if (own.size() < terms.services().size()) {
      return TargetMapper.refused(ContractTarget.Refusal.NO_MEMBER_MONTHS.name(), null);
    }
    UtilizationIndex index =
        expected
            .get()
            .index(
                own.stream().map(UseTarget.OwnUse::cases).toList(),
                own.getFirst().memberMonths(),
                terms.credibleFrom());
    return TargetMapper.expected(expected.get(), index);
  }
}
