package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What the terms say about one month of a contract, worked out once for all members.
 *
 * @param month month
 * @param contract terms that hold in it
 * @param window claims window that ends with it (domain.md 0)
 * @param anchor attribution anchor day
 * @param policy which visits count
 */
record MonthTerms(
    YearMonth month, Contract contract, DateSpan window, LocalDate anchor, VisitPolicy policy) {

  static MonthTerms of(YearMonth month, Contract contract, ConditionYears conditions) {
    Contract.Attribution attribution = contract.attribution();
    DateSpan window = Months.windowEnding(month, attribution.windowMonths());
    int year = contract.yearOf(month).orElseThrow().year();
    return new MonthTerms(
        month,
        contract,
        window,
        attribution.lastDayAnchor() ? month.atEndOfMonth() : month.atDay(1),
        new VisitPolicy(
            conditions,
            year,
            conditions.emergencyIn(window),
            !contract.lineOfBusiness().equals("MEDICARE"),
            attribution.unknownSpecialtyCounts()));
  }

  /** True when the practice takes part on the anchor day. */
  boolean participates(Tin tin) {
    return contract.participates(tin, anchor);
  }
}
