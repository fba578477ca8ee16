package io.corridor.common.streams;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of rows that say what the service itself has published, learned from its frozen sources.
 * What was published for a member stays with that member when it is merged (ADR 7).
 */
final class FrozenKinds {

  private final FoldStore store;
  private final Set<String> kinds = new HashSet<>();

  FrozenKinds(FoldStore store) {
    this.store = store;
    String prefix = Keys.frozenKind("");
    store.scan(
        prefix,
        (key, bytes) -> {
          kinds.add(key.substring(prefix.length()));
          return true;
        });
  }

  /** Learns the kinds of facts that came from a frozen topic. */
  void learn(List<Fact> facts) {
    for (Fact fact : facts) {
      String kind = Keys.subjectOf(fact.row());
      if (kinds.add(kind)) {
        store.text(Keys.frozenKind(kind), "1");
      }
    }
  }

  /** True for the key of a row of such a kind. */
  boolean contains(String row) {
    return !kinds.isEmpty() && kinds.contains(Keys.subjectOf(row));
  }

  /** The rows of such kinds among others. */
  Rows only(Rows rows) {
    return new Rows() {
      @Override
      public Optional<Row> find(String key) {
        return contains(key) ? rows.find(key) : Optional.empty();
      }

      @Override
      public List<Row> startingWith(String prefix) {
        return between(prefix, prefix + Keys.END);
      }

      @Override
      public List<Row> between(String from, String until) {
        return rows.between(from, until).stream().filter(row -> contains(row.key())).toList();
      }
    };
  }
}
