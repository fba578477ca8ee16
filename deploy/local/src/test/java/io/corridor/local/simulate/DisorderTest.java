package io.corridor.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.intake.canonical.CanonicalParser;
import io.corridor.intake.canonical.Parsed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disordered feed and its answer key (population.md section 10). Seed 42. */
class DisorderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SimulationConfig CLEAN = SimulationConfig.of(400, 10, 42);
  private static final SimulationConfig HARD = CLEAN.withChaos(SimulationConfig.Chaos.HARD);

  @TempDir private static Path temp;

  @BeforeAll
  static void simulate() throws IOException {
    new Simulation(CLEAN).write(temp.resolve("clean"), false, done -> {});
    new Simulation(HARD)
        .writeWithAnswerKey(temp.resolve("hard"), temp.resolve("key"), false, done -> {});
  }

  @Test
  @DisplayName("the truth under the disorder is the clean feed, byte for byte")
  void answerKeyIsTheCleanFeed() {
    Map<String, byte[]> clean = files(temp.resolve("clean"));
    Map<String, byte[]> key = files(temp.resolve("key").resolve("feed"));
    assertThat(key.keySet()).isEqualTo(clean.keySet());
    clean.forEach((name, bytes) -> assertThat(key.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  @DisplayName("every fault of the list occurs in a hard feed")
  void everyFaultOccurs() throws IOException {
    Set<String> seen = new HashSet<>();
    for (JsonNode fault : faults()) {
      seen.add(fault.get("disorder").asText());
    }
    assertThat(seen)
        .contains(
            "DUPLICATE_RECORD",
            "LATE",
            "VERSION_BEFORE_PREDECESSOR",
            "REVERSAL_WITHOUT_ORIGINAL",
            "AMOUNT_SIGN_FLIPPED",
            "TOTALS_DIFFER",
            "INVALID_CODE",
            "TRUNCATED",
            "UNKNOWN_MEMBER",
            "WRONG_MEMBER",
            "UNKNOWN_PRACTICE",
            "AFTER_COVERAGE",
            "EXTRA_SPAN",
            "REVERSED_SPAN",
            "FALSE_DEATH",
            "ADT_DUPLICATE",
            "ADT_RESENT",
            "ADT_OUT_OF_ORDER",
            "ADT_DELAYED",
            "SECOND_ID",
            "WRONG_LINK",
            "LOST",
            "OUTAGE");
  }

  @Test
  @DisplayName(
      "the final claims of the hard feed are those of the clean one, except the unrecoverable")
  void finalClaimsAgree() throws IOException {
    Map<String, JsonNode> truth = finalClaims(temp.resolve("clean"));
    Map<String, JsonNode> found = finalClaims(temp.resolve("hard"));
    Set<String> lost = new HashSet<>();
    for (JsonNode fault : faults()) {
      if (!fault.get("recoverable").asBoolean()) {
        lost.add(fault.get("record").asText());
      }
    }
    assertThat(truth).hasSizeGreaterThan(5_000);
    int compared = 0;
    for (Map.Entry<String, JsonNode> entry : truth.entrySet()) {
      if (!lost.contains(entry.getKey())) {
        assertThat(found.get(entry.getKey())).as(entry.getKey()).isEqualTo(entry.getValue());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5_000);
    for (Map.Entry<String, JsonNode> entry : found.entrySet()) {
      if (!truth.containsKey(entry.getKey())) {
        assertThat(entry.getValue().get("status").asText()).isEqualTo("REVERSED");
      }
    }
  }

  @Test
  @DisplayName("one seed gives the same disorder with one thread and with two")
  void sameDisorder() throws IOException {
    Path again = temp.resolve("again");
    new Simulation(HARD.withThreads(1))
        .writeWithAnswerKey(again, temp.resolve("again-key"), false, done -> {});
    Map<String, byte[]> first = files(temp.resolve("hard"));
    files(again).forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
    assertThat(Files.readString(temp.resolve("again-key/faults.ndjson")))
        .isEqualTo(Files.readString(temp.resolve("key/faults.ndjson")));
  }

  private static List<JsonNode> faults() throws IOException {
    List<JsonNode> faults = new ArrayList<>();
    for (String line : Files.readAllLines(temp.resolve("key").resolve("faults.ndjson"))) {
      faults.add(JSON.readTree(line));
    }
    return faults;
  }

  /**
   * The accepted record with the highest (version, receivedAt) of each claim, without receivedAt.
   */
  private static Map<String, JsonNode> finalClaims(Path feed) throws IOException {
    Map<String, ObjectNode> best = new HashMap<>();
    for (Map.Entry<String, byte[]> file : files(feed).entrySet()) {
      if (!file.getKey().startsWith("claim")) {
        continue;
      }
      for (String line : new String(file.getValue(), StandardCharsets.UTF_8).lines().toList()) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        if (CanonicalParser.parse(io.corridor.intake.canonical.RecordType.CLAIM, bytes)
            instanceof Parsed.Accepted) {
          ObjectNode node = (ObjectNode) JSON.readTree(line);
          best.merge(node.get("claimId").asText(), node, DisorderTest::later);
        }
      }
    }
    best.values()
        .forEach(node -> {
          node.remove("receivedAt");
          // Second ids are linked to the first.
          node.put("member", node.get("member").asText().replaceFirst("[DE]$", ""));
        });
    return new HashMap<>(best);
  }

  private static ObjectNode later(ObjectNode a, ObjectNode b) {
    int versions = a.get("version").asInt() - b.get("version").asInt();
    if (versions != 0) {
      return versions > 0 ? a : b;
    }
    return a.get("receivedAt").asText().compareTo(b.get("receivedAt").asText()) >= 0 ? a : b;
  }

  private static Map<String, byte[]> files(Path directory) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.filter(p -> p.toString().endsWith("ndjson")).toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
