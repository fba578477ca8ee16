package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Shared Savings Program in SQL: worked examples, and results as they were published. */
class OracleProgramTest {
  private static final Path PUBLISHED = SeededDefect.ROOT.resolve("../shared/data/mssp-puf");

  /** Losses limited by participants' revenue, which no file has (settlement.md 0). */
  private static final List<String> REVENUE_LIMITED =
      List.of("A1241|2023", "A1515|2021", "A2820|2021", "A4627|2021", "A4627|2023", "A5293|2023");

  /** Name; year, track, agreement, its year, members; benchmark, cost, choice; facts; payment. */
  private static final String EXAMPLES =
      """
      cap after sequestration | 2016, 'TRACK_1', '2012-07-01', 5, 50000 | 100000000.00, 75000000.00, NULL | score_f = fine('1') | 10000000.00
      standard met | 2023, 'ENHANCED', '2019-07-01', 5, 78364 | 1098668352.00, 998768668.00, 20000 | adjusted_f = fine('0.8991') | 73426268.00
      loss with a disaster | 2023, 'ENHANCED', '2019-07-01', 5, 21867 | 242995775.00, 251349785.00, 10000 | adjusted_f = fine('0.7809'), disaster_c = cents(2566990) | -894285.00
      alternative standard | 2024, 'BASIC_E', '2019-07-01', 6, 10000 | 100000000.00, 90000000.00, 0 | standard = false, alternative = true, adjusted_f = fine('0.7663') | 3754870.00
      no standard | 2024, 'BASIC_E', '2019-07-01', 6, 10000 | 100000000.00, 90000000.00, 0 | standard = false | 0.00
      loss rate by quality | 2024, 'ENHANCED', '2019-07-01', 6, 10000 | 100000000.00, 110000000.00, 0 | adjusted_f = fine('0.541') | -5942500.00
      floor of the loss rate | 2024, 'ENHANCED', '2019-07-01', 6, 10000 | 100000000.00, 110000000.00, 0 | adjusted_f = fine('0.9') | -4000000.00
      limit of the benchmark | 2024, 'ENHANCED', '2019-07-01', 6, 10000 | 100000000.00, 150000000.00, 0 | adjusted_f = fine('0.9') | -15000000.00
      second year of track 2 | 2014, 'TRACK_2', '2013-01-01', 2, 10000 | 100000000.00, 150000000.00, 20000 | score_f = fine('0.5') | -7500000.00
      limit of revenue | 2023, 'BASIC_E', '2022-01-01', 2, 10043 | 119995393.00, 128286290.00, NULL | revenue_c = cents(24655087.50), disaster_c = cents(823342) | -1149065.00
      low revenue | 2024, 'BASIC_A', '2024-01-01', 1, 6000 | 60000000.00, 59390973.00, NULL | low_revenue = true | 119369.00
      neither loss nor saving | 2024, 'ENHANCED', '2024-01-01', 1, 10000 | 100000000.00, 105000000.00, 0 | two_way_c = cents(106000000.00) | 0.00
      smaller loss | 2024, 'BASIC_E', '2024-01-01', 1, 10000 | 100000000.00, 105000000.00, 0 | two_way_c = cents(104000000.00) | -300000.00
      disaster of six months | 2019, 'ENHANCED', '2019-01-01', 1, 10000 | 50000000.00, 55000000.00, 0 | score_f = fine('0.9'), half_year = true, disaster_c = cents(100000) | -1950000.00
      affected months | 2020, 'TRACK_3', '2018-01-01', 3, 10000 | 100000000.00, 110000000.00, 0 | score_f = fine('0.9'), affected_months_f = fine('12'), affected_share_f = fine('0.25') | -3000000.00
      one-sided | 2018, 'TRACK_1', '2018-01-01', 1, 10000 | 100000000.00, 110000000.00, NULL | score_f = fine('0.9') | 0.00
      paid in the suspension | 2020, 'BASIC_B', '2019-07-01', 2, 10000 | 100000000.00, 96000000.00, NULL | score_f = fine('1'), paid_on = DATE '2021-10-01' | 1600000.00
      advances taken back | 2024, 'BASIC_A', '2024-01-01', 1, 10000 | 1000000.00, 967918.37, NULL | balance_c = cents(565455) | 0.00
      """;

  @TempDir Path directory;
  private Oracle oracle;
  private OracleDatabase database;

  @BeforeEach
  void facts() throws IOException, SQLException {
    oracle = new Oracle(directory.resolve("spill"));
    database = oracle.database();
    database.stage("00_macros");
    database.stage("58_savings_rate");
    database.execute(
        """
        CREATE TABLE mssp_fact (key VARCHAR, frozen BOOLEAN DEFAULT false, year INTEGER, track VARCHAR, agreement_start DATE, agreement_year INTEGER, n BIGINT,
          b_c HUGEINT, e_c HUGEINT, choice_m HUGEINT, half_year BOOLEAN DEFAULT false, full_reporting BOOLEAN DEFAULT false,
          standard BOOLEAN DEFAULT true, alternative BOOLEAN DEFAULT false, score_f HUGEINT, adjusted_f HUGEINT, revenue_c HUGEINT,
          disaster_c HUGEINT, affected_months_f HUGEINT, affected_share_f HUGEINT, low_revenue BOOLEAN DEFAULT false,
          two_way_c HUGEINT, guardrail BOOLEAN DEFAULT false, months INTEGER, balance_c HUGEINT DEFAULT 0, paid_on DATE,
          published_share_f HUGEINT, published_loss_f HUGEINT)\
        """);
  }

  @AfterEach
  void close() throws SQLException {
    oracle.close();
  }

  @Test
  @DisplayName("worked examples of settlement.md 1 and settle.md")
  void examples() throws IOException, SQLException {
    Map<String, String> expected = new TreeMap<>();
    for (String example : EXAMPLES.lines().toList()) {
      String[] parts = example.split(" \\| ", -1);
      String[] amounts = parts[2].split(", ", -1);
      database.execute(
          """
          INSERT INTO mssp_fact (key, year, track, agreement_start, agreement_year, n, b_c, e_c, choice_m, paid_on)
          SELECT '%s', %s, cents(%s), cents(%s), %s, DATE '2024-10-01'\
          """
              .formatted(parts[0], parts[1], amounts[0], amounts[1], amounts[2]));
      database.execute("UPDATE mssp_fact SET %s WHERE key = '%s'".formatted(parts[3], parts[0]));
      expected.put(parts[0], parts[4]);
    }
    database.stage("63_mssp_payment");
    Map<String, String> paid = new TreeMap<>();
    for (List<String> row :
        database.rows("SELECT key, \"expected.payment\" FROM expect_estimate_mssp")) {
      paid.put(row.get(0), row.get(1));
    }
    assertThat(paid).isEqualTo(expected);
  }

  @Test
  @DisplayName("published results to the dollar, or inside the rounding of the printed score")
  void published() throws IOException, SQLException {
    assumeTrue(Files.isDirectory(PUBLISHED), () -> "no published results at " + PUBLISHED);
    String script = OracleDatabase.resource("/verify/published_results.sql").formatted(PUBLISHED);
    for (String statement : OracleDatabase.statements(script)) {
      database.execute(statement);
    }
    database.stage("63_mssp_payment");
    assertThat(database.count("SELECT count(*) FROM mssp_result")).isEqualTo(1_360);
    assertThat(database.count("SELECT count(*) FROM published WHERE earned <> 0")).isEqualTo(745);
    // The 2016 release prints scores with four digits; dollars without cents leave one dollar open.
    assertThat(
            database.rows(
                """
                SELECT r.key FROM published p JOIN mssp_result r ON r.key = p.aco || '|' || p.year
                WHERE abs(r.payment_c - p.earned * 100) > 100 + CASE p.year WHEN 2016 THEN abs(r.generated_c) // 20000 ELSE 0 END
                ORDER BY 1\
                """))
        .containsExactlyElementsOf(REVENUE_LIMITED.stream().map(List::of).toList());
  }
}
