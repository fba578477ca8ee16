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

/** What the oracle reads where records overlap or a rule looks at two of them (docs/verify.md). */
class OracleReadingsTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @DisplayName("spans that overlap on the anchor day: a flag of any counts, the parts together")
  @CsvSource({
    "'',            optedOut,    OPTED_OUT",
    "'',            dual,        DUAL",
    "'',            managedCare, PARTS_OR_MANAGED_CARE",
    "withoutPartB,  withoutPartA, ''",
    "withoutPartB,  withoutPartB, PARTS_OR_MANAGED_CARE"
  })
  void overlappingSpans(String first, String second, String reason)
      throws IOException, SQLException {
    OracleFixture fixture =
        seen()
            .terms("eligibility", "true")
            .line("enrollment", span(first, 1))
            .line("enrollment", span(second, 2));
    assertThat(
            rows(
                fixture,
                "SELECT coalesce(reason, '') FROM expect_explanation WHERE month = '2025-06'"))
        .containsExactly(List.of(reason));
  }

  @ParameterizedTest(name = "{0} of a year that begins {1}, on {2}: {3}")
  @DisplayName(
      "primary care by category: list and conditions of the performance year, not of the day's year")
  @CsvSource({
    "99497, 2018-07-01, 2019-03-01, PROF_SPECIALTY",
    "99497, 2019-01-01, 2019-03-01, PROF_PRIMARY",
    "99347, 2019-01-01, 2019-03-01, PROF_SPECIALTY",
    "99214, 2019-01-01, 2019-03-01, PROF_PRIMARY"
  })
  void primaryCareOfTheYear(String code, String from, String day, String category)
      throws IOException, SQLException {
    java.time.LocalDate start = java.time.LocalDate.parse(from);
    OracleFixture fixture =
        new OracleFixture(directory)
            .terms(
                "years",
                "[{ year: %d, from: %s, lastDay: %s }]"
                    .formatted(start.getYear(), start, start.plusYears(1).minusDays(1)))
            .terms("participants", "[{ tin: T1, from: 2015-01-01 }]")
            .terms("effectiveFrom", "2015-01-01")
            .enrolled("M1", "2017-01-01", "2020-12-31")
            .visit("v", 1, "PAID", "M1", from, "T1", "N1", "11", "99213", "10.00", "2019-03-02")
            .visit("x", 1, "PAID", "M1", day, "T1", "N1", "11", code, "70.00", "2019-03-02");
    assertThat(
            rows(
                fixture,
                "2020-12-31",
                "SELECT DISTINCT category FROM cost_cell WHERE month = DATE '2019-03-01'"))
        .containsExactly(List.of(category));
  }

  @ParameterizedTest(name = "type of bill {0}, room {1}, DRG {2}: {3}")
  @DisplayName(
      "domain.md 2.2 (5): a psychiatric room makes the whole stay behavioural, so does its DRG")
  @CsvSource({
    "111, 0124, 470, BH",
    "111, 0120, 885, BH",
    "121, 0120, 885, BH",
    "131, 0124, '',  OUTPATIENT",
    "111, 0120, 470, INPATIENT"
  })
  void psychiatricStay(String tob, String room, String drg, String category)
      throws IOException, SQLException {
    OracleFixture fixture =
        seen()
            .enrolled("M1", "2025-01-01", "2025-12-31")
            .line(
                "claim",
                """
                {"payer":"P","claimId":"s","version":1,"status":"PAID","type":"INSTITUTIONAL",
                 "paymentKind":"FEE_FOR_SERVICE","member":"M1","from":"2025-03-01","through":"2025-03-05",
                 "typeOfBill":"%s","msDrg":"%s","billingTin":"T9","codeSystem":"ICD10","principalDiagnosis":"R4182",
                 "lines":[{"line":1,"from":"2025-03-01","through":"2025-03-05","revenueCode":"%s","allowed":"1.00",
                 "paid":"1.00","denied":false},{"line":2,"from":"2025-03-02","through":"2025-03-02",
                 "revenueCode":"0250","allowed":"1.00","paid":"1.00","denied":false}]}\
                """
                    .formatted(tob, drg, room));
    assertThat(
            rows(
                fixture, "SELECT DISTINCT category FROM cost_cell WHERE month = DATE '2025-03-01'"))
        .containsExactly(List.of(category));
  }

  @Test
  @DisplayName(
      "inside: the practice takes part on the day of the service, not on the first of the month")
  void insideOnTheDay() throws IOException, SQLException {
    OracleFixture fixture =
        seen()
            .terms(
                "participants",
                "[{ tin: T1, from: 2020-01-01 }, { tin: T2, from: 2025-03-15, lastDay: 2025-03-20 }]")
            .enrolled("M1", "2025-01-01", "2025-12-31");
    for (String day : List.of("2025-03-14", "2025-03-15", "2025-03-20", "2025-03-21")) {
      fixture.visit(
          "x" + day,
          1,
          "PAID",
          "M1",
          day,
          "T2",
          "N2",
          "06",
          "70553",
          "1" + day.substring(8) + ".00",
          day);
    }
    assertThat(rows(fixture, "SELECT insidePaid FROM expect_member_month WHERE month = '2025-03'"))
        .containsExactly(List.of("235.00"));
  }

  @ParameterizedTest(name = "{0}: contact {1}, visit {2}, alert {3}")
  @DisplayName("Q15 and ecosystem.md 1.3: what other messages do to an encounter and its tasks")
  @CsvSource({
    "nothing else,                     MISSED, MISSED, DISCHARGED",
    "A01 INPATIENT V2 05-02,           '',     '',     DISCHARGED",
    "A01 INPATIENT V2 05-12,           MISSED, '',     DISCHARGED",
    "A01 INPATIENT V2 06-12,           MISSED, MISSED, DISCHARGED",
    "A04 EMERGENCY V2 05-02,           MISSED, MISSED, DISCHARGED",
    "A01 INPATIENT V1 05-02,           '',     '',     ADMITTED",
    "A13 INPATIENT V1 05-02,           '',     '',     ADMITTED",
    "A11 INPATIENT V1 05-02,           '',     '',     ''",
    "A08 OBSERVATION V1 05-02,         MISSED, MISSED, DISCHARGED",
    "A08 EMERGENCY V1 05-02,           MISSED, MISSED, DISCHARGED"
  })
  void encounters(String message, String contact, String visit, String state)
      throws IOException, SQLException {
    OracleFixture fixture =
        seen()
            .enrolled("M1", "2025-01-01", "2025-12-31")
            .line("adt", adt("A01", "INPATIENT", "V1", "04-25"))
            .line("adt", adt("A03", "INPATIENT", "V1", "05-01"));
    if (message.startsWith("A")) {
      String[] part = message.split(" ");
      fixture.line("adt", adt(part[0], part[1], part[2], part[3]));
    }
    try (Oracle oracle = fixture.derive("2025-12-31", Optional.empty())) {
      OracleDatabase database = oracle.database();
      assertThat(state(database, "expect_task WHERE visitNumber = 'V1' AND kind = 'CONTACT'"))
          .isEqualTo(contact);
      assertThat(state(database, "expect_task WHERE visitNumber = 'V1' AND kind = 'VISIT'"))
          .isEqualTo(visit);
      assertThat(state(database, "expect_alert WHERE visitNumber = 'V1'")).isEqualTo(state);
    }
  }

  @ParameterizedTest(name = "clinician on {0}, stay on {1}: {2} visits")
  @DisplayName("Q14: a clinician's line without a facility is no visit beside the facility's own")
  @CsvSource({
    "2025-03-10, '',         1",
    "2025-03-11, '',         2",
    "2025-03-11, 2025-03-12, 1",
    "2025-03-10, 2025-03-10, 1"
  })
  void emergencyVisits(String clinician, String stay, String visits)
      throws IOException, SQLException {
    OracleFixture fixture =
        seen()
            .enrolled("M1", "2025-01-01", "2025-12-31")
            .line("claim", facility("e", "F1", "131", "0450", "2025-03-10"))
            .visit("x", 1, "PAID", "M1", clinician, "T9", "N9", "93", "99284", "5.00", clinician);
    if (!stay.isEmpty()) {
      fixture.line("claim", facility("s", "F2", "111", "0120", stay));
    }
    assertThat(rows(fixture, "SELECT count(*) FROM emergency_visit"))
        .containsExactly(List.of(visits));
  }

  @Test
  @DisplayName("Q14: a month that the policy leaves out of cost is one of its months all the same")
  void monthsOfTheRate() throws IOException, SQLException {
    OracleFixture fixture =
        seen()
            .terms("memberMonths", "MID_MONTH")
            .terms("anchor", "FIRST_DAY")
            .enrolled("M1", "2025-05-01", "2025-07-10");
    assertThat(
            rows(
                fixture,
                "SELECT denominator, (SELECT count(*) FROM member_month) FROM counted_measure"
                    + " WHERE measure = 'Q14' AND level = 'CONTRACT'"))
        .containsExactly(List.of("3", "2"));
  }

  private static String facility(String claim, String id, String tob, String room, String day) {
    return """
    {"payer":"P","claimId":"%s","version":1,"status":"PAID","type":"INSTITUTIONAL","paymentKind":"FEE_FOR_SERVICE",
     "member":"M1","from":"%s","through":"%s","facility":"%s","typeOfBill":"%s","billingTin":"T9","codeSystem":"ICD10",
     "lines":[{"line":1,"from":"%s","through":"%s","revenueCode":"%s","allowed":"1.00","paid":"1.00","denied":false}]}\
    """
        .formatted(claim, day, day, id, tob, day, day, room);
  }

  private static String state(OracleDatabase database, String from) throws SQLException {
    List<List<String>> rows = database.rows("SELECT state FROM " + from);
    return rows.isEmpty() ? "" : rows.getFirst().getFirst();
  }

  private static String adt(String trigger, String patientClass, String visit, String day) {
    return """
    {"payer":"P","member":"M1","facility":"F1","visitNumber":"%s","messageId":"%s-%s","trigger":"%s",
     "eventAt":"2025-%sT15:00:00Z","zone":"America/New_York","patientClass":"%s","derived":false}\
    """
        .formatted(visit, trigger, day, trigger, day, patientClass);
  }

  /** A member whom practice T1 saw in January and answers for during the year. */
  private OracleFixture seen() {
    return new OracleFixture(directory)
        .visit(
            "v", 1, "PAID", "M1", "2025-01-10", "T1", "N1", "11", "99214", "130.00", "2025-02-01");
  }

  private static String span(String flag, int number) {
    return """
    {"payer":"P","recordId":"c%d","version":1,"status":"ACTIVE","member":"M1","kind":"COVERAGE","coverage":{
     "lineOfBusiness":"COMMERCIAL","from":"2025-01-01","lastDay":"2025-12-31","partA":%s,"partB":%s,
     "managedCare":%s,"dual":%s,"esrd":false,"disabled":false,"waiver":false,"optedOut":%s}}\
    """
        .formatted(
            number,
            !flag.equals("withoutPartA"),
            !flag.equals("withoutPartB"),
            flag.equals("managedCare"),
            flag.equals("dual"),
            flag.equals("optedOut"));
  }

  private static List<List<String>> rows(OracleFixture fixture, String sql)
      throws IOException, SQLException {
    return rows(fixture, "2025-12-31", sql);
  }

  private static List<List<String>> rows(OracleFixture fixture, String businessDate, String sql)
      throws IOException, SQLException {
    try (Oracle oracle = fixture.derive(businessDate, "51_score")) {
      return oracle.database().rows(sql);
    }
  }
}
