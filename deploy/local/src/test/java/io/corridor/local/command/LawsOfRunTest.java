package io.corridor.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law L1 on the whole platform: what is known decides, not the order or number of deliveries. */
@Tag("acceptance")
class LawsOfRunTest {

  private static final long SEED = 20_100_131;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @Test
  @DisplayName("the same feed again, and shuffled with every tenth line doubled: equal answers")
  void sameAnswers() throws IOException {
    Path source =
        Path.of(System.getProperty("corridor.shared", "../../../shared"), "data", "desynpuf-500");
    assumeTrue(
        Files.isDirectory(source), "the extract does not stand beside this repository: " + source);
    Path feed = directory.resolve("feed");
    assertThat(
            CorridorCommand.execute(
                "import", "desynpuf", "--in", source.toString(), "--out", feed.toString()))
        .isZero();
    Path disordered = disordered(feed, directory.resolve("disordered"));

    Map<String, String> first = Answers.in(run(feed, "first"));
    assertThat(first).isNotEmpty();
    assertThat(Answers.differences(first, Answers.in(run(feed, "second")))).isEmpty();
    assertThat(Answers.differences(first, Answers.in(run(disordered, "third"))))
        .as("seed %d", SEED)
        .isEmpty();
  }

  private Path run(Path feed, String name) {
    Path results = directory.resolve(name);
    String contracts =
        Path.of(System.getProperty("corridor.root", "../.."), "docs/contracts/desynpuf.yaml")
            .toString();
    assertThat(
            CorridorCommand.execute(
                "run",
                "--feed",
                feed.toString(),
                "--contracts",
                contracts,
                "--out",
                results.toString()))
        .isZero();
    return results;
  }

  private static Path disordered(Path feed, Path to) throws IOException {
    Files.createDirectories(to);
    ObjectNode manifest = (ObjectNode) JSON.readTree(feed.resolve("manifest.json").toFile());
    Random random = new Random(SEED);
    for (var entry : manifest.withArray("files")) {
      ObjectNode file = (ObjectNode) entry;
      String name = file.path("name").asText();
      List<String> lines = lines(feed.resolve(name));
      List<String> all = new ArrayList<>(lines);
      for (int i = 0; i < lines.size(); i += 10) {
        all.add(lines.get(i));
      }
      Collections.shuffle(all, random);
      write(to.resolve(name), all);
      file.put("rows", all.size());
      file.remove("controlTotal");
    }
    JSON.writeValue(to.resolve("manifest.json").toFile(), manifest);
    return to;
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }

  private static void write(Path file, List<String> lines) throws IOException {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
  }
}
