package io.corridor.settlement.mssp;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import io.corridor.common.rules.Expression;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The minimum savings rate by number of members (42 CFR 425.604(b), settlement.md 1.1): linear
 * between the two ends of a row, never rounded. Rows are dated; years before the first list use the
 * earliest one. Members are whole persons, never part-years.
 */
public final class MinimumSavingsRates {

  private final NavigableMap<LocalDate, List<Band>> lists;

  private MinimumSavingsRates(NavigableMap<LocalDate, List<Band>> lists) {
    this.lists = lists;
  }

  /**
   * One row of the table.
   *
   * @param first fewest members of the row
   * @param last most members of the row; null in the open last row
   * @param atFirst rate at {@code first}
   * @param atLast rate at {@code last}
   */
  public record Band(long first, @Nullable Long last, Rate atFirst, Rate atLast) {

    /** Rejects a row that is reversed or whose rate grows with the members. */
    public Band {
      if (last != null && last <= first) {
        throw new IllegalArgumentException("a row of the table is reversed");
      }
      if (atLast.compareTo(atFirst) > 0) {
        throw new IllegalArgumentException("the rate of a row must not grow");
      }
    }

    boolean contains(long members) {
      return members >= first && (last == null || members <= last);
    }

    /** The rate at a number of members, 34 digits, multiplied before it is divided. */
    public Rate at(long members) {
      return new Rate(at(named("members", members), "Members").value());
    }

    /**
     * The rate at a number of members with its formula.
     *
     * @param members number of members, under the name that the program has for it
     * @param who what the ends of the row are numbers of: {@code firstMembers}, {@code lastMembers}
     */
    public Expression at(Expression members, String who) {
      Expression from = named("rateAtFirst", atFirst);
      Long end = last;
      if (end == null) {
        return from;
      }
      Expression begins = named("first" + who, first);
      return from.minus(
          from.minus(named("rateAtLast", atLast))
              .times(members.minus(begins))
              .over(named("last" + who, end).minus(begins)));
    }
  }

  /**
   * The table shipped with the product.
   *
   * @throws IllegalStateException if it has a gap, an overlap or no citation
   */
  public static MinimumSavingsRates load() {
    return of(CodeTable.load(MinimumSavingsRates.class, "parameters/minimum_savings_rate.csv"));
  }

  static MinimumSavingsRates of(CodeTable table) {
    NavigableMap<LocalDate, List<Band>> lists = new TreeMap<>();
    for (Map<String, String> row : table.rows()) {
      lists.merge(
          LocalDate.parse(cell(row, "from_date")),
          List.of(band(row)),
          (some, more) -> {
            List<Band> all = new java.util.ArrayList<>(some);
            all.addAll(more);
            return all;
          });
    }
    lists.replaceAll((day, bands) -> withoutGap(table.name(), bands));
    if (lists.isEmpty()) {
      throw new IllegalStateException("parameter " + table.name() + " has no rows");
    }
    return new MinimumSavingsRates(lists);
  }

  private static Band band(Map<String, String> row) {
    String last = cell(row, "last_members");
    return new Band(
        Long.parseLong(cell(row, "first_members")),
        last.isEmpty() ? null : Long.valueOf(last),
        Rate.of(cell(row, "rate_at_first")),
        Rate.of(cell(row, "rate_at_last")));
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static List<Band> withoutGap(String name, List<Band> bands) {
    List<Band> sorted = bands.stream().sorted(Comparator.comparing(Band::first)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      Long end = sorted.get(i - 1).last();
      if (end == null || end + 1 != sorted.get(i).first()) {
        throw new IllegalStateException("parameter " + name + " has a gap or an overlap");
      }
    }
    if (sorted.getLast().last() != null) {
      throw new IllegalStateException("parameter " + name + " has no open last row");
    }
    return sorted;
  }

  /**
   * The row for a number of members on a day; empty below the first row, where the contract must
   * state its rate (decisions 20).
   */
  public Optional<Band> row(long members, LocalDate day) {
    return list(day).stream().filter(band -> band.contains(members)).findFirst();
  }

  private List<Band> list(LocalDate day) {
    Map.Entry<LocalDate, List<Band>> list = lists.floorEntry(day);
    return (list == null ? lists.firstEntry() : list).getValue();
  }

  /** The rate at the fewest members of the table, which a smaller number never falls below. */
  Rate atFewest(LocalDate day) {
    return list(day).getFirst().atFirst();
  }
}
