package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets of premium and use in SQL, against domain.md 2.9. */
class OracleYearTargetTest {

  @TempDir Path directory;

  private OracleFixture fixture(String cost) {
    return new OracleFixture(directory).terms("cost", cost.strip());
  }

  private static OracleFixture visit(
      OracleFixture to, String claim, String day, String hcpcs, String allowed) {
    return to.visit(claim, 1, "PAID", "M1", day, "T1", "N1", "11", hcpcs, allowed, day);
  }

  private static OracleFixture premium(
      OracleFixture to, String month, int version, String premium, String status) {
    return to.line(
        "premium",
        """
        {"payer":"P","contract":"C","month":"%s","premium":"%s","taxesAndFees":"50.00","version":%d,"status":"%s"}\
        """
            .formatted(month, premium, version, status));
  }

  @Test
  @DisplayName(
      "2.9: 85 % of the premium that taxes leave, over the member months of its months; the rest of the year alike")
  void premium() throws IOException, SQLException {
    OracleFixture fixture =
        fixture(
            """
            cost: { premiumTargets: [{ year: 2025, targetRatio: "0.85", qualityImprovement: "50.00" }] }
            """);
    fixture.enrolled("M1", "2025-01-01", "2025-12-31");
    visit(fixture, "a", "2025-01-10", "99213", "100.00");
    premium(fixture, "2025-01", 1, "490.00", "ACTIVE");
    premium(fixture, "2025-01", 2, "500.00", "ACTIVE");
    premium(fixture, "2025-02", 2, "900.00", "VOIDED");
    premium(fixture, "2025-09", 1, "900.00", "ACTIVE");
    try (Oracle oracle = fixture.derive("2025-02-28", "49_target_use")) {
      assertThat(
              oracle
                  .database()
                  .rows("SELECT item, value FROM expect_parameter_steps ORDER BY item"))
          .containsExactly(
              List.of("budget", "382.500000"),
              List.of("medicalLossRatio", "0.333333"),
              List.of("netPremium", "450.000000"),
              List.of("perMemberMonth", "382.500000"));
      assertThat(
              oracle
                  .database()
                  .rows("SELECT budget FROM expect_budget WHERE key = 'C|CONTRACT|C|2025'"))
          .containsExactly(List.of("765.00"));
    }
  }

  @Test
  @DisplayName("2.9: without a premium the lines stand")
  void noPremium() throws IOException, SQLException {
    OracleFixture fixture =
        fixture("cost: { premiumTargets: [{ year: 2025, targetRatio: \"0.85\" }] }");
    fixture.enrolled("M1", "2025-01-01", "2025-12-31");
    visit(fixture, "a", "2025-01-10", "99213", "100.00");
    try (Oracle oracle = fixture.derive("2025-01-31", "49_target_use")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT budget, \"target.refusal\" FROM expect_budget WHERE key ="
                          + " 'C|CONTRACT|C|2025'"))
          .containsExactly(List.of("100.01", "NO_PREMIUM"));
    }
  }

  @Test
  @DisplayName(
      "2.9: use over what an own year makes expect; 4 of 16 member months are believed by half")
  void use() throws IOException, SQLException {
    OracleFixture fixture =
        fixture(
                """
                cost: { useTargets: [{ year: 2025, credibleFrom: "16",
                    services: [{ category: ED, weight: "1", baseYear: 2024, trend: "1.5" }, { category: INPATIENT, weight: "1", baseYear: 2024, trend: "1" }] }] }
                """)
            .terms(
                "years",
                "[{ year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }, { year: 2025, from:"
                    + " 2025-01-01, lastDay: 2025-12-31 }]");
    fixture.enrolled("M1", "2024-01-01", "2025-12-31");
    visit(fixture, "a", "2024-01-10", "99213", "100.00");
    visit(fixture, "b", "2024-12-10", "99213", "100.00");
    for (String day : List.of("2024-02-03", "2024-06-01", "2025-01-05", "2025-03-01")) {
      visit(fixture, "e" + day, day, "99283", "300.00");
    }
    String use = "SELECT \"use.index\", \"use.credible\", \"use.refusal\" FROM expect_budget_use";
    try (Oracle oracle = fixture.derive("2025-04-30", "49_target_use")) {
      assertThat(
              oracle
                  .database()
                  .rows("SELECT item, \"perThousand\" FROM expect_parameter_services ORDER BY 1"))
          .containsExactly(List.of("ED", "3000.000000"), List.of("INPATIENT", "0.000000"));
      assertThat(oracle.database().rows(use + " WHERE key = 'C|TIN|T1|2025'"))
          .containsExactly(List.of("2.000000", "1.500000", ""));
      assertThat(oracle.database().rows(use + " WHERE key = 'C|CONTRACT|C|2024'")).isEmpty();
    }
    try (Oracle oracle = fixture.derive("2025-01-31", "49_target_use")) {
      assertThat(oracle.database().rows(use + " WHERE key = 'C|CONTRACT|C|2025-01'"))
          .as("one month: 1 of 0.25, of which a quarter is believed")
          .containsExactly(List.of("4.000000", "1.750000", ""));
    }
  }
}
