package io.corridor.common.care;

import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What no feed says of an ACO's benchmark in the Shared Savings Program (settlement.md 2). Growth
 * is a ratio such as 1.04, expenditure dollars of a person-year. What is null plays no part, or is
 * refused where the rules of the agreement need it.
 *
 * @param year performance year
 * @param agreementStart first day of the agreement
 * @param agreementPeriod number of the agreement period, from 1
 * @param regionalAdjustments how often the ACO has been adjusted to its region
 * @param types figures by enrollment type
 * @param trendWeight weight of the nation in the trend to the third benchmark year
 * @param updateWeight weight of the nation in the growth to the performance year
 * @param reducedTrendWeight weight of the prospective trend where it was reduced
 * @param marketShare share of the region's assignable beneficiaries
 * @param dualShare share of person-years with Medicaid in the third benchmark year
 * @param lowIncomeShare share of the assigned with low income in the performance year
 * @param priorSavings results of the three years before the agreement
 * @param priorPersonYears mean person-years of these years
 */
public record ProgramBenchmarkTerms(
    int year,
    LocalDate agreementStart,
    int agreementPeriod,
    int regionalAdjustments,
    List<TypeTerms> types,
    @Nullable Rate trendWeight,
    @Nullable Rate updateWeight,
    @Nullable Rate reducedTrendWeight,
    @Nullable Rate marketShare,
    @Nullable Rate dualShare,
    @Nullable Rate lowIncomeShare,
    List<PriorYear> priorSavings,
    @Nullable Rate priorPersonYears) {

  /** Copies the figures. */
  public ProgramBenchmarkTerms {
    types = List.copyOf(types);
    priorSavings = List.copyOf(priorSavings);
  }

  /**
   * Figures of one enrollment type.
   *
   * @param type name of the type
   * @param years the three benchmark years, ascending
   * @param region regional expenditure in the third benchmark year, risk-adjusted to the ACO
   * @param national national expenditure in the third benchmark year
   * @param growth growth from the third benchmark year to the performance year
   * @param prospectiveTrend accountable care prospective trend
   * @param flatDollars projected growth of national expenditure in dollars
   * @param regionalRisk growth of prospective and demographic risk in the region
   * @param demographicGrowth growth of the ACO's demographic risk
   * @param assignableRisk mean risk of the nation's assignable beneficiaries in the performance
   *     year
   */
  public record TypeTerms(
      String type,
      List<YearTerms> years,
      @Nullable Rate region,
      @Nullable Rate national,
      @Nullable Growth growth,
      @Nullable Rate prospectiveTrend,
      @Nullable Rate flatDollars,
      @Nullable Growth regionalRisk,
      @Nullable Rate demographicGrowth,
      Rate assignableRisk) {

    /** Copies the years. */
    public TypeTerms {
      years = List.copyOf(years);
    }
  }

  /**
   * A benchmark year of one enrollment type.
   *
   * @param year calendar year
   * @param growth growth to the third benchmark year
   * @param stated figures of the year; null: the contract's own
   * @param assignableRisk mean risk of the nation's assignable beneficiaries
   */
  public record YearTerms(
      int year, Growth growth, @Nullable StatedYear stated, Rate assignableRisk) {}

  /** Expenditure, renormalized risk and person-years of a year that is stated. */
  public record StatedYear(Rate perCapita, Rate riskScore, Rate personYears) {}

  /**
   * Two growths that belong together: of nation and region, or of prospective and demographic risk.
   */
  public record Growth(Rate first, Rate second) {}

  /** Result of a year before the agreement. */
  public record PriorYear(boolean reconciled, boolean withheld, Rate perCapita) {}
}
