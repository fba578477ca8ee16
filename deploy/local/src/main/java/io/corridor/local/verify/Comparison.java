package io.corridor.local.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares expected tables with exported bodies, field by field, inside the oracle's database. */
final class Comparison {
  private final OracleDatabase database;

  Comparison(OracleDatabase database) throws SQLException {
    this.database = database;
    database.execute(
        "CREATE TABLE difference (topic VARCHAR, key VARCHAR, field VARCHAR, expected VARCHAR,"
            + " found VARCHAR)");
  }

  /** Runs one check, adds its differences, and returns how many fields were compared. */
  long run(Check check) throws SQLException {
    List<List<String>> columns =
        database.rows(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '"
                + check.table()
                + "' AND table_schema = current_schema() AND column_name NOT IN ('key', 'item')"
                + " ORDER BY ordinal_position");
    boolean items = check.array().isPresent();
    database.execute("CREATE OR REPLACE TEMP TABLE found_row AS " + foundRows(check, columns));
    String item = items ? ", e.item" : "";
    String match = items ? " AND e.item = f.item" : "";
    String join =
        check.partial()
            ? "(SELECT * FROM found_row WHERE key IN (SELECT key FROM " + check.table() + ")) f"
            : "found_row f";
    long compared = 0;
    for (List<String> column : columns) {
      String name = quote(column.get(0));
      database.execute(
          """
          INSERT INTO difference
          SELECT '%s', e.key, %s || '%s', CAST(e.%s AS VARCHAR), CAST(f.%s AS VARCHAR)
          FROM %s e JOIN found_row f ON e.key = f.key%s
          WHERE e.%s IS DISTINCT FROM f.%s\
          """
              .formatted(
                  check.topic(),
                  items ? "'" + check.array().orElseThrow() + "[' || e.item || '].'" : "''",
                  column.get(0),
                  name,
                  name,
                  check.table(),
                  match,
                  name,
                  name));
      compared += database.count("SELECT count(*) FROM " + check.table());
    }
    database.execute(
        """
        INSERT INTO difference
        SELECT '%s', coalesce(e.key, f.key), %s,
          CASE WHEN e.key IS NULL THEN 'absent' ELSE 'present' END,
          CASE WHEN f.key IS NULL THEN 'absent' ELSE 'present' END
        FROM %s e FULL OUTER JOIN %s ON e.key = f.key%s
        WHERE e.key IS NULL OR f.key IS NULL\
        """
            .formatted(
                check.topic(),
                items
                    ? "'" + check.array().orElseThrow() + "[' || coalesce(e.item, f.item) || ']'"
                    : "'record'",
                "(SELECT e.key" + item + " FROM " + check.table() + " e)",
                join,
                match));
    return compared;
  }

  /** Current bodies of the topic as rows typed like the expected columns. */
  private static String foundRows(Check check, List<List<String>> columns) {
    String fields =
        columns.stream()
            .map(c -> ", " + field(c.get(0), c.get(1)) + " AS " + quote(c.get(0)))
            .collect(Collectors.joining());
    String current =
        """
        FROM found WHERE topic = '%s' AND op NOT IN ('END', 'RETRACT') AND body <> 'null'
          AND NOT (topic = 'notification.task.v1' AND json_extract_string(body, '$.state') = 'CANCELLED')\
        """
            .formatted(check.topic());
    if (check.array().isEmpty()) {
      return "SELECT key%s FROM (SELECT key, body AS b %s)".formatted(fields, current);
    }
    String item =
        check
            .itemField()
            .map(field -> "json_extract_string(b, '$.\"" + field + "\"')")
            .orElse("CAST(place AS VARCHAR)");
    return """
    SELECT key, %s AS item%s FROM (
      SELECT key, unnest(elements) AS b, generate_subscripts(elements, 1) AS place FROM (
        SELECT key, CAST(json_extract(body, '$.%s') AS JSON[]) AS elements %s))%s\
    """
        .formatted(
            item,
            fields,
            check.array().orElseThrow(),
            current,
            check
                .only()
                .map(names -> " WHERE regexp_full_match(" + item + ", '" + names + "')")
                .orElse(""));
  }

  /** A field as its column is typed; of one whose name ends in "?" whether it is filled. */
  private static String field(String column, String type) {
    return column.endsWith("?")
        ? "json_extract_string(b, '%s') IS NOT NULL"
            .formatted(path(column.substring(0, column.length() - 1)))
        : "TRY_CAST(json_extract_string(b, '%s') AS %s)".formatted(path(column), type);
  }

  /** How many differences there are. */
  long differences() throws SQLException {
    return database.count("SELECT count(*) FROM difference");
  }

  /** The first differences, ordered by topic, key and field. */
  List<Difference> list(int limit) throws SQLException {
    List<Difference> listed = new ArrayList<>();
    for (List<String> row :
        database.rows(
            "SELECT * FROM difference ORDER BY topic, key, field, expected LIMIT " + limit)) {
      listed.add(new Difference(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
    }
    return listed;
  }

  /** JSON path of a column; a dot in its name leads into a nested record. */
  private static String path(String column) {
    return "$.\"" + column.replace(".", "\".\"") + "\"";
  }

  private static String quote(String column) {
    return '"' + column + '"';
  }
}
