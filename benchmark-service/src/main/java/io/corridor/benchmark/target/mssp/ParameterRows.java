package io.corridor.benchmark.target.mssp;

import io.corridor.common.rules.CodeTable;
import java.util.List;
import java.util.Map;

/** Reads rows of parameter files. */
final class ParameterRows {

  private ParameterRows() {}

  /** The rows of a file, each with its citation. */
  static List<Map<String, String>> of(CodeTable table) {
    table.rows().forEach(row -> cell(row, "citation"));
    return table.rows();
  }

  /** A cell, possibly empty. */
  static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /** A cell that must not be empty. */
  static String cell(Map<String, String> row, String column) {
    String cell = text(row, column);
    if (cell.isBlank()) {
      throw new IllegalStateException("a parameter row has no " + column);
    }
    return cell;
  }

  static boolean yes(Map<String, String> row, String column) {
    return switch (cell(row, column)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalStateException(column + " is yes or no");
    };
  }
}
