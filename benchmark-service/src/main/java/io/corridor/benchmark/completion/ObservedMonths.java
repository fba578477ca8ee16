package io.corridor.benchmark.completion;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The part of the cash ledger that can be trusted as a triangle. Months of service before the first
 * are seen without their early payments; paid months after the last are not over.
 *
 * @param first first month of service whose payments are known from the beginning
 * @param through last whole month of payments
 */
public record ObservedMonths(YearMonth first, YearMonth through) {

  /** Rejects reversed months. */
  public ObservedMonths {
    if (through.isBefore(first)) {
      throw new IllegalArgumentException("the observed months are reversed");
    }
  }

  /**
   * Whole months of development of a month of service.
   *
   * @throws IllegalArgumentException if it lies after the last paid month
   */
  public int age(YearMonth incurred) {
    if (incurred.isAfter(through)) {
      throw new IllegalArgumentException("no payment for " + incurred + " can be known yet");
    }
    return Math.toIntExact(ChronoUnit.MONTHS.between(incurred, through));
  }

  /** Age of the first month: the oldest that the triangle tells of. */
  int oldestAge() {
    return age(first);
  }
}
