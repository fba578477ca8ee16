package io.corridor.benchmark.spend;

import io.corridor.common.facts.Row;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Keys of the rows that claims touch. Sums of the cost rows: allowed cents, paid cents, unpriced
 * lines.
 *
 * <ul>
 *   <li>{@code cost|yyyy-MM|category|tin}: category two digits; tin {@code -} when the claim has
 *       none; of specialty care with {@code |npi|specialty} after it, and {@code |npi} of who
 *       referred
 *   <li>{@code pcs|yyyy-MM-dd or yyyy-MM|…} and {@code care|yyyy-MM|…}: see {@link PrimaryCareRows}
 *   <li>{@code ed|yyyy-MM-dd|facility|tin}: an emergency line that may roll into a stay
 *   <li>{@code pend|yyyy-MM}: lines of claims that are not decided yet; in no other figure
 *   <li>{@code stay|yyyy-MM-dd|facility}: a stay by its admission day; its sums count the claims
 *       that cost in the category of inpatient care, and add up allowed and paid cents
 *   <li>{@code fee|yyyy-MM|code|tin}: see {@link CapitationLeakage}
 *   <li>{@code proc|…}, {@code procfac|…}, {@code staycost|…}, {@code test|…}: see {@link CaseRows}
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

  /** A part that the claim does not state. */
  static final String UNKNOWN = "-";

  /** Length of a month yyyy-MM. */
  private static final int MONTH = 7;

  private SpendRows() {}

  /** True for a pended row. */
  public static boolean isPended(String rowKey) {
    return rowKey.startsWith(PENDED);
  }

  static String cost(YearMonth month, String category, String tin) {
    return COST + month + "|" + category + "|" + tin;
  }

  static String emergency(LocalDate day, String facility, String tin) {
    return EMERGENCY + day + "|" + facility + "|" + tin;
  }

  static String stay(LocalDate admitted, String facility) {
    return STAY + admitted + "|" + facility;
  }

  /**
   * What the keys of the rows begin with that cost in a calendar year; the first sums are money.
   */
  public static java.util.List<String> costOfYear(int year) {
    return java.util.List.of(
        COST + year + "-", EMERGENCY + year + "-", PrimaryCareRows.SERVICE + year + "-");
  }

  /** What the keys of the rows begin with that a month's cost is read from, for a calendar year. */
  public static java.util.List<String> ofYear(int year) {
    return java.util.List.of(
        COST + year + "-",
        EMERGENCY + year + "-",
        STAY + year + "-",
        PrimaryCareRows.SERVICE + year + "-",
        PrimaryCareRows.CARE + year + "-");
  }

  /** The months whose cost a touched row may change; none for rows of another kind. */
  public static java.util.List<YearMonth> months(String rowKey) {
    if (rowKey.startsWith(COST)) {
      return java.util.List.of(YearMonth.parse(Row.empty(rowKey).part(1)));
    }
    if (rowKey.startsWith(PrimaryCareRows.CARE)) {
      return java.util.List.of(YearMonth.parse(Row.empty(rowKey).part(1)));
    }
    if (rowKey.startsWith(PrimaryCareRows.SERVICE)) {
      return java.util.List.of(YearMonth.parse(Row.empty(rowKey).part(1).substring(0, MONTH)));
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
