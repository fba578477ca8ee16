package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.mssp.AgreementTerms.AdjustmentRule;
import io.corridor.common.money.Rate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses facts that the rules of their agreement cannot work with. */
final class FactsCheck {

  private static final int PRIOR_YEARS = 3;

  private FactsCheck() {}

  /** A fact that the check has found to be there. */
  static <T> T known(@Nullable T fact, String name) {
    if (fact == null) {
      throw new IllegalArgumentException("the fact " + name + " is missing");
    }
    return fact;
  }

  /** The first reason why there is no benchmark, if any. */
  static Optional<Refusal> refusal(BenchmarkFacts facts, AgreementTerms terms) {
    return years(facts)
        .or(() -> missing(facts, terms))
        .or(() -> types(facts))
        .or(() -> positive(facts))
        .or(() -> splits(facts));
  }

  private static Optional<Refusal> years(BenchmarkFacts facts) {
    List<Integer> stated = facts.years().stream().map(BenchmarkFacts.BenchmarkYear::year).toList();
    if (!stated.equals(BenchmarkYears.of(facts.agreement().start()))) {
      return refused(Refusal.Code.BENCHMARK_YEARS_WRONG, "years");
    }
    return facts.performanceYear() < facts.agreement().start().getYear()
        ? refused(Refusal.Code.PERFORMANCE_YEAR_BEFORE_AGREEMENT, "performanceYear")
        : Optional.empty();
  }

  private static Optional<Refusal> missing(BenchmarkFacts facts, AgreementTerms terms) {
    return Stream.of(
            trend(facts, terms.trend()),
            adjustment(facts, terms.adjustment()),
            update(facts, terms.update()),
            risk(facts, terms.riskRatio()))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(field -> refused(Refusal.Code.FACT_MISSING, field));
  }

  private static Optional<String> trend(BenchmarkFacts facts, TrendRule rule) {
    return switch (rule) {
      case TrendRule.National _ -> Optional.empty();
      case TrendRule.Blended _ -> absent("trendWeight", facts.trendWeight());
    };
  }

  private static Optional<String> adjustment(BenchmarkFacts facts, AdjustmentRule rule) {
    return switch (rule) {
      case AdjustmentRule.None _ -> Optional.empty();
      case AdjustmentRule.Regional regional -> {
        Optional<String> region = absent("region", facts.region());
        BenchmarkFacts.PriorSavings prior = facts.priorSavings();
        if (region.isEmpty()
            && regional.priorSavings() != null
            && (prior == null || prior.years().size() != PRIOR_YEARS)) {
          yield Optional.of("priorSavings");
        }
        yield region.isEmpty() && regional.equity() != null
            ? absent("lowIncomeShare", facts.lowIncomeShare())
            : region;
      }
    };
  }

  private static Optional<String> update(BenchmarkFacts facts, UpdateRule rule) {
    BenchmarkFacts.Update update = facts.update();
    Collection<BenchmarkFacts.TypeUpdate> types = update.types().values();
    return switch (rule) {
      case UpdateRule.FlatDollar _ ->
          absentIn("flatDollars", types, type -> type.flatDollars() == null);
      case UpdateRule.TwoWay _ ->
          absent("nationalWeight", update.nationalWeight())
              .or(() -> absentIn("growth", types, type -> type.growth() == null));
      case UpdateRule.ThreeWay _ ->
          absent("nationalWeight", update.nationalWeight())
              .or(() -> absentIn("growth", types, type -> type.growth() == null))
              .or(() ->
                  absentIn(
                      "accountableCareTrend", types, type -> type.accountableCareTrend() == null))
              .or(() -> absent("regionalRisk", update.regionalRisk()));
    };
  }

  private static Optional<String> risk(BenchmarkFacts facts, RiskRatioRule rule) {
    Collection<BenchmarkFacts.PerformanceType> types = facts.performance().values();
    return switch (rule) {
      case RiskRatioRule.CappedByType _ -> Optional.empty();
      case RiskRatioRule.CappedInAggregate _ ->
          absentIn("demographicGrowth", types, type -> type.demographicGrowth() == null);
      case RiskRatioRule.NewlyAndContinuouslyAssigned _ ->
          absentIn("assignmentSplit", types, type -> type.split() == null);
    };
  }

  /** Every figure by type names the types of the third benchmark year. */
  private static Optional<Refusal> types(BenchmarkFacts facts) {
    Set<EnrollmentType> expected = facts.reference().types().keySet();
    BenchmarkFacts.Region region = facts.region();
    BenchmarkFacts.RegionalRisk risk = facts.update().regionalRisk();
    boolean same =
        !expected.isEmpty()
            && facts.years().stream().allMatch(year -> year.types().keySet().equals(expected))
            && facts.performance().keySet().equals(expected)
            && facts.update().types().keySet().equals(expected)
            && (region == null
                || (region.perCapita().keySet().equals(expected)
                    && region.nationalPerCapita().keySet().equals(expected)))
            && (risk == null || risk.types().keySet().equals(expected));
    return same ? Optional.empty() : refused(Refusal.Code.TYPES_DIFFER, "types");
  }

  /** Nothing divides by zero: risk scores of benchmark years, and person-years as a whole. */
  private static Optional<Refusal> positive(BenchmarkFacts facts) {
    for (BenchmarkFacts.BenchmarkYear year : facts.years()) {
      Collection<BenchmarkFacts.TypeYear> types = year.types().values();
      if (types.stream().anyMatch(type -> type.riskScore().compareTo(Rate.ZERO) <= 0)
          || !anybody(types.stream().map(BenchmarkFacts.TypeYear::personYears).toList())) {
        return refused(Refusal.Code.NOT_POSITIVE, "years");
      }
    }
    Collection<BenchmarkFacts.PerformanceType> types = facts.performance().values();
    return anybody(types.stream().map(BenchmarkFacts.PerformanceType::personYears).toList())
        ? Optional.empty()
        : refused(Refusal.Code.NOT_POSITIVE, "performance");
  }

  /** True when there are person-years and none of a type are below zero. */
  private static boolean anybody(List<Rate> personYears) {
    return personYears.stream().noneMatch(years -> years.compareTo(Rate.ZERO) < 0)
        && personYears.stream().anyMatch(years -> years.compareTo(Rate.ZERO) > 0);
  }

  /**
   * Newly and continuously assigned are the assigned, and there are some where they are told apart.
   */
  private static Optional<Refusal> splits(BenchmarkFacts facts) {
    for (BenchmarkFacts.PerformanceType type : facts.performance().values()) {
      BenchmarkFacts.AssignmentSplit split = type.split();
      if (split != null
          && (type.personYears().isZero()
              || !split.newly().plus(split.continuously()).equals(type.personYears()))) {
        return refused(Refusal.Code.SPLIT_NOT_WHOLE, "assignmentSplit");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> absent(String name, @Nullable Object fact) {
    return fact == null ? Optional.of(name) : Optional.empty();
  }

  private static <T> Optional<String> absentIn(
      String name, Collection<T> holders, Predicate<T> isAbsent) {
    return holders.stream().anyMatch(isAbsent) ? Optional.of(name) : Optional.empty();
  }

  private static Optional<Refusal> refused(Refusal.Code code, String field) {
    return Optional.of(new Refusal(code, field));
  }
}
