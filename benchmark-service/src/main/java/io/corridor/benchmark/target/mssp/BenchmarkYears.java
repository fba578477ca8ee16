package io.corridor.benchmark.target.mssp;

import java.time.LocalDate;
import java.util.List;

/**
 * The three calendar years before an agreement period (settlement.md 2 step 11): each new period
 * replaces them. An agreement that begins within a year, as in July 2019, looks back from that
 * year.
 */
public final class BenchmarkYears {

  private BenchmarkYears() {}

  /** The benchmark years of an agreement, ascending. */
  public static List<Integer> of(LocalDate agreementStart) {
    int year = agreementStart.getYear();
    return List.of(year - 3, year - 2, year - 1);
  }
}
