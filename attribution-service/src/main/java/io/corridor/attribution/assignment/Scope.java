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
 * @param counted those of them with rows that count, or that keep others from counting
 * @param begunAfter months after this one began now; null when time did not move
 */
public record Scope(
    boolean all, Set<YearMonth> touched, Set<YearMonth> counted, @Nullable YearMonth begunAfter) {

  /** Every month. */
  public static Scope everything() {
    return new Scope(true, Set.of(), Set.of(), null);
  }

  /** The same and the months that began after a business date. */
  public Scope begunAfter(LocalDate businessDate) {
    return new Scope(all, touched, counted, YearMonth.from(businessDate));
  }

  /** Every month, and the same months begun. */
  public Scope widened() {
    return new Scope(true, touched, counted, begunAfter);
  }

  /** True for the row of a line that was taken back. */
  public static boolean isReversal(String rowKey) {
    return rowKey.startsWith(RowKeys.REVOKED + "|");
  }

  /** Months that the changed rows can reach. Enrollment reaches all, a published row none. */
  public static Scope of(Collection<String> touchedRows) {
    Set<YearMonth> months = new TreeSet<>();
    Set<YearMonth> counted = new TreeSet<>();
    for (String key : touchedRows) {
      switch (key.substring(0, key.indexOf('|'))) {
        case RowKeys.VISIT, RowKeys.STAY -> {
          months.add(RowKeys.month(key));
          counted.add(RowKeys.month(key));
        }
        case RowKeys.EXCLUDED, RowKeys.REVOKED -> months.add(RowKeys.month(key));
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
    return new Scope(false, months, counted, null);
  }

  /** True when nothing need be looked at. */
  public boolean isEmpty() {
    return !all && touched.isEmpty() && begunAfter == null;
  }

  boolean holds(MonthTerms terms) {
    return all
        || (begunAfter != null && (terms.month().isAfter(begunAfter) || reconciledAfter(terms)))
        || isReached(terms, touched);
  }

  /** True when one of these months may have another outcome than before. */
  boolean moves(Collection<MonthTerms> months) {
    return all
        || begunAfter != null
        || (!counted.isEmpty() && months.stream().anyMatch(terms -> isReached(terms, counted)));
  }

  private static boolean isReached(MonthTerms terms, Set<YearMonth> changed) {
    return changed.stream().anyMatch(month -> terms.reach().contains(month.atDay(1)));
  }

  /** True when the year of the month ended as time moved, so that the year now decides. */
  private boolean reconciledAfter(MonthTerms terms) {
    return terms.listing() == Listing.RECONCILED
        && !MonthTerms.lastMonth(terms.performanceYear()).isBefore(begunAfter);
  }
}
