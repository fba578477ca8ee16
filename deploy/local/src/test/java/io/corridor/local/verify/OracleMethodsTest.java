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

/** The oracle's methods of attribution against domain.md 1.3, 1.4 and 1.10. */
class OracleMethodsTest {
  private static final String FIRST_ALONE = "[{ tin: T1, from: 2020-01-01 }]";
  private static final String SECOND_ALONE = "[{ tin: T2, from: 2020-01-01 }]";

  @TempDir Path directory;

  private OracleFixture enrolled() {
    return new OracleFixture(directory).enrolled("M1", "2023-01-01", "2025-12-31");
  }

  private static OracleFixture visit(
      OracleFixture to, String day, String tin, String npi, String specialty, String dollars) {
    return to.visit(
        day + tin, 1, "PAID", "M1", day, tin, npi, specialty, "99213", dollars, "2025-12-30");
  }

  /** The lines of domain.md 1.10. */
  private OracleFixture example() {
    OracleFixture fixture = enrolled();
    visit(fixture, "2025-02-10", "T1", "N1", "11", "130.00");
    visit(fixture, "2025-06-03", "T1", "N2", "50", "95.00");
    visit(fixture, "2025-09-20", "T2", "N3", "08", "90.00");
    visit(fixture, "2025-11-05", "T2", "N3", "08", "143.00");
    return visit(fixture, "2025-12-01", "T3", "N5", "06", "140.00");
  }

  @ParameterizedTest(name = "{0}, {1}: {2} {3} by {4} {5}")
  @DisplayName("domain.md 1.10: the same lines under each method")
  @CsvSource({
    "PLURALITY_VISITS,  both,   T2, N3, CLAIMS, RECENCY",
    "MOST_RECENT_VISIT, both,   T2, N3, CLAIMS, NONE",
    "REACH_WEIGHTED,    both,   T2, N3, CLAIMS, NONE",
    "MSSP,              both,   T2, N3, STEP_1, NONE",
    "MSSP,              second, T2, N3, STEP_1, NONE",
    "MSSP,              first,  '', '', STEP_1, NONE"
  })
  void example110(
      String method, String participants, String tin, String npi, String basis, String tieBreak)
      throws IOException, SQLException {
    OracleFixture fixture = example().terms("methods", "[" + method + "]");
    if (!participants.equals("both")) {
      fixture.terms("participants", participants.equals("first") ? FIRST_ALONE : SECOND_ALONE);
    }
    assertThat(month(fixture, "2025-12")).containsExactly(tin, npi, basis, tieBreak);
  }

  @Test
  @DisplayName("domain.md 1.10: if only the cardiologist were seen, the fallback finds T3/N5")
  void specialists() throws IOException, SQLException {
    OracleFixture fixture =
        visit(enrolled(), "2025-12-01", "T3", "N5", "06", "140.00")
            .terms("methods", "[PLURALITY_VISITS, SPECIALIST_FALLBACK]")
            .terms("participants", "[{ tin: T3, from: 2020-01-01 }]");
    assertThat(month(fixture, "2025-12")).containsExactly("T3", "N5", "CLAIMS", "NONE");
  }

  @Test
  @DisplayName("1.3 E: the latest wellness visit beats visits")
  void wellness() throws IOException, SQLException {
    OracleFixture fixture =
        example()
            .terms("methods", "[WELLNESS, PLURALITY_VISITS]")
            .visit(
                "w", 1, "PAID", "M1", "2025-01-20", "T1", "N2", "50", "G0439", "1.00", "2025-02-01")
            .visit(
                "c",
                1,
                "PAID",
                "M1",
                "2025-03-20",
                "T2",
                "N4",
                "50",
                "99490",
                "1.00",
                "2025-04-01");
    assertThat(month(fixture, "2025-12")).containsExactly("T1", "N2", "CLAIMS", "NONE");
    fixture.terms("attribution", "careManagementIsWellness: true");
    assertThat(month(fixture, "2025-12"))
        .as("care management beside it")
        .containsExactly("T2", "N4", "CLAIMS", "NONE");
  }

  @Test
  @DisplayName("1.3 R: the newer year counts twice")
  void weights() throws IOException, SQLException {
    OracleFixture fixture = enrolled().terms("methods", "[REACH_WEIGHTED]");
    visit(fixture, "2024-03-01", "T1", "N1", "11", "199.99");
    visit(fixture, "2025-03-01", "T2", "N3", "08", "100.00");
    assertThat(month(fixture, "2025-12")).containsExactly("T2", "N3", "CLAIMS", "NONE");
    visit(fixture, "2024-04-01", "T1", "N1", "11", "0.02");
    assertThat(month(fixture, "2025-12")).containsExactly("T1", "N1", "CLAIMS", "NONE");
  }

  @Test
  @DisplayName("1.4: a practitioner of the ACO alone fails the pre-step; the expanded window helps")
  void steps() throws IOException, SQLException {
    OracleFixture fixture = enrolled().terms("methods", "[MSSP]");
    visit(fixture, "2025-03-01", "T1", "N2", "50", "95.00");
    assertThat(month(fixture, "2025-12")).containsExactly("", "", "PRE_STEP", "NONE");
    visit(fixture, "2024-03-01", "T2", "N6", "06", "20.00");
    assertThat(month(fixture, "2025-12")).containsExactly("T1", "N2", "STEP_3", "NONE");
    visit(fixture, "2024-03-01", "T9", "N9", "11", "115.00");
    assertThat(month(fixture, "2025-12"))
        .as("an exact tie goes to the most recent service")
        .containsExactly("T1", "N2", "STEP_3", "RECENCY");
  }

  @Test
  @DisplayName("1.4: a practice in two ACOs counts for nobody; another ACO is one entity")
  void acos() throws IOException, SQLException {
    OracleFixture fixture = enrolled().terms("methods", "[MSSP]");
    visit(fixture, "2025-03-01", "T1", "N1", "11", "95.00");
    visit(fixture, "2025-03-02", "T8", "N8", "11", "50.00");
    visit(fixture, "2025-03-03", "T9", "N9", "11", "50.00");
    assertThat(month(fixture, "2025-12")).containsExactly("T1", "N1", "STEP_1", "NONE");
    fixture.terms(
        "attribution",
        "otherAcos: [{ aco: B, tin: T8, from: 2020-01-01 }, { aco: B, tin: T9, from: 2020-01-01 }]");
    assertThat(month(fixture, "2025-12")).containsExactly("", "", "STEP_1", "NONE");
    fixture.terms("attribution", "otherAcos: [{ aco: B, tin: T1, from: 2020-01-01 }]");
    assertThat(month(fixture, "2025-12")).containsExactly("", "", "PRE_STEP", "RECENCY");
  }

  @Test
  @DisplayName("1.3 H: fixed before the year, decided again over it when it has ended")
  void hybrid() throws IOException, SQLException {
    OracleFixture fixture = enrolled().terms("methods", "[HYBRID]");
    visit(fixture, "2024-03-01", "T1", "N1", "11", "95.00");
    visit(fixture, "2025-03-01", "T2", "N3", "08", "50.00");
    assertThat(month(fixture, "2025-12-31", "2025-12")).startsWith("T1", "N1");
    assertThat(month(fixture, "2026-01-01", "2025-01")).startsWith("T2", "N3");
  }

  private List<String> month(OracleFixture fixture, String month) throws IOException, SQLException {
    return month(fixture, "2025-12-31", month);
  }

  private static List<String> month(OracleFixture fixture, String businessDate, String month)
      throws IOException, SQLException {
    try (Oracle oracle = fixture.derive(businessDate, "37_explanation")) {
      return oracle
          .database()
          .rows(
              "SELECT tin, npi, basis, tieBreakUsed FROM expect_explanation WHERE month = '"
                  + month
                  + "'")
          .getFirst();
    }
  }
}
