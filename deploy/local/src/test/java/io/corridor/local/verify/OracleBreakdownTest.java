package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cost by specialty, specialist and referral in SQL, worked by hand from docs/benchmark.md. */
class OracleBreakdownTest {
  private static final String FAMILY_PRACTICE = "\"specialty\":\"08\",";
  private static final String CARDIOLOGY = "\"specialty\":\"06\",";
  private static final String UNKNOWN = "";
  private static final String REFERRED = "\"referringNpi\":\"N1\",";

  @TempDir Path directory;

  private static void seen(
      OracleFixture to,
      String tin,
      String npi,
      String clinician,
      String referral,
      String hcpcs,
      String allowed,
      String paid) {
    to.line(
        "claim",
        """
        {"payer":"P","claimId":"%s%s","version":1,"status":"PAID","type":"PROFESSIONAL","paymentKind":"FEE_FOR_SERVICE",
         "billingTin":"%s",%s"member":"M1","from":"2025-01-05","through":"2025-01-05","codeSystem":"ICD10",
         "lines":[{"line":1,"from":"2025-01-05","through":"2025-01-05","hcpcs":"%s","renderingNpi":"%s",%s"allowed":"%s",
         "paid":"%s","denied":false}]}\
        """
            .formatted(npi, hcpcs, tin, referral, hcpcs, npi, clinician, allowed, paid));
  }

  @Test
  @DisplayName("primary care has a specialty, specialty care a specialist and a referral beside it")
  void primaryAndSpecialtyCare() throws IOException, SQLException {
    OracleFixture fixture =
        new OracleFixture(directory)
            .terms("cost", "cost: { breakdowns: [SPECIALTY, SPECIALIST, REFERRAL] }")
            .enrolled("M1", "2024-01-01", "2026-12-31");
    seen(fixture, "T1", "N1", FAMILY_PRACTICE, "", "99213", "100.00", "80.00");
    // no code of primary care
    seen(fixture, "T1", "N1", FAMILY_PRACTICE, "", "20610", "10.00", "9.00");
    // a code of primary care, which the contract does not count of a clinician that nobody knows
    seen(fixture, "T1", "N2", UNKNOWN, "", "99213", "30.00", "20.00");
    seen(fixture, "T2", "N3", "\"taxonomy\":\"207Q00000X\",", REFERRED, "99214", "50.00", "40.00");
    seen(fixture, "T9", "N5", FAMILY_PRACTICE, REFERRED, "99214", "12.00", "11.00");
    seen(fixture, "T9", "N4", CARDIOLOGY, REFERRED, "99214", "70.00", "60.00");
    // neither primary nor specialty care
    seen(fixture, "T9", "N4", CARDIOLOGY, REFERRED, "99284", "500.00", "500.00");
    try (Oracle oracle = fixture.derive("2025-01-31", "49_breakdown")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT kind, id, tin, CAST(inside AS VARCHAR), allowed, paid, \"referredPaid\""
                          + " FROM expect_member_breakdown_lines ORDER BY CAST(item AS INTEGER)"))
          .containsExactly(
              List.of("SPECIALTY", "-", "", "", "30.00", "20.00", ""),
              List.of("SPECIALTY", "06", "", "", "70.00", "60.00", ""),
              List.of("SPECIALTY", "08", "", "", "122.00", "100.00", ""),
              List.of("SPECIALTY", "207Q00000X", "", "", "50.00", "40.00", ""),
              List.of("SPECIALIST", "N1", "T1", "true", "10.00", "9.00", "0.00"),
              List.of("SPECIALIST", "N2", "T1", "true", "30.00", "20.00", "0.00"),
              List.of("SPECIALIST", "N4", "T9", "false", "70.00", "60.00", "60.00"),
              List.of("REFERRAL", "N1", "T9", "false", "70.00", "60.00", ""));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT key, \"insidePaid\", \"insideShare\", \"referredPaid\", \"referredShare\""
                          + " FROM expect_cost_breakdown WHERE period = '2025' ORDER BY key"))
          .containsExactly(
              List.of("C|REFERRAL|N1|2025", "0.00", "0.000000", "", ""),
              List.of("C|SPECIALIST|N1|2025", "9.00", "1.000000", "0.00", "0.000000"),
              List.of("C|SPECIALIST|N2|2025", "20.00", "1.000000", "0.00", "0.000000"),
              List.of("C|SPECIALIST|N4|2025", "0.00", "0.000000", "60.00", "1.000000"),
              List.of("C|SPECIALTY|-|2025", "20.00", "1.000000", "0.00", "0.000000"),
              List.of("C|SPECIALTY|06|2025", "0.00", "0.000000", "60.00", "1.000000"),
              List.of("C|SPECIALTY|08|2025", "89.00", "0.890000", "11.00", "0.110000"),
              List.of("C|SPECIALTY|207Q00000X|2025", "40.00", "1.000000", "40.00", "1.000000"));
    }
  }
}
