package io.corridor.common.facts;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Rows in memory, for rule tests and for recomputation without a store. */
public final class MemoryRows implements Rows {

  private final NavigableMap<String, Row> rows = new TreeMap<>();

  /** Adds facts. */
  public MemoryRows add(Iterable<Fact> facts) {
    return apply(facts, 1);
  }

  /** Takes facts back. */
  public MemoryRows subtract(Iterable<Fact> facts) {
    return apply(facts, -1);
  }

  /** Puts a replaced value; null takes it away. */
  public MemoryRows hold(String key, byte @org.jspecify.annotations.Nullable [] payload) {
    if (payload == null) {
      rows.remove(key);
    } else {
      rows.put(key, Row.holding(key, payload));
    }
    return this;
  }

  private MemoryRows apply(Iterable<Fact> facts, int sign) {
    for (Fact fact : facts) {
      Row row = rows.getOrDefault(fact.row(), Row.empty(fact.row())).with(fact, sign);
      if (row.isVoid()) {
        rows.remove(fact.row());
      } else {
        rows.put(fact.row(), row);
      }
    }
    return this;
  }

  @Override
  public Optional<Row> find(String key) {
    return Optional.ofNullable(rows.get(key)).filter(Row::exists);
  }

  @Override
  public List<Row> startingWith(String prefix) {
    return between(prefix, prefix + Character.MAX_VALUE);
  }

  @Override
  public List<Row> between(String from, String until) {
    return rows.subMap(from, true, until, false).values().stream().filter(Row::exists).toList();
  }
}
