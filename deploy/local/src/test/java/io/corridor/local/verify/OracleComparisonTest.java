package io.corridor.local.verify;

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

/** The comparison group in SQL, worked by hand from docs/budget.md "The comparison group". */
class OracleComparisonTest {
  private static final String YEARS =
      "[{ year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }, { year: 2025, from: 2025-01-01,"
          + " lastDay: 2025-12-31 }]";
  private static final String STEPS =
      "SELECT item, value FROM expect_parameter_steps WHERE key = 'C|TARGET|2025' AND item LIKE"
          + " 'comparison%' ORDER BY item";
  private static final String UPDATE = ", update: FIXED, fixedGrowth: \"1\"";

  /** A score of 1, of 2 with Medicaid. */
  private static final String RISK =
      "risk: { model: TABLE, mean: \"1\", weights: [{ reason: BASE, firstAge: 0, weight: \"1\" }, {"
          + " reason: \"dual=true\", firstAge: 0, weight: \"1\" }], conditions: [] }, ";

  @TempDir Path directory;

  private OracleFixture fixture(String comparison, String target) {
    return new OracleFixture(directory)
        .terms("years", YEARS)
        .terms(
            "cost",
            "cost: { %s, targets: [{ year: 2025, %s%s }] }".formatted(comparison, target, UPDATE));
  }

  private static String comparison(String counties, String bands, int minimum) {
    return "comparison: { counties: %s, ageBands: %s, minimumMemberMonths: %d }"
        .formatted(counties, bands, minimum);
  }

  /** Someone whom the payer covers at home in a county. */
  private static OracleFixture covered(
      OracleFixture to, String member, String county, boolean dual, String from, String lastDay) {
    return to.line(
        "enrollment",
        """
        {"payer":"P","recordId":"%s-%s","version":1,"status":"ACTIVE","member":"%s","receivedAt":"2000-01-01T00:00:00Z",
         "kind":"COVERAGE","coverage":{"lineOfBusiness":"COMMERCIAL","from":"%s","lastDay":"%s","partA":true,"partB":true,
         "managedCare":false,"dual":%s,"esrd":false,"disabled":false,"waiver":false,"optedOut":false,"county":"%s"}}\
        """
            .formatted(member, from, member, from, lastDay, dual, county));
  }

  private static OracleFixture of2024(OracleFixture to, String member, String county) {
    return covered(to, member, county, false, "2024-01-01", "2024-12-31");
  }

  /** Cost that attributes nobody. */
  private static OracleFixture scan(OracleFixture to, String member, String day, String allowed) {
    return to.visit(
        "s" + member + day, 1, "PAID", member, day, "T9", "N9", "30", "70553", allowed, day);
  }

  private static OracleFixture seen(OracleFixture to, String member, String day, String tin) {
    return to.visit(
        "v" + member + day, 1, "PAID", member, day, tin, "N1", "11", "99213", "100.00", day);
  }

  /** A member of the contract, in all of 2024 and in January 2025. */
  private static OracleFixture own(OracleFixture to, String member, String birth, String sex) {
    covered(to, member, "009", false, "2024-01-01", "2025-01-31").person(member, birth, sex);
    seen(to, member, "2024-01-10", "T1");
    return seen(to, member, "2024-12-10", "T1");
  }

  private static List<List<String>> target(Oracle oracle) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT \"target.refusal\", \"target.pmpm\" FROM expect_parameter WHERE key ="
                + " 'C|TARGET|2025'");
  }

  /** Two of the contract's own in two cells, and a group of four of whom three count. */
  private OracleFixture example(String target) {
    OracleFixture to = fixture(comparison("[\"001\", \"003\"]", "[19, 45]", 6), target);
    own(to, "M1", "1985-05-05", "FEMALE");
    own(to, "M2", "1955-05-05", "MALE");
    of2024(to, "G1", "001").person("G1", "1990-01-01", "FEMALE");
    scan(to, "G1", "2024-03-03", "1200.00");
    covered(to, "G2", "003", false, "2024-01-01", "2024-06-30").person("G2", "1960-01-01", "MALE");
    scan(to, "G2", "2024-06-03", "900.00");
    // after the half year nobody covers it
    scan(to, "G2", "2024-08-03", "5000.00");
    covered(to, "G3", "001", false, "2024-01-01", "2024-03-31")
        .person("G3", "2010-01-01", "FEMALE");
    scan(to, "G3", "2024-03-03", "60.00");
    // whom the payer does not state: on neither side
    of2024(to, "G4", "001");
    scan(to, "G4", "2024-03-03", "9999.00");
    covered(to, "M3", "009", false, "2024-01-01", "2024-12-31");
    seen(to, "M3", "2024-01-10", "T1");
    return to;
  }

  @Test
  @DisplayName(
      "cells of sex and band: the small one with its neighbour, half a year, persons not stated")
  void cells() throws IOException, SQLException {
    try (Oracle oracle =
        example("baseline: REGIONAL, comparisonYear: 2024").derive("2025-01-31", "49_total")) {
      assertThat(oracle.database().rows(STEPS))
          .containsExactly(
              // (60 + 1,200) / 15 x 12, 900 / 6 x 12; over 24
              List.of("comparison.FEMALE.0.1", "1008.000000"),
              List.of("comparison.OTHER.2.1", "1800.000000"),
              List.of("comparisonGroup", "117.000000"));
      assertThat(target(oracle)).containsExactly(List.of("", "117.000000"));
      assertThat(
              oracle
                  .database()
                  .rows("SELECT budget FROM expect_budget WHERE key = 'C|CONTRACT|C|2025'"))
          .containsExactly(List.of("234.00"));
      // the group is in no answer of its own
      assertThat(
              oracle
                  .database()
                  .count(
                      "SELECT count(*) FROM expect_member_month_categories c WHERE NOT EXISTS"
                          + " (SELECT 1 FROM expect_member_month m WHERE m.key = c.key)"))
          .isZero();
    }
  }

  @Test
  @DisplayName("who is assigned, in whatever contract, and who lives elsewhere is not in the group")
  void others() throws IOException, SQLException {
    OracleFixture to = example("baseline: REGIONAL, comparisonYear: 2024").another("D", "T5");
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
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      assertThat(oracle.database().rows(STEPS))
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
        fixture(comparison("[]", "[]", 1), "baseline: REGIONAL, comparisonYear: 2025")
            .terms("stopLoss", limit)
            .terms("memberMonths", policy);
    own(to, "M1", "1985-05-05", "FEMALE");
    covered(to, "M1", "009", false, "2025-02-01", "2025-12-31");
    covered(to, "G1", "001", false, "2025-01-01", "2025-02-14").person("G1", "1990-01-01", "MALE");
    covered(to, "G1", "001", false, "2025-03-01", "2025-12-31");
    scan(to, "G1", "2025-01-03", "600.00");
    scan(to, "G1", "2025-03-03", "600.00");
    try (Oracle oracle = to.derive("2025-03-15", "49_total")) {
      assertThat(oracle.database().rows(STEPS))
          .as("males that are too few would join; here they alone are the group")
          .last()
          .isEqualTo(List.of("comparisonGroup", amount));
    }
  }

  /**
   * A group and own members of 2024 by cell.
   *
   * @param group sex, birth year, dual, member months, dollars
   * @param mine sex, birth year, dual: twelve member months each
   */
  private List<List<String>> steps(String terms, List<String> group, List<String> mine)
      throws IOException, SQLException {
    OracleFixture to = fixture(terms, "baseline: REGIONAL, comparisonYear: 2024");
    int number = 0;
    for (String one : group) {
      String[] of = one.split(" ");
      String member = "G" + ++number;
      covered(
              to,
              member,
              "001",
              Boolean.parseBoolean(of[2]),
              "2024-01-01",
              "2024-%02d-28".formatted(Integer.parseInt(of[3])))
          .person(member, of[1] + "-01-01", of[0]);
      scan(to, member, "2024-01-03", of[4]);
    }
    for (String one : mine) {
      String[] of = one.split(" ");
      String member = "M" + ++number;
      covered(to, member, "009", Boolean.parseBoolean(of[2]), "2024-01-01", "2025-01-31")
          .person(member, of[1] + "-01-01", of[0]);
      seen(to, member, "2024-01-10", "T1");
      seen(to, member, "2024-12-10", "T1");
    }
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      return oracle.database().rows(STEPS);
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

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @DisplayName("a sex that is too few joins the other: females its first cells, others the last")
  @CsvSource({
    "'FEMALE 2010 false 2 20.00', 'MALE 2010 false 6 600.00;MALE 1950 false 6 60.00',"
        + " 'comparison.FEMALE.0.1=930.000000 comparison.OTHER.1.1=120.000000"
        + " comparisonGroup=43.750000'",
    "'FEMALE 2010 false 6 600.00;FEMALE 1950 false 6 60.00', 'MALE 2010 false 2 20.00',"
        + " 'comparison.FEMALE.0.1=1200.000000 comparison.FEMALE.1.1=120.000000"
        + " comparisonGroup=55.000000'",
    "'FEMALE 2010 false 3 30.00', 'MALE 1950 false 3 90.00',"
        + " 'comparison.FEMALE.0.1=480.000000 comparisonGroup=20.000000'",
    "'FEMALE 2010 false 3 30.00', 'MALE 1950 false 2 90.00', ''",
  })
  void sexes(String females, String others, String expected) throws IOException, SQLException {
    List<String> group = List.of((females + ";" + others).split(";"));
    List<String> found =
        steps(
                comparison("[\"001\"]", "[40]", 6),
                group,
                List.of("FEMALE 2010 false", "MALE 1950 false"))
            .stream()
            .map(step -> String.join("=", step))
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(expected);
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
  @DisplayName("what a member costs in the group and in the contract is limited apart")
  void limitedApart() throws IOException, SQLException {
    OracleFixture to =
        fixture(comparison("[\"001\"]", "[]", 6), "baseline: REGIONAL, comparisonYear: 2024")
            .terms("stopLoss", "stopLoss: { attachment: \"900.00\", excludedShare: \"1\" }");
    covered(to, "M1", "001", false, "2024-01-01", "2025-01-31").person("M1", "1985-05-05", "MALE");
    scan(to, "M1", "2024-02-03", "840.00");
    seen(to, "M1", "2024-07-10", "T1");
    scan(to, "M1", "2024-08-03", "750.00");
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      assertThat(oracle.database().rows(STEPS))
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

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName(
      "the group takes the place of the region: blended, and where the efficient are spared")
  @CsvSource({
    // 100 + 0.35 x (117 - 100)
    "'baseline: BLENDED, blendCap: \"1000\"', 105.950000",
    // 0.95 x 117 is more than the history
    "'baseline: HISTORICAL, efficientAt: \"0.95\", previousBaseline: \"110\"', 110.000000",
    "'baseline: HISTORICAL, efficientAt: \"0.8\", previousBaseline: \"110\"', 100.000000",
  })
  void inPlaceOfTheRegion(String target, String amount) throws IOException, SQLException {
    try (Oracle oracle =
        example(
                target
                    + ", comparisonYear: 2024, region: \"9999\", baseYears: [{ year: 2024, weight:"
                    + " 1, trend: \"1\", pmpm: \"100\", risk: \"1\" }]")
            .derive("2025-01-31", "49_total")) {
      assertThat(target(oracle)).containsExactly(List.of("", amount));
      assertThat(oracle.database().rows(STEPS))
          .last()
          .isEqualTo(List.of("comparisonGroup", "117.000000"));
    }
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @DisplayName("the group is refused after the base years and before the change of risk")
  @CsvSource({
    "'baseline: REGIONAL', 21, ''",
    "'baseline: REGIONAL', 22, NO_COMPARISON",
    "'baseline: REGIONAL, riskAdjusted: true', 22, NO_COMPARISON",
    "'baseline: REGIONAL, riskAdjusted: true', 21, NO_RISK",
    "'baseline: BLENDED, blendCap: \"1\", baseYears: [{ year: 2022, weight: 1, trend: \"1\" }]', 22,"
        + " NO_BASE_YEAR",
    "'baseline: BLENDED, blendCap: \"1\", riskAdjusted: true, baseYears: [{ year: 2024, weight: 1,"
        + " trend: \"1\" }]', 22, NO_RISK",
    "'baseline: BLENDED, blendCap: \"1\", riskAdjusted: true, baseYears: [{ year: 2024, weight: 1,"
        + " trend: \"1\", risk: \"1\" }]', 22, NO_COMPARISON",
    // only an efficient history looks at the region
    "'baseline: HISTORICAL, baseYears: [{ year: 2024, weight: 1, trend: \"1\" }]', 22, ''",
  })
  void refused(String target, int minimum, String refusal) throws IOException, SQLException {
    OracleFixture to =
        example(target + ", comparisonYear: 2024")
            .terms(
                "cost",
                "cost: { %s, targets: [{ year: 2025, %s, comparisonYear: 2024%s }] }"
                    .formatted(
                        comparison("[\"001\", \"003\"]", "[19, 45]", minimum), target, UPDATE));
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      assertThat(target(oracle).getFirst().getFirst()).isEqualTo(refusal);
      assertThat(oracle.database().rows(STEPS).isEmpty())
          .isEqualTo(!refusal.isEmpty() || target.contains("HISTORICAL"));
    }
  }

  @Test
  @DisplayName("a contract of whose members nobody is stated is compared with nobody")
  void nobodyStated() throws IOException, SQLException {
    OracleFixture to =
        fixture(comparison("[]", "[]", 6), "baseline: REGIONAL, comparisonYear: 2024");
    covered(to, "M1", "009", false, "2024-01-01", "2025-01-31");
    seen(to, "M1", "2024-01-10", "T1");
    seen(to, "M1", "2024-12-10", "T1");
    of2024(to, "G1", "001").person("G1", "1990-01-01", "FEMALE");
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      assertThat(target(oracle)).containsExactly(List.of("NO_COMPARISON", ""));
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
            comparison("[]", "[]", 6),
            "baseline: BLENDED, blendCap: \"1\", comparisonYear: 2024, baseYears: [{ year: 2022,"
                + " weight: 1, trend: \"1\" }]");
    of2024(to, "G1", "001").person("G1", "1990-01-01", "FEMALE");
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      assertThat(target(oracle)).containsExactly(List.of("NO_MEMBER_MONTHS", ""));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("completed as the contract's own year is, where something was counted there")
  @CsvSource({
    "'', 128.700000",
    "'phaseIn: [{ year: 2024, category: PROF_PRIMARY, weight: \"0\" }],', 117.000000"
  })
  void completed(String phaseIn, String amount) throws IOException, SQLException {
    OracleFixture to =
        example("")
            .terms(
                "cost",
                "cost: { %s completion: { tailFactor: \"1.1\" }, %s, targets: [{ year: 2025, baseline: REGIONAL, comparisonYear: 2024%s }] }"
                    .formatted(phaseIn, comparison("[\"001\", \"003\"]", "[19, 45]", 6), UPDATE));
    try (Oracle oracle = to.derive("2025-02-15", "49_total")) {
      assertThat(oracle.database().rows(STEPS))
          .endsWith(
              List.of("comparisonCompleted", amount), List.of("comparisonGroup", "117.000000"));
      assertThat(target(oracle)).containsExactly(List.of("", amount));
    }
  }

  @Test
  @DisplayName(
      "a target of the region alone is held against the risk of the year of the comparison")
  void riskOfTheRegion() throws IOException, SQLException {
    OracleFixture to =
        fixture(
            RISK + comparison("[\"001\"]", "[]", 6),
            "baseline: REGIONAL, comparisonYear: 2024, riskAdjusted: true");
    covered(to, "M1", "009", false, "2024-01-01", "2024-12-31").person("M1", "1985-05-05", "MALE");
    covered(to, "M1", "009", true, "2025-01-01", "2025-12-31");
    seen(to, "M1", "2024-01-10", "T1");
    seen(to, "M1", "2024-12-10", "T1");
    of2024(to, "G1", "001").person("G1", "1990-01-01", "MALE");
    scan(to, "G1", "2024-03-03", "1200.00");
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      assertThat(target(oracle)).containsExactly(List.of("", "200.000000"));
    }
  }
}
