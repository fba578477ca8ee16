package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Level SITE of the running budget in SQL, worked by hand from docs/benchmark.md. */
class OracleSiteTest {
  private static final String OPEN = "";

  @TempDir Path directory;
  private OracleFixture fixture;

  /** Five members, one of each clinician, from January on. */
  @BeforeEach
  void members() {
    fixture =
        new OracleFixture(directory)
            .terms(
                "cost",
                "cost: { levels: [SITE], personYears: true, completion: {}, targets: [{ year: 2025,"
                    + " baseline: STATED, stated: \"100.005\", update: FIXED, fixedGrowth: \"1\" }],"
                    + " useTargets: [{ year: 2025, services: [{ category: ED, weight: \"1\", expected:"
                    + " \"1000\" }] }] }");
    seen("M1", "T1", "N1", "10.00");
    seen("M2", "T1", "N2", "20.00");
    seen("M3", "T2", "N3", "30.00");
    seen("M4", "T1", "N4", "40.00");
    seen("M5", "T1", "N5", "50.00");
    // begins within February: counts from March on, while the first goes on
    linked("N1", "T1", "S1", "2020-01-01", OPEN, 1, "ACTIVE");
    linked("N1", "T1", "S2", "2025-02-02", OPEN, 1, "ACTIVE");
    // names no site
    linked("N2", "T1", "", "2020-01-01", OPEN, 1, "ACTIVE");
    // of another practice
    linked("N3", "T1", "S1", "2020-01-01", OPEN, 1, "ACTIVE");
    // ends before February; the next is taken back
    linked("N4", "T1", "S1", "2020-01-01", "2025-01-31", 1, "ACTIVE");
    linked("N4", "T1", "S3", "2025-02-01", OPEN, 1, "ACTIVE");
    linked("N4", "T1", "S3", "2025-02-01", OPEN, 2, "VOIDED");
    // in February at no site, then where it was before
    linked("N5", "T1", "S9", "2020-01-01", OPEN, 1, "ACTIVE");
    linked("N5", "T1", "S1", "2020-01-01", OPEN, 2, "ACTIVE");
    linked("N5", "T1", "", "2025-02-01", "2025-02-28", 1, "ACTIVE");
    visit("M5", "2025-02-20", "T9", "N9", "93", "99283", "5.00");
  }

  private void seen(String member, String tin, String npi, String allowed) {
    fixture.enrolled(member, "2025-01-01", "2025-12-31");
    visit(member, "2025-01-05", tin, npi, "11", "99213", allowed);
  }

  private void visit(
      String member,
      String day,
      String tin,
      String npi,
      String specialty,
      String hcpcs,
      String allowed) {
    fixture.visit(
        "v" + member + day, 1, "PAID", member, day, tin, npi, specialty, hcpcs, allowed, day);
  }

  private void linked(
      String npi,
      String tin,
      String site,
      String from,
      String lastDay,
      int version,
      String status) {
    String dated = lastDay.isEmpty() ? "" : ",\"lastDay\":\"" + lastDay + "\"";
    String placed = site.isEmpty() ? "" : ",\"site\":\"" + site + "\"";
    fixture.line(
        "affiliation",
        """
        {"npi":"%s","tin":"%s"%s,"accepting":true,"from":"%s"%s,"version":%d,"status":"%s",
         "receivedAt":"2000-01-01T00:00:00Z"}\
        """
            .formatted(npi, tin, placed, from, dated, version, status));
  }

  @Test
  @DisplayName("the link on the first of the month, of several the one begun last, else none")
  void sites() throws IOException, SQLException {
    try (Oracle oracle = fixture.derive("2025-03-31", "49_target_use")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT id, period, members, memberMonths, counted, budget FROM expect_budget"
                          + " WHERE level = 'SITE' ORDER BY id, period"))
          .containsExactly(
              List.of("T1/-", "2025", "3", "6.000000", "25.00", "600.04"),
              List.of("T1/-", "2025-01", "1", "1.000000", "20.00", "100.01"),
              List.of("T1/-", "2025-02", "3", "3.000000", "5.00", "300.02"),
              List.of("T1/-", "2025-03", "2", "2.000000", "0.00", "200.01"),
              List.of("T1/S1", "2025", "3", "5.000000", "100.00", "500.04"),
              List.of("T1/S1", "2025-01", "3", "3.000000", "100.00", "300.02"),
              List.of("T1/S1", "2025-02", "1", "1.000000", "0.00", "100.01"),
              List.of("T1/S1", "2025-03", "1", "1.000000", "0.00", "100.01"),
              List.of("T1/S2", "2025", "1", "1.000000", "0.00", "100.01"),
              List.of("T1/S2", "2025-03", "1", "1.000000", "0.00", "100.01"),
              List.of("T2/-", "2025", "1", "3.000000", "30.00", "300.03"),
              List.of("T2/-", "2025-01", "1", "1.000000", "30.00", "100.01"),
              List.of("T2/-", "2025-02", "1", "1.000000", "0.00", "100.01"),
              List.of("T2/-", "2025-03", "1", "1.000000", "0.00", "100.01"));
    }
  }

  @Test
  @DisplayName("a site has categories, person-years, target and use, and no completion")
  void parts() throws IOException, SQLException {
    String key = " WHERE key = 'C|SITE|T1/-|2025'";
    try (Oracle oracle = fixture.derive("2025-03-31", "49_target_use")) {
      OracleDatabase database = oracle.database();
      assertThat(
              database.rows(
                  "SELECT item, counted, budget, cases FROM expect_budget_categories"
                      + key
                      + " ORDER BY item"))
          .containsExactly(
              List.of("ALL", "0.00", "600.04", ""),
              List.of("ED", "5.00", "0.00", "1"),
              List.of("PROF_PRIMARY", "20.00", "0.00", ""));
      assertThat(
              database.rows(
                  "SELECT item, memberMonths, personYears, counted FROM expect_budget_person_years"
                      + key))
          .containsExactly(List.of("AGED_NON_DUAL", "6.000000", "0.500000", "25.00"));
      assertThat(database.rows("SELECT \"target.pmpm\" FROM expect_budget" + key))
          .containsExactly(List.of("100.005000"));
      assertThat(database.rows("SELECT item, actual, expected FROM expect_budget_services" + key))
          .containsExactly(List.of("ED", "1", "0.500000"));
      assertThat(database.rows("SELECT \"use.index\" FROM expect_budget_use" + key))
          .containsExactly(List.of("2.000000"));
      assertThat(
              database.count(
                  "SELECT count(*) FROM expect_budget_completion WHERE key LIKE '%|SITE|%'"))
          .isZero();
      assertThat(database.rows("SELECT DISTINCT level FROM expect_budget ORDER BY level"))
          .containsExactly(List.of("CONTRACT"), List.of("SITE"), List.of("TIN"));
    }
  }
}
