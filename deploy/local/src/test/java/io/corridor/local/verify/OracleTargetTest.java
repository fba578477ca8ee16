package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets by method in SQL, against the worked example of domain.md 2.9. */
class OracleTargetTest {
  private static final String HISTORY =
      """
      baseYears: [{ year: 2022, weight: 1, trend: "1.08", pmpm: "9000", risk: "0.98" },
        { year: 2023, weight: 3, trend: "1.04", pmpm: "9300", risk: "1.00" },
        { year: 2024, weight: 6, trend: "1", pmpm: "9600", risk: "1.02" }],\
      """;

  @TempDir Path directory;

  /** One member of risk 1.05, and a target of 2025. */
  private Oracle target(String terms) throws IOException, SQLException {
    return new OracleFixture(directory)
        .terms(
            "cost",
            """
            cost: { risk: { model: TABLE, mean: "1", weights: [{ reason: BASE, firstAge: 0, weight: "1.05" }], conditions: [] },
                targets: [{ year: 2025, %s }] }
            """
                .formatted(terms)
                .strip())
        .enrolled("M1", "2025-01-01", "2025-12-31")
        .person("M1", "1980-01-01", "FEMALE")
        .visit(
            "a", 1, "PAID", "M1", "2025-01-10", "T1", "N1", "11", "99213", "100.00", "2025-01-20")
        .derive("2025-01-31", "49_total");
  }

  private static List<List<String>> steps(Oracle oracle, String names) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT item, value FROM expect_parameter_steps WHERE item IN ("
                + names
                + ") ORDER BY item");
  }

  @Test
  @DisplayName("history, blend, trend and risk of the worked example")
  void example() throws IOException, SQLException {
    try (Oracle oracle =
        target(
            "baseline: BLENDED, "
                + HISTORY
                + " region: \"10200\", blendCap: \"550\", update: NATIONAL, nationalGrowth:"
                + " \"1.045\", riskAdjusted: true, riskCap: \"1.03\"")) {
      assertThat(steps(oracle, "'historical', 'regionalMove', 'blended', 'riskAdjusted', 'budget'"))
          .containsExactly(
              List.of("blended", "9895.348555"),
              List.of("budget", "10644.780000"),
              List.of("historical", "9731.305469"),
              List.of("regionalMove", "164.043086"),
              List.of("riskAdjusted", "10644.775688"));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT budget, \"target.pmpm\", \"target.refusal\" FROM expect_budget WHERE"
                          + " key IN ('C|CONTRACT|C|2025-01', 'C|TIN|T1|2025')"))
          .containsOnly(List.of("10644.78", "10644.775688", ""));
    }
  }

  @Test
  @DisplayName(
      "an efficient contract keeps its former baseline; credibility is the square root of volume")
  void efficientAndCredible() throws IOException, SQLException {
    try (Oracle oracle =
        target(
            "baseline: HISTORICAL, "
                + HISTORY
                + " region: \"12000\", efficientAt: \"0.95\", previousBaseline: \"9800\","
                + " priorSavings: [\"100\", \"-20\"], update: DECLINING, trends: [\"0.06\","
                + " \"0.05\"], credibleFrom: \"4\", market: \"9000\"")) {
      assertThat(
              steps(
                  oracle,
                  "'priorSavings', 'baselineOfEfficient', 'update', 'updated', 'credibility',"
                      + " 'credible'"))
          .containsExactly(
              List.of("baselineOfEfficient", "9800.000000"),
              List.of("credibility", "0.500000"),
              List.of("credible", "9953.700000"),
              List.of("priorSavings", "20.000000"),
              List.of("update", "1.113000"),
              List.of("updated", "10907.400000"));
    }
  }

  @Test
  @DisplayName("a base year of which nothing is known refuses the target; the budget lines stand")
  void refused() throws IOException, SQLException {
    try (Oracle oracle =
        target(
            "baseline: HISTORICAL, baseYears: [{ year: 2024, weight: 1, trend: \"1\" }], update:"
                + " FIXED, fixedGrowth: \"1\"")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT budget, \"target.refusal\" FROM expect_budget WHERE key ="
                          + " 'C|CONTRACT|C|2025'"))
          .containsExactly(List.of("100.01", "NO_BASE_YEAR"));
      assertThat(oracle.database().count("SELECT count(*) FROM expect_parameter_steps")).isZero();
    }
  }
}
