package io.corridor.portal.readmodel;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows of one table in one statement: a column is sent as one array, and {@code unnest}
 * makes rows of them. Rows with a known key are updated, unless the guard column says that what is
 * there is as new or newer.
 *
 * @param <R> a row
 */
final class Upsert<R> {

  private record Column<R>(
      String name, String type, String expression, Function<R, @Nullable Object> value) {}

  private final String sql;
  private final List<Column<R>> columns;

  private Upsert(Builder<R> from) {
    this.columns = List.copyOf(from.columns);
    this.sql = from.sql();
  }

  /** Begins the description of a table of the schema {@code portal}. */
  static <R> Builder<R> into(String table) {
    return new Builder<>(table);
  }

  /** Writes the rows, whose keys must differ. Returns how many were inserted or changed. */
  int write(Connection connection, Collection<R> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    List<Array> arrays = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        Column<R> column = columns.get(i);
        @Nullable Object[] values = rows.stream().map(column.value()).toArray();
        Array array = connection.createArrayOf(column.type(), sendable(column.type(), values));
        arrays.add(array);
        statement.setArray(i + 1, array);
      }
      return statement.executeUpdate();
    } finally {
      for (Array array : arrays) {
        array.free();
      }
    }
  }

  private static @Nullable Object[] sendable(String type, @Nullable Object[] values) {
    if (!type.equals("bytea")) {
      return values;
    }
    byte[][] bytes = new byte[values.length][];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte[]) Objects.requireNonNull(values[i], "a kept body");
    }
    return bytes;
  }

  /** Describes the table: key columns first, then the others. */
  static final class Builder<R> {

    private final String table;
    private final List<Column<R>> columns = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> updates = new ArrayList<>();
    private @Nullable String guard;

    private Builder(String table) {
      this.table = table;
    }

    /** A column of the key. */
    Builder<R> key(String name, String type, Function<R, @Nullable Object> value) {
      columns.add(new Column<>(name, type, name, value));
      keys.add(name);
      return this;
    }

    /** A column that takes the new value. */
    Builder<R> column(String name, String type, Function<R, @Nullable Object> value) {
      columns.add(new Column<>(name, type, name, value));
      updates.add(name + " = excluded." + name);
      return this;
    }

    /** A text array, sent as its text form. */
    Builder<R> texts(String name, Function<R, @Nullable Object> value) {
      columns.add(new Column<>(name, "text", name + "::text[]", value));
      updates.add(name + " = excluded." + name);
      return this;
    }

    /** A column that grows by the new value. */
    Builder<R> adding(String name, Function<R, @Nullable Object> value) {
      columns.add(new Column<>(name, "bigint", name, value));
      updates.add(name + " = t." + name + " + excluded." + name);
      return this;
    }

    /** A column that keeps its first value. */
    Builder<R> once(String name, String type, Function<R, @Nullable Object> value) {
      columns.add(new Column<>(name, type, name, value));
      return this;
    }

    /** Rows whose value of this column is not greater than the one there change nothing. */
    Builder<R> guardedBy(String column) {
      this.guard = column;
      return this;
    }

    /** The statement. */
    Upsert<R> build() {
      return new Upsert<>(this);
    }

    private String sql() {
      String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
      String arrays =
          columns.stream().map(c -> "?::" + c.type() + "[]").collect(Collectors.joining(", "));
      String values = columns.stream().map(Column::expression).collect(Collectors.joining(", "));
      String conflict =
          updates.isEmpty()
              ? "DO NOTHING"
              : "DO UPDATE SET "
                  + String.join(", ", updates)
                  + (guard == null ? "" : " WHERE t." + guard + " < excluded." + guard);
      return "INSERT INTO portal.%s AS t (%s) SELECT %s FROM unnest(%s) AS x (%s) ON CONFLICT (%s) %s"
          .formatted(table, names, values, arrays, names, String.join(", ", keys), conflict);
    }
  }
}
