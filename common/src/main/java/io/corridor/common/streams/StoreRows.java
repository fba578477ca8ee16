package io.corridor.common.streams;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The rows of one subject, or of one of its origins, in the store. */
final class StoreRows implements Rows {

  private final FoldStore store;
  private final String prefix;

  /** Rows under a prefix of the store: see {@link Keys#row} and {@link Keys#origin}. */
  private StoreRows(FoldStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  /** A subject's own rows. */
  static StoreRows of(FoldStore store, String subject) {
    return new StoreRows(store, Keys.row(subject, ""));
  }

  /** Rows that a merged member has sent to its root. */
  static StoreRows of(FoldStore store, String root, String origin, long generation) {
    return new StoreRows(store, Keys.origin(root, origin, generation, ""));
  }

  @Override
  public Optional<Row> find(String key) {
    return raw(key).filter(Row::exists);
  }

  /** The row as it is kept, whether a rule may see it or not. */
  Optional<Row> raw(String key) {
    return store.get(prefix + key).map(bytes -> Row.fromBytes(key, bytes));
  }

  @Override
  public List<Row> startingWith(String prefix) {
    return between(prefix, prefix + Keys.END);
  }

  @Override
  public List<Row> between(String from, String until) {
    List<Row> rows = new ArrayList<>();
    scan(
        from,
        until,
        row -> {
          if (row.exists()) {
            rows.add(row);
          }
        });
    return rows;
  }

  /** Passes rows as they are kept, ascending. */
  void scan(String from, String until, Consumer<Row> visitor) {
    int skip = prefix.length();
    store.scan(
        prefix + from,
        prefix + until,
        (key, bytes) -> {
          visitor.accept(Row.fromBytes(key.substring(skip), bytes));
          return true;
        });
  }

  /** The bytes of a row as they are kept. */
  Optional<byte[]> bytes(String key) {
    return store.get(prefix + key);
  }

  /**
   * Applies a change and tells which rows are different now. Facts that cancel out touch nothing.
   */
  Set<String> apply(FactChange change) {
    Set<String> touched = new TreeSet<>();
    Map<String, List<Fact>> added = byRow(change.after());
    Map<String, List<Fact>> removed = byRow(change.before());
    Set<String> keys = new TreeSet<>(added.keySet());
    keys.addAll(removed.keySet());
    for (String key : keys) {
      if (update(key, removed.getOrDefault(key, List.of()), added.getOrDefault(key, List.of()))) {
        touched.add(key);
      }
    }
    change.replaced().forEach((key, payload) -> hold(key, payload, touched));
    return touched;
  }

  private static Map<String, List<Fact>> byRow(List<Fact> facts) {
    Map<String, List<Fact>> rows = new LinkedHashMap<>();
    facts.forEach(fact -> rows.computeIfAbsent(fact.row(), row -> new ArrayList<>()).add(fact));
    return rows;
  }

  private boolean update(String key, List<Fact> removed, List<Fact> added) {
    Optional<byte[]> stored = store.get(prefix + key);
    Row before = stored.map(bytes -> Row.fromBytes(key, bytes)).orElseGet(() -> Row.empty(key));
    Row after = before;
    for (Fact fact : removed) {
      after = after.with(fact, -1);
    }
    for (Fact fact : added) {
      after = after.with(fact, 1);
    }
    byte[] bytes = after.toBytes();
    if (stored.isPresent() && java.util.Arrays.equals(stored.get(), bytes)) {
      return false;
    }
    if (after.isVoid()) {
      store.delete(prefix + key);
    } else {
      store.put(prefix + key, bytes);
    }
    return true;
  }

  private void hold(String key, Optional<byte[]> payload, Set<String> touched) {
    String stored = prefix + key;
    Optional<byte[]> bytes = payload.map(value -> Row.holding(key, value).toBytes());
    Optional<byte[]> before = store.get(stored);
    if (bytes.isEmpty()) {
      if (before.isPresent()) {
        store.delete(stored);
        touched.add(key);
      }
    } else if (before.isEmpty() || !java.util.Arrays.equals(before.get(), bytes.get())) {
      store.put(stored, bytes.get());
      touched.add(key);
    }
  }
}
