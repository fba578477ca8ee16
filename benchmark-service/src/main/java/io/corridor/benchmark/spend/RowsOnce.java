package io.corridor.benchmark.spend;

import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of a member while its answers are derived: a range is read from the store once, however
 * many months and contracts ask for it, and what will be asked for month by month is read ahead in
 * one go.
 */
public final class RowsOnce implements Rows {

  private final Rows rows;
  private final Map<String, List<Row>> ranges = new HashMap<>();
  private final NavigableMap<String, NavigableMap<String, Row>> ahead = new TreeMap<>();

  /** Rows read from there. */
  public RowsOnce(Rows rows) {
    this.rows = rows;
  }

  /**
   * Reads a range now, for all that will be asked inside it.
   *
   * @param prefix what the keys begin with; no prefix of another range read ahead
   */
  public void readAhead(String prefix) {
    if (!ahead.containsKey(prefix)) {
      NavigableMap<String, Row> range = new TreeMap<>();
      rows.startingWith(prefix).forEach(row -> range.put(row.key(), row));
      ahead.put(prefix, range);
    }
  }

  private Optional<NavigableMap<String, Row>> holding(String text) {
    return Optional.ofNullable(ahead.floorEntry(text))
        .filter(range -> text.startsWith(range.getKey()))
        .map(Map.Entry::getValue);
  }

  @Override
  public Optional<Row> find(String key) {
    return holding(key)
        .map(range -> Optional.ofNullable(range.get(key)))
        .orElseGet(() -> rows.find(key));
  }

  @Override
  public List<Row> startingWith(String prefix) {
    return ranges.computeIfAbsent(prefix, this::read);
  }

  private List<Row> read(String prefix) {
    return holding(prefix)
        .map(range -> within(range, prefix))
        .orElseGet(() -> rows.startingWith(prefix));
  }

  private static List<Row> within(NavigableMap<String, Row> range, String prefix) {
    List<Row> found = new ArrayList<>();
    for (Row row : range.tailMap(prefix, true).values()) {
      if (!row.key().startsWith(prefix)) {
        break;
      }
      found.add(row);
    }
    return found;
  }

  @Override
  public List<Row> between(String from, String until) {
    return rows.between(from, until);
  }
}
