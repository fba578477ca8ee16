package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stays known from ADT are expected to cost, in SQL: stated, or as in the year before. */
class OracleStayTest {
  private static final String DATE = "2025-12-31";

  @TempDir Path directory;

  @ParameterizedTest(name = "mean of {0} stays, {1}: {2} expected, error {3}")
  @DisplayName("the mean of the year before, half up at the cent, from so many stays on")
  @CsvSource({
    // 2,001.01 and 1,800.01 over two stays
    "1, ALLOWED, 1000.51, 499.49, 1000.51",
    "2, ALLOWED, 1000.51, 499.49, 1000.51",
    "2, PAID,    900.01,  499.99, 900.01",
    "3, ALLOWED, 700.00,  800.00, 1000.51",
  })
  void priced(String from, String basis, String expected, String error, String mean)
      throws IOException, SQLException {
    OracleFixture fixture =
        new OracleFixture(directory)
            .terms(
                "years",
                "[{ year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }, { year: 2025, from:"
                    + " 2025-01-01, lastDay: 2025-12-31 }]")
            .terms("basis", basis)
            .terms("cost", "cost: { unbilledStay: \"700.00\", unbilledMeanFrom: " + from + " }")
            .enrolled("M1", "2024-01-01", "2025-12-31")
            .line("adt", admission("V1", "2024-03-04"))
            .line("claim", stay("s1", "2024-03-05", "1001.00", "900.00"))
            .line("adt", admission("V2", "2024-06-10"))
            .line("claim", stay("s2", "2024-06-10", "1000.01", "900.01"))
            .line("adt", admission("V3", "2024-09-01"))
            // no message told of it: not in the mean
            .line("claim", stay("s4", "2024-11-01", "77777.00", "77777.00"))
            .line("adt", admission("V4", "2025-02-03"))
            .line("adt", admission("V5", "2025-04-02"))
            .line("claim", stay("s5", "2025-04-02", "1500.00", "1400.00"));
    for (int year = 2024; year <= 2025; year++) {
      fixture.visit(
          "v" + year,
          1,
          "PAID",
          "M1",
          year + "-01-05",
          "T1",
          "N1",
          "11",
          "99214",
          "130.00",
          year + "-02-01");
    }
    String billed = basis.equals("ALLOWED") ? "2001.01" : "1800.01";
    try (Oracle oracle = fixture.derive(DATE, "49_total")) {
      OracleDatabase database = oracle.database();
      assertThat(
              database.rows(
                  "SELECT \"unbilled.stays\", \"unbilled.expected\", \"unbilled.billedStays\","
                      + " \"unbilled.error\" FROM expect_budget WHERE key IN"
                      + " ('C|CONTRACT|C|2025', 'C|TIN|T1|2025')"))
          .containsExactly(List.of("1", expected, "1", error), List.of("1", expected, "1", error));
      assertThat(
              database.rows(
                  "SELECT \"unbilled.expected\", \"unbilled.billed\" FROM expect_budget WHERE key ="
                      + " 'C|CONTRACT|C|2024'"))
          .containsExactly(List.of("700.00", billed));
      assertThat(
              database.rows(
                  "SELECT key, through, memberMonths, toDate, completed, \"stay.stays\","
                      + " \"stay.mean\" FROM expect_parameter JOIN expect_parameter_to_date USING"
                      + " (key) WHERE name = 'STAY'"))
          .containsExactly(
              List.of("C|STAY|2025", "2025-11", "12.000000", billed, billed, "2", mean));
    }
  }

  private static String admission(String visit, String day) {
    return """
    {"payer":"P","member":"M1","facility":"F1","visitNumber":"%s","messageId":"%s","trigger":"A01",
     "eventAt":"%sT15:00:00Z","zone":"America/New_York","patientClass":"INPATIENT","derived":false}\
    """
        .formatted(visit, visit, day);
  }

  private static String stay(String claim, String day, String allowed, String paid) {
    return """
    {"payer":"P","claimId":"%s","version":1,"status":"PAID","type":"INSTITUTIONAL","paymentKind":"FEE_FOR_SERVICE",
     "member":"M1","from":"%s","through":"%s","facility":"F1","typeOfBill":"111","billingTin":"T9","codeSystem":"ICD10",
     "lines":[{"line":1,"from":"%s","through":"%s","revenueCode":"0120","allowed":"%s","paid":"%s","denied":false}]}\
    """
        .formatted(claim, day, day, day, day, allowed, paid);
  }
}
