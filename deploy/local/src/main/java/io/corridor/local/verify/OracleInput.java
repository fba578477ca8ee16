package io.corridor.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.common.id.MemberId;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.duckdb.DuckDBAppender;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Brings feed lines, contract files, code lists and exported answers into the oracle, as text. */
final class OracleInput {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OracleDatabase database;

  OracleInput(OracleDatabase database) throws SQLException {
    this.database = database;
    database.execute(
        "CREATE TABLE feed_line (record_type VARCHAR, file VARCHAR, line BIGINT, text VARCHAR, as_of"
            + " TIMESTAMP)");
    database.execute("CREATE TABLE contract_file (text VARCHAR)");
    database.execute("CREATE TABLE rejected_line (file VARCHAR, line BIGINT)");
    database.execute("CREATE TABLE found (topic VARCHAR, key VARCHAR, op VARCHAR, body VARCHAR)");
    database.execute(
        "CREATE TABLE member_surrogate (payer VARCHAR, source_id VARCHAR, member VARCHAR)");
  }

  /** Loads every line of the feed's files; a line is text until SQL reads it. */
  void feed(Path directory) throws IOException, SQLException {
    JsonNode manifest = JSON.readTree(directory.resolve("manifest.json").toFile());
    LocalDateTime asOf =
        LocalDateTime.ofInstant(Instant.parse(manifest.get("asOf").textValue()), ZoneOffset.UTC);
    try (DuckDBAppender rows = database.connection().createAppender("main", "feed_line")) {
      for (JsonNode file : manifest.get("files")) {
        String name = file.get("name").textValue();
        feedFile(directory.resolve(name), name, file.get("recordType").textValue(), asOf, rows);
      }
    }
  }

  private static void feedFile(
      Path path, String name, String recordType, LocalDateTime asOf, DuckDBAppender rows)
      throws IOException, SQLException {
    long number = 0;
    try (BufferedReader reader = reader(path)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        rows.beginRow();
        rows.append(recordType);
        rows.append(name);
        rows.append(number);
        rows.append(line);
        rows.append(asOf);
        rows.endRow();
      }
    } catch (EOFException | ZipException truncated) {
      // Lines before the damage were accepted by intake too; the damage itself is a rejection
      // there.
      return;
    }
  }

  /** Loads contract files, each as JSON whose scalars are all texts. */
  void contracts(Path fileOrDirectory) throws IOException, SQLException {
    try (Stream<Path> found =
            Files.isDirectory(fileOrDirectory)
                ? Files.list(fileOrDirectory)
                : Stream.of(fileOrDirectory);
        DuckDBAppender rows = database.connection().createAppender("main", "contract_file")) {
      for (Path file : found.filter(OracleInput::isYaml).sorted().toList()) {
        Object document = yaml().load(Files.readString(file));
        rows.beginRow();
        rows.append(JSON.writeValueAsString(document));
        rows.endRow();
      }
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** A reader that resolves no scalar: numbers and dates stay the text that was written. */
  private static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    Resolver none =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {}
        };
    return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, none);
  }

  /** Loads one exported topic; a missing file is a topic without records. */
  void topic(Path results, String topic) throws IOException, SQLException {
    Path file = results.resolve(topic + ".ndjson");
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader reader = reader(file);
        DuckDBAppender rows = database.connection().createAppender("main", "found")) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode record = JSON.readTree(line);
        JsonNode body = record.get("body");
        rows.beginRow();
        rows.append(topic);
        rows.append(record.get("key").asText());
        rows.append(record.path("envelope").path("op").asText("UPDATE"));
        rows.append(body == null || body.isNull() ? "null" : JSON.writeValueAsString(body));
        rows.endRow();
      }
    }
  }

  /** Issues the surrogates of all members that the feed names. */
  void surrogates(String secret) throws SQLException {
    List<List<String>> members =
        database.rows(
            """
            SELECT DISTINCT payer, member FROM (
              SELECT json_extract_string(text, '$.payer') AS payer,
                unnest([json_extract_string(text, '$.member'),
                  json_extract_string(text, '$.survivor')]) AS member
              FROM feed_line WHERE record_type <> 'affiliation' AND json_valid(text))
            WHERE payer IS NOT NULL AND member IS NOT NULL\
            """);
    try (DuckDBAppender rows = database.connection().createAppender("main", "member_surrogate")) {
      for (List<String> member : members) {
        rows.beginRow();
        rows.append(member.get(0));
        rows.append(member.get(1));
        rows.append(MemberId.surrogate(secret, member.get(0), member.get(1)).value());
        rows.endRow();
      }
    }
  }

  /** Loads a code list of {@code /verify/codes} as a table of texts. */
  void codes(String table, String resource) throws IOException, SQLException {
    Path copy = Files.createTempFile("codes", ".csv");
    try {
      Files.writeString(copy, OracleDatabase.resource("/verify/codes/" + resource));
      database.execute(
          "CREATE TABLE %s AS SELECT * FROM read_csv('%s', header = true, all_varchar = true)"
              .formatted(table, copy));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static BufferedReader reader(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    InputStream plain =
        file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
  }
}
