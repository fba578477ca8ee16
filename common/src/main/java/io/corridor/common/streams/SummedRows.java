package io.corridor.common.streams;

import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of a root: its own and those of every origin, summed row by row. */
record SummedRows(List<StoreRows> origins) implements Rows {

  @Override
  public Optional<Row> find(String key) {
    return origins.stream()
        .flatMap(rows -> rows.raw(key).stream())
        .reduce(Row::plus)
        .filter(Row::exists);
  }

  @Override
  public List<Row> startingWith(String prefix) {
    return between(prefix, prefix + Keys.END);
  }

  /** Summed before it is asked what exists: one origin may hold what another takes back. */
  @Override
  public List<Row> between(String from, String until) {
    NavigableMap<String, Row> sums = new TreeMap<>();
    origins.forEach(rows -> rows.scan(from, until, row -> sums.merge(row.key(), row, Row::plus)));
    return sums.values().stream().filter(Row::exists).toList();
  }
}
