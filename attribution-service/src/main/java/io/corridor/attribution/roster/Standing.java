package io.corridor.attribution.roster;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.MonthDecision;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * How a member stands on a roster, as known on its cut (LAN report 2, domain.md section 4).
 *
 * @param step place of the deciding method in the contract's order, from 1; 0 for an adjustment
 * @param since first day of the unbroken months with this practice, clinician and method
 * @param monthsThisYear months of the performance year so far in which anybody of the contract was
 *     accountable, this one included
 * @param lastVisit latest day of a primary care visit in the 24 months before the cut; null without
 *     one, and when the member declined that claims are shared
 */
public record Standing(
    int step, LocalDate since, int monthsThisYear, @Nullable LocalDate lastVisit) {

  static Standing of(
      MonthDecision decision,
      Accountable held,
      NavigableMap<YearMonth, Accountable> months,
      YearMonth yearBegins,
      @Nullable LocalDate lastVisit) {
    YearMonth month = decision.month();
    YearMonth since = month;
    while (held.equals(months.get(since.minusMonths(1)))) {
      since = since.minusMonths(1);
    }
    return new Standing(
        decision.step(),
        since.atDay(1),
        months.subMap(yearBegins, true, month, true).size(),
        lastVisit);
  }
}
