package io.corridor.benchmark.target.mssp;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import io.corridor.common.rules.Expression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Named values by the first agreement they hold for; a fraction stays exact. */
final class DatedValues {

  private final Map<String, NavigableMap<LocalDate, String>> values = new HashMap<>();

  private DatedValues() {}

  static DatedValues of(CodeTable table) {
    DatedValues dated = new DatedValues();
    for (Map<String, String> row : ParameterRows.of(table)) {
      String earlier =
          dated
              .values
              .computeIfAbsent(ParameterRows.cell(row, "name"), name -> new TreeMap<>())
              .put(
                  LocalDate.parse(ParameterRows.cell(row, "agreement_from")),
                  ParameterRows.cell(row, "value"));
      if (earlier != null) {
        throw new IllegalStateException("two values of a parameter begin on one day");
      }
    }
    return dated;
  }

  /** A decimal value that holds for agreements of that start. */
  Rate rate(LocalDate start, String name) {
    return Rate.of(text(start, name));
  }

  /** A value written as a fraction, such as 1/3. */
  Expression fraction(LocalDate start, String name) {
    List<String> parts = List.of(text(start, name).split("/"));
    Expression numerator = Expression.constant(new BigDecimal(parts.getFirst()));
    return parts.size() == 1
        ? numerator
        : numerator.over(Expression.constant(new BigDecimal(parts.getLast())));
  }

  private String text(LocalDate start, String name) {
    NavigableMap<LocalDate, String> rows = values.getOrDefault(name, new TreeMap<>());
    Map.Entry<LocalDate, String> row = rows.floorEntry(start);
    if (row == null) {
      throw new IllegalStateException(name + " begins too late");
    }
    return row.getValue();
  }
}
