package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;

/**
 * A benchmark year of one type from its totals (settlement.md 2 steps 1 and 2): expenditure after
 * truncation, completed and divided by person-years; mean risk divided by the mean of the nation's
 * assignable beneficiaries, so that a score of one is the average in every year and model.
 *
 * @param counted Parts A and B payments after truncation and three months of run-out, without
 *     indirect medical education, disproportionate share and supplemental payments
 * @param completionFactor what completes three months of run-out, such as 1.013
 * @param personYears person-years, above zero
 * @param meanRisk mean HCC score of the ACO's beneficiaries
 * @param assignableMeanRisk mean HCC score of the nation's assignable beneficiaries of the type,
 *     above zero
 */
public record YearExpenditure(
    Money counted,
    Rate completionFactor,
    Rate personYears,
    Rate meanRisk,
    Rate assignableMeanRisk) {

  private static final String EXPENDITURE = "settlement.md 2 step 1; 42 CFR 425.652(a)(1)-(4)";
  private static final String RISK = "settlement.md 2 step 2; 42 CFR 425.652(a)(3)";

  /**
   * Notes the steps and gives the year.
   *
   * @param growth growth to the third benchmark year
   */
  public BenchmarkFacts.TypeYear work(
      Worksheet sheet, EnrollmentType type, int year, BenchmarkFacts.Growth growth) {
    String name = Types.named(type, Integer.toString(year));
    Expression perCapita =
        sheet.step(
            name + ".perCapita",
            EXPENDITURE,
            Expression.named(name + ".counted", counted)
                .times(Expression.named(name + ".completionFactor", completionFactor))
                .over(Expression.named(name + ".personYears", personYears)));
    Expression risk =
        sheet.step(
            name + ".risk",
            RISK,
            Expression.named(name + ".meanRisk", meanRisk)
                .over(Expression.named(name + ".assignableMeanRisk", assignableMeanRisk)));
    return new BenchmarkFacts.TypeYear(
        new Amount(perCapita.value()), new Rate(risk.value()), personYears, growth);
  }
}
