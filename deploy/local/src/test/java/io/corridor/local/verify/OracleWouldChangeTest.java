package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would change an answer, in SQL: domain.md 1.9. */
class OracleWouldChangeTest {
  private static final String MONTH =
      "SELECT item, tin, visits FROM expect_would_change WHERE key LIKE '%|2025-12' ORDER BY item";

  @TempDir Path directory;

  private OracleFixture fixture() {
    return new OracleFixture(directory).enrolled("M1", "2024-01-01", "2025-12-31");
  }

  private static OracleFixture visit(OracleFixture to, String day, String tin) {
    return to.visit(
        day + tin, 1, "PAID", "M1", day, tin, "N-" + tin, "11", "99213", "90.00", "2025-12-30");
  }

  private static List<List<String>> month(OracleFixture fixture) throws IOException, SQLException {
    try (Oracle oracle = fixture.derive("2025-12-31", "39_would_change")) {
      return oracle.database().rows(MONTH);
    }
  }

  @Test
  @DisplayName(
      "the second practice needs as many days as it is short of; a tie goes to the later one")
  void visits() throws IOException, SQLException {
    OracleFixture fixture = visit(fixture(), "2025-03-01", "T1");
    assertThat(month(fixture)).containsExactly(List.of("VISITS", "", "1"));
    visit(visit(fixture, "2025-04-01", "T1"), "2025-05-01", "T1");
    visit(fixture, "2025-06-01", "T2");
    assertThat(month(fixture)).containsExactly(List.of("VISITS", "T2", "2"));
    assertThat(month(fixture.terms("participants", "[{ tin: T2, from: 2020-01-01 }]")))
        .as("the winner could take part")
        .containsExactly(List.of("PARTICIPATION", "", ""), List.of("VISITS", "T2", "2"));
    assertThat(month(fixture.terms("methods", "[PCP_SELECTION, PLURALITY_VISITS]")))
        .extracting(List::getFirst)
        .containsExactly("PARTICIPATION", "SELECTION", "VISITS");
  }

  @Test
  @DisplayName("nobody was seen: one visit; nobody is covered: coverage alone")
  void nobody() throws IOException, SQLException {
    assertThat(month(fixture())).containsExactly(List.of("VISITS", "", "1"));
    assertThat(month(new OracleFixture(directory).enrolled("M1", "2024-01-01", "2025-11-30")))
        .containsExactly(List.of("COVERAGE", "", ""));
  }

  @Test
  @DisplayName("verify finds another number of visits")
  void altered() throws IOException, SQLException {
    OracleFixture fixture = visit(fixture(), "2025-03-01", "T1");
    Path results = directory.resolve("results");
    try (Oracle oracle = fixture.derive("2025-03-31", Optional.empty())) {
      ExpectedResults.write(oracle, results, "2025-03-31");
    }
    Path file = results.resolve("attribution.explanation.v1.ndjson");
    String text = Files.readString(file);
    int place = text.lastIndexOf("\"visits\":\"1\"}]");
    Files.writeString(
        file, text.substring(0, place) + "\"visits\":\"2\"}]" + text.substring(place + 14));
    assertThat(
            new VerifyRun(fixture.feed(), fixture.contract(), results, OracleFixture.SECRET)
                .withoutForecast()
                .run()
                .listed())
        .extracting(Difference::field, Difference::expected, Difference::found)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("whatWouldChange[VISITS].visits", "1", "2"));
  }
}
