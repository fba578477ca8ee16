package io.corridor.common.facts;

import java.util.List;
import java.util.Optional;

/** The rows of one subject as a rule sees them: existing rows only, sorted by key. */
public interface Rows {

  /** The row with this key, if it exists. */
  Optional<Row> find(String key);

  /** Rows whose key starts with the text, ascending. */
  List<Row> startingWith(String prefix);

  /** Rows with {@code from <= key < until}, ascending. */
  List<Row> between(String from, String until);
}
