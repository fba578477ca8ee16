package io.corridor.attribution.assignment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which months are looked at: all, those whose window holds a month that was touched, or those that
 * began.
 *
 * @param all every month
 * @param touched months of the rows that changed
 * @param begunAfter months after this one began now; null when time did not move
 */
public record Scope(boolean all, Set<YearMonth> touched, @Nullable YearMonth begunAfter) {

  /** Every month. */
  public static Scope everything() {
    return new Scope(true, Set.of(), null);
  }

  /** The same and the months that began after a business date. */
  public Scope begunAfter(LocalDate businessDate) {
    return new Scope(all, touched, YearMonth.from(businessDate));
  }

  /** Every month, and the same months begun. */
  public Scope widened() {
    return new Scope(true, touched, begunAfter);
  }

  /** True for the row of a line that was taken back. */
  public static boolean isReversal(String rowKey) {
    return rowKey.startsWith(RowKeys.REVOKED + "|");
  }

  /** Months that the changed rows can reach. Enrollment reaches all, a published row none. */
  public static Scope of(Collection<String> touchedRows) {
    Set<YearMonth> months = new TreeSet<>();
    for (String key : touchedRows) {
      switch (key.substring(0, key.indexOf('|'))) {
        case RowKeys.VISIT, RowKeys.EXCLUDED, RowKeys.STAY, RowKeys.REVOKED ->
            months.add(RowKeys.month(key));
        case RowKeys.COVER,
            RowKeys.SELECT,
            RowKeys.PERSON,
            RowKeys.CHOICE,
            RowKeys.HOME,
            RowKeys.DISPUTE,
            RowKeys.CAMPAIGN -> {
          return everything();
        }
        default -> {
          // Published rosters never change an assignment.
        }
      }
    }
    return new Scope(false, months, null);
  }

  /** True when nothing need be looked at. */
  public boolean isEmpty() {
    return !all && touched.isEmpty() && begunAfter == null;
  }

  boolean holds(MonthTerms terms) {
    return all
        || (begunAfter != null && (terms.month().isAfter(begunAfter) || reconciledAfter(terms)))
        || touched.stream().anyMatch(month -> terms.reach().contains(month.atDay(1)));
  }

  /** True when the year of the month ended as time moved, so that the year now decides. */
  private boolean reconciledAfter(MonthTerms terms) {
    return terms.listing() == Listing.RECONCILED
        && !MonthTerms.lastMonth(terms.performanceYear()).isBefore(begunAfter);
  }
}
