package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.benchmark.target.mssp.AgreementTerms.AdjustmentRule;
import io.corridor.benchmark.target.mssp.AgreementTerms.EquityTerms;
import io.corridor.common.rules.Expression;
import java.util.Map;
import java.util.Set;

/**
 * What is added to the historical benchmark by type (settlement.md 2 steps 6 and 7). From 2024 on
 * the largest of the regional, the prior savings and (from 2025) the health equity adjustment is
 * made, compared as single figures; a regional adjustment that lowers the benchmark is not made.
 *
 * @param kind which adjustment was made
 * @param perCapita amount by type
 */
record Adjustment(Kind kind, Map<EnrollmentType, Expression> perCapita) {

  private static final String EQUITY = "settlement.md 2 step 7; 42 CFR 425.662";
  private static final String CHOICE = "settlement.md 2 step 7; 42 CFR 425.652(a)(8)";

  /** Which adjustment was made. */
  public enum Kind {
    /** None. */
    NONE,
    /** The regional one, by type. */
    REGIONAL,
    /** The prior savings one, the same dollars for every type. */
    PRIOR_SAVINGS,
    /** The health equity one, the same dollars for every type. */
    HEALTH_EQUITY
  }

  static Adjustment of(
      Worksheet sheet, AgreementTerms terms, HistoricalBenchmark history, BenchmarkFacts facts) {
    Set<EnrollmentType> types = history.perCapita().keySet();
    return switch (terms.adjustment()) {
      case AdjustmentRule.None _ ->
          new Adjustment(Kind.NONE, Types.each(types, type -> Expression.ZERO));
      case AdjustmentRule.Regional rule -> {
        BenchmarkFacts.Region region = FactsCheck.known(facts.region(), "region");
        RegionalAdjustment regional =
            RegionalAdjustment.of(sheet, rule.regional(), history, region);
        AgreementTerms.PriorSavingsTerms priorSavings = rule.priorSavings();
        yield priorSavings == null
            ? new Adjustment(Kind.REGIONAL, regional.perCapita())
            : new Choice(sheet, rule, history, facts, regional)
                .largest(priorSavings, national(sheet, history, region));
      }
    };
  }

  private static Expression national(
      Worksheet sheet, HistoricalBenchmark history, BenchmarkFacts.Region region) {
    return sheet.step(
        "nationalPerCapita",
        CHOICE,
        history.mean(
            Types.each(
                history.perCapita().keySet(),
                type ->
                    Expression.named(
                        Types.named(type, "national"),
                        Types.of(region.nationalPerCapita(), type)))));
  }

  /** The choice between the adjustments from 2024 on; of equal ones the first named stands. */
  private record Choice(
      Worksheet sheet,
      AdjustmentRule.Regional rule,
      HistoricalBenchmark history,
      BenchmarkFacts facts,
      RegionalAdjustment regional) {

    Adjustment largest(
        AgreementTerms.PriorSavingsTerms priorSavingsTerms, Expression nationalPerCapita) {
      Expression savings =
          PriorSavingsAdjustment.of(
              sheet,
              priorSavingsTerms,
              facts,
              FactsCheck.known(facts.priorSavings(), "priorSavings"),
              nationalPerCapita);
      Expression equity = equity(savings, nationalPerCapita);
      Expression flat = sheet.step("flatAdjustment", CHOICE, savings.max(equity));
      Expression.Condition regionStands =
          regional.single().exceeds(Expression.ZERO).and(regional.single().reaches(flat));
      Map<EnrollmentType, Expression> chosen =
          Types.each(
              history.perCapita().keySet(),
              type ->
                  sheet.step(
                      Types.named(type, "adjustment"),
                      CHOICE,
                      Expression.when(regionStands, Types.of(regional.perCapita(), type), flat)));
      return new Adjustment(kind(regionStands, savings, equity), chosen);
    }

    private static Kind kind(
        Expression.Condition regionStands, Expression savings, Expression equity) {
      if (regionStands.holds()) {
        return Kind.REGIONAL;
      }
      if (savings.value().max(equity.value()).signum() == 0) {
        return Kind.NONE;
      }
      return savings.value().compareTo(equity.value()) >= 0
          ? Kind.PRIOR_SAVINGS
          : Kind.HEALTH_EQUITY;
    }

    /** A share of what the other adjustments leave below the cap, from a minimum share on. */
    private Expression equity(Expression savings, Expression nationalPerCapita) {
      EquityTerms terms = rule.equity();
      if (terms == null) {
        return Expression.ZERO;
      }
      Expression share =
          Expression.named(
              "lowIncomeShare", FactsCheck.known(facts.lowIncomeShare(), "lowIncomeShare"));
      Expression room =
          sheet.step(
              "equityRoom",
              EQUITY,
              Expression.named("equityCap", terms.cap())
                  .times(nationalPerCapita)
                  .minus(regional.single().max(savings).atLeastZero())
                  .atLeastZero());
      return sheet.step(
          "healthEquity",
          EQUITY,
          Expression.when(
              share.reaches(Expression.named("equityMinimumShare", terms.minimumShare())),
              share.times(room),
              Expression.ZERO));
    }
  }
}
