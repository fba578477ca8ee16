package io.corridor.benchmark.risk;

import io.corridor.common.rules.CodeTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A row of a reference table with its cells read as what they are. */
record TableRow(String table, Map<String, String> cells) {

  /** Rows of a table in file order. */
  static List<TableRow> of(CodeTable table) {
    return table.rows().stream().map(cells -> new TableRow(table.name(), cells)).toList();
  }

  /** Rows of a table shipped with the product. */
  static List<TableRow> load(String resource) {
    return of(CodeTable.load(TableRow.class, resource));
  }

  /** A cell, possibly empty. */
  String text(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalStateException("table " + table + " has no column " + column);
    }
    return cell;
  }

  /** A cell that must not be empty. */
  String required(String column) {
    String cell = text(column);
    if (cell.isBlank()) {
      throw new IllegalStateException("table " + table + " has an empty cell in " + column);
    }
    return cell;
  }

  int number(String column) {
    return Integer.parseInt(required(column));
  }

  OptionalInt optionalNumber(String column) {
    return text(column).isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(column));
  }

  BigDecimal decimal(String column) {
    return new BigDecimal(required(column));
  }

  Hcc hcc(String column) {
    return new Hcc(number(column));
  }

  /** Conditions separated by blanks, ascending. */
  SortedSet<Hcc> hccs(String column) {
    SortedSet<Hcc> hccs = new TreeSet<>();
    words(column).forEach(word -> hccs.add(new Hcc(Integer.parseInt(word))));
    return hccs;
  }

  /** Texts separated by blanks. */
  Stream<String> words(String column) {
    return Stream.of(required(column).split(" "));
  }

  boolean isFor(RiskModel model) {
    return RiskModel.valueOf(required("model")) == model;
  }

  IllegalStateException broken(String reason) {
    return new IllegalStateException("table " + table + " " + reason + ": " + cells.values());
  }
}
