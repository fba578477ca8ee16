package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.money.Amount;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * The prior savings adjustment (settlement.md 2 step 7; 42 CFR 425.658): half of the mean savings
 * of the three years before, prorated when the ACO has grown since, and capped. Losses give
 * nothing.
 */
final class PriorSavingsAdjustment {

  private static final String CITATION = "settlement.md 2 step 7; 42 CFR 425.658";

  private PriorSavingsAdjustment() {}

  /** The adjustment in dollars of a person-year, the same for every type; zero if not eligible. */
  static Expression of(
      Worksheet sheet,
      AgreementTerms.PriorSavingsTerms terms,
      BenchmarkFacts facts,
      BenchmarkFacts.PriorSavings prior,
      Expression nationalPerCapita) {
    Expression mean = sheet.step("priorSavingsMean", CITATION, mean(prior));
    Expression prorated =
        sheet.step("priorSavingsProrated", CITATION, mean.times(growth(sheet, facts, prior)));
    return sheet.step(
        "priorSavings",
        CITATION,
        prorated
            .atLeastZero()
            .times(Expression.named("priorSavingsShare", terms.share()))
            .min(Expression.named("priorSavingsCap", terms.cap()).times(nationalPerCapita)));
  }

  /** A year that was not reconciled or whose savings were withheld counts as zero. */
  private static Expression mean(BenchmarkFacts.PriorSavings prior) {
    List<Expression> years = new ArrayList<>();
    for (int i = 0; i < prior.years().size(); i++) {
      BenchmarkFacts.PriorYear year = prior.years().get(i);
      Amount counted = year.reconciled() && !year.withheld() ? year.perCapita() : Amount.ZERO;
      years.add(Expression.named("priorYear." + (i + 1), counted));
    }
    return Expression.sum(years).over(Expression.constant(years.size()));
  }

  /** Person-years then over person-years in the benchmark years, one at most. */
  private static Expression growth(
      Worksheet sheet, BenchmarkFacts facts, BenchmarkFacts.PriorSavings prior) {
    List<Expression> years = new ArrayList<>();
    facts
        .years()
        .forEach(year ->
            year.types()
                .forEach((type, figures) ->
                    years.add(
                        Expression.named(
                            Types.named(type, year.year() + ".personYears"),
                            figures.personYears()))));
    return sheet.step(
        "priorSavingsProration",
        CITATION,
        Expression.named("priorPersonYears", prior.meanPersonYears())
            .times(Expression.constant(facts.years().size()))
            .over(Expression.sum(years))
            .min(Expression.ONE));
  }
}
