package io.corridor.local.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the oracle's own answers as a run would export them, so that the comparison can be tested.
 */
final class ExpectedResults {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExpectedResults() {}

  static void write(Oracle oracle, Path results, String businessDate)
      throws IOException, SQLException {
    write(oracle, results, Check.all());
    Files.writeString(
        results.resolve("clock.business-date.v1.ndjson"),
        record("0", JSON.createObjectNode().put("to", businessDate)));
  }

  /** Writes the topics of some checks. */
  static void write(Oracle oracle, Path results, List<Check> checks)
      throws IOException, SQLException {
    Map<String, Map<String, ObjectNode>> topics = new LinkedHashMap<>();
    for (Check check : checks) {
      Map<String, ObjectNode> bodies = topics.computeIfAbsent(check.topic(), t -> new TreeMap<>());
      try (Statement statement = oracle.database().connection().createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT * FROM "
                      + check.table()
                      + (check.array().isPresent() ? " ORDER BY key, item" : ""))) {
        while (rows.next()) {
          ObjectNode body =
              bodies.computeIfAbsent(rows.getString("key"), k -> JSON.createObjectNode());
          ObjectNode target = body;
          if (check.array().isPresent()) {
            String path = check.array().orElseThrow();
            int dot = path.indexOf('.');
            ObjectNode place = dot < 0 ? body : body.withObject("/" + path.substring(0, dot));
            String array = path.substring(dot + 1);
            ArrayNode list =
                place.has(array) ? (ArrayNode) place.get(array) : place.putArray(array);
            target = list.addObject();
            if (check.itemField().isPresent()) {
              target.put(check.itemField().orElseThrow(), rows.getString("item"));
            }
          }
          fields(rows, target);
        }
      }
    }
    Files.createDirectories(results);
    for (Map.Entry<String, Map<String, ObjectNode>> topic : topics.entrySet()) {
      StringBuilder lines = new StringBuilder();
      topic.getValue().forEach((key, body) -> lines.append(record(key, body)));
      Files.writeString(results.resolve(topic.getKey() + ".ndjson"), lines);
    }
  }

  private static void fields(ResultSet rows, ObjectNode target) throws SQLException {
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      String column = rows.getMetaData().getColumnName(i);
      if (column.equals("key") || column.equals("item")) {
        continue;
      }
      int dot = column.lastIndexOf('.');
      ObjectNode place =
          dot < 0 ? target : target.withObject("/" + column.substring(0, dot).replace('.', '/'));
      String name = column.substring(dot + 1);
      if (name.endsWith("?")) {
        place.put(name.substring(0, name.length() - 1), rows.getBoolean(i) ? "CODE" : null);
      } else {
        place.put(name, rows.getString(i));
      }
    }
  }

  private static String record(String key, ObjectNode body) {
    ObjectNode record = JSON.createObjectNode().put("key", key);
    record.putObject("envelope").put("op", "UPDATE");
    record.set("body", body);
    return record + "\n";
  }
}
