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

/** Budgets by category in SQL, worked by hand from docs/budget.md "Live". */
class OracleTargetCategoryTest {
  private static final String BASE =
      "baseline: HISTORICAL, baseYears: [{ year: 2023, weight: 1, trend: \"1\", pmpm: \"1\" }, {"
          + " year: 2024, weight: 1, trend: \"1\", pmpm: \"%s\" }]";

  @TempDir Path directory;

  /** One member of 2024 with radiology, laboratory and primary care of the same cost. */
  private OracleFixture fixture(String target, String levels) {
    OracleFixture to =
        new OracleFixture(directory)
            .terms(
                "years",
                "[{ year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }, { year: 2025, from:"
                    + " 2025-01-01, lastDay: 2025-12-31 }]")
            .terms(
                "cost",
                "cost: { levels: %s, targets: [{ year: 2025, byCategory: true, update: FIXED, fixedGrowth: \"1\", %s }] }"
                    .formatted(levels, target))
            .enrolled("M1", "2024-01-01", "2025-12-31");
    visit(to, "a", "2024-02-03", "99213", "40.00");
    visit(to, "b", "2024-12-03", "70553", "40.00");
    visit(to, "c", "2024-03-03", "80048", "40.00");
    visit(to, "d", "2024-04-03", "99212", "0.00");
    // what is taken back more than it cost has no part
    visit(to, "e", "2024-05-03", "E0601", "-15.00");
    // nor has another year, which attributes the member too
    visit(to, "f", "2025-01-03", "99283", "500.00");
    return visit(to, "g", "2024-12-20", "99213", "0.00");
  }

  private static OracleFixture visit(
      OracleFixture to, String claim, String day, String hcpcs, String allowed) {
    return to.visit(claim, 1, "PAID", "M1", day, "T1", "N1", "11", hcpcs, allowed, day);
  }

  private static List<List<String>> budgets(Oracle oracle, String key) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT item, budget FROM expect_budget_categories WHERE budget <> 0 AND key = '"
                + key
                + "' ORDER BY item");
  }

  @ParameterizedTest(name = "{0} at {1}: {2} {3} {4}")
  @DisplayName("thirds by largest remainder, ties to the first category; a year is its months")
  @CsvSource({
    "C|CONTRACT|C|2025-01, 199.00, 33.33, 33.33, 33.34",
    // (1 + 200) / 2 is 100.50 a month
    "C|CONTRACT|C|2025-01, 200.00, 33.50, 33.50, 33.50",
    // 100.01: two cents are left over
    "C|TIN|T1|2025-02, 199.02, 33.34, 33.33, 33.34",
    "C|TIN|T1|2025, 199.02, 66.68, 66.66, 66.68",
    "C|NPI|N1|2025, 199.02, 66.68, 66.66, 66.68",
    "C|SITE|T1/-|2025, 199.02, 66.68, 66.66, 66.68",
    "A|ACO|A|2025, 199.02, 66.68, 66.66, 66.68",
  })
  void divided(String key, String pmpm, String laboratory, String primary, String radiology)
      throws IOException, SQLException {
    try (Oracle oracle =
        fixture(BASE.formatted(pmpm), "[NPI, SITE, ACO]").derive("2025-02-28", "49_total")) {
      assertThat(budgets(oracle, key))
          .containsExactly(
              List.of("LAB", laboratory),
              List.of("PROF_PRIMARY", primary),
              List.of("RADIOLOGY", radiology));
      assertThat(
              oracle
                  .database()
                  .rows("SELECT item, counted FROM expect_parameter_categories ORDER BY item"))
          .containsExactly(
              List.of("LAB", "40.00"),
              List.of("PROF_PRIMARY", "40.00"),
              List.of("RADIOLOGY", "40.00"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("where no category cost anything, or no year is there to tell, the budget stays ALL")
  @CsvSource({
    "'baseline: STATED, stated: \"100\"'",
    "'baseline: REGIONAL, region: \"100\"'",
    "'baseline: HISTORICAL, baseYears: [{ year: 2023, weight: 1, trend: \"1\", pmpm: \"100\" }]'",
  })
  void whole(String target) throws IOException, SQLException {
    try (Oracle oracle = fixture(target, "[]").derive("2025-01-31", "49_total")) {
      assertThat(budgets(oracle, "C|CONTRACT|C|2025")).containsExactly(List.of("ALL", "100.00"));
      assertThat(oracle.database().count("SELECT count(*) FROM expect_parameter_categories"))
          .isZero();
    }
  }

  @Test
  @DisplayName("of a region the proportions are the contract's own in the year of the comparison")
  void region() throws IOException, SQLException {
    OracleFixture to =
        fixture("baseline: REGIONAL, comparisonYear: 2024", "[]")
            .person("M1", "1980-01-01", "MALE");
    to.terms(
            "cost",
            "cost: { comparison: { minimumMemberMonths: 1 }, targets: [{ year: 2025, baseline: REGIONAL,"
                + " comparisonYear: 2024, byCategory: true, update: FIXED, fixedGrowth: \"1\" }] }")
        .enrolled("G1", "2024-01-01", "2024-01-31")
        .person("G1", "1980-01-01", "MALE")
        .visit(
            "x", 1, "PAID", "G1", "2024-01-03", "T9", "N9", "30", "70553", "90.00", "2024-01-03");
    try (Oracle oracle = to.derive("2025-01-31", "49_total")) {
      // the member's January before the first visit is in the group: 90 over two member months
      assertThat(budgets(oracle, "C|CONTRACT|C|2025"))
          .containsExactly(
              List.of("LAB", "15.00"),
              List.of("PROF_PRIMARY", "15.00"),
              List.of("RADIOLOGY", "15.00"));
    }
  }
}
