package io.corridor.benchmark.completion;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Triangles of tests, written as cumulative payments by lag. */
final class Triangles {

  static final YearMonth FIRST = YearMonth.of(2025, 1);

  /** The worked example of domain.md 2.5. */
  static final long[][] WORKED = {{600, 900, 980, 1000}, {660, 1000, 1080}, {620, 910}, {700}};

  private Triangles() {}

  static List<PaidTriangle.Cell> cells(long[][] cumulative) {
    List<PaidTriangle.Cell> cells = new ArrayList<>();
    for (int row = 0; row < cumulative.length; row++) {
      YearMonth incurred = FIRST.plusMonths(row);
      long before = 0;
      for (int lag = 0; lag < cumulative[row].length; lag++) {
        Money amount = Money.ofCents(100 * (cumulative[row][lag] - before));
        cells.add(new PaidTriangle.Cell(incurred, incurred.plusMonths(lag), amount));
        before = cumulative[row][lag];
      }
    }
    return cells;
  }

  static ObservedMonths observed(long[][] cumulative) {
    return new ObservedMonths(FIRST, FIRST.plusMonths(cumulative.length - 1L));
  }

  static CompletionTerms terms(CategoryGroup group) {
    return DefaultCompletionTerms.load().on(LocalDate.of(2025, 1, 1), group);
  }

  /** The default terms with another threshold of maturity. */
  static CompletionTerms matureFrom(String share) {
    CompletionTerms terms = terms(CategoryGroup.OTHER_MEDICAL);
    return new CompletionTerms(
        true,
        terms.diagonals(),
        terms.tail(),
        terms.floorAtOne(),
        Rate.of(share),
        terms.expectationMonths(),
        terms.expectationTrend(),
        terms.bandErrors());
  }

  static CompletionPattern pattern(long[][] cumulative, CompletionTerms terms) {
    return ChainLadder.develop(PaidTriangle.of(cells(cumulative)), observed(cumulative), terms);
  }

  /** Each month with what its row shows last, and the same member months. */
  static List<CompletionRules.MonthToDate> latest(long[][] cumulative, String memberMonths) {
    List<CompletionRules.MonthToDate> months = new ArrayList<>();
    for (int row = 0; row < cumulative.length; row++) {
      long[] lags = cumulative[row];
      months.add(
          new CompletionRules.MonthToDate(
              FIRST.plusMonths(row),
              Money.ofCents(100 * lags[lags.length - 1]),
              Rate.of(memberMonths)));
    }
    return months;
  }

  static Completion complete(long[][] cumulative, CompletionTerms terms) {
    return CompletionRules.complete(
        pattern(cumulative, terms), observed(cumulative), latest(cumulative, "10"));
  }
}
