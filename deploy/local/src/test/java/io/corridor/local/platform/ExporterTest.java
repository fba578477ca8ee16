package io.corridor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentSpan;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExporterTest {

  private static final Instant KNOWN = Instant.parse("2026-02-03T04:05:06Z");

  private final Exporter exporter = new Exporter(SharedBroker.endpoints());

  @Test
  @DisplayName("a current topic is compacted to the latest value of a key and sorted by key, in JSON and as a table")
  void current() throws Exception {
    try (Writer writer = new Writer(SharedBroker.endpoints())) {
      writer.send(Topics.ASSIGNMENT, "m2|c", assignment("m2", "123456789"), KNOWN, "r1");
      writer.send(Topics.ASSIGNMENT, "m1|c", assignment("m1", "123456789"), KNOWN, "r1");
      writer.send(Topics.ASSIGNMENT, "m2|c", assignment("m2", "987654321"), KNOWN, "r2");
      writer.flush();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Exporter.Exported exported = exporter.json(Topics.ASSIGNMENT, bytes);
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(exported.rows()).isEqualTo(2);
    assertThat(exported.rules()).containsEntry("r1", 1L).containsEntry("r2", 1L);
    JsonNode last = new ObjectMapper().readTree(lines.getLast());
    assertThat(last.path("key").asText()).isEqualTo("m2|c");
    assertThat(last.path("envelope").path("knownAt").asText()).isEqualTo("2026-02-03T04:05:06Z");
    assertThat(last.path("body").toString())
        .isEqualTo(
            "{\"member\":\"m2\",\"contract\":\"c\",\"payer\":\"p\",\"spans\":[{\"from\":\"2026-01-01\",\"until\":null,"
                + "\"tin\":\"987654321\",\"npi\":null,\"method\":\"PLURALITY\"}]}");
    assertThat(lines.getFirst()).startsWith("{\"key\":\"m1|c\"");

    bytes.reset();
    exporter.csv(Topics.ASSIGNMENT, bytes);
    List<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(bytes.toString(StandardCharsets.UTF_8)).stream().toList();
    assertThat(rows).extracting(row -> row.getField("key")).containsExactly("m1|c", "m2|c");
    assertThat(rows.getLast().getField("_ruleVersion")).isEqualTo("r2");
    assertThat(rows.getLast().getField("spans")).contains("\"tin\":\"987654321\"");
  }

  @Test
  @DisplayName("a history topic keeps every record, in order")
  void history() {
    try (Writer writer = new Writer(SharedBroker.endpoints())) {
      for (long line = 1; line <= 3; line++) {
        Rejection body = new Rejection("CODE", "text, with a comma", "f", "x", line, "claim", null, false);
        writer.send(Topics.REJECTED, "f|x|1", body, KNOWN, "r1");
      }
      writer.flush();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    exporter.csv(Topics.REJECTED, bytes);
    List<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(bytes.toString(StandardCharsets.UTF_8)).stream().toList();
    assertThat(rows).extracting(row -> row.getField("line")).containsExactly("1", "2", "3");
    assertThat(rows.getFirst().getField("text")).isEqualTo("text, with a comma");
  }

  private static Assignment assignment(String member, String tin) {
    return new Assignment(
        member,
        "c",
        "p",
        List.of(new AssignmentSpan(LocalDate.of(2026, 1, 1), null, tin, null, "PLURALITY")));
  }
}
