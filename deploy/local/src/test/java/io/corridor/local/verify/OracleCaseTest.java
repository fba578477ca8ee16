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

/** Procedures in SQL: who did them, where, at what cost, worked out by hand. */
class OracleCaseTest {
  private static final String LINE =
      "{\"line\":%d,\"from\":\"%s\",\"through\":\"%s\",%s,\"allowed\":\"%s\",\"paid\":\"1.00\",\"denied\":%s}";

  @TempDir Path directory;

  private OracleFixture fixture;

  @BeforeEach
  void begin() {
    fixture =
        new OracleFixture(directory)
            .terms(
                "cost",
                "cost: { reports: [CARE_VARIATION], risk: { model: TABLE, mean: \"0.500000\","
                    + " weights: [{ reason: BASE, firstAge: 0, weight: \"0.800\" }] } }")
            .enrolled("M1", "2024-01-01", "2025-12-31")
            .person("M1", "1970-01-01", "FEMALE")
            .visit(
                "v1",
                1,
                "PAID",
                "M1",
                "2024-12-10",
                "T1",
                "N1",
                "11",
                "99214",
                "130.00",
                "2025-01-01");
  }

  private static String billed(int number, String day, String what, String allowed) {
    return LINE.formatted(number, day, day, what, allowed, false);
  }

  private static String by(String npi, String place, String code) {
    return (npi.isEmpty() ? "" : "\"renderingNpi\":\"" + npi + "\",\"specialty\":\"10\",")
        + "\"placeOfService\":\""
        + place
        + "\",\"hcpcs\":\""
        + code
        + "\"";
  }

  private void claim(
      String id,
      String type,
      String member,
      String from,
      String through,
      String more,
      String... lines) {
    fixture.line(
        "claim",
        """
        {"payer":"P","claimId":"%s","version":1,"status":"PAID","type":"%s","paymentKind":"FEE_FOR_SERVICE",
         "member":"%s","from":"%s","through":"%s","billingTin":"T9","codeSystem":"ICD10",
         "receivedAt":"2025-09-01T00:00:00Z",%s"lines":[%s]}\
        """
            .formatted(id, type, member, from, through, more, String.join(",", lines)));
  }

  private void seen(
      String id, String member, String day, String npi, String place, String code, String allowed) {
    claim(id, "PROFESSIONAL", member, day, day, "", billed(1, day, by(npi, place, code), allowed));
  }

  private void facility(
      String id, String member, String from, String through, String more, String... lines) {
    claim(id, "INSTITUTIONAL", member, from, through, "\"facility\":\"F1\"," + more, lines);
  }

  private List<List<String>> cases() throws IOException, SQLException {
    try (Oracle oracle = fixture.derive("2025-12-31", "49_case")) {
      return oracle
          .database()
          .rows(
              "SELECT substr(key, 28), item, day, \"group\", npi, site, cost, tests, risk FROM"
                  + " expect_member_case_cases JOIN expect_member_case USING (key) ORDER BY key,"
                  + " item");
    }
  }

  @Test
  @DisplayName("docs/variation.md: clinician, place and cost of all claims of a group and day")
  void outpatient() throws IOException, SQLException {
    String day = "2025-05-20";
    // N2 and N3 have 200.00 each: the smaller number; of his places the one with 150.00
    seen("p1", "M1", day, "N3", "24", "45378", "200.00");
    seen("p2", "M1", day, "N2", "11", "45385", "150.00");
    seen("p3", "M1", day, "N2", "24", "45378", "50.00");
    seen("p4", "M1", day, "", "22", "45378", "10.00");
    facility(
        "f1",
        "M1",
        day,
        day,
        "\"typeOfBill\":\"131\",",
        billed(1, day, "\"revenueCode\":\"0750\",\"hcpcs\":\"45378\"", "700.00"),
        billed(2, day, "\"revenueCode\":\"0270\"", "25.25"),
        LINE.formatted(3, day, day, "\"revenueCode\":\"0250\"", "7777.00", true));
    seen("t1", "M1", "2025-04-19", "N4", "81", "80053", "9.00");
    seen("t2", "M1", "2025-04-20", "N4", "81", "80053", "9.00");
    seen("t3", "M1", day, "N4", "11", "71046", "40.00");
    // no clinician's claim: no case
    facility(
        "f2",
        "M1",
        "2025-06-30",
        "2025-06-30",
        "\"typeOfBill\":\"131\",",
        billed(1, "2025-06-30", "\"hcpcs\":\"66984\"", "900.00"));
    // of two lines with as much the smaller group; nothing of the claim is left to the other
    claim(
        "p5",
        "PROFESSIONAL",
        "M1",
        "2025-07-01",
        "2025-07-01",
        "",
        billed(1, "2025-07-01", by("N3", "19", "43239"), "100.00"),
        billed(2, "2025-07-01", by("N3", "19", "45378"), "100.00"));
    seen("p6", "M1", "2025-07-15", "N4", "12", "72148", "210.50");
    assertThat(cases())
        .containsExactly(
            List.of(
                "|C|2025-Q2", "1", day, "COLONOSCOPY", "N2", "OFFICE", "1135.25", "2", "1.600000"),
            List.of(
                "|C|2025-Q3",
                "1",
                "2025-07-01",
                "COLONOSCOPY",
                "N3",
                "HOPD",
                "200.00",
                "0",
                "1.600000"),
            List.of(
                "|C|2025-Q3",
                "2",
                "2025-07-15",
                "LUMBAR_MRI",
                "N4",
                "OTHER",
                "210.50",
                "1",
                "1.600000"));
  }

  @Test
  @DisplayName(
      "docs/variation.md: a stay is the cost of the first case that it covers, be it before the member joined")
  void stays() throws IOException, SQLException {
    stay("s1", "M1", "111", "2025-06-02", "2025-06-03", "2025-06-06", "9000.00");
    seen("p1", "M1", "2025-06-02", "N2", "21", "43239", "80.00");
    seen("p2", "M1", "2025-06-02", "N3", "21", "27447", "1500.00");
    seen("p3", "M1", "2025-06-07", "N3", "24", "45378", "70.00");
    // two bills of one stay, each from its admission on
    stay("s2", "M1", "112", "2025-08-01", "2025-08-01", "2025-08-04", "1000.00");
    stay("s3", "M1", "114", "2025-08-01", "2025-08-05", "2025-08-09", "500.00");
    seen("p4", "M1", "2025-08-06", "N2", "21", "93306", "30.00");
    fixture
        .enrolled("M2", "2024-01-01", "2024-12-31")
        .enrolled("M2", "2025-02-01", "2025-12-31")
        .visit(
            "v2", 1, "PAID", "M2", "2024-12-10", "T1", "N1", "11", "99214", "130.00", "2025-01-01");
    stay("s4", "M2", "111", "2025-01-29", "2025-01-29", "2025-02-04", "7000.00");
    seen("p5", "M2", "2025-01-30", "N2", "21", "27447", "1400.00");
    seen("p6", "M2", "2025-02-03", "N2", "21", "45378", "60.00");
    assertThat(cases())
        .containsExactlyInAnyOrder(
            List.of(
                "|C|2025-Q2",
                "1",
                "2025-06-02",
                "KNEE_REPLACEMENT",
                "N3",
                "INPATIENT",
                "10500.00",
                "0",
                "1.600000"),
            List.of(
                "|C|2025-Q2",
                "2",
                "2025-06-02",
                "UPPER_GI_ENDOSCOPY",
                "N2",
                "INPATIENT",
                "80.00",
                "0",
                "1.600000"),
            List.of(
                "|C|2025-Q2",
                "3",
                "2025-06-07",
                "COLONOSCOPY",
                "N3",
                "ASC",
                "70.00",
                "0",
                "1.600000"),
            List.of(
                "|C|2025-Q3",
                "1",
                "2025-08-06",
                "ECHOCARDIOGRAM",
                "N2",
                "INPATIENT",
                "530.00",
                "0",
                "1.600000"),
            List.of(
                "|C|2025-Q1",
                "1",
                "2025-02-03",
                "COLONOSCOPY",
                "N2",
                "INPATIENT",
                "60.00",
                "0",
                ""));
  }

  private void stay(
      String id,
      String member,
      String bill,
      String admitted,
      String from,
      String through,
      String allowed) {
    facility(
        id,
        member,
        from,
        through,
        "\"typeOfBill\":\"" + bill + "\",\"admitted\":\"" + admitted + "\",",
        billed(1, from, "\"revenueCode\":\"0120\"", allowed));
  }
}
