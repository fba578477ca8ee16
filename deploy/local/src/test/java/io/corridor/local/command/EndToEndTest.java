package io.corridor.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.platform.Exporter;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job from end to end on one embedded platform: a simulated feed goes in month by month,
 * every service answers, and the independent recomputation finds nothing to object to (law L8).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path directory;
  private static int exit;

  @BeforeAll
  static void run() {
    assertThat(
            CorridorCommand.execute(
                "simulate",
                "--members",
                "80",
                "--months",
                "3",
                "--seed",
                "7",
                "--plain",
                "--out",
                feed()))
        .isZero();
    exit =
        CorridorCommand.execute(
            "run", "--feed", feed(), "--contracts", contracts(), "--out", results());
  }

  private static String feed() {
    return directory.resolve("feed").toString();
  }

  private static String contracts() {
    return directory.resolve("feed/contracts").toString();
  }

  private static String results() {
    return directory.resolve("results").toString();
  }

  @Test
  @Order(1)
  @DisplayName("every line is accounted for, and every output topic is there as NDJSON and CSV")
  void accounted() throws IOException {
    JsonNode summary = JSON.readTree(Path.of(results(), "run.json").toFile()).path("summary");
    assertThat(exit).isZero();
    assertThat(summary.path("balanced").asBoolean()).isTrue();
    assertThat(summary.path("accepted").asLong()).isPositive();
    assertThat(summary.path("rejected").asLong()).isZero();
    for (Topic<?> topic : Exporter.outputs()) {
      assertThat(Path.of(results(), topic.name() + ".ndjson")).exists();
      assertThat(Path.of(results(), topic.name() + ".csv")).exists();
    }
    for (String topic :
        List.of(
            "attribution.assignment.v1",
            "attribution.roster.v1",
            "benchmark.budget.v1",
            "quality.score.v1",
            "settlement.estimate.v1",
            "notification.alert.v1")) {
      assertThat(Path.of(results(), topic + ".ndjson")).isNotEmptyFile();
    }
  }

  @Test
  @Order(2)
  @DisplayName("the recomputation agrees with every answer")
  void agrees() {
    assertThat(verify()).contains("Differences: 0");
  }

  @Test
  @Order(2)
  @DisplayName("as-of the day a month began: the whole roster, and each member, as frozen that day")
  void asOfEqualsRosters() throws IOException {
    Map<String, Set<String>> published = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(results(), "attribution.roster.v1.ndjson"))) {
      JsonNode row = JSON.readTree(line).path("body");
      if (!row.path("tin").isNull()) {
        published
            .computeIfAbsent(row.path("businessDate").asText(), day -> new TreeSet<>())
            .add(place(row));
      }
    }
    assertThat(published).hasSizeGreaterThan(1);
    for (Map.Entry<String, Set<String>> roster : published.entrySet()) {
      String day = roster.getKey();
      assertThat(asOf(day, "")).as(day).isEqualTo(roster.getValue());
      String member = roster.getValue().iterator().next().split("\\|", -1)[0] + "|";
      assertThat(asOf(day, member))
          .as(day)
          .isEqualTo(
              roster.getValue().stream()
                  .filter(row -> row.startsWith(member))
                  .collect(Collectors.toSet()));
    }
  }

  /** What the command prints of the month of a day, as known when the day began. */
  private static Set<String> asOf(String day, String keys) throws IOException {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(
              CorridorCommand.execute(
                  "as-of",
                  Topics.ASSIGNMENT.name(),
                  "--known-at",
                  day,
                  "--key",
                  keys,
                  "--results",
                  results()))
          .isZero();
    } finally {
      System.setOut(console);
    }
    Set<String> known = new TreeSet<>();
    for (String line : printed.toString(StandardCharsets.UTF_8).lines().toList()) {
      JsonNode row = JSON.readTree(line).path("body");
      if (row.path("month").asText().equals(day.substring(0, 7))) {
        known.add(place(row));
      }
    }
    return known;
  }

  private static String place(JsonNode row) {
    return String.join(
        "|",
        row.path("member").asText(),
        row.path("contract").asText(),
        row.path("month").asText(),
        row.path("tin").asText(),
        row.path("npi").asText());
  }

  @Test
  @Order(3)
  @DisplayName("one altered cent is found, and nothing else")
  void findsOneCent() throws IOException {
    alterOneCent(Path.of(results(), "benchmark.budget.v1.ndjson"));
    assertThat(verify()).contains("Differences: 1\n").contains("benchmark.budget.v1");
  }

  private static void alterOneCent(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    ObjectNode record = (ObjectNode) JSON.readTree(lines.getFirst());
    ObjectNode body = (ObjectNode) record.path("body");
    BigDecimal paid = new BigDecimal(body.path("paid").asText());
    body.put("paid", paid.add(new BigDecimal("0.01")).toPlainString());
    lines.set(0, JSON.writeValueAsString(record));
    Files.write(file, lines);
  }

  private static String verify() {
    StringWriter out = new StringWriter();
    CorridorCommand.commandLine()
        .setOut(new PrintWriter(out))
        .execute("verify", "--feed", feed(), "--contracts", contracts(), "--results", results());
    return out.toString();
  }
}
