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

/** The oracle's gaps, present and prospective, against domain.md 3.1 to 3.4. */
class OracleGapTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "{0} {1} at {3}: {4}")
  @DisplayName(
      "domain.md 3.4: mammography counts from 1 October two years before; a reversal reopens")
  @CsvSource({
    "2023-11-15, PAID,     2025, 2025-06-01, CLOSED",
    "2023-10-01, PAID,     2025, 2025-06-01, CLOSED",
    "2023-09-30, PAID,     2025, 2025-06-01, OPEN",
    "2023-11-15, REVERSED, 2025, 2025-06-01, REOPENED",
    "2023-09-30, PAID,     2025, 2026-02-01, EXPIRED"
  })
  void mammography(String day, String status, String period, String asked, String state)
      throws IOException, SQLException {
    try (Oracle oracle =
        woman("1973-04-10", "2023-01-01")
            .visit("m", 1, status, "F", day, "T9", "N9", "30", "77067", "130.00", "2025-05-02")
            .derive(asked, "51_score")) {
      assertThat(
              oracle
                  .database()
                  .rows("SELECT state, dueBy FROM expect_gap WHERE period = '" + period + "'"))
          .containsExactly(List.of(state, "2025-12-31"));
    }
  }

  @ParameterizedTest(name = "mammogram {0} at {1}: {2}")
  @DisplayName(
      "domain.md 3.2: evidence that will not count next year is prospective from 1 October")
  @CsvSource({
    "2024-09-30, 2025-09-30, 2025 CLOSED",
    "2024-09-30, 2025-10-01, 2025 CLOSED|2026 PROSPECTIVE",
    "2024-09-30, 2025-12-31, 2025 CLOSED|2026 PROSPECTIVE",
    "2024-09-30, 2026-01-01, 2025 CLOSED|2026 OPEN",
    "2024-10-01, 2025-10-01, 2025 CLOSED",
    "2023-09-30, 2025-10-01, 2025 OPEN"
  })
  void evidenceThatWillNotCount(String day, String asked, String states)
      throws IOException, SQLException {
    OracleFixture fixture =
        woman("1973-04-10", "2023-01-01")
            .visit("m", 1, "PAID", "F", day, "T9", "N9", "30", "77067", "130.00", "2025-05-02");
    assertThat(breastScreening(fixture, asked)).isEqualTo(states);
  }

  @ParameterizedTest(name = "born {0}, enrolled {1}, at {3}: {4}")
  @DisplayName("domain.md 3.2: whoever enters the denominator next year is prospective")
  @CsvSource({
    "1974-12-31, 2023-01-01, '',        2025-09-30, ''",
    "1974-12-31, 2023-01-01, '',        2025-10-01, 2026 PROSPECTIVE",
    "1974-12-31, 2023-01-01, '',        2026-01-01, 2026 OPEN",
    "1975-01-01, 2023-01-01, '',        2025-10-01, ''",
    "1965-01-01, 2025-03-01, '',        2025-10-01, 2026 PROSPECTIVE",
    "1965-01-01, 2023-01-01, '',        2025-10-01, 2025 OPEN",
    "1951-01-01, 2023-01-01, '',        2025-10-01, 2025 OPEN",
    "1974-12-31, 2023-01-01, 19303/50,  2025-10-01, ''",
    "1974-12-31, 2023-01-01, 77067/,    2025-10-01, ''"
  })
  void whoEnters(String birth, String enrolled, String service, String asked, String states)
      throws IOException, SQLException {
    OracleFixture fixture = woman(birth, enrolled);
    if (!service.isEmpty()) {
      String[] parts = service.split("/", -1);
      fixture.line("claim", procedure("s", "2025-04-01", parts[0], parts[1]));
    }
    assertThat(breastScreening(fixture, asked)).isEqualTo(states);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("domain.md Q01, decisions 22: both breasts, by modifiers or by two days of ICD-9")
  @CsvSource({
    "19303/50,           EXCLUDED",
    "19303/LT 19303/RT,  EXCLUDED",
    "19303/LT 19303/LT,  OPEN",
    "19303/ 19303/,      OPEN",
    "8542,               EXCLUDED",
    "8541,               OPEN",
    "8541 8545,          EXCLUDED"
  })
  void mastectomy(String codes, String state) throws IOException, SQLException {
    OracleFixture fixture = woman("1973-04-10", "2023-01-01");
    int number = 0;
    for (String code : codes.split(" ")) {
      number++;
      String day = "2024-03-0" + number;
      String[] parts = code.split("/", -1);
      fixture.line(
          "claim",
          parts.length == 2
              ? procedure("s" + number, day, parts[0], parts[1])
              : stayWithProcedure("s" + number, day, code));
    }
    assertThat(breastScreening(fixture, "2025-06-01")).isEqualTo("2025 " + state);
  }

  @Test
  @DisplayName("a gap is somebody's work: without an accountable practice there is none")
  void nobodyAnswers() throws IOException, SQLException {
    OracleFixture fixture =
        screening().enrolled("F", "2023-01-01", "2026-12-31").person("F", "1973-04-10", "FEMALE");
    assertThat(breastScreening(fixture, "2025-06-01")).isEmpty();
  }

  @Test
  @DisplayName(
      "a score lists the programme's measures and no others, with zeros where nobody is asked")
  void scoreWithZeros() throws IOException, SQLException {
    try (Oracle oracle = woman("1990-01-01", "2023-01-01").derive("2025-06-01", "51_score")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT item, numerator, denominator, excluded, open FROM expect_score_measures"
                          + " WHERE key = 'C|CONTRACT|C|2025' ORDER BY item"))
          .containsExactly(List.of("Q01", "0", "0", "0", "0"));
    }
  }

  private OracleFixture screening() {
    return new OracleFixture(directory)
        .terms(
            "years",
            "[{ year: 2025, from: 2025-01-01, lastDay: 2025-12-31 },"
                + " { year: 2026, from: 2026-01-01, lastDay: 2026-12-31 }]")
        .terms(
            "quality",
            "quality: { gate: \"0.4\", scaled: true, fullScore: \"0.8\", minimumShare: \"0.5\", measures: ["
                + "{ measure: Q01, weight: \"10\", threshold: \"0.65\", benchmark: \"0.80\","
                + " minimumDenominator: 1 }] }");
  }

  /** A woman whom practice T1 answers for in 2025 and at the beginning of 2026. */
  private OracleFixture woman(String birth, String enrolled) {
    return screening()
        .enrolled("F", enrolled, "2026-12-31")
        .person("F", birth, "FEMALE")
        .visit("v", 1, "PAID", "F", "2025-03-10", "T1", "N1", "11", "99214", "130.00", "2025-04-01")
        .visit(
            "w", 1, "PAID", "F", "2025-01-10", "T1", "N1", "11", "99214", "130.00", "2025-04-01");
  }

  private static String breastScreening(OracleFixture fixture, String asked)
      throws IOException, SQLException {
    try (Oracle oracle = fixture.derive(asked, "51_score")) {
      return String.join(
          "|",
          oracle
              .database()
              .rows("SELECT period || ' ' || state FROM expect_gap ORDER BY period")
              .stream()
              .map(List::getFirst)
              .toList());
    }
  }

  private static String procedure(String claim, String day, String hcpcs, String modifier) {
    return """
    {"payer":"P","claimId":"%s","version":1,"status":"PAID","type":"PROFESSIONAL","paymentKind":"FEE_FOR_SERVICE",
     "member":"F","from":"%s","through":"%s","billingTin":"T9","codeSystem":"ICD10","lines":[
     {"line":1,"from":"%s","through":"%s","hcpcs":"%s","modifiers":["%s"],"renderingNpi":"N9","specialty":"30",
      "allowed":"1.00","paid":"1.00","denied":false}]}\
    """
        .formatted(claim, day, day, day, day, hcpcs, modifier);
  }

  private static String stayWithProcedure(String claim, String day, String code) {
    return """
    {"payer":"P","claimId":"%s","version":1,"status":"PAID","type":"INSTITUTIONAL","paymentKind":"FEE_FOR_SERVICE",
     "member":"F","from":"%s","through":"%s","typeOfBill":"111","billingTin":"T9","codeSystem":"ICD9",
     "procedures":["%s"],"lines":[{"line":1,"from":"%s","through":"%s","revenueCode":"0120",
      "allowed":"1.00","paid":"1.00","denied":false}]}\
    """
        .formatted(claim, day, day, code, day, day);
  }
}
