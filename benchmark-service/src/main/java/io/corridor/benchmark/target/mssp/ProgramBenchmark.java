package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.care.ProgramBenchmarkTerms;
import io.corridor.common.care.ProgramBenchmarkTerms.Growth;
import io.corridor.common.care.ProgramBenchmarkTerms.StatedYear;
import io.corridor.common.care.ProgramBenchmarkTerms.TypeTerms;
import io.corridor.common.care.ProgramBenchmarkTerms.YearTerms;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The benchmark of the program out of what a contract states and what its own years tell
 * (settlement.md 2): expenditure, risk and person-years of the benchmark years are its own unless
 * stated, those of the performance year always. What the rules need and nobody knows is a refusal.
 */
public final class ProgramBenchmark {

  private static final String MONTHS = "settlement.md 2 step 10; a person-year is twelve months";
  private static final String RISK = "settlement.md 2 step 9; 42 CFR 425.605(a)(1)";
  private static final long MONTHS_OF_A_YEAR = 12;

  private final ProgramBenchmarkTerms terms;
  private final History history;
  private final Worksheet sheet = new Worksheet();
  private @Nullable Refused refused;

  /** What a performance year of the contract tells of a type; empty without member months. */
  @FunctionalInterface
  public interface History {

    /** The year of a type. */
    Optional<OwnYear> year(int year, EnrollmentType type);
  }

  /** A benchmark, or why there is none. */
  public sealed interface Outcome {}

  /**
   * The benchmark.
   *
   * @param benchmark the program's figures
   * @param memberMonth target of a member month by type, unrounded
   * @param meanMemberMonth target of a member month over all types, unrounded
   * @param steps how it came about, from the contract's own years on
   */
  public record Made(
      MsspBenchmark benchmark,
      Map<EnrollmentType, Amount> memberMonth,
      Amount meanMemberMonth,
      List<Step> steps)
      implements Outcome {

    /** Keeps its own copies. */
    public Made {
      memberMonth = Types.copy(memberMonth);
      steps = List.copyOf(steps);
    }
  }

  /**
   * No benchmark.
   *
   * @param code NO_BASE_YEAR, NO_RISK, NO_MEMBER_MONTHS, or a code of the rules
   * @param figure the figure it is about
   */
  public record Refused(String code, String figure) implements Outcome {}

  private ProgramBenchmark(ProgramBenchmarkTerms terms, History history) {
    this.terms = terms;
    this.history = history;
  }

  /** The benchmark of the terms' year. */
  public static Outcome of(ProgramBenchmarkTerms terms, History history, BenchmarkRules rules) {
    return new ProgramBenchmark(terms, history).make(rules);
  }

  private Outcome make(BenchmarkRules rules) {
    BenchmarkFacts facts = facts();
    return refused != null
        ? refused
        : switch (rules.benchmark(facts)) {
          case Refusal refusal -> new Refused(refusal.code().name(), refusal.field());
          case MsspBenchmark benchmark -> made(benchmark);
        };
  }

  private Made made(MsspBenchmark benchmark) {
    Worksheet months = new Worksheet();
    Map<EnrollmentType, Amount> memberMonth = new EnumMap<>(EnrollmentType.class);
    benchmark
        .updated()
        .forEach((type, perCapita) ->
            memberMonth.put(
                type,
                month(
                    months,
                    Types.named(type, "perMemberMonth"),
                    Types.named(type, "updated"),
                    perCapita)));
    Amount mean = month(months, "perMemberMonth", "perCapita", benchmark.perCapita());
    List<Step> steps = new ArrayList<>(sheet.steps());
    steps.addAll(benchmark.steps());
    steps.addAll(months.steps());
    return new Made(benchmark, memberMonth, mean, steps);
  }

  private static Amount month(Worksheet sheet, String name, String of, Amount personYear) {
    return new Amount(
        sheet
            .step(
                name,
                MONTHS,
                Expression.named(of, personYear).over(Expression.constant(MONTHS_OF_A_YEAR)))
            .value());
  }

  private BenchmarkFacts facts() {
    List<BenchmarkFacts.BenchmarkYear> years = new ArrayList<>();
    for (int year : BenchmarkYears.of(terms.agreementStart())) {
      years.add(new BenchmarkFacts.BenchmarkYear(year, byType(type -> typeYear(type, year))));
    }
    Map<EnrollmentType, BenchmarkFacts.PerformanceType> performance = byType(this::performance);
    return new BenchmarkFacts(
        new BenchmarkFacts.Agreement(
            terms.agreementStart(), terms.agreementPeriod(), terms.regionalAdjustments()),
        terms.year(),
        years,
        terms.trendWeight(),
        region(years.getLast()),
        priorSavings(),
        terms.lowIncomeShare(),
        update(),
        performance);
  }

  private <T> Map<EnrollmentType, T> byType(Function<TypeTerms, @Nullable T> figure) {
    Map<EnrollmentType, T> figures = new EnumMap<>(EnrollmentType.class);
    for (TypeTerms type : terms.types()) {
      T value = figure.apply(type);
      if (value != null) {
        figures.put(EnrollmentType.valueOf(type.type()), value);
      }
    }
    return figures;
  }

  private BenchmarkFacts.@Nullable TypeYear typeYear(TypeTerms type, int year) {
    EnrollmentType name = EnrollmentType.valueOf(type.type());
    String figure = Types.named(name, Integer.toString(year));
    YearTerms stated =
        type.years().stream().filter(one -> one.year() == year).findFirst().orElse(null);
    if (stated == null) {
      return refuse(Refusal.Code.BENCHMARK_YEARS_WRONG.name(), figure);
    }
    BenchmarkFacts.Growth growth = growth(stated.growth());
    StatedYear known = stated.stated();
    if (known != null) {
      return new BenchmarkFacts.TypeYear(
          amount(known.perCapita()), known.riskScore(), known.personYears(), growth);
    }
    OwnYear own = history.year(year, name).orElse(null);
    if (own == null) {
      return refuse("NO_BASE_YEAR", figure);
    }
    Rate risk = own.meanRisk();
    return risk == null
        ? refuse("NO_RISK", figure)
        : new YearExpenditure(
                own.counted(),
                own.completionFactor(),
                own.personYears(),
                risk,
                stated.assignableRisk())
            .work(sheet, name, year, growth);
  }

  private BenchmarkFacts.@Nullable PerformanceType performance(TypeTerms type) {
    EnrollmentType name = EnrollmentType.valueOf(type.type());
    OwnYear own = history.year(terms.year(), name).orElse(null);
    if (own == null) {
      return refuse("NO_MEMBER_MONTHS", name.word());
    }
    Rate mean = own.meanRisk();
    if (mean == null) {
      return refuse("NO_RISK", name.word());
    }
    String figure = Types.named(name, "performanceRisk");
    Expression risk =
        sheet.step(
            figure,
            RISK,
            Expression.named(figure + ".mean", mean)
                .over(Expression.named(figure + ".assignableMean", type.assignableRisk())));
    return new BenchmarkFacts.PerformanceType(
        own.personYears(), new Rate(risk.value()), type.demographicGrowth(), null);
  }

  private <T> @Nullable T refuse(String code, String figure) {
    if (refused == null) {
      refused = new Refused(code, figure);
    }
    return null;
  }

  /** The region, where it is stated; the mean risk over all types is that of the third year. */
  private BenchmarkFacts.@Nullable Region region(BenchmarkFacts.BenchmarkYear reference) {
    Map<EnrollmentType, Amount> region = byType(type -> amountOf(type.region()));
    Rate dualShare = terms.dualShare();
    if (region.isEmpty() || dualShare == null || refused != null) {
      return null;
    }
    List<Expression> weighted = new ArrayList<>();
    List<Expression> personYears = new ArrayList<>();
    reference
        .types()
        .forEach((type, year) -> {
          String figure = Types.named(type, Integer.toString(reference.year()));
          Expression years = Expression.named(figure + ".personYears", year.personYears());
          weighted.add(years.times(Expression.named(figure + ".risk", year.riskScore())));
          personYears.add(years);
        });
    Expression all = Expression.sum(personYears);
    if (all.value().signum() <= 0) {
      return refuse(Refusal.Code.NOT_POSITIVE.name(), "years");
    }
    Expression risk =
        sheet.step(
            "riskScore",
            "settlement.md 2 step 6; 42 CFR 425.656(c)",
            Expression.sum(weighted).over(all));
    return new BenchmarkFacts.Region(
        region, byType(type -> amountOf(type.national())), dualShare, new Rate(risk.value()));
  }

  private BenchmarkFacts.@Nullable PriorSavings priorSavings() {
    Rate personYears = terms.priorPersonYears();
    return personYears == null
        ? null
        : new BenchmarkFacts.PriorSavings(
            terms.priorSavings().stream()
                .map(year ->
                    new BenchmarkFacts.PriorYear(
                        year.reconciled(), year.withheld(), amount(year.perCapita())))
                .toList(),
            personYears);
  }

  private BenchmarkFacts.Update update() {
    Map<EnrollmentType, BenchmarkFacts.RiskGrowth> risk =
        byType(type -> {
          Growth growth = type.regionalRisk();
          return growth == null
              ? null
              : new BenchmarkFacts.RiskGrowth(growth.first(), growth.second());
        });
    Rate marketShare = terms.marketShare();
    return new BenchmarkFacts.Update(
        terms.updateWeight(),
        byType(ProgramBenchmark::update),
        terms.reducedTrendWeight(),
        marketShare == null ? null : new BenchmarkFacts.RegionalRisk(risk, marketShare));
  }

  private static BenchmarkFacts.TypeUpdate update(TypeTerms type) {
    Growth growth = type.growth();
    return new BenchmarkFacts.TypeUpdate(
        growth == null ? null : growth(growth),
        type.prospectiveTrend(),
        amountOf(type.flatDollars()));
  }

  private static BenchmarkFacts.Growth growth(Growth growth) {
    return new BenchmarkFacts.Growth(growth.first(), growth.second());
  }

  private static @Nullable Amount amountOf(@Nullable Rate dollars) {
    return dollars == null ? null : amount(dollars);
  }

  private static Amount amount(Rate dollars) {
    return new Amount(dollars.value());
  }
}
