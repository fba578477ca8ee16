package io.corridor.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law L7 on the whole platform: a feed with broken lines, files and contracts is told so, and
 * answers like the feed without them.
 */
@Tag("acceptance")
class BadFeedTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> BAD_CLAIMS =
      List.of(
          "{\"payer\":",
          "",
          "[]",
          "{\"payer\":\"P\",\"memberMonths\":-1}",
          "{\"payer\":\"P\",\"member\":7}");
  private static final List<String> BAD_EVENTS =
      List.of("not json", "{\"eventAt\":\"2025-02-30\"}");

  @TempDir private Path directory;

  @Test
  @DisplayName(
      "what is broken is listed with its code and place; the answers are those of the rest")
  void theRestGoesOn() throws IOException {
    Path clean = directory.resolve("clean");
    assertThat(
            CorridorCommand.execute(
                "simulate",
                "--members",
                "60",
                "--months",
                "3",
                "--seed",
                "9",
                "--plain",
                "--out",
                clean.toString()))
        .isZero();
    assertThat(run(clean, "expected")).isZero();
    Path broken = broken(clean, directory.resolve("broken"));

    assertThat(run(broken, "found")).isEqualTo(ExitCodes.REJECTED);

    JsonNode summary = summary("found");
    assertThat(summary.path("balanced").asBoolean()).isTrue();
    assertThat(summary.path("rejected").asInt()).isEqualTo(BAD_CLAIMS.size() + BAD_EVENTS.size());
    assertThat(summary.path("accepted").asLong())
        .isEqualTo(summary("expected").path("accepted").asLong());
    assertThat(summary.path("duplicate").asLong()).isPositive();
    assertThat(summary.path("contractFaults").toString()).contains("broken.yaml");
    assertThat(
            StreamSupport.stream(summary.path("fileProblems").spliterator(), false)
                .map(
                    problem -> problem.path("code").asText() + " " + problem.path("file").asText()))
        .containsExactlyInAnyOrder(
            "INTAKE_ROW_COUNT adt-2025-01.ndjson",
            "INTAKE_CONTROL_TOTAL claim-2025-02.ndjson",
            "INTAKE_FILE_BROKEN again.ndjson.gz",
            "INTAKE_FILE_UNLISTED unlisted.ndjson");
    assertThat(rejections())
        .hasSize(BAD_CLAIMS.size() + BAD_EVENTS.size() + 1)
        .contains("broken.yaml:2");
    Map<String, String> expected = Answers.in(directory.resolve("expected"));
    assertThat(expected).isNotEmpty();
    assertThat(Answers.differences(expected, Answers.in(directory.resolve("found")))).isEmpty();
  }

  private int run(Path feed, String name) {
    return CorridorCommand.execute(
        "run",
        "--feed",
        feed.toString(),
        "--contracts",
        feed.resolve("contracts").toString(),
        "--out",
        directory.resolve(name).toString());
  }

  private JsonNode summary(String name) throws IOException {
    return JSON.readTree(directory.resolve(name).resolve("run.json").toFile()).path("summary");
  }

  /** Places of the lines that were rejected. */
  private List<String> rejections() throws IOException {
    try (Stream<String> lines = Files.lines(directory.resolve("found/intake.rejected.v1.ndjson"))) {
      return lines
          .map(BadFeedTest::body)
          .filter(body -> !body.path("duplicate").asBoolean() && body.path("line").asLong() > 0)
          .map(body -> body.path("file").asText() + ":" + body.path("line").asLong())
          .distinct()
          .toList();
    }
  }

  private static JsonNode body(String line) {
    try {
      return JSON.readTree(line).path("body");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path broken(Path clean, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(clean)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(clean.relativize(file).toString()));
      }
    }
    append(to.resolve("claim-2025-01.ndjson"), BAD_CLAIMS);
    append(to.resolve("adt-2025-01.ndjson"), BAD_EVENTS);
    truncated(clean.resolve("claim-2025-01.ndjson"), to.resolve("again.ndjson.gz"));
    Files.writeString(to.resolve("unlisted.ndjson"), "{}\n");
    Files.writeString(to.resolve("contracts/broken.yaml"), "id: [\n");

    ObjectNode manifest = (ObjectNode) JSON.readTree(to.resolve("manifest.json").toFile());
    ArrayNode files = manifest.withArray("files");
    for (JsonNode node : files) {
      ObjectNode file = (ObjectNode) node;
      switch (file.path("name").asText()) {
        case "claim-2025-01.ndjson" ->
            file.put("rows", file.path("rows").asLong() + BAD_CLAIMS.size());
        case "claim-2025-02.ndjson" -> file.withObject("controlTotal").put("sum", "0.01");
        default -> {}
      }
    }
    files
        .addObject()
        .put("name", "again.ndjson.gz")
        .put("recordType", "claim")
        .put("rows", Files.readAllLines(clean.resolve("claim-2025-01.ndjson")).size());
    JSON.writeValue(to.resolve("manifest.json").toFile(), manifest);
    return to;
  }

  private static void append(Path file, List<String> lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
  }

  private static void truncated(Path source, Path to) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(whole)) {
      gzip.write(Files.readString(source).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(to, Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
  }
}
