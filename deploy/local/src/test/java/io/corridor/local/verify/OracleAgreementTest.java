package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Base years of an agreement in SQL, worked by hand from docs/budget.md "Live". */
class OracleAgreementTest {
  @TempDir Path directory;

  /** One member who costs 100.00 in 2019, 200.00 in 2020 and so on, twelve months a year. */
  private OracleFixture fixture(int from, int year, String agreement) {
    OracleFixture to =
        new OracleFixture(directory)
            .terms("effectiveFrom", "2018-01-01")
            .terms("participants", "[{ tin: T1, from: 2018-01-01 }]")
            .terms(
                "years",
                IntStream.rangeClosed(from, year)
                    .mapToObj(
                        y -> "{ year: %d, from: %d-01-01, lastDay: %d-12-31 }".formatted(y, y, y))
                    .collect(Collectors.joining(", ", "[", "]")))
            .terms(
                "cost",
                "cost: { targets: [{ year: %d, baseline: HISTORICAL, %s, update: FIXED, fixedGrowth: \"1\" }] }"
                    .formatted(year, agreement))
            .enrolled("M1", "2018-01-01", year + "-01-31");
    for (int y = 2018; y <= year; y++) {
      for (String day : List.of("-01-10", "-12-10")) {
        to.visit(
            "v" + y + day,
            1,
            "PAID",
            "M1",
            y + day,
            "T1",
            "N1",
            "11",
            "99213",
            (y - 2018) * 600 + ".00",
            y + day);
      }
    }
    return to;
  }

  private static List<List<String>> steps(Oracle oracle, int year) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT item, value FROM expect_parameter_steps WHERE key = 'C|TARGET|"
                + year
                + "' AND (item LIKE 'baseYear%' OR item = 'historical') ORDER BY item");
  }

  @ParameterizedTest(name = "{0} with {1}: {2} from {3}")
  @DisplayName("the three years before the period, 10, 30 and 60 in the first, later alike")
  @CsvSource({
    // 100, 200, 300: 10 + 60 + 180
    "2022, 'agreementStart: 2022-01-01', 2019, 250.000000",
    // the same in the last year of the period
    "2024, 'agreementStart: 2022-01-01, agreementYears: 3', 2019, 250.000000",
    // 400, 500, 600 alike
    "2025, 'agreementStart: 2022-01-01, agreementYears: 3', 2022, 500.000000",
    "2026, 'agreementStart: 2022-01-01', 2019, 250.000000",
    "2027, 'agreementStart: 2022-01-01', 2024, 700.000000",
    // 100 x 1.0609, 200 x 1.03, 300
    "2022, 'agreementStart: 2022-01-01, baseYearGrowth: \"1.03\"', 2019, 252.409000",
  })
  void periods(int year, String agreement, int first, String history)
      throws IOException, SQLException {
    try (Oracle oracle = fixture(2019, year, agreement).derive(year + "-01-31", "49_target")) {
      List<List<String>> steps = steps(oracle, year);
      assertThat(steps)
          .extracting(List::getFirst)
          .containsExactly(
              "baseYear.%d.restated".formatted(first),
              "baseYear.%d.restated".formatted(first + 1),
              "baseYear.%d.restated".formatted(first + 2),
              "historical");
      assertThat(steps.getLast().getLast()).isEqualTo(history);
    }
  }

  @Test
  @DisplayName("growth over two years is rounded half up to six digits; what is listed counts not")
  void growth() throws IOException, SQLException {
    try (Oracle oracle =
        fixture(
                2019,
                2022,
                "agreementStart: 2022-01-01, baseYearGrowth: \"1.0008\", baseYears: [{ year: 2021,"
                    + " weight: 1, trend: \"2\" }]")
            .derive("2022-01-31", "49_target")) {
      // 1.0008 squared is 1.00160064
      assertThat(steps(oracle, 2022))
          .containsExactly(
              List.of("baseYear.2019.restated", "100.160100"),
              List.of("baseYear.2020.restated", "200.160000"),
              List.of("baseYear.2021.restated", "300.000000"),
              List.of("historical", "250.064010"));
    }
  }

  @Test
  @DisplayName("a base year that is no performance year refuses the target")
  void unknown() throws IOException, SQLException {
    try (Oracle oracle =
        fixture(2020, 2022, "agreementStart: 2022-01-01").derive("2022-01-31", "49_target")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT \"target.refusal\" FROM expect_parameter WHERE key ="
                          + " 'C|TARGET|2022'"))
          .containsExactly(List.of("NO_BASE_YEAR"));
    }
  }
}
