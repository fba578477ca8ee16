package io.corridor.portal.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One table that a topic fills: how a record becomes a row, and the rows waiting to be written. Of
 * several rows with one key only the merged one is written, which is what makes large batches
 * cheap.
 *
 * @param <V> values of the topic
 * @param <R> rows of the table
 */
final class Table<V, R> {

  private final Function<Read<V>, @Nullable R> row;
  private final Function<R, Object> id;
  private final BinaryOperator<R> merge;
  private final Upsert<R> upsert;
  private final Map<Object, R> pending = new LinkedHashMap<>();

  private Table(
      Function<Read<V>, @Nullable R> row,
      Function<R, Object> id,
      BinaryOperator<R> merge,
      Upsert<R> upsert) {
    this.row = row;
    this.id = id;
    this.merge = merge;
    this.upsert = upsert;
  }

  /** A table whose rows replace each other. */
  static <V, R> Table<V, R> of(
      Function<Read<V>, @Nullable R> row, Function<R, Object> id, Upsert<R> upsert) {
    return new Table<>(row, id, (before, after) -> after, upsert);
  }

  /** A table whose rows are merged, for example summed. */
  static <V, R> Table<V, R> merging(
      Function<Read<V>, @Nullable R> row,
      Function<R, Object> id,
      BinaryOperator<R> merge,
      Upsert<R> upsert) {
    return new Table<>(row, id, merge, upsert);
  }

  /** A table with one row a record key, guarded by the entity's version. */
  static <V> Table<V, Read<V>> keyed(Upsert<Read<V>> upsert) {
    return new Table<>(
        read -> read,
        Read::key,
        (before, after) -> after.version() >= before.version() ? after : before,
        upsert);
  }

  void add(Read<V> read) {
    R made = row.apply(read);
    if (made != null) {
      pending.merge(id.apply(made), made, merge);
    }
  }

  int pending() {
    return pending.size();
  }

  int flush(Connection connection) throws SQLException {
    int written = upsert.write(connection, pending.values());
    pending.clear();
    return written;
  }

  void drop() {
    pending.clear();
  }
}
