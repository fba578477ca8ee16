package io.corridor.benchmark.completion;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Completion terms of a contract that states none of its own, by the day they begin to hold. */
public final class DefaultCompletionTerms {

  private final Map<CategoryGroup, NavigableMap<LocalDate, CompletionTerms>> terms;

  private DefaultCompletionTerms(
      Map<CategoryGroup, NavigableMap<LocalDate, CompletionTerms>> terms) {
    this.terms = terms;
  }

  /**
   * The terms shipped with the product.
   *
   * @throws IllegalStateException if a group has none, a row lacks its citation or two rows of a
   *     group begin on one day
   */
  public static DefaultCompletionTerms load() {
    return of(CodeTable.load(DefaultCompletionTerms.class, "parameters/completion_terms.csv"));
  }

  static DefaultCompletionTerms of(CodeTable table) {
    Map<CategoryGroup, NavigableMap<LocalDate, CompletionTerms>> terms =
        new EnumMap<>(CategoryGroup.class);
    for (Map<String, String> row : table.rows()) {
      cell(row, "citation");
      CompletionTerms earlier =
          terms
              .computeIfAbsent(CategoryGroup.valueOf(cell(row, "group")), group -> new TreeMap<>())
              .put(LocalDate.parse(cell(row, "from_date")), terms(row));
      if (earlier != null) {
        throw new IllegalStateException("two rows of completion terms begin on one day");
      }
    }
    if (terms.size() != CategoryGroup.values().length) {
      throw new IllegalStateException("a category group has no completion terms");
    }
    return new DefaultCompletionTerms(terms);
  }

  private static CompletionTerms terms(Map<String, String> row) {
    return new CompletionTerms(
        yes(row, "developed"),
        Integer.parseInt(cell(row, "diagonals")),
        Rate.of(cell(row, "tail_factor")),
        yes(row, "floor_at_one"),
        Rate.of(cell(row, "mature_from")),
        Integer.parseInt(cell(row, "expectation_months")),
        Rate.of(cell(row, "expectation_trend")),
        Rate.of(cell(row, "band_errors")));
  }

  private static boolean yes(Map<String, String> row, String column) {
    return switch (cell(row, column)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalStateException(column + " is yes or no");
    };
  }

  private static String cell(Map<String, String> row, String column) {
    String cell = row.getOrDefault(column, "");
    if (cell.isBlank()) {
      throw new IllegalStateException("a row of completion terms has no " + column);
    }
    return cell;
  }

  /** The terms of a group on a day; days before the first row use it (decisions 22). */
  public CompletionTerms on(LocalDate day, CategoryGroup group) {
    NavigableMap<LocalDate, CompletionTerms> rows = terms.getOrDefault(group, new TreeMap<>());
    Map.Entry<LocalDate, CompletionTerms> row = rows.floorEntry(day);
    return (row == null ? rows.firstEntry() : row).getValue();
  }
}
