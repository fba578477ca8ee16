package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roster disputes in SQL: domain.md 1.8 and the place of adjustments in 1.5. */
class OracleDisputeTest {
  private static final String TOPIC = "portal.dispute.v1";

  @TempDir Path directory;
  private OracleFixture fixture;

  /** A member whom T1 saw in January. */
  @BeforeEach
  void population() {
    fixture =
        new OracleFixture(directory)
            .terms("anchor", "FIRST_DAY")
            .enrolled("M1", "2024-01-01", "2025-12-31")
            .visit(
                "a",
                1,
                "PAID",
                "M1",
                "2024-12-10",
                "T1",
                "N1",
                "11",
                "99213",
                "90.00",
                "2025-02-01");
  }

  private void act(String dispute, String action, String user, String day, String more) {
    fixture.acted(
        TOPIC,
        "M1",
        dispute,
        user,
        day + "T15:00:00Z",
        "\"dispute\":\"" + dispute + "\",\"action\":\"" + action + "\"" + more);
  }

  private static String submit(String type, String more) {
    return ",\"type\":\"" + type + "\",\"fromMonth\":\"2025-03\"" + more;
  }

  private List<List<String>> rows(String date, String sql) throws IOException, SQLException {
    try (Oracle oracle = fixture.derive(date, "38_dispute")) {
      return oracle.database().rows(sql);
    }
  }

  @Test
  @DisplayName(
      "1.8: another person than the submitter reviews and decides; the months are then his who claimed them")
  void upheld() throws IOException, SQLException {
    act(
        "D",
        "SUBMIT",
        "ann",
        "2025-04-01",
        submit(
            "SHOULD_BE_MINE",
            ",\"throughMonth\":\"2025-04\",\"claimedTin\":\"T2\",\"claimedNpi\":\"N2\""));
    act("D", "UPHOLD", "bob", "2025-04-02", "");
    act("D", "REVIEW", "ann", "2025-04-03", "");
    act("D", "REVIEW", "bob", "2025-04-03", "");
    act("D", "UPHOLD", "ann", "2025-04-04", "");
    act("D", "UPHOLD", "bob", "2025-04-05", "");
    assertThat(
            rows(
                "2025-05-01",
                "SELECT action, \"refused?\" FROM expect_dispute_steps ORDER BY item"))
        .containsExactly(
            List.of("SUBMIT", "false"),
            List.of("UPHOLD", "true"),
            List.of("REVIEW", "true"),
            List.of("REVIEW", "false"),
            List.of("UPHOLD", "true"),
            List.of("UPHOLD", "false"));
    assertThat(
            rows(
                "2025-05-01",
                "SELECT \"from\", \"until\", tin, npi, method FROM expect_assignment_spans ORDER BY item"))
        .containsExactly(
            List.of("2025-01-01", "2025-03-01", "T1", "N1", "PLURALITY_VISITS"),
            List.of("2025-03-01", "2025-05-01", "T2", "N2", "MANUAL_ADJUSTMENT"),
            List.of("2025-05-01", "", "T1", "N1", "PLURALITY_VISITS"));
  }

  @Test
  @DisplayName(
      "1.8: without a decision in 30 business days a dispute expires, and nothing is decided any more")
  void expired() throws IOException, SQLException {
    act("D", "SUBMIT", "ann", "2025-04-05", submit("NOT_MY_PATIENT", ""));
    act("D", "REVIEW", "bob", "2025-04-14", "");
    String state = "SELECT status, \"reviewDue\", \"decisionDue\", clock FROM expect_dispute";
    assertThat(rows("2025-05-16", state))
        .as("submitted on a Saturday")
        .containsExactly(List.of("UNDER_REVIEW", "2025-04-11", "2025-05-16", "LATE"));
    assertThat(rows("2025-05-17", state))
        .containsExactly(List.of("EXPIRED", "2025-04-11", "2025-05-16", "STOPPED"));
    act("D", "UPHOLD", "bob", "2025-05-17", "");
    assertThat(rows("2025-05-17", "SELECT count(*) FROM adjustment")).containsExactly(List.of("0"));
  }

  @Test
  @DisplayName("1.8: no two adjustments hold on a day; rescinding from a day keeps the days before")
  void rescinded() throws IOException, SQLException {
    act("D", "SUBMIT", "ann", "2025-04-01", submit("NOT_MY_PATIENT", ""));
    act("D", "REVIEW", "bob", "2025-04-02", "");
    act("D", "PARTIAL", "bob", "2025-04-03", ",\"from\":\"2025-03-01\",\"lastDay\":\"2025-06-30\"");
    act("E", "SUBMIT", "ann", "2025-04-04", submit("SHOULD_BE_MINE", ",\"claimedTin\":\"T2\""));
    act("E", "REVIEW", "bob", "2025-04-05", "");
    act("E", "UPHOLD", "bob", "2025-04-06", "");
    act("D", "RESCIND", "bob", "2025-04-07", ",\"from\":\"2025-05-01\"");
    act("D", "RESCIND", "cat", "2025-04-08", ",\"from\":\"2025-05-01\"");
    act("E", "PARTIAL", "bob", "2025-04-09", ",\"from\":\"2025-05-01\",\"tin\":\"T2\"");
    assertThat(
            rows(
                "2025-06-01",
                "SELECT \"from\", \"until\", tin FROM expect_assignment_spans ORDER BY item"))
        .containsExactly(
            List.of("2025-01-01", "2025-03-01", "T1"), List.of("2025-05-01", "", "T2"));
    assertThat(
            rows(
                "2025-06-01",
                "SELECT dispute, status, \"adjustment.until\" FROM expect_dispute ORDER BY 1"))
        .containsExactly(List.of("D", "PARTIAL", "2025-05-01"), List.of("E", "PARTIAL", ""));
  }

  @Test
  @DisplayName("1.8: an adjustment is rescinded with one of its days, never with another")
  void rescindedOutside() throws IOException, SQLException {
    act(
        "D",
        "SUBMIT",
        "ann",
        "2025-04-01",
        submit("NOT_MY_PATIENT", ",\"throughMonth\":\"2025-04\",\"claimedNpi\":\"N2\""));
    act("D", "REVIEW", "bob", "2025-04-02", "");
    act("D", "UPHOLD", "bob", "2025-04-03", "");
    act("D", "RESCIND", "ann", "2025-04-04", ",\"from\":\"2025-02-28\"");
    act("D", "RESCIND", "ann", "2025-04-05", ",\"from\":\"2025-05-01\"");
    String adjustment =
        "SELECT \"adjustment.from\", \"adjustment.until\", \"adjustment.npi\" FROM expect_dispute";
    assertThat(rows("2025-06-01", adjustment))
        .as("nobody has no clinician")
        .containsExactly(List.of("2025-03-01", "2025-05-01", ""));
    act("D", "RESCIND", "ann", "2025-04-06", ",\"from\":\"2025-03-01\"");
    assertThat(rows("2025-06-01", adjustment)).containsExactly(List.of("", "", ""));
  }

  @Test
  @DisplayName(
      "1.8: a dispute that does not say what it must is not submitted, nor one of another time")
  void notSubmitted() throws IOException, SQLException {
    act("D", "SUBMIT", "ann", "2025-04-01", submit("WRONG_NPI", ",\"claimedTin\":\"T2\""));
    act("D", "REVIEW", "bob", "2025-04-02", "");
    assertThat(rows("2025-06-01", "SELECT status FROM expect_dispute"))
        .containsExactly(List.of("NOT_SUBMITTED"));
    act(
        "E",
        "SUBMIT",
        "ann",
        "2025-04-01",
        ",\"type\":\"NOT_MY_PATIENT\",\"fromMonth\":\"2024-12\"");
    act("E", "ADD_EVIDENCE", "ann", "2025-04-02", "");
    act("E", "REJECT", "bob", "2025-04-03", "");
    assertThat(rows("2025-06-01", "SELECT dispute, status FROM expect_dispute ORDER BY 1"))
        .containsExactly(List.of("D", "NOT_SUBMITTED"), List.of("E", "NOT_SUBMITTED"));
  }

  @Test
  @DisplayName("a list is disputed through the day of the cut, in the contract's zone")
  void finalList() throws IOException, SQLException {
    fixture.closed("2026-04-01");
    fixture.acted(TOPIC, "M1", "D", "ann", "2026-04-02T03:00:00Z", claim("D"));
    fixture.acted(TOPIC, "M1", "E", "ann", "2026-04-02T05:00:00Z", claim("E"));
    assertThat(rows("2026-04-03", "SELECT dispute, status FROM expect_dispute ORDER BY dispute"))
        .containsExactly(List.of("D", "SUBMITTED"), List.of("E", "NOT_SUBMITTED"));
  }

  private static String claim(String dispute) {
    return "\"dispute\":\"" + dispute + "\",\"action\":\"SUBMIT\"" + submit("NOT_MY_PATIENT", "");
  }

  @Test
  @DisplayName(
      "verify finds an altered state, an altered day of an adjustment and another practice")
  void altered() throws IOException, SQLException {
    act("D", "SUBMIT", "ann", "2025-04-01", submit("SHOULD_BE_MINE", ",\"claimedTin\":\"T2\""));
    act("D", "REVIEW", "bob", "2025-04-02", "");
    act("D", "UPHOLD", "bob", "2025-04-03", "");
    Path results = directory.resolve("results");
    try (Oracle oracle = fixture.derive("2025-06-01", Optional.empty())) {
      ExpectedResults.write(oracle, results, "2025-06-01");
    }
    fixture.people(results);
    VerifyRun run =
        new VerifyRun(fixture.feed(), fixture.contract(), results, OracleFixture.SECRET)
            .withoutForecast();
    assertThat(run.run().listed()).isEmpty();
    replace(results, "attribution.dispute.v1", "UPHELD", "PARTIAL");
    replace(
        results, "attribution.dispute.v1", "\"from\":\"2025-03-01\"", "\"from\":\"2025-03-02\"");
    replace(results, "attribution.assignment.v1", "\"tin\":\"T2\"", "\"tin\":\"T1\"");
    assertThat(run.run().listed())
        .extracting(Difference::field)
        .containsExactlyInAnyOrder("status", "adjustment.from", "spans[2].tin");
  }

  private static void replace(Path results, String topic, String from, String to)
      throws IOException {
    Path file = results.resolve(topic + ".ndjson");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
