package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.id.MemberId;
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

/** The forecast in SQL: windows roll on, and nothing else happens. */
class OracleForecastTest {
  private static final String TOPIC = "attribution.forecast.v1";
  private static final String DATE = "2025-02-15";

  @TempDir Path directory;
  private OracleFixture fixture;

  /**
   * M1: two visits at T1 in 2024 and one at T2 in 2025, so T1 until its first visit leaves the
   * window of 12 months, then a tie that the later one wins. M2: one visit, whose window runs out.
   * M3: coverage ends. M4: three visits outside the contract and one at T2, so nobody.
   */
  @BeforeEach
  void population() {
    fixture =
        new OracleFixture(directory)
            .enrolled("M1", "2024-01-01", "2025-12-31")
            .enrolled("M2", "2024-01-01", "2025-12-31")
            .enrolled("M3", "2024-01-01", "2025-04-30")
            .enrolled("M4", "2024-01-01", "2025-12-31");
    visit("a", "M1", "2024-05-10", "T1");
    visit("b", "M1", "2024-09-10", "T1");
    visit("c", "M1", "2025-01-10", "T2");
    visit("d", "M2", "2024-10-10", "T1");
    visit("e", "M3", "2024-10-10", "T1");
    for (String day : List.of("2024-10-10", "2024-11-10", "2024-12-10")) {
      visit("f" + day, "M4", day, "T9");
    }
    visit("g", "M4", "2025-01-10", "T2");
  }

  private void visit(String claim, String member, String day, String tin) {
    fixture.visit(
        claim, 1, "PAID", member, day, tin, "N-" + tin, "11", "99213", "90.00", "2025-02-01");
  }

  private static String key(String member) {
    return MemberId.surrogate(OracleFixture.SECRET, "P", member).value() + "|C";
  }

  @Test
  @DisplayName("the first month with another answer, and who it is then")
  void months() throws IOException, SQLException {
    try (Oracle oracle = fixture.forecast(DATE, "2026-12-31")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT key, tin, changesOn, thenTin, reason FROM expect_forecast WHERE month"
                          + " = '2025-02'"))
          .containsExactlyInAnyOrder(
              List.of(key("M1"), "T1", "2025-05-01", "T2", ""),
              List.of(key("M2"), "T1", "2025-10-01", "", "NO_HISTORY"),
              List.of(key("M3"), "T1", "2025-05-01", "", "NOT_ENROLLED"),
              List.of(key("M4"), "", "2025-11-01", "T2", ""));
    }
  }

  @Test
  @DisplayName(
      "the smallest visit: one more day keeps, as many as the others have win; none against lost coverage")
  void smallestVisit() throws IOException, SQLException {
    try (Oracle oracle = fixture.forecast(DATE, "2026-12-31")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT key, \"keeps.tin\", \"keeps.days\", \"keeps.allowed\", \"wins.tin\","
                          + " \"wins.days\", \"wins.allowed\" FROM expect_forecast"))
          .containsExactlyInAnyOrder(
              List.of(key("M1"), "T1", "1", "0.00", "", "", ""),
              List.of(key("M2"), "T1", "1", "0.00", "", "", ""),
              List.of(key("M3"), "", "", "", "", "", ""),
              List.of(key("M4"), "", "", "", "T2", "2", "0.00"));
    }
  }

  @Test
  @DisplayName("verify finds a day that was altered")
  void altered() throws IOException, SQLException {
    Path results = directory.resolve("results");
    try (Oracle oracle = fixture.derive(DATE, Optional.empty())) {
      ExpectedResults.write(oracle, results, DATE);
    }
    try (Oracle oracle = fixture.forecast(DATE, "2026-12-31")) {
      ExpectedResults.write(oracle, results, List.of(Check.of(TOPIC, "expect_forecast")));
    }
    Path file = results.resolve(TOPIC + ".ndjson");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"2025-10-01\",\"thenTin\":null", "\"2025-11-01\",\"thenTin\":null")
            .replace("\"days\":\"2\"", "\"days\":\"3\""));
    assertThat(
            new VerifyRun(fixture.feed(), fixture.contract(), results, OracleFixture.SECRET)
                .run()
                .listed())
        .containsExactlyInAnyOrder(
            new Difference(TOPIC, key("M2"), "changesOn", "2025-10-01", "2025-11-01"),
            new Difference(TOPIC, key("M4"), "wins.days", "2", "3"));
  }
}
