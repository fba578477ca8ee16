package io.corridor.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.intake.canonical.RejectionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDirectoryTest {

  private static final String LINE_1 =
      "{\"receivedAt\":\"2026-01-05T10:00:00Z\",\"total\":{\"paid\":\"9.99\"},\"lines\":[{\"paid\":\"1.10\"},{\"paid\":\"2.20\"}]}";
  private static final String LINE_2 = "{\"lines\":[{\"paid\":\"0.70\"}]}";

  @TempDir private Path directory;
  private final List<FeedProblem> problems = new ArrayList<>();
  private final List<FeedLine> lines = new ArrayList<>();

  @Test
  @DisplayName("lines come with their numbers, bytes, time of receipt and summed field")
  void goodFeed() throws IOException {
    write("claim.ndjson", LINE_1 + "\r\n" + LINE_2 + "\n");
    read(manifest("claim.ndjson", "claim", "2", "4.00"));
    assertThat(problems).isEmpty();
    assertThat(lines).extracting(FeedLine::number).containsExactly(1L, 2L);
    assertThat(text(lines.getFirst())).isEqualTo(LINE_1);
    assertThat(lines.getFirst().facts().receivedAt())
        .isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    assertThat(lines.getFirst().facts().sum()).isEqualByComparingTo("3.30");
    assertThat(lines.getLast().facts().receivedAt()).isNull();
  }

  @Test
  @DisplayName(
      "empty lines and a last line without an end are lines; what is not JSON is handed on as it is")
  void oddLines() throws IOException {
    write("adt.ndjson", "{}\n\n{\"a\":\nnot json");
    read(manifest("adt.ndjson", "adt", "4", null));
    assertThat(problems).isEmpty();
    assertThat(lines)
        .extracting(FeedDirectoryTest::text)
        .containsExactly("{}", "", "{\"a\":", "not json");
  }

  @Test
  @DisplayName("a truncated gzip gives its whole lines and one problem, and the next file is read")
  void truncatedGzip() throws IOException {
    byte[] whole = gzip((LINE_1 + "\n").repeat(20_000));
    Files.write(directory.resolve("claim.ndjson.gz"), Arrays.copyOf(whole, whole.length / 2));
    write("adt.ndjson", "{}\n");
    read(
        "{\"feed\":\"f\",\"asOf\":\"2026-01-31T00:00:00Z\",\"files\":["
            + "{\"name\":\"claim.ndjson.gz\",\"recordType\":\"claim\",\"rows\":20000},"
            + "{\"name\":\"adt.ndjson\",\"recordType\":\"adt\",\"rows\":1}]}");
    assertThat(codes()).containsExactly(RejectionCode.INTAKE_FILE_BROKEN);
    assertThat(problems.getFirst().file()).isEqualTo("claim.ndjson.gz");
    assertThat(lines.size()).isBetween(2, 20_000);
    assertThat(lines.subList(0, lines.size() - 1))
        .allSatisfy(line -> assertThat(text(line)).isEqualTo(LINE_1));
    assertThat(lines.getLast().file().name()).isEqualTo("adt.ndjson");
  }

  @Test
  @DisplayName("a file that only calls itself gzip is one problem")
  void notGzip() throws IOException {
    write("claim.ndjson.gz", LINE_1);
    read(manifest("claim.ndjson.gz", "claim", "1", null));
    assertThat(codes()).containsExactly(RejectionCode.INTAKE_FILE_BROKEN);
  }

  @ParameterizedTest
  @DisplayName("counts and totals that differ are told; the lines are loaded all the same")
  @CsvSource({"3,4.00,INTAKE_ROW_COUNT", "2,4.01,INTAKE_CONTROL_TOTAL"})
  void wrongPromises(String rows, String sum, RejectionCode code) throws IOException {
    write("claim.ndjson", LINE_1 + "\n" + LINE_2 + "\n");
    read(manifest("claim.ndjson", "claim", rows, sum));
    assertThat(codes()).containsExactly(code);
    assertThat(lines).hasSize(2);
  }

  @Test
  @DisplayName("a missing file and one that nobody promised are told")
  void missingAndUnlisted() throws IOException {
    write("other.ndjson", "{}\n");
    read(manifest("claim.ndjson", "claim", "1", null));
    assertThat(codes())
        .containsExactlyInAnyOrder(
            RejectionCode.INTAKE_FILE_MISSING, RejectionCode.INTAKE_FILE_UNLISTED);
  }

  @ParameterizedTest
  @DisplayName("a manifest that cannot be used is one problem and nothing is loaded")
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"feed\":\"a|b\",\"asOf\":\"2026-01-31T00:00:00Z\",\"files\":[]}",
        "{\"feed\":\"f\",\"asOf\":\"2026-01-31\",\"files\":[]}",
        "{\"feed\":\"f\",\"asOf\":\"2026-01-31T00:00:00Z\"}",
        "{\"feed\":\"f\",\"asOf\":\"2026-01-31T00:00:00Z\",\"mode\":\"full\",\"files\":[]}"
      })
  void badManifest(String manifest) throws IOException {
    write("manifest.json", manifest);
    assertThat(new ManifestReader(problems::add).read(directory)).isEmpty();
    assertThat(problems).hasSize(1);
  }

  @Test
  @DisplayName("a file outside the feed, a name given twice and an unknown record type are told")
  void badEntries() throws IOException {
    write("claim.ndjson", "{}\n");
    read(
        "{\"feed\":\"f\",\"asOf\":\"2026-01-31T00:00:00Z\",\"files\":["
            + "{\"name\":\"../claim.ndjson\",\"recordType\":\"claim\"},"
            + "{\"name\":\"claim.ndjson\",\"recordType\":\"lab\"},"
            + "{\"name\":\"claim.ndjson\",\"recordType\":\"claim\"}]}");
    assertThat(codes())
        .containsExactlyInAnyOrder(
            RejectionCode.INTAKE_MANIFEST,
            RejectionCode.INTAKE_RECORD_TYPE,
            RejectionCode.INTAKE_MANIFEST,
            RejectionCode.INTAKE_FILE_UNLISTED);
  }

  @Test
  @DisplayName("no manifest is one problem")
  void noManifest() {
    assertThat(new ManifestReader(problems::add).read(directory)).isEmpty();
    assertThat(codes()).containsExactly(RejectionCode.INTAKE_MANIFEST_MISSING);
  }

  @Test
  @DisplayName("a line above the limit is cut just above it, and the next line is whole")
  void tooLong() throws IOException {
    write("adt.ndjson", "x".repeat(3 << 20) + "\n{}\n");
    read(manifest("adt.ndjson", "adt", "2", null));
    assertThat(lines.getFirst().content()).hasSize(LineReader.LIMIT);
    assertThat(text(lines.getLast())).isEqualTo("{}");
  }

  private void read(String manifest) throws IOException {
    write("manifest.json", manifest);
    Optional<Manifest> read = new ManifestReader(problems::add).read(directory);
    read.ifPresent(m -> new FeedDirectory(directory, m, problems::add).each(lines::add));
  }

  private List<RejectionCode> codes() {
    return problems.stream().map(FeedProblem::code).toList();
  }

  private static String manifest(String file, String type, String rows, String sum) {
    String control =
        sum == null
            ? ""
            : ",\"controlTotal\":{\"field\":\"paid\",\"sum\":\"" + new BigDecimal(sum) + "\"}";
    return "{\"feed\":\"f\",\"asOf\":\"2026-01-31T00:00:00Z\",\"mode\":\"append\",\"files\":[{\"name\":\""
        + file
        + "\",\"recordType\":\""
        + type
        + "\",\"rows\":"
        + rows
        + control
        + "}]}";
  }

  private static String text(FeedLine line) {
    return new String(line.content(), StandardCharsets.UTF_8);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
