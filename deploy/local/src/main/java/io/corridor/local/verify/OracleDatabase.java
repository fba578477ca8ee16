package io.corridor.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/** A DuckDB database in memory, and the SQL resources that run in it. */
final class OracleDatabase implements AutoCloseable {
  private static final Pattern STATEMENT_END = Pattern.compile(";[ \\t]*(\\r?\\n|$)");

  private final DuckDBConnection connection;

  /** Opens an empty database that spills to {@code spill} when memory runs short. */
  OracleDatabase(Path spill) throws SQLException {
    Connection opened = DriverManager.getConnection("jdbc:duckdb:");
    this.connection = opened.unwrap(DuckDBConnection.class);
    execute("SET TimeZone = 'UTC'");
    execute("SET threads = 2");
    execute("SET memory_limit = '3GB'");
    execute("SET preserve_insertion_order = false");
    execute("SET temp_directory = '" + spill.toString().replace("'", "''") + "'");
  }

  /** The connection, for appenders. */
  DuckDBConnection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs one of the stages under {@code /verify/sql}. */
  void stage(String name) throws SQLException, IOException {
    for (String statement : statements(resource("/verify/sql/" + name + ".sql"))) {
      try {
        execute(statement);
      } catch (SQLException e) {
        throw new SQLException("stage " + name + ": " + e.getMessage(), e);
      }
    }
  }

  /** Rows of a query as text; null stays null. */
  List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          String value = result.getString(i);
          row.add(value == null ? "" : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The one number a query gives. */
  long count(String sql) throws SQLException {
    return Long.parseLong(rows(sql).getFirst().getFirst());
  }

  /** Text of a resource beside this class's module. */
  static String resource(String path) throws IOException {
    try (InputStream in = OracleDatabase.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("resource not found: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    for (String part : STATEMENT_END.splitAsStream(script).toList()) {
      boolean code =
          part.lines().map(String::strip).anyMatch(l -> !l.isEmpty() && !l.startsWith("--"));
      if (code) {
        statements.add(part.strip());
      }
    }
    return statements;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
