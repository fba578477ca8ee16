package io.corridor.attribution.roster;

import io.corridor.common.id.ContractId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A performance year that is being closed or is closed.
 *
 * @param contract contract
 * @param year performance year
 * @param first its first month
 * @param last its last month
 * @param held number of the last closing whose assignments are frozen everywhere: they hold, and
 *     later knowledge restates; null before
 * @param finalSince cut since which its lists are final; null while they are open
 * @param freeze closing that asks for assignments to be frozen; null when none does
 */
public record SettledPeriod(
    ContractId contract,
    int year,
    YearMonth first,
    YearMonth last,
    @Nullable Integer held,
    @Nullable LocalDate finalSince,
    @Nullable Freeze freeze) {

  /**
   * A closing that asks for assignments to be frozen.
   *
   * @param number its number
   * @param date business date from which they are
   */
  public record Freeze(int number, LocalDate date) {}

  /** True for a month of the year. */
  public boolean contains(YearMonth month) {
    return !month.isBefore(first) && !month.isAfter(last);
  }
}
