package io.corridor.attribution.assignment;

import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind that sort by time, read and typed once in a derivation: what was asked before is
 * not asked of the store again. It reads on to the last row, since later ones are asked for next.
 *
 * @param <T> what a row says
 */
final class DatedRows<T> {

  private final Rows rows;
  private final String kind;
  private final Function<Row, T> typed;
  private @Nullable String readFrom;
  private List<String> keys = List.of();
  private List<T> values = List.of();

  DatedRows(Rows rows, String kind, Function<Row, T> typed) {
    this.rows = rows;
    this.kind = kind;
    this.typed = typed;
  }

  /**
   * What rows from one time on say, before another.
   *
   * @param from day or month
   * @param until text of the first day or month that is left out
   */
  List<T> between(Object from, String until) {
    String first = RowKeys.at(kind, from);
    String known = readFrom;
    if (known == null || first.compareTo(known) < 0) {
      read(first);
    }
    int begin = place(first);
    return values.subList(begin, Math.max(begin, place(RowKeys.at(kind, until))));
  }

  private void read(String first) {
    List<Row> found = rows.between(first, RowKeys.at(kind, RowKeys.OPEN));
    List<String> times = new ArrayList<>(found.size());
    List<T> said = new ArrayList<>(found.size());
    for (Row row : found) {
      times.add(row.key());
      said.add(typed.apply(row));
    }
    keys = times;
    values = Collections.unmodifiableList(said);
    readFrom = first;
  }

  private int place(String key) {
    int found = Collections.binarySearch(keys, key);
    return found < 0 ? -found - 1 : found;
  }
}
