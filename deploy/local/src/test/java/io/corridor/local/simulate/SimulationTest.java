package io.corridor.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.intake.canonical.CanonicalParser;
import io.corridor.intake.canonical.Parsed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of the generator (population.md section 0) and the sanity of its records. Seed 42
 * throughout.
 */
class SimulationTest {
  private static final long SEED = 42;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path temp;

  @Test
  @DisplayName("one seed gives the same bytes with one thread and with two")
  void sameBytesForAnyThreadCount() throws IOException {
    SimulationConfig config = SimulationConfig.of(450, 8, SEED);
    Map<String, byte[]> one = files(config.withThreads(1), "one");
    Map<String, byte[]> two = files(config.withThreads(2), "two");
    assertThat(two.keySet()).isEqualTo(one.keySet());
    one.forEach((name, bytes) -> assertThat(two.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  @DisplayName("another seed gives another population")
  void otherSeedOtherBytes() throws IOException {
    Map<String, byte[]> one = files(SimulationConfig.of(50, 3, SEED), "one");
    Map<String, byte[]> two = files(SimulationConfig.of(50, 3, SEED + 1), "two");
    assertThat(two.get("enrollment-2025-01.ndjson"))
        .isNotEqualTo(one.get("enrollment-2025-01.ndjson"));
  }

  @Test
  @DisplayName("a member does not change when the population grows")
  void membersStayWhenPopulationGrows() {
    Map<String, List<String>> small = byMember(SimulationConfig.of(120, 8, SEED));
    Map<String, List<String>> large = byMember(SimulationConfig.of(300, 8, SEED));
    assertThat(small).hasSizeGreaterThan(90);
    small.forEach((member, lines) -> assertThat(large.get(member)).as(member).isEqualTo(lines));
  }

  @Test
  @DisplayName("a feed up to a cut-over and the live records after it are the whole feed")
  void cutOverLosesNothing() throws IOException {
    SimulationConfig config = SimulationConfig.of(150, 6, SEED);
    LocalDate cutOver = LocalDate.of(2025, 5, 17);
    Path before = temp.resolve("before");
    new Simulation(config).writeUntil(before, cutOver, false, done -> {});
    List<FeedRecord> live = new Simulation(config).live(cutOver);
    List<String> pieces = new ArrayList<>(lines(before));
    Instant last = Instant.MIN;
    for (FeedRecord record : live) {
      assertThat(record.receivedAt()).isAfterOrEqualTo(last);
      last = record.receivedAt();
      pieces.add(new String(record.json(), StandardCharsets.UTF_8));
    }
    assertThat(live).isNotEmpty();
    Path whole = temp.resolve("whole");
    new Simulation(config).write(whole, true, done -> {});
    assertThat(pieces).containsExactlyInAnyOrderElementsOf(lines(whole));
  }

  @Test
  @DisplayName("every record is accepted by the reader of canonical lines")
  void recordsParse() {
    Map<RecordType, Integer> counts = new TreeMap<>();
    for (FeedRecord record : all(SimulationConfig.of(400, 12, SEED))) {
      Parsed parsed =
          CanonicalParser.parse(
              io.corridor.intake.canonical.RecordType.valueOf(record.type().name()), record.json());
      assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
      counts.merge(record.type(), 1, Integer::sum);
    }
    assertThat(counts.keySet())
        .as("a clean population has no second ids")
        .isEqualTo(EnumSet.complementOf(EnumSet.of(RecordType.IDENTITY)));
    assertThat(counts.get(RecordType.CLAIM)).isGreaterThan(5_000);
  }

  @Test
  @DisplayName(
      "nothing is received before it happens or after the period, and records refer to known"
          + " members")
  void recordsAreSane() throws IOException {
    SimulationConfig config = SimulationConfig.of(600, 12, SEED);
    Instant end = Instant.parse("2026-01-01T00:00:00Z");
    Map<String, List<LocalDate[]>> covered = new HashMap<>();
    Map<String, String> deaths = new HashMap<>();
    List<JsonNode> claims = new ArrayList<>();
    for (FeedRecord record : all(config)) {
      JsonNode node = JSON.readTree(record.json());
      Instant receivedAt = Instant.parse(node.get("receivedAt").asText());
      assertThat(receivedAt).isEqualTo(record.receivedAt()).isBefore(end);
      switch (record.type()) {
        case ENROLLMENT -> enrolled(node, covered, deaths);
        case CLAIM -> claims.add(node);
        case ADT -> assertThat(receivedAt).isAfterOrEqualTo(instant(node, "eventAt"));
        case OUTREACH -> assertThat(receivedAt).isAfter(instant(node, "at"));
        case AFFILIATION -> assertThat(node.get("npi").asText()).hasSize(10);
        case IDENTITY -> throw new AssertionError("a clean population has no second ids");
      }
    }
    assertThat(claims).hasSizeGreaterThan(10_000);
    for (JsonNode claim : claims) {
      checkClaim(claim, covered, deaths);
    }
  }

  private static void enrolled(
      JsonNode node, Map<String, List<LocalDate[]>> covered, Map<String, String> deaths) {
    String member = node.get("member").asText();
    if (node.has("coverage") && !node.get("coverage").get("managedCare").asBoolean()) {
      // Later versions end a span earlier than the open first one: the widest span is kept.
      LocalDate from = LocalDate.parse(node.get("coverage").get("from").asText());
      covered.computeIfAbsent(member, m -> new ArrayList<>()).add(new LocalDate[] {from});
    }
    if (node.has("person") && node.get("person").has("deathDate")) {
      String before = deaths.put(member, node.get("person").get("deathDate").asText());
      assertThat(before).as("one death").isNull();
    }
  }

  private static void checkClaim(
      JsonNode claim, Map<String, List<LocalDate[]>> covered, Map<String, String> deaths) {
    LocalDate from = LocalDate.parse(claim.get("from").asText());
    LocalDate through = LocalDate.parse(claim.get("through").asText());
    LocalDate received = LocalDate.parse(claim.get("receivedAt").asText().substring(0, 10));
    assertThat(through).isAfterOrEqualTo(from).isBeforeOrEqualTo(received);
    if (claim.has("discharged")) {
      assertThat(claim.get("discharged").asText())
          .isGreaterThanOrEqualTo(claim.get("admitted").asText());
    }
    String member = claim.get("member").asText();
    List<LocalDate[]> spans = covered.get(member);
    if (spans != null) {
      assertThat(spans).anyMatch(span -> !span[0].isAfter(from));
    }
    String died = deaths.get(member);
    if (died != null) {
      assertThat(from).isBeforeOrEqualTo(LocalDate.parse(died));
    }
    claim
        .get("lines")
        .forEach(line -> {
          LocalDate day = LocalDate.parse(line.get("from").asText());
          assertThat(day).isBetween(from, through);
        });
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.get(field).asText());
  }

  private static List<FeedRecord> all(SimulationConfig config) {
    return new Simulation(config).live(LocalDate.of(2024, 12, 1));
  }

  private static Map<String, List<String>> byMember(SimulationConfig config) {
    Map<String, List<String>> lines = new HashMap<>();
    for (FeedRecord record : all(config)) {
      if (record.type() != RecordType.AFFILIATION) {
        String json = new String(record.json(), StandardCharsets.UTF_8);
        int at = json.indexOf("\"member\":\"") + 10;
        lines
            .computeIfAbsent(json.substring(at, json.indexOf('"', at)), m -> new ArrayList<>())
            .add(json);
      }
    }
    lines.values().forEach(l -> l.sort(null));
    return lines;
  }

  private Map<String, byte[]> files(SimulationConfig config, String name) throws IOException {
    Path directory = temp.resolve(name);
    new Simulation(config).write(directory, false, done -> {});
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static List<String> lines(Path directory) {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.filter(p -> p.toString().contains(".ndjson")).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        if (path.toString().endsWith(".gz")) {
          bytes =
              new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))
                  .readAllBytes();
        }
        lines.addAll(new String(bytes, StandardCharsets.UTF_8).lines().toList());
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
