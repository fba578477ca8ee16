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

/** Completed cost in SQL, against the worked example of domain.md 2.5. */
class OracleCompletionTest {
  private static final String DATE = "2025-05-15";
  private static final String PARAMETERS = "benchmark.parameters.v1.ndjson";

  @TempDir Path directory;

  /** The triangle of the example: cents paid by each age, one member, one practice. */
  private OracleFixture example(String cost) {
    OracleFixture fixture =
        new OracleFixture(directory)
            .terms("cost", "cost: " + cost)
            .enrolled("M1", "2025-01-01", "2025-12-31");
    int[][] paid = {{600, 300, 80, 20}, {660, 340, 80}, {620, 290}, {700}};
    for (int month = 0; month < paid.length; month++) {
      for (int lag = 0; lag < paid[month].length; lag++) {
        fixture.visit(
            "c" + month + lag,
            1,
            "PAID",
            "M1",
            "2025-%02d-10".formatted(month + 1),
            "T1",
            "N1",
            "11",
            "99213",
            paid[month][lag] + ".00",
            "2025-%02d-20".formatted(month + lag + 1));
      }
    }
    return fixture;
  }

  private static List<List<String>> groups(Oracle oracle) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT key, projection, completionFactor, completed FROM expect_parameter_groups WHERE"
                + " item = 'OTHER_MEDICAL' ORDER BY key");
  }

  @Test
  @DisplayName("chain ladder: every month and what is incurred but not reported")
  void chainLadder() throws IOException, SQLException {
    try (Oracle oracle =
        example("{ completion: { matureFrom: \"0.60\" } }").derive(DATE, "49_band")) {
      assertThat(groups(oracle))
          .containsExactly(
              List.of("C|COMPLETION|2025-01", "DEVELOPED", "1.000000", "1000.00"),
              List.of("C|COMPLETION|2025-02", "DEVELOPED", "0.980000", "1102.04"),
              List.of("C|COMPLETION|2025-03", "DEVELOPED", "0.903883", "1006.77"),
              List.of("C|COMPLETION|2025-04", "DEVELOPED", "0.604733", "1157.53"));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT \"completion.incurredButNotReported\" FROM expect_budget_completion"
                          + " WHERE key IN ('C|CONTRACT|C|2025', 'C|TIN|T1|2025')"))
          .containsExactly(List.of("576.34"), List.of("576.34"));
      // Mack's standard error by hand; the last scatter, of one month, is that of the ages before
      // it
      assertThat(
              oracle
                  .database()
                  .rows("SELECT * EXCLUDE (key) FROM expect_parameter_band ORDER BY key"))
          .extracting(row -> row.subList(0, 2))
          .containsExactly(
              List.of("4216.63", "4316.05"),
              List.of("1000.00", "1000.00"),
              List.of("1096.31", "1107.77"),
              List.of("991.60", "1021.94"),
              List.of("1113.29", "1201.78"));
    }
  }

  @Test
  @DisplayName("a young month by what mature ones cost; the year projected to its end")
  void youngMonth() throws IOException, SQLException {
    String cost =
        "{ completion: {}, projection: { trend: \"1.02\", seasonality: [{ month: 12, factor:"
            + " \"1.05\" }] } }";
    OracleFixture fixture = example(cost);
    Path results = directory.resolve("results");
    try (Oracle oracle = fixture.derive(DATE, Optional.empty())) {
      // 700 + (1 - 0.604733) x the mean of 1000.00, 1102.04 and 1006.77
      assertThat(groups(oracle).getLast())
          .containsExactly("C|COMPLETION|2025-04", "EXPECTED", "0.604733", "1109.60");
      // 1036.269 a month, seven months as they are and December at 1.05, trend 1.02
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT completed, \"projection.basePmpm\", \"projection.projected\" FROM"
                          + " expect_parameter WHERE period = '2025'"))
          .containsExactly(List.of("4218.41", "1036.269245", "12727.22"));
      // the scatter of the three mature months, and of all four completed ones for the months to
      // come
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT * EXCLUDE (key) FROM expect_parameter_band WHERE key LIKE '%-04' OR"
                          + " key LIKE '%|2025' ORDER BY key DESC"))
          .satisfiesExactly(
              month -> assertThat(month).startsWith("1065.40", "1153.81"),
              year -> assertThat(year).endsWith("12262.40", "13192.03"));
      ExpectedResults.write(oracle, results, DATE);
    }
    VerifyRun verify =
        new VerifyRun(fixture.feed(), fixture.contract(), results, OracleFixture.SECRET);
    Path file = results.resolve(PARAMETERS);
    Files.writeString(
        file,
        Files.readString(file).replace("\"completed\":\"4218.41\"", "\"completed\":\"4218.42\""));
    assertThat(verify.run().listed())
        .filteredOn(difference -> difference.topic().startsWith("benchmark."))
        .containsExactly(
            new Difference(
                "benchmark.parameters.v1", "C|COMPLETION|2025", "completed", "4218.41", "4218.42"));
  }
}
