package io.corridor.local.verify;

import static io.corridor.local.verify.ComparisonFixture.comparison;
import static io.corridor.local.verify.ComparisonFixture.cost;
import static io.corridor.local.verify.ComparisonFixture.covered;
import static io.corridor.local.verify.ComparisonFixture.example;
import static io.corridor.local.verify.ComparisonFixture.fixture;
import static io.corridor.local.verify.ComparisonFixture.of2024;
import static io.corridor.local.verify.ComparisonFixture.own;
import static io.corridor.local.verify.ComparisonFixture.scan;
import static io.corridor.local.verify.ComparisonFixture.seen;
import static io.corridor.local.verify.ComparisonFixture.steps;
import static io.corridor.local.verify.ComparisonFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is in a comparison group, worked by hand from docs/budget.md "The comparison group". */
class OracleComparisonGroupTest {
  @TempDir Path directory;

  @Test
  @DisplayName("who is assigned, in whatever contract, and who lives elsewhere is not in the group")
  void others() throws IOException, SQLException {
    OracleFixture to =
        example(directory, "baseline: REGIONAL, comparisonYear: 2024").another("D", "T5");
    // assigned in D from July on: the half year before counts
    of2024(to, "G5", "001").person("G5", "1960-01-01", "MALE");
    scan(to, "G5", "2024-02-03", "300.00");
    scan(to, "G5", "2024-10-03", "7000.00");
    seen(to, "G5", "2024-07-10", "T5");
    of2024(to, "G6", "009").person("G6", "1960-01-01", "MALE");
    scan(to, "G6", "2024-02-03", "5000.00");
    // moves in within May: the last covered day of the month is at the new home
    covered(to, "G7", "009", false, "2024-01-01", "2024-05-10").person("G7", "1960-01-01", "MALE");
    covered(to, "G7", "003", false, "2024-05-11", "2024-05-31");
    scan(to, "G7", "2024-04-03", "5000.00");
    scan(to, "G7", "2024-05-03", "70.00");
    try (Oracle oracle = to.derive("2025-01-31", "49_target")) {
      assertThat(steps(oracle, "C"))
          .containsExactly(
              List.of("comparison.FEMALE.0.1", "1008.000000"),
              // (900 + 300 + 70) / (6 + 6 + 1) x 12
              List.of("comparison.OTHER.2.1", "1172.307692"),
              List.of("comparisonGroup", "90.846154"));
    }
  }

  @ParameterizedTest(name = "limit {0}, months {1}: {2}")
  @DisplayName(
      "the own year: ended months, half months by policy, the limit over begun ones as well")
  @CsvSource({
    // 600 in January, 600 in March: 900 of them count, 450 in January, over January and February
    "'stopLoss: { attachment: \"900.00\", excludedShare: \"1\" }', ANY_DAY, 225.000000",
    "'', ANY_DAY, 300.000000",
    // January and half of February
    "'', PRORATE, 400.000000",
  })
  void ownYear(String limit, String policy, String amount) throws IOException, SQLException {
    OracleFixture to =
        fixture(directory, comparison("[]", "[]", 1), "baseline: REGIONAL, comparisonYear: 2025")
            .terms("stopLoss", limit)
            .terms("memberMonths", policy);
    own(to, "M1", "1985-05-05", "FEMALE");
    covered(to, "M1", "009", false, "2025-02-01", "2025-12-31");
    covered(to, "G1", "001", false, "2025-01-01", "2025-02-14").person("G1", "1990-01-01", "MALE");
    covered(to, "G1", "001", false, "2025-03-01", "2025-12-31");
    scan(to, "G1", "2025-01-03", "600.00");
    scan(to, "G1", "2025-03-03", "600.00");
    try (Oracle oracle = to.derive("2025-03-15", "49_target")) {
      assertThat(steps(oracle, "C"))
          .as("males that are too few would join; here they alone are the group")
          .last()
          .isEqualTo(List.of("comparisonGroup", amount));
    }
  }

  @Test
  @DisplayName("what a member costs in the group and in the contract is limited apart")
  void limitedApart() throws IOException, SQLException {
    OracleFixture to =
        fixture(
                directory,
                comparison("[\"001\"]", "[]", 6),
                "baseline: REGIONAL, comparisonYear: 2024")
            .terms("stopLoss", "stopLoss: { attachment: \"900.00\", excludedShare: \"1\" }");
    covered(to, "M1", "001", false, "2024-01-01", "2025-01-31").person("M1", "1985-05-05", "MALE");
    scan(to, "M1", "2024-02-03", "840.00");
    seen(to, "M1", "2024-07-10", "T1");
    scan(to, "M1", "2024-08-03", "750.00");
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      assertThat(steps(oracle, "C"))
          .containsExactly(
              List.of("comparison.OTHER.0.1", "840.000000"),
              List.of("comparisonGroup", "140.000000"));
      assertThat(
              oracle
                  .database()
                  .rows("SELECT counted FROM expect_budget WHERE key = 'C|CONTRACT|C|2024'"))
          .containsExactly(List.of("850.00"));
    }
  }

  /** Terms of cost with so many member months as the smallest cell. */
  private static String minimum(int minimum, String target) {
    return cost(
        comparison("[\"001\", \"003\"]", "[19, 45]", minimum), target + ", comparisonYear: 2024");
  }

  @Test
  @DisplayName("the group is refused after the base years and before the change of risk")
  void refused() throws IOException, SQLException {
    String regional = "baseline: REGIONAL";
    String riskAdjusted = regional + ", riskAdjusted: true";
    String blended =
        "baseline: BLENDED, blendCap: \"1\"%s, baseYears: [{ year: %d, weight: 1, trend: \"1\"%s }]";
    OracleFixture to =
        example(directory, regional)
            .terms("cost", minimum(21, regional))
            .alike("TOO_FEW", minimum(22, regional))
            .alike("TOO_FEW_AND_NO_RISK", minimum(22, riskAdjusted))
            .alike("NO_RISK", minimum(21, riskAdjusted))
            .alike("NO_BASE_YEAR", minimum(22, blended.formatted("", 2022, "")))
            .alike(
                "NO_RISK_OF_BASE_YEAR",
                minimum(22, blended.formatted(", riskAdjusted: true", 2024, "")))
            .alike(
                "RISK_OF_BASE_YEAR",
                minimum(22, blended.formatted(", riskAdjusted: true", 2024, ", risk: \"1\"")))
            // only an efficient history looks at the region
            .alike(
                "HISTORY",
                minimum(
                    22,
                    "baseline: HISTORICAL, baseYears: [{ year: 2024, weight: 1, trend: \"1\" }]"));
    try (Oracle oracle = to.derive("2025-01-31", "49_target")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT contract, \"target.refusal\" FROM expect_parameter WHERE name = 'TARGET'"
                          + " AND period = '2025'"))
          .containsExactlyInAnyOrder(
              List.of("C", ""),
              List.of("TOO_FEW", "NO_COMPARISON"),
              List.of("TOO_FEW_AND_NO_RISK", "NO_COMPARISON"),
              List.of("NO_RISK", "NO_RISK"),
              List.of("NO_BASE_YEAR", "NO_BASE_YEAR"),
              List.of("NO_RISK_OF_BASE_YEAR", "NO_RISK"),
              List.of("RISK_OF_BASE_YEAR", "NO_COMPARISON"),
              List.of("HISTORY", ""));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT DISTINCT key FROM expect_parameter_steps WHERE item LIKE 'comparison%'"))
          .containsExactly(List.of("C|TARGET|2025"));
    }
  }

  @Test
  @DisplayName("a contract of whose members nobody is stated is compared with nobody")
  void nobodyStated() throws IOException, SQLException {
    OracleFixture to =
        fixture(directory, comparison("[]", "[]", 6), "baseline: REGIONAL, comparisonYear: 2024");
    covered(to, "M1", "009", false, "2024-01-01", "2025-01-31");
    seen(to, "M1", "2024-01-10", "T1");
    seen(to, "M1", "2024-12-10", "T1");
    of2024(to, "G1", "001").person("G1", "1990-01-01", "FEMALE");
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      assertThat(target(oracle, "C")).containsExactly("NO_COMPARISON", "");
      assertThat(
              oracle
                  .database()
                  .rows("SELECT budget FROM expect_budget WHERE key = 'C|CONTRACT|C|2025'"))
          .as("the line stands")
          .containsExactly(List.of("100.01"));
    }
  }

  @Test
  @DisplayName("no members in the year is said before all else")
  void noMembers() throws IOException, SQLException {
    OracleFixture to =
        fixture(
            directory,
            comparison("[]", "[]", 6),
            "baseline: BLENDED, blendCap: \"1\", comparisonYear: 2024, baseYears: [{ year: 2022,"
                + " weight: 1, trend: \"1\" }]");
    of2024(to, "G1", "001").person("G1", "1990-01-01", "FEMALE");
    try (Oracle oracle = to.derive("2025-01-31", "49_target")) {
      assertThat(target(oracle, "C")).containsExactly("NO_MEMBER_MONTHS", "");
    }
  }
}
