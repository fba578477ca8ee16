package io.corridor.benchmark.completion;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Money;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rows of the cash ledger of a member: {@code cash|service month|group|paid month}, sums paid and
 * allowed cents. Cells are differences between versions of a claim, so they are added and never
 * taken back; what was paid and recovered in one month leaves a row of zeros.
 */
public final class CashRows {

  /** Prefix of cash rows. */
  public static final String CASH = "cash|";

  /** Ages from here on count as this one: ten years after the service nothing develops. */
  static final int OLDEST_LAG = 120;

  private CashRows() {}

  /** What a cell adds. */
  public static Fact fact(
      YearMonth serviceMonth, CategoryGroup group, YearMonth paidMonth, Money paid, Money allowed) {
    return Fact.of(
        CASH + String.join("|", serviceMonth.toString(), group.name(), paidMonth.toString()),
        paid.cents(),
        allowed.cents());
  }

  /** The month of service of a cash row; empty for rows of another kind. */
  public static Optional<YearMonth> month(String rowKey) {
    return rowKey.startsWith(CASH)
        ? Optional.of(YearMonth.parse(Row.empty(rowKey).part(1)))
        : Optional.empty();
  }

  /**
   * Cents by months from service to payment, by group; lags and groups without cents left out.
   *
   * @param allowedBasis true when the contract counts allowed dollars
   */
  public static Map<CategoryGroup, NavigableMap<Integer, Long>> byLag(
      Rows rows, YearMonth month, boolean allowedBasis) {
    Map<CategoryGroup, NavigableMap<Integer, Long>> groups = new EnumMap<>(CategoryGroup.class);
    for (Row row : rows.startingWith(CASH + month + "|")) {
      long cents = row.sum(allowedBasis ? 1 : 0);
      if (cents != 0) {
        groups
            .computeIfAbsent(CategoryGroup.valueOf(row.part(2)), any -> new TreeMap<>())
            .merge(lag(month, YearMonth.parse(row.part(3))), cents, Math::addExact);
      }
    }
    return groups;
  }

  private static int lag(YearMonth service, YearMonth paid) {
    long months = ChronoUnit.MONTHS.between(service, paid);
    return Math.toIntExact(Math.clamp(months, 0, OLDEST_LAG));
  }
}
