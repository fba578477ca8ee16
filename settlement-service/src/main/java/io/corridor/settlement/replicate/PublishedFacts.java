package io.corridor.settlement.replicate;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.mssp.Disaster;
import io.corridor.settlement.mssp.MinimumRateChoice;
import io.corridor.settlement.mssp.PerformanceFacts;
import io.corridor.settlement.mssp.PerformanceFacts.Agreement;
import io.corridor.settlement.mssp.PerformanceFacts.Finances;
import io.corridor.settlement.mssp.PerformanceFacts.Population;
import io.corridor.settlement.mssp.PerformanceFacts.Published;
import io.corridor.settlement.mssp.PerformanceFacts.Quality;
import io.corridor.settlement.mssp.SixMonthPeriod;
import io.corridor.settlement.mssp.Track;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a published row says of an ACO, in the words of the rules, and no more. The share and loss
 * rates that the file prints are results, so they are not among the facts. Said by the file only
 * indirectly:
 *
 * <ul>
 *   <li>six months: the benchmark is half of benchmark per capita times person-years;
 *   <li>the choice of the minimum savings rate: a printed rate that is one of the fixed choices;
 *   <li>a failed quality standard before files print it: a printed sharing rate of zero;
 *   <li>the day of payment: the first of October after the year.
 * </ul>
 */
final class PublishedFacts {

  private static final int FIRST_YEAR = 2013;
  private static final int SMALLEST_TABLE = 500;
  private static final Set<Rate> FIXED =
      Set.of(Rate.of("0"), Rate.of("0.005"), Rate.of("0.01"), Rate.of("0.015"), Rate.of("0.02"));
  private static final Set<Track> ONE_SIDED = Set.of(Track.TRACK_1, Track.BASIC_A, Track.BASIC_B);

  private PublishedFacts() {}

  /**
   * The facts of a row.
   *
   * @param score quality score to use, within the rounding of the printed one; null without one
   */
  static PerformanceFacts of(PublishedResult row, @Nullable BigDecimal score) {
    boolean repays = row.advancePaid() != null && row.recouped() != null;
    return new PerformanceFacts(
        row.aco(),
        row.year(),
        halfYear(row) ? SixMonthPeriod.JAN_JUN : null,
        new Agreement(row.agreementStart(), row.track(), agreementYear(row), choice(row)),
        new Population(
            row.beneficiaries(),
            row.personYears() == null ? null : new Rate(row.personYears()),
            row.lowRevenue()),
        new Finances(
            new Amount(row.benchmark()),
            new Amount(row.expenditure()),
            null,
            row.guardrail(),
            null),
        quality(row, score),
        row.disaster() == null || row.disaster().signum() == 0
            ? Disaster.NONE
            : new Disaster.Reduction(new Amount(row.disaster().abs())),
        null,
        repays && row.advancePaid() != null ? new Amount(row.advancePaid()) : Amount.ZERO,
        LocalDate.of(row.year() + 1, Month.OCTOBER, 1),
        Published.NONE);
  }

  /** Whether the totals are those of half a year. */
  static boolean halfYear(PublishedResult row) {
    if (row.benchmarkPerCapita() == null || row.personYears() == null) {
      return false;
    }
    BigDecimal whole = row.benchmarkPerCapita().multiply(row.personYears());
    return whole.signum() > 0
        && row.benchmark().divide(whole, MathContext.DECIMAL128).compareTo(new BigDecimal("0.75"))
            < 0;
  }

  /** Agreements of 2012 have their first performance year in 2013. */
  private static long agreementYear(PublishedResult row) {
    return row.year() - Math.max(row.agreementStart().getYear(), FIRST_YEAR) + 1L;
  }

  private static MinimumRateChoice choice(PublishedResult row) {
    Rate printed = new Rate(row.minimumRate().value());
    if (ONE_SIDED.contains(row.track())) {
      return row.beneficiaries() < SMALLEST_TABLE
          ? new MinimumRateChoice.Stated(printed)
          : MinimumRateChoice.TABLE;
    }
    return FIXED.contains(printed)
        ? new MinimumRateChoice.Stated(printed)
        : MinimumRateChoice.TABLE;
  }

  private static Quality quality(PublishedResult row, @Nullable BigDecimal score) {
    Boolean met = row.standardMet();
    Rate known = score == null ? null : new Rate(score);
    return new Quality(
        row.year() == FIRST_YEAR || row.score() == null,
        met == null ? row.shareRate().value().signum() > 0 : met,
        row.alternativeMet(),
        known,
        known);
  }
}
