package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle's queries against the worked examples of domain.md and settlement.md. */
class OracleExamplesTest {
  @TempDir Path directory;

  private OracleFixture example110() {
    return new OracleFixture(directory)
        .enrolled("M1", "2025-01-01", "2025-12-31")
        .visit(
            "a", 1, "PAID", "M1", "2025-02-10", "T1", "N1", "11", "99214", "130.00", "2025-03-01")
        .visit("b", 1, "PAID", "M1", "2025-06-03", "T1", "N2", "50", "99213", "95.00", "2025-07-01")
        .visit("c", 1, "PAID", "M1", "2025-09-20", "T2", "N3", "08", "99213", "90.00", "2025-10-01")
        .line("claim", twoLines(1, "PAID", "2025-12-01"))
        .line("claim", twoLines(2, "REVERSED", "2026-01-15"))
        .visit(
            "e", 1, "PAID", "M1", "2025-12-01", "T3", "N5", "06", "99214", "140.00", "2025-12-20");
  }

  private static String twoLines(int version, String status, String received) {
    return """
    {"payer":"P","claimId":"d","version":%d,"status":"%s","type":"PROFESSIONAL","paymentKind":"FEE_FOR_SERVICE",
     "member":"M1","from":"2025-11-05","through":"2025-11-05","billingTin":"T2","codeSystem":"ICD10",
     "receivedAt":"%sT00:00:00Z","lines":[
     {"line":1,"from":"2025-11-05","through":"2025-11-05","hcpcs":"99214","renderingNpi":"N3","specialty":"08",
      "allowed":"128.00","paid":"128.00","denied":false},
     {"line":2,"from":"2025-11-05","through":"2025-11-05","hcpcs":"G0444","renderingNpi":"N4","specialty":"50",
      "allowed":"15.00","paid":"15.00","denied":false}]}\
    """
        .formatted(version, status, received);
  }

  @Test
  @DisplayName("domain.md 1.10: T2/N3 by recency before the reversal is known")
  void pluralityBeforeReversal() throws IOException, SQLException {
    assertThat(december(Optional.of("2026-01-01T00:00:00")))
        .containsExactly(List.of("T2", "N3", "RECENCY"));
  }

  @Test
  @DisplayName("domain.md 1.10: T1/N2 after the reversal: two visits to one, clinicians by recency")
  void pluralityAfterReversal() throws IOException, SQLException {
    assertThat(december(Optional.of("2026-02-01T00:00:00")))
        .containsExactly(List.of("T1", "N2", "NONE"));
  }

  private List<List<String>> december(Optional<String> cut) throws IOException, SQLException {
    try (Oracle oracle = example110().derive("2026-02-01", cut)) {
      return oracle
          .database()
          .rows("SELECT tin, npi, tieBreakUsed FROM expect_explanation WHERE month = '2025-12'");
    }
  }

  @Test
  @DisplayName("domain.md 1.10: visits are days: T2 has 2 visits, last 2025-11-05, 233.00 allowed")
  void visitsAreDays() throws IOException, SQLException {
    try (Oracle oracle = example110().derive("2026-02-01", Optional.of("2026-01-01T00:00:00"))) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT item, tin, visits, lastVisit, allowed FROM"
                          + " expect_explanation_practices WHERE key LIKE '%2025-12' ORDER BY"
                          + " item"))
          .containsExactly(
              List.of("1", "T2", "2", "2025-11-05", "233.00"),
              List.of("2", "T1", "2", "2025-06-03", "225.00"));
    }
  }

  @Test
  @DisplayName("domain.md 2.3: a covered day makes a month (11); months of an anchor day give 10")
  void memberMonths() throws IOException, SQLException {
    OracleFixture fixture =
        new OracleFixture(directory)
            .enrolled("M1", "2025-01-01", "2025-06-15")
            .enrolled("M1", "2025-08-10", "2025-12-31")
            .visit(
                "a",
                1,
                "PAID",
                "M1",
                "2025-01-02",
                "T1",
                "N1",
                "11",
                "99214",
                "130.00",
                "2025-03-01");
    try (Oracle oracle = fixture.derive("2026-02-01", Optional.empty())) {
      assertThat(
              oracle
                  .database()
                  .count(
                      "SELECT count(DISTINCT m.month) FROM contract_month m JOIN coverage c"
                          + " ON c.day_from < m.month_until AND c.day_until > m.month"))
          .isEqualTo(11);
      assertThat(oracle.database().count("SELECT count(*) FROM member_month")).isEqualTo(10);
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT memberMonths, budget FROM expect_budget WHERE key ="
                          + " 'C|CONTRACT|C|2025'"))
          .as("100.005 rounds half up in every month")
          .containsExactly(List.of("10.000000", "1000.10"));
    }
  }

  @Test
  @DisplayName("domain.md 2.4: 500,000 above 300,000 with 95 % excluded counts 310,000.00")
  void truncation() throws IOException, SQLException {
    OracleFixture fixture =
        new OracleFixture(directory)
            .terms("stopLoss", "stopLoss: { attachment: \"300000.00\", excludedShare: \"0.95\" }")
            .enrolled("M1", "2025-01-01", "2025-12-31")
            .visit(
                "a",
                1,
                "PAID",
                "M1",
                "2025-01-02",
                "T1",
                "N1",
                "11",
                "99214",
                "166666.67",
                "2025-03-01")
            .visit(
                "b",
                1,
                "PAID",
                "M1",
                "2025-02-02",
                "T1",
                "N1",
                "11",
                "70553",
                "166666.67",
                "2025-03-01")
            .visit(
                "c",
                1,
                "PAID",
                "M1",
                "2025-02-02",
                "T1",
                "N1",
                "11",
                "99213",
                "166666.66",
                "2025-03-01");
    try (Oracle oracle = fixture.derive("2026-02-01", Optional.empty())) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT category, month_text(month), dollars(counted_c) FROM counted_cell"
                          + " ORDER BY 2, 1"))
          .containsExactly(
              List.of("PROF_PRIMARY", "2025-01", "103333.34"),
              List.of("PROF_PRIMARY", "2025-02", "103333.33"),
              List.of("RADIOLOGY", "2025-02", "103333.33"));
      assertThat(oracle.database().rows("SELECT dollars(sum(counted_c)) FROM member_month"))
          .containsExactly(List.of("310000.00"));
    }
  }

  @ParameterizedTest(name = "{0}: {5} points")
  @DisplayName("domain.md 3.5: attainment points; inverse measures change sign")
  @CsvSource({
    "BCS,    72, 100,  650000,  800000,  5",
    "COL,    58, 100,  600000,  750000,  0",
    "GSD,   -30, 100, -350000, -180000,  3",
    "CBP,    66, 100,  600000,  780000,  4",
    "PCR,   -95, 100, -1050000, -850000, 5",
    "CAHPS,  84, 100,  800000,  900000,  4",
    "FUH7,   40, 100,  350000,  550000,  3",
    "STRUCT,  1,   1,  750000, 1000000, 10"
  })
  void points(String measure, int num, int den, int threshold, int benchmark, int points)
      throws IOException, SQLException {
    try (OracleDatabase database = new OracleDatabase(directory)) {
      database.stage("00_macros");
      assertThat(
              database.count(
                  "SELECT attainment(%d, %d, %d, %d)".formatted(num, den, threshold, benchmark)))
          .as(measure)
          .isEqualTo(points);
    }
  }

  @ParameterizedTest(name = "n = {0}: {1} millionths of a millionth")
  @DisplayName("settlement.md 1.1: minimum savings rate by table, to nine digits")
  @CsvSource({
    "9139, 30860861",
    "38660, 23133938",
    "54981, 21003700",
    "5000, 39000000",
    "60001, 20000000"
  })
  void minimumSavingsRate(long members, long expected) throws IOException, SQLException {
    try (OracleDatabase database = new OracleDatabase(directory)) {
      estimate(database, members, 100_000_00L, 90_000_00L, "");
      assertThat(
              database.count(
                  "SELECT CAST(half_up(m_num * 1000, m_den) AS BIGINT) FROM estimate_rate"))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "B {0}, E {1}, {2}: generated {3}, payment {4}")
  @DisplayName(
      "settlement.md 1: first dollar, equality counts, caps, losses of two-sided contracts alone")
  @CsvSource({
    "100000.00,  98000.00, ONE_SIDED,   2000.00,  1000.00",
    "100000.00,  98000.01, ONE_SIDED,      0.00,     0.00",
    "100000.00,  60000.00, ONE_SIDED,  40000.00, 10000.00",
    "100000.00, 102000.00, TWO_SIDED,  -2000.00,  -600.00",
    "100000.00, 101999.99, TWO_SIDED,      0.00,     0.00",
    "100000.00, 150000.00, TWO_SIDED, -50000.00, -4000.00",
    "100000.00, 150000.00, ONE_SIDED,      0.00,     0.00"
  })
  void payment(String benchmark, String cost, String shape, String generated, String payment)
      throws IOException, SQLException {
    try (OracleDatabase database = new OracleDatabase(directory)) {
      estimate(
          database,
          600,
          cents(benchmark),
          cents(cost),
          ", minimumSavingsRate: '0.02', shape: '" + shape + "'");
      assertThat(database.rows("SELECT dollars(generated), dollars(payment) FROM estimate_payment"))
          .containsExactly(List.of(generated, payment));
    }
  }

  @Test
  @DisplayName("decisions 20: below 500 members and without a stated rate the estimate is refused")
  void refusal() throws IOException, SQLException {
    try (OracleDatabase database = new OracleDatabase(directory)) {
      estimate(database, 499, 100, 90, "");
      assertThat(database.rows("SELECT refusal FROM estimate_rate"))
          .containsExactly(List.of("MSR_NOT_STATED"));
    }
  }

  private static long cents(String dollars) {
    return new java.math.BigDecimal(dollars).movePointRight(2).longValueExact();
  }

  /** The estimate stage alone, over one contract year with these totals. */
  private static void estimate(
      OracleDatabase database, long members, long budget, long counted, String settlement)
      throws IOException, SQLException {
    database.stage("00_macros");
    database.execute(
        "CREATE TABLE contract_file AS SELECT"
            + " '{\"contract\":\"C\",\"version\":\"1\",\"payer\":\"P\",\"minLives\":\"1\","
            + "\"performanceYears\":[{\"year\":\"2025\"}],\"settlement\":"
            + json(settlement)
            + "}' AS text");
    database.execute(
        "CREATE TABLE run AS SELECT DATE '2026-01-01' AS business_date, DATE '2026-01-01' AS"
            + " until");
    database.execute("CREATE TABLE found (topic VARCHAR, key VARCHAR, op VARCHAR, body VARCHAR)");
    database.execute(
        "CREATE TABLE completion_year (contract VARCHAR, year INTEGER, level VARCHAR, id VARCHAR,"
            + " counted_c BIGINT, completed_c BIGINT)");
    database.stage("20_contract");
    database.execute(
        "INSERT INTO contract_month BY NAME SELECT 'C' AS contract, 1 AS version, 2025 AS year,"
            + " DATE '2025-01-01' AS month");
    database.execute(
        """
        CREATE TABLE period_total AS SELECT 'C' AS contract, 'CONTRACT' AS level, 'C' AS id, '2025' AS period,
          %d AS members, %d::BIGINT * 1000000 AS months_m, CAST(%d AS BIGINT) AS budget_c, CAST(%d AS BIGINT) AS counted_c\
        """
            .formatted(members, members * 12, budget, counted));
    database.execute(
        """
        CREATE TABLE composite (contract VARCHAR, year INTEGER, level VARCHAR, id VARCHAR, gate_m BIGINT, scaled BOOLEAN,
          full_m BIGINT, minimum_m BIGINT, numerator HUGEINT, denominator HUGEINT)\
        """);
    database.stage("58_savings_rate");
    database.stage("41_agreed");
    database.stage("60_estimate");
  }

  private static String json(String settlement) {
    String rate =
        settlement.contains("minimumSavingsRate") ? "\"minimumSavingsRate\":\"0.02\"," : "";
    String shape = settlement.contains("TWO_SIDED") ? "TWO_SIDED" : "ONE_SIDED";
    return "{\"shape\":\""
        + shape
        + "\","
        + rate
        + "\"sharePercent\":\"0.5\",\"lossSharePercent\":\"0.3\",\"paymentCapPercent\":\"0.1\",\"lossCapPercent\":\"0.04\"}";
  }
}
