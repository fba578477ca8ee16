package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools in SQL, worked by hand from docs/budget.md "Pools". */
class OraclePoolTest {
  private static final String PLACEMENTS =
      "SELECT key, item, region, lives, placement FROM expect_parameter_pools ORDER BY key, item";
  private static final String POOLS =
      "pools: { minimumLives: 3, regions: [{ region: North, tins: [T1, T2, T3] }, { region: South,"
          + " tins: [T4, T5] }] }";

  @TempDir Path directory;
  private OracleFixture fixture;

  @BeforeEach
  void terms() {
    fixture =
        new OracleFixture(directory)
            .terms(
                "years",
                "[{ year: 2024, from: 2024-01-01, lastDay: 2024-12-31 }, { year: 2025, from:"
                    + " 2025-01-01, lastDay: 2025-12-31 }]")
            .terms(
                "participants",
                "[{ tin: T1, from: 2020-01-01 }, { tin: T2, from: 2020-01-01 }, { tin: T3, from:"
                    + " 2020-01-01 }, { tin: T4, from: 2020-01-01 }, { tin: T5, from: 2020-01-01 }]")
            .terms("cost", "cost: { personYears: true, " + POOLS + " }");
  }

  /** Members of a practice from the day of their visit on. */
  private void members(String tin, int number, String day, String lastDay, String allowed) {
    for (int i = 1; i <= number; i++) {
      String member = tin + day + i;
      fixture
          .enrolled(member, day, lastDay)
          .visit("v" + member, 1, "PAID", member, day, tin, "N" + tin, "11", "99213", allowed, day);
    }
  }

  /** A target told by category, and a pool of two practices. */
  private void targeted() {
    fixture.terms(
        "cost",
        "cost: { "
            + POOLS
            + ", useTargets: [{ year: 2025, services: [{ category: ED, weight: \"1\", expected: \"1000\" }] }],"
            + " targets: [{ year: 2025, baseline: HISTORICAL, baseYears: [{ year: 2024, weight: 1,"
            + " trend: \"1\", pmpm: \"33.335\" }], byCategory: true, update: FIXED, fixedGrowth: \"1\" }] }");
    members("T2", 1, "2024-12-05", "2025-12-31", "20.00");
    members("T3", 2, "2024-12-05", "2025-12-31", "30.00");
    fixture.visit(
        "e",
        1,
        "PAID",
        "T32024-12-051",
        "2025-01-20",
        "T9",
        "N9",
        "93",
        "99283",
        "5.00",
        "2025-01-20");
    fixture.visit(
        "l",
        1,
        "PAID",
        "T32024-12-051",
        "2024-12-20",
        "T9",
        "N9",
        "69",
        "80048",
        "80.00",
        "2024-12-20");
  }

  private static List<List<String>> rows(Oracle oracle, String key) throws SQLException {
    return oracle
        .database()
        .rows(
            "SELECT members, memberMonths, counted, budget, variance, budgetPmpm, \"target.pmpm\""
                + " FROM expect_budget WHERE key = '"
                + key
                + "'");
  }

  @Test
  @DisplayName(
      "alone, pooled and too small by the members of December; a row of the pool, month and year")
  void pooled() throws IOException, SQLException {
    members("T1", 3, "2024-12-05", "2025-12-31", "10.00");
    members("T2", 1, "2024-12-05", "2025-12-31", "20.00");
    members("T3", 2, "2024-12-05", "2025-12-31", "30.00");
    // three in January are too late
    members("T4", 2, "2024-12-05", "2025-12-31", "10.00");
    members("T4", 1, "2025-01-05", "2025-12-31", "10.00");
    members("T2", 1, "2025-02-05", "2025-12-31", "7.00");
    try (Oracle oracle = fixture.derive("2025-02-28", "49_target_use")) {
      assertThat(oracle.database().rows(PLACEMENTS + " LIMIT 10"))
          .endsWith(
              List.of("C|POOLS|2025", "T1", "North", "3", "ALONE"),
              List.of("C|POOLS|2025", "T2", "North", "1", "POOLED"),
              List.of("C|POOLS|2025", "T3", "North", "2", "POOLED"),
              List.of("C|POOLS|2025", "T4", "South", "2", "TOO_SMALL"),
              List.of("C|POOLS|2025", "T5", "South", "0", "TOO_SMALL"));
      // T2: 100.01, 200.01; T3: 200.01, 200.01
      assertThat(rows(oracle, "C|POOL|North|2025-01"))
          .containsExactly(List.of("3", "3.000000", "0.00", "300.02", "300.02", "100.006667", ""));
      assertThat(rows(oracle, "C|POOL|North|2025-02"))
          .containsExactly(List.of("4", "4.000000", "7.00", "400.02", "393.02", "100.005000", ""));
      assertThat(rows(oracle, "C|POOL|North|2025"))
          .containsExactly(List.of("4", "7.000000", "7.00", "700.04", "693.04", "100.005714", ""));
      assertThat(rows(oracle, "C|POOL|South|2025")).isEmpty();
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT item, counted, budget FROM expect_budget_categories WHERE key ="
                          + " 'C|POOL|North|2025' ORDER BY item"))
          .containsExactly(
              List.of("ALL", "0.00", "700.04"), List.of("PROF_PRIMARY", "7.00", "0.00"));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT item, memberMonths FROM expect_budget_person_years WHERE key ="
                          + " 'C|POOL|North|2025'"))
          .containsExactly(List.of("AGED_NON_DUAL", "7.000000"));
      assertThat(
              oracle
                  .database()
                  .count("SELECT count(*) FROM expect_budget_completion WHERE key LIKE '%|POOL|%'"))
          .isZero();
    }
  }

  @Test
  @DisplayName("in the first year the first month tells; a month before without members is none")
  void firstYear() throws IOException, SQLException {
    members("T1", 2, "2024-01-05", "2024-11-30", "10.00");
    members("T2", 1, "2024-01-05", "2024-11-30", "20.00");
    members("T2", 3, "2024-02-05", "2024-11-30", "20.00");
    members("T1", 4, "2025-01-05", "2025-12-31", "10.00");
    try (Oracle oracle = fixture.derive("2025-02-28", "49_target_use")) {
      assertThat(
              oracle.database().rows(PLACEMENTS).stream()
                  .filter(row -> List.of("T1", "T2").contains(row.get(1))))
          .containsExactly(
              List.of("C|POOLS|2024", "T1", "North", "2", "POOLED"),
              List.of("C|POOLS|2024", "T2", "North", "1", "POOLED"),
              List.of("C|POOLS|2025", "T1", "North", "4", "ALONE"),
              List.of("C|POOLS|2025", "T2", "North", "0", "TOO_SMALL"));
      // the practice is pooled all year, whatever it grows to
      assertThat(rows(oracle, "C|POOL|North|2024-02").getFirst()).startsWith("6", "6.000000");
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT key, period, through FROM expect_parameter WHERE name = 'POOLS'"
                          + " ORDER BY key"))
          .containsExactly(
              List.of("C|POOLS|2024", "2024", "2025-01"),
              List.of("C|POOLS|2025", "2025", "2025-01"));
    }
  }

  @Test
  @DisplayName("a target's budget in the pool: the practices' cents, by category, and its use")
  void target() throws IOException, SQLException {
    targeted();
    try (Oracle oracle = fixture.derive("2025-01-31", "49_target_use")) {
      // 33.335 of T2 is 33.34: 16.67 twice; 66.67 of T3: 33.34 and 33.33
      assertThat(rows(oracle, "C|POOL|North|2025"))
          .containsExactly(
              List.of("3", "3.000000", "5.00", "100.01", "95.01", "33.336667", "33.335000"));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT item, budget FROM expect_budget_categories WHERE key ="
                          + " 'C|POOL|North|2025' AND budget <> 0 ORDER BY item"))
          .containsExactly(List.of("LAB", "50.01"), List.of("PROF_PRIMARY", "50.00"));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT actual, expected FROM expect_budget_services WHERE key ="
                          + " 'C|POOL|North|2025'"))
          .containsExactly(List.of("1", "0.250000"));
    }
  }

  @Test
  @DisplayName("an altered placement, category and pool are found, and nothing else is")
  void altered() throws IOException, SQLException {
    targeted();
    Path results = directory.resolve("results");
    try (Oracle oracle = fixture.derive("2025-01-31", Optional.empty())) {
      ExpectedResults.write(oracle, results, "2025-01-31");
    }
    alter(results, "benchmark.parameters.v1", "C|TARGET|2025", "\"counted\":\"80.00\"", "80.01");
    alter(
        results, "benchmark.parameters.v1", "C|POOLS|2024", "\"placement\":\"TOO_SMALL\"", "ALONE");
    alter(results, "benchmark.budget.v1", "C|POOL|North|2025", "\"budget\":\"100.01\"", "100.02");
    assertThat(
            new VerifyRun(fixture.feed(), fixture.contract(), results, OracleFixture.SECRET)
                .run()
                .listed())
        .filteredOn(difference -> difference.topic().startsWith("benchmark."))
        .containsExactlyInAnyOrder(
            new Difference(
                "benchmark.budget.v1", "C|POOL|North|2025", "budget", "100.01", "100.02"),
            new Difference(
                "benchmark.parameters.v1",
                "C|TARGET|2025",
                "target.categories[LAB].counted",
                "80.00",
                "80.01"),
            new Difference(
                "benchmark.parameters.v1",
                "C|POOLS|2024",
                "pools[T1].placement",
                "TOO_SMALL",
                "ALONE"));
  }

  /** Puts another value in the place of the first such field of a record. */
  private static void alter(Path results, String topic, String key, String field, String value)
      throws IOException {
    Path file = results.resolve(topic + ".ndjson");
    String altered = field.substring(0, field.indexOf(':') + 2) + value + "\"";
    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .filteredOn(line -> line.contains(key + "\""))
        .first()
        .asString()
        .contains(field);
    Files.write(
        file,
        lines.stream()
            .map(line ->
                line.contains(key + "\"") ? line.replaceFirst(Pattern.quote(field), altered) : line)
            .toList());
  }
}
