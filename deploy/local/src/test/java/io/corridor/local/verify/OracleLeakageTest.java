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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The leakage of a capitation in SQL, worked by hand from docs/benchmark.md. */
class OracleLeakageTest {
  private static final String ONE_SIDED =
      "shape: ONE_SIDED, sharePercent: \"0.5\", minimumSavingsRate: \"0.02\"";
  private static final String CAPITATION =
      "shape: CAPITATION, capitation: { ratePmpm: \"42\", capitatedCodes: [\"99213\", \"99214\"] }";

  @TempDir Path directory;
  private OracleFixture fixture;

  /** One member, whom the practice T1 is accountable for from January on. */
  @BeforeEach
  void member() {
    fixture =
        new OracleFixture(directory)
            .terms("settlement", "{ " + CAPITATION + " }")
            .enrolled("M1", "2024-01-01", "2026-12-31");
    visit("own", "2025-01-05", "T1", "11", "99215", "130.00");
  }

  private void visit(
      String claim, String day, String tin, String specialty, String hcpcs, String allowed) {
    fixture.visit(
        claim, 1, "PAID", "M1", day, tin, "N" + tin, specialty, hcpcs, allowed, "2025-01-01");
  }

  /** An emergency physician's service: nobody becomes accountable by it. */
  private void seen(String claim, String day, String tin, String hcpcs, String allowed) {
    visit(claim, day, tin, "93", hcpcs, allowed);
  }

  private static List<List<String>> leakage(Oracle oracle) throws SQLException {
    return oracle
        .database()
        .rows("SELECT month, tin, \"capitationLeakage\" FROM expect_member_month ORDER BY month");
  }

  private static List<List<String>> leakage(Oracle oracle, String keys) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT key, \"capitationLeakage\" FROM expect_budget WHERE " + keys + " ORDER BY key");
  }

  @ParameterizedTest(name = "{0}: {7}")
  @DisplayName("services of the capitation that others were paid fee for service")
  @CsvSource({
    "a stranger,           T9, 99213, PAID,    FEE_FOR_SERVICE, false, ALLOWED, 80.00",
    "a stranger by paid,   T9, 99214, PAID,    FEE_FOR_SERVICE, false, PAID,    70.00",
    "a fellow participant, T2, 99213, PAID,    FEE_FOR_SERVICE, false, ALLOWED, 80.00",
    "no practice,          '', 99213, PAID,    FEE_FOR_SERVICE, false, ALLOWED, 80.00",
    "the own practice,     T1, 99213, PAID,    FEE_FOR_SERVICE, false, ALLOWED, 0.00",
    "another service,      T9, 99215, PAID,    FEE_FOR_SERVICE, false, ALLOWED, 0.00",
    "an encounter,         T9, 99213, PAID,    ENCOUNTER,       false, ALLOWED, 0.00",
    "under a bundle,       T9, 99213, PAID,    BUNDLED,         false, ALLOWED, 0.00",
    "a denied line,        T9, 99213, PAID,    FEE_FOR_SERVICE, true,  ALLOWED, 0.00",
    "a pended claim,       T9, 99213, PENDED,  FEE_FOR_SERVICE, false, ALLOWED, 0.00",
  })
  void counted(
      String what,
      String tin,
      String hcpcs,
      String status,
      String kind,
      boolean denied,
      String basis,
      String expected)
      throws IOException, SQLException {
    String practice = tin.isEmpty() ? "" : "\"billingTin\":\"%s\",".formatted(tin);
    String shadow = kind.equals("FEE_FOR_SERVICE") ? "" : "\"shadowAllowed\":\"75.00\",";
    fixture
        .terms("basis", basis)
        // a member-year counts up to a dollar, leakage does not stop there
        .terms("stopLoss", "stopLoss: { attachment: \"1.00\", excludedShare: \"1\" }")
        .line(
            "claim",
            """
            {"payer":"P","claimId":"c","version":1,"status":"%s","type":"PROFESSIONAL","paymentKind":"%s",%s
             "member":"M1","from":"2025-01-20","through":"2025-01-20","codeSystem":"ICD10","lines":[{"line":1,
             "from":"2025-01-20","through":"2025-01-20","hcpcs":"%s","renderingNpi":"N9","specialty":"93",%s
             "allowed":"80.00","paid":"70.00","denied":%s}]}\
            """
                .formatted(status, kind, practice, hcpcs, shadow, denied));
    try (Oracle oracle = fixture.derive("2025-01-31", "49_total")) {
      assertThat(leakage(oracle)).containsExactly(List.of("2025-01", "T1", expected));
      assertThat(leakage(oracle, "level = 'CONTRACT'"))
          .containsExactly(
              List.of("C|CONTRACT|C|2025", expected), List.of("C|CONTRACT|C|2025-01", expected));
    }
  }

  @Test
  @DisplayName("others are those that the practice of the month is not, in the month of the cost")
  void accountable() throws IOException, SQLException {
    seen("a", "2025-01-20", "T2", "99213", "30.00");
    seen("b", "2025-01-21", "T1", "99213", "40.00");
    visit("c", "2025-02-03", "T2", "11", "99215", "130.00");
    visit("d", "2025-02-04", "T2", "11", "99215", "130.00");
    seen("e", "2025-02-20", "T2", "99213", "50.00");
    seen("f", "2025-02-21", "T1", "99214", "60.00");
    // seen in February by T9 in a stay that began in January
    fixture.line(
        "claim",
        """
        {"payer":"P","claimId":"g","version":1,"status":"PAID","type":"INSTITUTIONAL","paymentKind":"FEE_FOR_SERVICE",
         "member":"M1","from":"2025-01-30","through":"2025-02-02","facility":"F1","typeOfBill":"111","billingTin":"T9",
         "codeSystem":"ICD10","lines":[{"line":1,"from":"2025-02-01","through":"2025-02-01","revenueCode":"0120",
         "hcpcs":"99214","allowed":"7.00","paid":"7.00","denied":false}]}\
        """);
    try (Oracle oracle = fixture.derive("2025-02-28", "49_total")) {
      assertThat(leakage(oracle))
          .containsExactly(List.of("2025-01", "T1", "37.00"), List.of("2025-02", "T2", "60.00"));
      assertThat(leakage(oracle, "period = '2025'"))
          .containsExactly(
              List.of("C|CONTRACT|C|2025", "97.00"),
              List.of("C|TIN|T1|2025", "37.00"),
              List.of("C|TIN|T2|2025", "60.00"));
    }
  }

  @ParameterizedTest(name = "first contract year {0}, path {1}: {2}, {3}, {4}")
  @DisplayName("a year shows leakage whose step of the glide path is a capitation")
  @CsvSource({
    "'',                    'CAPITATION',           '',    90.00, 90.00",
    "firstContractYear: 2,  'CAPITATION ONE_SIDED', 90.00, '',    ''",
    "firstContractYear: 1,  'ONE_SIDED CAPITATION', '',    '',    90.00",
    "firstContractYear: 7,  'ONE_SIDED CAPITATION', 90.00, 90.00, 90.00",
  })
  void path(String first, String steps, String y2024, String y2025, String y2026)
      throws IOException, SQLException {
    String path = steps.replaceAll("(\\w+)", "{ $1 }").replace("} {", "}, {");
    fixture
        .terms(
            "years",
            "[{ year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }, { year: 2025, from:"
                + " 2025-01-01, lastDay: 2025-12-31 }, { year: 2026, from: 2026-01-01, lastDay:"
                + " 2026-12-31 }]")
        .terms(
            "settlement",
            "{ "
                + ONE_SIDED
                + (first.isEmpty() ? "" : ", " + first)
                + ", glidePath: ["
                + path.replace("ONE_SIDED", ONE_SIDED).replace("CAPITATION", CAPITATION)
                + "] }");
    visit("v", "2024-01-05", "T1", "11", "99215", "130.00");
    visit("w", "2025-12-05", "T1", "11", "99215", "130.00");
    for (String year : List.of("2024", "2025", "2026")) {
      seen("s" + year, year + "-01-20", "T9", "99213", "90.00");
    }
    try (Oracle oracle = fixture.derive("2026-01-31", "49_total")) {
      assertThat(leakage(oracle, "level = 'TIN' AND period LIKE '%-01'"))
          .containsExactly(
              List.of("C|TIN|T1|2024-01", y2024),
              List.of("C|TIN|T1|2025-01", y2025),
              List.of("C|TIN|T1|2026-01", y2026));
      assertThat(leakage(oracle, "level = 'CONTRACT' AND period LIKE '____'"))
          .containsExactly(
              List.of("C|CONTRACT|C|2024", y2024),
              List.of("C|CONTRACT|C|2025", y2025),
              List.of("C|CONTRACT|C|2026", y2026));
    }
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @DisplayName("a month is read by the terms that hold in it, whatever the year is settled under")
  @CsvSource({
    "'CAPITATION of 99215', 90.00, 7.00",
    "ONE_SIDED,             90.00, ''",
  })
  void amended(String settlement, String january, String february)
      throws IOException, SQLException {
    fixture.amended(
        "2025-02-01",
        settlement.equals("ONE_SIDED")
            ? "{ " + ONE_SIDED + " }"
            : "{ " + CAPITATION.replaceFirst("\\[.*\\]", "[\"99215\"]") + " }");
    seen("a", "2025-01-20", "T9", "99213", "90.00");
    seen("b", "2025-01-20", "T9", "99215", "5.00");
    seen("c", "2025-02-20", "T9", "99213", "90.00");
    seen("d", "2025-02-20", "T9", "99215", "7.00");
    try (Oracle oracle = fixture.derive("2025-02-28", "49_total")) {
      assertThat(leakage(oracle))
          .containsExactly(List.of("2025-01", "T1", january), List.of("2025-02", "T1", february));
    }
  }

  @Test
  @DisplayName(
      "every level is the sum of its member months, above contracts of those that capitate")
  void levels() throws IOException, SQLException {
    fixture
        .terms(
            "years",
            "[{ year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }, { year: 2025, from:"
                + " 2025-01-01, lastDay: 2025-12-31 }]")
        .terms(
            "settlement",
            "{ " + ONE_SIDED + ", levels: [CONTRACT, TIN], glidePath: [{ " + CAPITATION + " }] }")
        .terms(
            "cost",
            "cost: { levels: [NPI, SITE, ACO, PAYER, ORGANISATION], organisation: O, reports:"
                + " [PERFORMANCE], pools: { minimumLives: 2, regions: [{ region: North, tins: [T1,"
                + " T2] }] } }")
        .settled("D", "{ " + ONE_SIDED + " }")
        .enrolled("M2", "2024-12-01", "2025-12-31")
        .visit(
            "m2", 1, "PAID", "M2", "2024-12-05", "T2", "NT2", "11", "99215", "1.00", "2025-01-01")
        .visit(
            "m3", 1, "PAID", "M2", "2025-02-05", "T1", "NT1", "93", "99214", "3.33", "2025-02-05");
    visit("v", "2024-12-05", "T1", "11", "99215", "130.00");
    seen("a", "2024-12-20", "T9", "99213", "10.00");
    seen("b", "2025-01-20", "T9", "99213", "20.00");
    seen("c", "2025-02-20", "T2", "99214", "40.00");
    try (Oracle oracle = fixture.derive("2025-02-28", "65_input")) {
      assertThat(leakage(oracle, "period = '2025'"))
          .containsExactly(
              List.of("A|ACO|A|2025", "63.33"),
              List.of("C|CONTRACT|C|2025", "63.33"),
              List.of("C|NPI|NT1|2025", "60.00"),
              List.of("C|NPI|NT2|2025", "3.33"),
              List.of("C|POOL|North|2025", "63.33"),
              List.of("C|SITE|T1/-|2025", "60.00"),
              List.of("C|SITE|T2/-|2025", "3.33"),
              List.of("C|TIN|T1|2025", "60.00"),
              List.of("C|TIN|T2|2025", "3.33"),
              List.of("D|CONTRACT|D|2025", ""),
              List.of("D|NPI|NT1|2025", ""),
              List.of("D|NPI|NT2|2025", ""),
              List.of("D|POOL|North|2025", ""),
              List.of("D|SITE|T1/-|2025", ""),
              List.of("D|SITE|T2/-|2025", ""),
              List.of("D|TIN|T1|2025", ""),
              List.of("D|TIN|T2|2025", ""),
              List.of("O|ORGANISATION|O|2025", "63.33"),
              List.of("P|PAYER|P|2025", "63.33"));
      assertThat(leakage(oracle, "id IN ('A', 'North', 'T2') AND contract <> 'D'"))
          .contains(
              List.of("A|ACO|A|2024", ""),
              List.of("A|ACO|A|2024-12", ""),
              List.of("A|ACO|A|2025-01", "20.00"),
              List.of("A|ACO|A|2025-02", "43.33"),
              List.of("C|POOL|North|2025-01", "20.00"),
              List.of("C|TIN|T2|2025-01", "0.00"));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT \"budget.id\", \"budget.capitationLeakage\" FROM"
                          + " expect_performance_lines WHERE key = 'C|2025-Q1' ORDER BY item"))
          .containsExactly(List.of("C", "63.33"), List.of("T1", "60.00"), List.of("T2", "3.33"));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT key, item, value FROM expect_estimate_inputs WHERE item LIKE"
                          + " '%capitationLeakage' AND key NOT LIKE '%T1%' ORDER BY key, item"))
          .containsExactly(
              List.of("C|CONTRACT|C|2025", fact("2025-01"), "20.000000"),
              List.of("C|CONTRACT|C|2025", fact("2025-02"), "43.330000"),
              List.of("C|TIN|T2|2025", fact("2025-01"), "0.000000"),
              List.of("C|TIN|T2|2025", fact("2025-02"), "3.330000"));
    }
  }

  private static String fact(String month) {
    return "members.month." + month + ".capitationLeakage";
  }
}
