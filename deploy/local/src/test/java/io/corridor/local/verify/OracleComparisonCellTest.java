package io.corridor.local.verify;

import static io.corridor.local.verify.ComparisonFixture.COMPARISON;
import static io.corridor.local.verify.ComparisonFixture.RISK;
import static io.corridor.local.verify.ComparisonFixture.comparison;
import static io.corridor.local.verify.ComparisonFixture.cost;
import static io.corridor.local.verify.ComparisonFixture.covered;
import static io.corridor.local.verify.ComparisonFixture.example;
import static io.corridor.local.verify.ComparisonFixture.fixture;
import static io.corridor.local.verify.ComparisonFixture.of2024;
import static io.corridor.local.verify.ComparisonFixture.scan;
import static io.corridor.local.verify.ComparisonFixture.seen;
import static io.corridor.local.verify.ComparisonFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cells, quintiles and amounts of a comparison group, worked by hand from docs/budget.md "The
 * comparison group".
 */
class OracleComparisonCellTest {
  private static final String REGIONAL = "baseline: REGIONAL, comparisonYear: 2024";

  @TempDir Path directory;

  private int number;

  /**
   * A group and own members of 2024 by cell.
   *
   * @param group sex, birth year, dual, member months, dollars
   * @param mine sex, birth year, dual: twelve member months each
   */
  private List<List<String>> steps(String terms, List<String> group, List<String> mine)
      throws IOException, SQLException {
    OracleFixture to = fixture(directory, terms, REGIONAL);
    group(to, "001", group);
    mine(to, mine);
    try (Oracle oracle = to.derive("2025-01-31", "49_target")) {
      return ComparisonFixture.steps(oracle, "C");
    }
  }

  private void group(OracleFixture to, String county, List<String> group) {
    for (String one : group) {
      String[] of = one.split(" ");
      String member = "G" + ++number;
      String lastDay = "2024-%02d-28".formatted(Integer.parseInt(of[3]));
      covered(to, member, county, Boolean.parseBoolean(of[2]), "2024-01-01", lastDay)
          .person(member, of[1] + "-01-01", of[0]);
      scan(to, member, "2024-01-03", of[4]);
    }
  }

  private void mine(OracleFixture to, List<String> mine) {
    for (String one : mine) {
      String[] of = one.split(" ");
      String member = "M" + ++number;
      covered(to, member, "009", Boolean.parseBoolean(of[2]), "2024-01-01", "2025-01-31")
          .person(member, of[1] + "-01-01", of[0]);
      seen(to, member, "2024-01-10", "T1");
      seen(to, member, "2024-12-10", "T1");
    }
  }

  @Test
  @DisplayName(
      "risk goes up in the youngest band and down in the next, so that like is beside like")
  void snake() throws IOException, SQLException {
    // 24 of 30 member months score 1: all four cuts are at 2
    assertThat(
            steps(
                RISK + comparison("[\"001\"]", "[40]", 6),
                List.of(
                    "MALE 1994 false 12 1200.00",
                    "MALE 1994 true 3 30.00",
                    "MALE 1970 true 3 90.00",
                    "MALE 1970 false 12 2400.00"),
                List.of("MALE 1994 true", "MALE 1970 true", "MALE 1970 false")))
        .containsExactly(
            List.of("comparison.OTHER.0.1", "0.000000"),
            List.of("comparison.OTHER.0.5", "480.000000"),
            List.of("comparison.OTHER.1.1", "2400.000000"),
            List.of("comparisonGroup", "80.000000"));
  }

  @Test
  @DisplayName("a rest joins the cells before it; a cell without group members is added too")
  void rest() throws IOException, SQLException {
    assertThat(
            steps(
                comparison("[\"001\"]", "[20, 40, 60]", 6),
                List.of(
                    "FEMALE 2010 false 6 600.00",
                    "FEMALE 1970 false 7 70.00",
                    "FEMALE 1950 false 5 50.00"),
                List.of("FEMALE 1994 false", "FEMALE 1950 false")))
        .containsExactly(
            // 600 / 6 x 0; the band of 20 has nobody in the group and is measured with the two
            // above it
            List.of("comparison.FEMALE.0.1", "0.000000"),
            List.of("comparison.FEMALE.1.1", "240.000000"),
            List.of("comparisonGroup", "10.000000"));
  }

  @Test
  @DisplayName("a sex that is too few joins the other: females its first cells, others the last")
  void sexes() throws IOException, SQLException {
    OracleFixture to = fixture(directory, comparison("[\"001\"]", "[40]", 6), REGIONAL);
    for (String county : List.of("002", "003", "004")) {
      to.alike("C" + county, cost(comparison("[\"" + county + "\"]", "[40]", 6), REGIONAL));
    }
    mine(to, List.of("FEMALE 2010 false", "MALE 1950 false"));
    group(
        to,
        "001",
        List.of(
            "FEMALE 2010 false 2 20.00", "MALE 2010 false 6 600.00", "MALE 1950 false 6 60.00"));
    group(
        to,
        "002",
        List.of(
            "FEMALE 2010 false 6 600.00", "FEMALE 1950 false 6 60.00", "MALE 2010 false 2 20.00"));
    group(to, "003", List.of("FEMALE 2010 false 3 30.00", "MALE 1950 false 3 90.00"));
    group(to, "004", List.of("FEMALE 2010 false 3 30.00", "MALE 1950 false 2 90.00"));
    try (Oracle oracle = to.derive("2025-01-31", "49_target")) {
      assertThat(ComparisonFixture.steps(oracle, "C"))
          .containsExactly(
              List.of("comparison.FEMALE.0.1", "930.000000"),
              List.of("comparison.OTHER.1.1", "120.000000"),
              List.of("comparisonGroup", "43.750000"));
      assertThat(ComparisonFixture.steps(oracle, "C002"))
          .containsExactly(
              List.of("comparison.FEMALE.0.1", "1200.000000"),
              List.of("comparison.FEMALE.1.1", "120.000000"),
              List.of("comparisonGroup", "55.000000"));
      assertThat(ComparisonFixture.steps(oracle, "C003"))
          .containsExactly(
              List.of("comparison.FEMALE.0.1", "480.000000"),
              List.of("comparisonGroup", "20.000000"));
      assertThat(ComparisonFixture.steps(oracle, "C004")).isEmpty();
    }
  }

  @Test
  @DisplayName(
      "quintiles of the group's member months: equal scores stay together, a fifth may be empty")
  void quintiles() throws IOException, SQLException {
    String ages =
        """
        risk: { model: TABLE, mean: "1", weights: [{ reason: BASE, firstAge: 0, lastAge: 9, weight: "0.4" },
          { reason: BASE, firstAge: 10, lastAge: 19, weight: "0.5" }, { reason: BASE, firstAge: 20, lastAge: 29, weight: "1" },
          { reason: BASE, firstAge: 30, lastAge: 39, weight: "1.5" }, { reason: BASE, firstAge: 40, lastAge: 49, weight: "2" },
          { reason: BASE, firstAge: 50, weight: "3" }], conditions: [] },\
        """;
    // 12 member months below 1, a fifth; 48 below 2, four fifths: nothing is between
    assertThat(
            steps(
                ages + comparison("[\"001\"]", "[]", 12),
                List.of(
                    "MALE 2010 false 12 120.00",
                    "MALE 2000 false 12 360.00",
                    "MALE 2000 false 12 300.00",
                    "MALE 2000 false 12 420.00",
                    "MALE 1980 false 12 1200.00"),
                List.of("MALE 2018 false", "MALE 1990 false", "MALE 1970 false")))
        .containsExactly(
            List.of("comparison.OTHER.0.1", "120.000000"),
            List.of("comparison.OTHER.0.2", "360.000000"),
            List.of("comparison.OTHER.0.5", "1200.000000"),
            List.of("comparisonGroup", "46.666667"));
  }

  @Test
  @DisplayName(
      "the group takes the place of the region: blended, and where the efficient are spared")
  void inPlaceOfTheRegion() throws IOException, SQLException {
    String history =
        ", comparisonYear: 2024, region: \"9999\", baseYears: [{ year: 2024, weight: 1, trend: \"1\","
            + " pmpm: \"100\", risk: \"1\" }]";
    String efficient = "baseline: HISTORICAL, efficientAt: \"%s\", previousBaseline: \"110\"";
    OracleFixture to =
        example(directory, "baseline: BLENDED, blendCap: \"1000\"" + history)
            .alike("SPARED", cost(COMPARISON, efficient.formatted("0.95") + history))
            .alike("NOT_SPARED", cost(COMPARISON, efficient.formatted("0.8") + history));
    try (Oracle oracle = to.derive("2025-01-31", "49_target")) {
      // 100 + 0.35 x (117 - 100)
      assertThat(target(oracle, "C")).containsExactly("", "105.950000");
      // 0.95 x 117 is more than the history
      assertThat(target(oracle, "SPARED")).containsExactly("", "110.000000");
      assertThat(target(oracle, "NOT_SPARED")).containsExactly("", "100.000000");
      for (String contract : List.of("C", "SPARED", "NOT_SPARED")) {
        assertThat(ComparisonFixture.steps(oracle, contract))
            .last()
            .isEqualTo(List.of("comparisonGroup", "117.000000"));
      }
    }
  }

  @Test
  @DisplayName("completed as the contract's own year is, where something was counted there")
  void completed() throws IOException, SQLException {
    String completion = "completion: { tailFactor: \"1.1\" }, " + COMPARISON;
    OracleFixture to =
        example(directory, REGIONAL)
            .terms("cost", cost(completion, REGIONAL))
            .alike(
                "NOTHING",
                cost(
                    "phaseIn: [{ year: 2024, category: PROF_PRIMARY, weight: \"0\" }], "
                        + completion,
                    REGIONAL));
    try (Oracle oracle = to.derive("2025-02-15", "49_target")) {
      assertThat(ComparisonFixture.steps(oracle, "C"))
          .endsWith(
              List.of("comparisonCompleted", "128.700000"),
              List.of("comparisonGroup", "117.000000"));
      assertThat(target(oracle, "C")).containsExactly("", "128.700000");
      assertThat(ComparisonFixture.steps(oracle, "NOTHING"))
          .endsWith(
              List.of("comparisonCompleted", "117.000000"),
              List.of("comparisonGroup", "117.000000"));
      assertThat(target(oracle, "NOTHING")).containsExactly("", "117.000000");
    }
  }

  @Test
  @DisplayName(
      "a target of the region alone is held against the risk of the year of the comparison")
  void riskOfTheRegion() throws IOException, SQLException {
    OracleFixture to =
        fixture(
            directory,
            RISK + comparison("[\"001\"]", "[]", 6),
            "baseline: REGIONAL, comparisonYear: 2024, riskAdjusted: true");
    covered(to, "M1", "009", false, "2024-01-01", "2024-12-31").person("M1", "1985-05-05", "MALE");
    covered(to, "M1", "009", true, "2025-01-01", "2025-12-31");
    seen(to, "M1", "2024-01-10", "T1");
    seen(to, "M1", "2024-12-10", "T1");
    of2024(to, "G1", "001").person("G1", "1990-01-01", "MALE");
    scan(to, "G1", "2024-03-03", "1200.00");
    try (Oracle oracle = to.derive("2025-01-31", "49_target")) {
      assertThat(target(oracle, "C")).containsExactly("", "200.000000");
    }
  }
}
