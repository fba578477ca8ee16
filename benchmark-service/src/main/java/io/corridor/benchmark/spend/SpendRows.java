package io.corridor.benchmark.spend;

import io.corridor.common.facts.Row;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Keys of the rows that claims touch. Sums of the cost rows: allowed cents, paid cents, unpriced
 * lines.
 *
 * <ul>
 *   <li>{@code cost|yyyy-MM|category|tin}: category two digits, or {@code 14u} for a line of
 *       unknown specialty that may be primary care; tin {@code -} when the claim has none
 *   <li>{@code ed|yyyy-MM-dd|facility|tin}: an emergency line that may roll into a stay
 *   <li>{@code pend|yyyy-MM}: lines of claims that are not decided yet; in no other figure
 *   <li>{@code stay|yyyy-MM-dd|facility}: a stay by its admission day; its sums count the claims
 *       that cost in the category of inpatient care, and add up allowed and paid cents
 * </ul>
 */
public final class SpendRows {

  /** Prefix of cost rows. */
  public static final String COST = "cost|";

  /** Prefix of emergency rows. */
  public static final String EMERGENCY = "ed|";

  /** Prefix of pended rows. */
  static final String PENDED = "pend|";

  /** Prefix of stays. */
  public static final String STAY = "stay|";

  /** Category part of a line that is primary care if clinicians of unknown specialty count. */
  static final String PRIMARY_IF_UNKNOWN_COUNTS = "14u";

  /** Category part of a line that is primary care outside Medicare. */
  static final String PRIMARY_OUTSIDE_MEDICARE = "14w";

  /** Category part of a line that is primary care under both conditions. */
  static final String PRIMARY_UNDER_BOTH = "14x";

  /** A part that the claim does not state. */
  static final String UNKNOWN = "-";

  private SpendRows() {}

  static String cost(YearMonth month, String category, String tin) {
    return COST + month + "|" + category + "|" + tin;
  }

  static String emergency(LocalDate day, String facility, String tin) {
    return EMERGENCY + day + "|" + facility + "|" + tin;
  }

  static String stay(LocalDate admitted, String facility) {
    return STAY + admitted + "|" + facility;
  }

  /** The months whose cost a touched row may change; none for rows of another kind. */
  public static java.util.List<YearMonth> months(String rowKey) {
    if (rowKey.startsWith(COST)) {
      return java.util.List.of(YearMonth.parse(Row.empty(rowKey).part(1)));
    }
    if (rowKey.startsWith(EMERGENCY)) {
      return java.util.List.of(YearMonth.from(LocalDate.parse(Row.empty(rowKey).part(1))));
    }
    if (rowKey.startsWith(PENDED)) {
      return java.util.List.of(YearMonth.parse(Row.empty(rowKey).part(1)));
    }
    if (rowKey.startsWith(STAY)) {
      LocalDate admitted = LocalDate.parse(Row.empty(rowKey).part(1));
      return java.util.List.of(YearMonth.from(admitted), YearMonth.from(admitted.minusDays(1)));
    }
    return java.util.List.of();
  }
}
