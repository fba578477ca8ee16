package io.corridor.local.verify;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Feeds of the examples of a comparison group, and what is read of the target of 2025. */
final class ComparisonFixture {
  private static final String YEARS =
      "[{ year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }, { year: 2025, from: 2025-01-01,"
          + " lastDay: 2025-12-31 }]";
  private static final String UPDATE = ", update: FIXED, fixedGrowth: \"1\"";

  /** A score of 1, of 2 with Medicaid. */
  static final String RISK =
      "risk: { model: TABLE, mean: \"1\", weights: [{ reason: BASE, firstAge: 0, weight: \"1\" }, {"
          + " reason: \"dual=true\", firstAge: 0, weight: \"1\" }], conditions: [] }, ";

  /** The group of the example. */
  static final String COMPARISON = comparison("[\"001\", \"003\"]", "[19, 45]", 6);

  private ComparisonFixture() {}

  static OracleFixture fixture(Path directory, String comparison, String target) {
    return new OracleFixture(directory)
        .terms("years", YEARS)
        .terms("cost", cost(comparison, target));
  }

  /** Terms of cost with a target of 2025. */
  static String cost(String comparison, String target) {
    return "cost: { %s, targets: [{ year: 2025, %s%s }] }".formatted(comparison, target, UPDATE);
  }

  static String comparison(String counties, String bands, int minimum) {
    return "comparison: { counties: %s, ageBands: %s, minimumMemberMonths: %d }"
        .formatted(counties, bands, minimum);
  }

  /** Someone whom the payer covers at home in a county. */
  static OracleFixture covered(
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

  static OracleFixture of2024(OracleFixture to, String member, String county) {
    return covered(to, member, county, false, "2024-01-01", "2024-12-31");
  }

  /** Cost that attributes nobody. */
  static OracleFixture scan(OracleFixture to, String member, String day, String allowed) {
    return to.visit(
        "s" + member + day, 1, "PAID", member, day, "T9", "N9", "30", "70553", allowed, day);
  }

  static OracleFixture seen(OracleFixture to, String member, String day, String tin) {
    return to.visit(
        "v" + member + day, 1, "PAID", member, day, tin, "N1", "11", "99213", "100.00", day);
  }

  /** A member of the contract, in all of 2024 and in January 2025. */
  static OracleFixture own(OracleFixture to, String member, String birth, String sex) {
    covered(to, member, "009", false, "2024-01-01", "2025-01-31").person(member, birth, sex);
    seen(to, member, "2024-01-10", "T1");
    return seen(to, member, "2024-12-10", "T1");
  }

  /** Two of the contract's own in two cells, and a group of four of whom three count. */
  static OracleFixture example(Path directory, String target) {
    OracleFixture to = fixture(directory, COMPARISON, target);
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

  /** The steps of the comparison, by name. */
  static List<List<String>> steps(Oracle oracle, String contract) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT item, value FROM expect_parameter_steps WHERE key = '"
                + contract
                + "|TARGET|2025' AND item LIKE 'comparison%' ORDER BY item");
  }

  /** Why there is no target, and the target. */
  static List<String> target(Oracle oracle, String contract) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT \"target.refusal\", \"target.pmpm\" FROM expect_parameter WHERE key = '"
                + contract
                + "|TARGET|2025'")
        .getFirst();
  }
}
