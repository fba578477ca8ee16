package io.corridor.benchmark.membership;

import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How much of a month a covered member counts (domain.md 2.3): a function of the coverage spans
 * alone, so coverage that is taken back later takes its months back.
 */
public enum MemberMonthPolicy {
  /** One covered day is a whole month. */
  ANY_DAY,
  /** Covered on the 15th is a whole month. */
  MID_MONTH,
  /** Covered days over days of the month, in whole millionths so that months add up exactly. */
  PRORATE;

  private static final int MID = 15;
  private static final int MILLIONTHS = 6;

  /**
   * The member months of one month, from 0 to 1. The birth month of a newborn counts whole wherever
   * months are not prorated.
   *
   * @param spans coverage by the payer and line of business; they may overlap
   * @param birthDate birth date, where known
   */
  public Rate of(Collection<DateSpan> spans, YearMonth month, @Nullable LocalDate birthDate) {
    boolean born = birthDate != null && YearMonth.from(birthDate).equals(month);
    return switch (this) {
      case ANY_DAY -> whole(coveredDays(spans, month) > 0);
      case MID_MONTH ->
          whole(covers(spans, month.atDay(MID)) || (born && coveredDays(spans, month) > 0));
      case PRORATE ->
          new Rate(
              BigDecimal.valueOf(coveredDays(spans, month))
                  .divide(
                      BigDecimal.valueOf(month.lengthOfMonth()), MILLIONTHS, RoundingMode.HALF_UP));
    };
  }

  private static Rate whole(boolean counts) {
    return counts ? Rate.ONE : Rate.ZERO;
  }

  private static boolean covers(Collection<DateSpan> spans, LocalDate day) {
    return spans.stream().anyMatch(span -> span.contains(day));
  }

  /** Each day counts once, however many spans cover it. */
  private static long coveredDays(Collection<DateSpan> spans, YearMonth month) {
    LocalDate first = month.atDay(1);
    return first.datesUntil(first.plusMonths(1)).filter(day -> covers(spans, day)).count();
  }
}
