package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the benchmark of one ACO and performance year is made of. Growth is written as a ratio, such
 * as 1.04.
 *
 * @param agreement participation agreement
 * @param performanceYear calendar year
 * @param years the three benchmark years, ascending
 * @param trendWeight weight of the nation in the trend to the third benchmark year, see {@link
 *     NationalWeight}; null where the trend is national alone
 * @param region the ACO's region in the third benchmark year; null where it plays no part
 * @param priorSavings results of the three years before the agreement; null where they play none
 * @param lowIncomeShare share of the assigned beneficiaries with the low-income subsidy or Medicaid
 *     in the performance year; null where it plays no part
 * @param update growth to the performance year
 * @param performance the assigned beneficiaries of the performance year by type
 */
public record BenchmarkFacts(
    Agreement agreement,
    int performanceYear,
    List<BenchmarkYear> years,
    @Nullable Rate trendWeight,
    @Nullable Region region,
    @Nullable PriorSavings priorSavings,
    @Nullable Rate lowIncomeShare,
    Update update,
    Map<EnrollmentType, PerformanceType> performance) {

  /** Keeps its own copies. */
  public BenchmarkFacts {
    years = List.copyOf(years);
    performance = Types.copy(performance);
  }

  /** The third benchmark year. */
  BenchmarkYear reference() {
    return years.getLast();
  }

  /**
   * The participation agreement.
   *
   * @param start first day
   * @param period number of the agreement period, from 1
   * @param regionalAdjustments how often the ACO has been adjusted to its region, this period
   *     included
   */
  public record Agreement(LocalDate start, int period, int regionalAdjustments) {}

  /** A benchmark year by type. */
  public record BenchmarkYear(int year, Map<EnrollmentType, TypeYear> types) {

    /** Keeps its own copy. */
    public BenchmarkYear {
      types = Types.copy(types);
    }

    TypeYear type(EnrollmentType type) {
      return Types.of(types, type);
    }
  }

  /**
   * A benchmark year of one type.
   *
   * @param perCapita completed and truncated expenditure of a person-year
   * @param riskScore mean prospective HCC score, renormalized, see {@link YearExpenditure}
   * @param personYears person-years
   * @param growth growth from this year to the third; one for the third itself
   */
  public record TypeYear(Amount perCapita, Rate riskScore, Rate personYears, Growth growth) {}

  /** Growth of expenditure in the nation and in the region. */
  public record Growth(Rate national, Rate regional) {

    /** No growth: from a year to itself. */
    public static final Growth NONE = new Growth(Rate.ONE, Rate.ONE);
  }

  /**
   * The region in the third benchmark year.
   *
   * @param perCapita regional expenditure by type, risk-adjusted to the ACO
   * @param nationalPerCapita national expenditure of assignable beneficiaries by type
   * @param dualShare share of the ACO's person-years with Medicaid
   * @param riskScore the ACO's mean HCC score over all types
   */
  public record Region(
      Map<EnrollmentType, Amount> perCapita,
      Map<EnrollmentType, Amount> nationalPerCapita,
      Rate dualShare,
      Rate riskScore) {

    /** Keeps its own copies. */
    public Region {
      perCapita = Types.copy(perCapita);
      nationalPerCapita = Types.copy(nationalPerCapita);
    }
  }

  /**
   * The three years before the agreement.
   *
   * @param years results of exactly three years, in their order
   * @param meanPersonYears mean person-years of these years as they were reconciled
   */
  public record PriorSavings(List<PriorYear> years, Rate meanPersonYears) {

    /** Keeps its own copy. */
    public PriorSavings {
      years = List.copyOf(years);
    }
  }

  /**
   * Result of a year before the agreement.
   *
   * @param reconciled false when the ACO took no part or was not reconciled
   * @param withheld true when savings were not paid because of noncompliance
   * @param perCapita savings of a person-year, losses below zero
   */
  public record PriorYear(boolean reconciled, boolean withheld, Amount perCapita) {}

  /**
   * Growth from the third benchmark year to the performance year.
   *
   * @param nationalWeight weight of the nation, measured in the performance year; null where the
   *     update is in flat dollars
   * @param types growth by type
   * @param reducedTrendWeight weight of the accountable care prospective trend where CMS reduced
   *     it; null for the weight of the rules
   * @param regionalRisk growth of risk in the region; null where it is not capped
   */
  public record Update(
      @Nullable Rate nationalWeight,
      Map<EnrollmentType, TypeUpdate> types,
      @Nullable Rate reducedTrendWeight,
      @Nullable RegionalRisk regionalRisk) {

    /** Keeps its own copy. */
    public Update {
      types = Types.copy(types);
    }
  }

  /**
   * Growth of one type to the performance year.
   *
   * @param growth observed growth; null where the update is in flat dollars
   * @param accountableCareTrend accountable care prospective trend, fixed at the agreement's start
   * @param flatDollars projected growth of national per capita expenditure in dollars
   */
  public record TypeUpdate(
      @Nullable Growth growth, @Nullable Rate accountableCareTrend, @Nullable Amount flatDollars) {}

  /**
   * Growth of risk in the region from the third benchmark year to the performance year.
   *
   * @param types growth by type
   * @param marketShare the ACO's share of the region's assignable beneficiaries
   */
  public record RegionalRisk(Map<EnrollmentType, RiskGrowth> types, Rate marketShare) {

    /** Keeps its own copy. */
    public RegionalRisk {
      types = Types.copy(types);
    }
  }

  /** Growth of prospective HCC and of demographic risk. */
  public record RiskGrowth(Rate hcc, Rate demographic) {}

  /**
   * The assigned beneficiaries of one type in the performance year.
   *
   * @param personYears person-years
   * @param riskScore mean prospective HCC score, renormalized
   * @param demographicGrowth growth of demographic risk since the third benchmark year; null where
   *     it plays no part
   * @param split newly and continuously assigned beneficiaries; null where they are not told apart
   */
  public record PerformanceType(
      Rate personYears,
      Rate riskScore,
      @Nullable Rate demographicGrowth,
      @Nullable AssignmentSplit split) {}

  /**
   * Newly and continuously assigned beneficiaries.
   *
   * @param newly person-years of the newly assigned
   * @param newlyHcc growth of their HCC risk
   * @param continuously person-years of the continuously assigned
   * @param continuouslyRisk growth of their HCC and demographic risk
   */
  public record AssignmentSplit(
      Rate newly, Rate newlyHcc, Rate continuously, RiskGrowth continuouslyRisk) {}
}
