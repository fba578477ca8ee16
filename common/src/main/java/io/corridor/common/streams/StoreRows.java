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

/** The rows of one subject in the store. */
final class StoreRows implements Rows {

  private final FoldStore store;
  private final String subject;

  StoreRows(FoldStore store, String subject) {
    this.store = store;
    this.subject = subject;
  }

  @Override
  public Optional<Row> find(String key) {
    return store
        .get(Keys.row(subject, key))
        .map(bytes -> Row.fromBytes(key, bytes))
        .filter(Row::exists);
  }

  @Override
  public List<Row> startingWith(String prefix) {
    return between(prefix, prefix + Keys.END);
  }

  @Override
  public List<Row> between(String from, String until) {
    List<Row> rows = new ArrayList<>();
    int skip = Keys.row(subject, "").length();
    store.scan(
        Keys.row(subject, from),
        Keys.row(subject, until),
        (key, bytes) -> {
          Row row = Row.fromBytes(key.substring(skip), bytes);
          if (row.exists()) {
            rows.add(row);
          }
          return true;
        });
    return rows;
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
    Optional<byte[]> stored = store.get(Keys.row(subject, key));
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
      store.delete(Keys.row(subject, key));
    } else {
      store.put(Keys.row(subject, key), bytes);
    }
    return true;
  }

  private void hold(String key, Optional<byte[]> payload, Set<String> touched) {
    String stored = Keys.row(subject, key);
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
