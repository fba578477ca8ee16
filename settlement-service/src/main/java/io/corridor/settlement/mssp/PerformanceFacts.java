package io.corridor.settlement.mssp;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that settlement needs to know of one ACO in one performance year. What is null is not known;
 * it is asked for only where it decides.
 *
 * @param acoId identifier of the ACO
 * @param performanceYear calendar year
 * @param period six-month period of that year, or null for all of it
 * @param agreement the agreement in force
 * @param population who was assigned
 * @param finances benchmark and expenditure
 * @param quality result of the quality programme
 * @param disaster extreme and uncontrollable circumstances
 * @param participatingMonths months before a termination during the year; null for all
 * @param recoupmentBalance advance payments not yet repaid
 * @param paymentDate day on which shared savings are paid
 * @param published rates as published, where only they are known
 */
public record PerformanceFacts(
    String acoId,
    int performanceYear,
    @Nullable SixMonthPeriod period,
    Agreement agreement,
    Population population,
    Finances finances,
    Quality quality,
    Disaster disaster,
    @Nullable Long participatingMonths,
    Amount recoupmentBalance,
    @Nullable LocalDate paymentDate,
    Published published) {

  /**
   * The participation agreement.
   *
   * @param start first day of the agreement period
   * @param track track or level in the performance year
   * @param year number of the performance year in the agreement period, from 1
   * @param choice how the minimum savings rate is set
   */
  public record Agreement(LocalDate start, Track track, long year, MinimumRateChoice choice) {}

  /**
   * Assigned beneficiaries.
   *
   * @param beneficiaries whole persons
   * @param personYears person-years, shown alone
   * @param lowRevenue whether the ACO is a low-revenue ACO at reconciliation
   */
  public record Population(
      long beneficiaries, @Nullable Rate personYears, @Nullable Boolean lowRevenue) {}

  /**
   * Totals in dollars; of a six-month period the prorated ones, as they are published.
   *
   * @param benchmark total updated benchmark
   * @param expenditure total expenditure
   * @param twoWayBenchmark total benchmark updated with the two-way blend alone
   * @param benchmarkIsTwoWay true when {@code benchmark} is already the one with the two-way blend,
   *     because the guardrail was applied
   * @param participantRevenue Parts A and B revenue of the ACO participants in the calendar year
   */
  public record Finances(
      Amount benchmark,
      Amount expenditure,
      @Nullable Amount twoWayBenchmark,
      boolean benchmarkIsTwoWay,
      @Nullable Amount participantRevenue) {}

  /**
   * The quality result. Scores are ratios from 0 to 1.
   *
   * @param fullReportingYear true when complete reporting alone earns the whole share
   * @param standardMet whether the quality performance standard is met
   * @param alternativeMet whether the alternative standard is met
   * @param score quality score
   * @param healthEquityAdjusted quality score with the health equity bonus
   */
  public record Quality(
      boolean fullReportingYear,
      @Nullable Boolean standardMet,
      @Nullable Boolean alternativeMet,
      @Nullable Rate score,
      @Nullable Rate healthEquityAdjusted) {

    /** Whether the standard is met; complete reporting meets it where that alone is asked for. */
    @Nullable Boolean met() {
      return standardMet == null && fullReportingYear ? Boolean.TRUE : standardMet;
    }
  }

  /**
   * Rates as published, rounded as they are.
   *
   * @param shareRate final sharing rate, with all that reduces it
   * @param lossRate final loss rate
   */
  public record Published(@Nullable Rate shareRate, @Nullable Rate lossRate) {

    /** Nothing published is used. */
    public static final Published NONE = new Published(null, null);
  }
}
