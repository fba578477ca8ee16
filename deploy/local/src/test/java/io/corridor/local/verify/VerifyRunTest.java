package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The comparison: nothing where nothing differs, and exactly what was altered where something does.
 */
class VerifyRunTest {
  private static final String BUDGET = "benchmark.budget.v1.ndjson";

  @TempDir static Path directory;
  private static OracleFixture fixture;
  private static Path answers;

  @TempDir Path results;

  @BeforeAll
  static void answers() throws IOException, SQLException {
    fixture =
        new OracleFixture(directory)
            .enrolled("M1", "2025-01-01", "2025-12-31")
            .visit(
                "a",
                1,
                "PAID",
                "M1",
                "2025-02-10",
                "T1",
                "N1",
                "11",
                "99214",
                "130.00",
                "2025-03-01")
            .visit(
                "b",
                1,
                "PAID",
                "M1",
                "2025-06-03",
                "T2",
                "N2",
                "50",
                "99213",
                "95.00",
                "2025-07-01")
            .visit(
                "c",
                1,
                "PAID",
                "M1",
                "2025-06-03",
                "T2",
                "N2",
                "50",
                "70553",
                "905.00",
                "2025-07-01")
            .line(
                "adt",
                """
                {"payer":"P","member":"M1","facility":"F1","visitNumber":"V1","messageId":"1","trigger":"A01",
                 "eventAt":"2025-05-01T12:00:00Z","zone":"America/New_York","patientClass":"INPATIENT","derived":false}\
                """)
            .line(
                "adt",
                """
                {"payer":"P","member":"M1","facility":"F1","visitNumber":"V1","messageId":"2","trigger":"A03",
                 "eventAt":"2025-05-08T12:00:00Z","zone":"America/New_York","patientClass":"INPATIENT","derived":false}\
                """);
    answers = directory.resolve("answers");
    try (Oracle oracle = fixture.derive("2026-01-15", Optional.empty())) {
      ExpectedResults.write(oracle, answers, "2026-01-15");
      assertThat(oracle.database().count("SELECT count(*) FROM expect_task")).isEqualTo(2);
    }
  }

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> topics = Files.list(answers)) {
      for (Path topic : topics.toList()) {
        Files.copy(topic, results.resolve(topic.getFileName().toString()));
      }
    }
  }

  @Test
  @DisplayName("equal answers: no difference, exit code 0, every topic compared")
  void equal() throws IOException, SQLException {
    VerifyRun.Result result = verification().run();
    assertThat(result.listed()).isEmpty();
    assertThat(result.differences()).isZero();
    assertThat(result.compared().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Check.all().stream().map(Check::topic).distinct(),
                    Stream.of("attribution.forecast.v1"))
                .toList());
    assertThat(result.compared().get("benchmark.member-month.v1")).isPositive();
    assertThat(execute(new StringWriter())).isZero();
  }

  @Test
  @DisplayName("one altered cent: that one difference, exit code 1")
  void oneCent() throws IOException, SQLException {
    replace(BUDGET, "C|CONTRACT|C|2025\"", "\"counted\":\"1130.00\"", "\"counted\":\"1130.01\"");
    assertThat(run().listed())
        .containsExactly(
            new Difference(
                "benchmark.budget.v1", "C|CONTRACT|C|2025", "counted", "1130.00", "1130.01"));
    StringWriter text = new StringWriter();
    assertThat(execute(text)).isEqualTo(1);
    assertThat(text.toString())
        .contains("Differences: 1")
        .contains("C|CONTRACT|C|2025 counted: expected 1130.00, found 1130.01");
  }

  @Test
  @DisplayName("one altered day: that one difference")
  void oneDay() throws IOException, SQLException {
    replace(
        "attribution.assignment.v1.ndjson",
        "",
        "\"until\":\"2025-06-01\"",
        "\"until\":\"2025-07-01\"");
    assertThat(run().listed())
        .extracting(Difference::field, Difference::expected, Difference::found)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("spans[1].until", "2025-06-01", "2025-07-01"));
  }

  @Test
  @DisplayName("a missing and a surplus record are differences; an ended one is absent")
  void records() throws IOException, SQLException {
    Path file = results.resolve("notification.alert.v1.ndjson");
    String line = Files.readString(file);
    Files.writeString(file, line.replace("|V1\"", "|V2\""));
    assertThat(run().listed())
        .extracting(Difference::field, Difference::expected, Difference::found)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("record", "present", "absent"),
            org.assertj.core.groups.Tuple.tuple("record", "absent", "present"));
    Files.writeString(file, line + line.replace("|V1\"", "|V2\"").replace("UPDATE", "END"));
    assertThat(run().differences()).isZero();
  }

  @Test
  @DisplayName("lines that the run rejected are absent from the recomputation")
  void rejected() throws IOException, SQLException {
    long before = run().differences();
    Files.writeString(
        results.resolve("intake.rejected.v1.ndjson"),
        """
        {"key":"x","envelope":{"op":"CREATE"},"body":{"file":"claim.ndjson","line":3,"duplicate":false}}
        """);
    assertThat(before).isZero();
    assertThat(run().listed()).isNotEmpty().allMatch(d -> !d.key().contains("M1"));
  }

  @Test
  @DisplayName("results without a business date cannot be verified: exit code 4")
  void noBusinessDate() throws IOException {
    Files.delete(results.resolve("clock.business-date.v1.ndjson"));
    assertThat(execute(new StringWriter())).isEqualTo(4);
  }

  private VerifyRun verification() throws IOException {
    return new VerifyRun(fixture.feed(), fixture.contract(), results, OracleFixture.SECRET);
  }

  /** What the cases alter is no forecast. */
  private VerifyRun.Result run() throws IOException, SQLException {
    return verification().withoutForecast().run();
  }

  private int execute(StringWriter text) throws IOException {
    CommandLine command = new CommandLine(new VerifyCommand());
    command.setOut(new PrintWriter(text));
    return command.execute(
        "--feed",
        fixture.feed().toString(),
        "--contracts",
        fixture.contract().toString(),
        "--results",
        results.toString(),
        "--identity-secret",
        OracleFixture.SECRET);
  }

  private void replace(String file, String onLine, String from, String to) throws IOException {
    List<String> lines = Files.readAllLines(results.resolve(file));
    List<String> changed =
        lines.stream()
            .map(line -> line.contains(onLine) ? line.replaceFirst(from, to) : line)
            .toList();
    assertThat(changed).isNotEqualTo(lines);
    Files.write(results.resolve(file), changed);
  }

  @Test
  @DisplayName("the latest roster is compared at its own cut: what was received later is not known")
  void roster() throws IOException, SQLException {
    String member =
        io.corridor.common.id.MemberId.surrogate(OracleFixture.SECRET, "P", "M1").value();
    // On 2025-07-01 the visits of June (received on 1 July) are not known yet: the practice is T1.
    String row =
        """
        {"key":"%s|C|2025-07","envelope":{"op":"CREATE"},"body":{"member":"%s","contract":"C","month":"2025-07",\
        "businessDate":"2025-07-01","tin":"%s","npi":"%s","method":"PLURALITY_VISITS","changeType":"NOCHANGE"}}
        """;
    // Later they are, and the month is restated.
    String restated =
        """
        {"key":"%s|C|2025-07","envelope":{"op":"CREATE"},"body":{"member":"%s","contract":"C","month":"2025-07",\
        "fromTin":"T1","fromNpi":"N1","toTin":"%s","toNpi":"N2"}}
        """;
    Path file = results.resolve("attribution.roster.v1.ndjson");
    Path restatements = results.resolve("attribution.restatement.v1.ndjson");
    Files.writeString(file, row.formatted(member, member, "T1", "N1"));
    assertThat(run().listed())
        .extracting(Difference::topic, Difference::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("attribution.restatement.v1", "record"));
    Files.writeString(
        restatements,
        restated.formatted(member, member, "T3") + restated.formatted(member, member, "T2"));
    assertThat(run().listed()).as("the last restatement counts").isEmpty();
    Files.writeString(restatements, restated.formatted(member, member, "T3"));
    assertThat(run().listed()).extracting(Difference::field).containsExactly("toTin");
    Files.delete(restatements);
    Files.writeString(file, row.formatted(member, member, "T2", "N2"));
    assertThat(run().listed()).extracting(Difference::field).containsExactly("npi", "tin");
  }
}
