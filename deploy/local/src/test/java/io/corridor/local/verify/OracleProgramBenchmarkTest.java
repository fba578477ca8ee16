package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's benchmark in SQL, against the worked example of settlement.md 2. */
class OracleProgramBenchmarkTest {

  /** Risk in the performance year is 1.071 and 1.1424: 1.428 over the nation's 1.25. */
  private static final String COST =
      """
      cost: { personYears: true, risk: { model: TABLE, mean: "1", conditions: [], weights: [
            { reason: BASE, firstAge: 0, lastAge: 69, weight: "1.071" }, { reason: BASE, firstAge: 70, weight: "1.428" }] },
          programBenchmarks: [{ year: 2025, agreementStart: 2024-01-01, agreementPeriod: 1, trendWeight: "0.20", updateWeight: "0.20",
            marketShare: "0.20", dualShare: "0.15", priorPersonYears: "20000",
            priorSavings: [{ perCapita: "300" }, { perCapita: "200" }, { perCapita: "220" }],
            types: [
              { type: AGED_NON_DUAL, region: "10300", national: "11000", nationalGrowth: "1.055", regionalGrowth: "1.045", prospectiveTrend: "1.06",
                regionalRiskGrowth: "1.02", regionalDemographicGrowth: "1.01", demographicGrowth: "1.01", years: [
                  { year: 2021, nationalGrowth: "1.08", regionalGrowth: "1.06", perCapita: "9000", riskScore: "1", personYears: "17000" },
                  { year: 2022, nationalGrowth: "1.04", regionalGrowth: "1.03", perCapita: "9400", riskScore: "1.01", personYears: "17000" },
                  { year: 2023, perCapita: "9800", riskScore: "1.02", personYears: "17000" }] },
              { type: AGED_DUAL, region: "15200", national: "16000", nationalGrowth: "1.05", regionalGrowth: "1.04", prospectiveTrend: "1.058",
                regionalRiskGrowth: "1.02", regionalDemographicGrowth: "1.005", demographicGrowth: "1.005", assignableRisk: "1.25", years: [
                  { year: 2021, nationalGrowth: "1.07", regionalGrowth: "1.05", perCapita: "14000", riskScore: "1.1", personYears: "3000" },
                  { year: 2022, nationalGrowth: "1.035", regionalGrowth: "1.025", perCapita: "14500", riskScore: "1.1", personYears: "3000" },
                  { year: 2023, perCapita: "15000", riskScore: "1.12", personYears: "3000" }] }] }] }
      """;

  @TempDir Path directory;

  /** A member of January, with a visit that says to whom they belong. */
  private static void member(OracleFixture to, String member, String birth, boolean dual) {
    to.line(
        "enrollment",
        """
        {"payer":"P","recordId":"%s","version":1,"status":"ACTIVE","member":"%s","receivedAt":"2000-01-01T00:00:00Z",
         "kind":"COVERAGE","coverage":{"lineOfBusiness":"COMMERCIAL","from":"2025-01-01","lastDay":"2025-12-31","partA":true,"partB":true,
         "managedCare":false,"dual":%s,"esrd":false,"disabled":false,"waiver":false,"optedOut":false}}\
        """
            .formatted(member, member, dual));
    to.person(member, birth, "FEMALE");
    to.visit(
        member, 1, "PAID", member, "2025-01-10", "T1", "N1", "11", "99213", "90.00", "2025-01-20");
  }

  @Test
  @DisplayName("every figure of the worked example, and the budget by enrollment type")
  void example() throws IOException, SQLException {
    OracleFixture fixture = new OracleFixture(directory).terms("cost", COST.strip());
    for (int i = 0; i < 17; i++) {
      member(fixture, "N" + i, "1957-06-15", false);
    }
    for (int i = 0; i < 3; i++) {
      member(fixture, "D" + i, "1945-06-15", true);
    }
    try (Oracle oracle = fixture.derive("2025-01-31", "49_total")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT item, value FROM expect_program_steps WHERE item IN"
                          + " ('agedNonDual.historical', 'agedDual.historical', 'regional',"
                          + " 'priorSavings', 'agedDual.adjusted', 'riskGrowth', 'riskGrowthCap',"
                          + " 'agedNonDual.updated', 'agedDual.updated', 'perMemberMonth') ORDER"
                          + " BY item"))
          .containsExactly(
              List.of("agedDual.adjusted", "15103.218545"),
              List.of("agedDual.historical", "15051.105455"),
              List.of("agedDual.updated", "16134.466308"),
              List.of("agedNonDual.historical", "9795.806257"),
              List.of("agedNonDual.updated", "10892.495867"),
              List.of("perMemberMonth", "973.232619"),
              List.of("priorSavings", "120.000000"),
              List.of("regional", "157.814602"),
              List.of("riskGrowth", "1.043673"),
              List.of("riskGrowthCap", "1.038945"));
      assertThat(
              oracle
                  .database()
                  .rows("SELECT budget FROM expect_budget WHERE key = 'C|TIN|T1|2025'"))
          .as("17 months at 907.707989 and 3 at 1344.538859")
          .containsExactly(List.of("19464.65"));
    }
  }
}
