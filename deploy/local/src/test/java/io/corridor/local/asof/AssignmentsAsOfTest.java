package io.corridor.local.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.platform.PlatformException;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replaying changes of assignments up to a moment. */
class AssignmentsAsOfTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path results;
  private final List<String> changes = new ArrayList<>();

  @BeforeEach
  void terms() throws IOException {
    Files.writeString(
        results.resolve("contract.terms.v1.ndjson"),
        """
        {"key":"C|1","envelope":{},"body":{"contract":"C","performanceYears":\
        [{"year":2025,"from":"2025-01-01","until":"2026-01-01"}]}}
        """);
  }

  /** A change of member m as attribution writes it. */
  private void change(
      String month,
      @Nullable String tin,
      String knownAt,
      String businessDate,
      @Nullable String begunBefore) {
    changes.add(
        JSON.createObjectNode()
            .put("key", "m|C|" + month)
            .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                "envelope", JSON.createObjectNode().put("knownAt", knownAt))
            .set(
                "body",
                JSON.createObjectNode()
                    .put("member", "m")
                    .put("contract", "C")
                    .put("month", month)
                    .put("toTin", tin)
                    .put("toNpi", (String) null)
                    .put("reason", "X")
                    .put("businessDate", businessDate)
                    .put("begunBefore", begunBefore))
            .toString());
  }

  private String asOf(String moment) throws IOException {
    Files.write(results.resolve("attribution.assignment-changed.v1.ndjson"), changes);
    List<String> rows = new ArrayList<>();
    AsOf.rows(
        Topics.ASSIGNMENT,
        History.of(results),
        Moment.parse(moment),
        "m|",
        row -> rows.add(text(row.path("body"))));
    return String.join(" ", rows);
  }

  private static String text(JsonNode row) {
    return row.path("month").asText().substring(5) + row.path("tin").asText();
  }

  @Test
  @DisplayName("months begin as the one before, change when known, and end with the years")
  void replay() throws IOException {
    change("2025-01", "A", "2025-01-20T00:00:00Z", "2025-03-01", null);
    change("2025-03", "B", "2025-01-20T00:00:00Z", "2025-03-01", null);
    change("2025-02", "C", "2025-05-10T00:00:00Z", "2025-05-01", "2025-05");
    change("2025-06", null, "2025-05-10T00:00:00Z", "2025-06-01", "2025-05");
    change("2025-07", "D", "2025-06-11T00:00:00Z", "2025-07-01", "2025-06");
    assertThat(asOf("2025-02-28T00:00:00Z")).isEmpty();
    assertThat(asOf("2025-03-01")).isEqualTo("01A 02A 03B");
    assertThat(asOf("2025-05-01")).isEqualTo("01A 02A 03B 04B 05B");
    assertThat(asOf("2025-05-10T00:00:00Z")).isEqualTo("01A 02C 03B 04B 05B");
    assertThat(asOf("2025-06-01")).isEqualTo("01A 02C 03B 04B 05B");
    assertThat(asOf("2026-03-01")).isEqualTo("01A 02C 03B 04B 05B 07D 08D 09D 10D 11D 12D");
  }

  @Test
  @DisplayName("a year that is reconciled changes its months before the next month begins")
  void reconciled() throws IOException {
    change("2025-10", "A", "2025-10-20T00:00:00Z", "2025-11-01", null);
    change("2025-11", "B", "2025-10-20T00:00:00Z", "2025-12-01", "2025-11");
    assertThat(asOf("2025-11-01")).isEqualTo("10A 11A");
    assertThat(asOf("2025-12-01")).isEqualTo("10A 11B 12B");
  }

  @Test
  @DisplayName("a day means before it began, an instant includes itself")
  void moments() {
    Moment day = Moment.parse("2025-06-01");
    assertThat(
            day.knows(LocalDate.of(2025, 6, 1).atStartOfDay().toInstant(java.time.ZoneOffset.UTC)))
        .isFalse();
    assertThat(day.reaches(LocalDate.of(2025, 6, 1))).isTrue();
    Moment instant = Moment.parse("2025-06-01T00:00:00Z");
    assertThat(instant.knows(instant.known())).isTrue();
    assertThat(instant.today()).isEqualTo(LocalDate.of(2025, 6, 1));
  }

  @Test
  @DisplayName("a compacted topic keeps no past, and says so with a code")
  void compacted() {
    assertThatThrownBy(() ->
            AsOf.rows(
                Topics.BUDGET, History.of(results), Moment.parse("2025-06-01"), "", row -> {}))
        .isInstanceOf(PlatformException.class)
        .extracting(problem -> ((PlatformException) problem).code())
        .isEqualTo("AS_OF_COMPACTED");
  }
}
