package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.risk.AdjustedScore;
import io.corridor.benchmark.risk.PaymentScore;
import io.corridor.benchmark.risk.RiskAdjustment;
import io.corridor.benchmark.risk.RiskScore;
import io.corridor.benchmark.risk.SegmentFacts;
import io.corridor.common.care.Person;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two implementations of the CMS-HCC models, one in Java and one in SQL, give the same scores. */
class RiskOracleTest {
  private static final long SEED = 20260118L;
  private static final int RANDOM_BENEFICIARIES = 4_000;
  private static final Path EXAMPLES =
      Path.of(System.getProperty("corridor.root", "../.."))
          .resolve("benchmark-service/src/test/resources/risk/beneficiaries.csv");
  private static final RiskAdjustment ADJUSTMENT = RiskAdjustment.load();

  @TempDir Path directory;

  private record Beneficiary(
      String id, int paymentYear, Person person, SegmentFacts facts, List<String> codes) {}

  @Test
  @DisplayName("The examples computed by hand, in SQL")
  void examples() throws IOException, SQLException {
    try (OracleDatabase database = oracle()) {
      database.execute(
          "CREATE TABLE example AS SELECT * FROM read_csv('%s', header = true, all_varchar = true, comment = '#', quote = '\"')"
              .formatted(EXAMPLES));
      database.execute(
          """
          INSERT INTO risk_person SELECT id, CAST(payment_year AS INTEGER), CAST(birth_date AS DATE),
            CASE sex WHEN 'F' THEN '2' ELSE '1' END, original_reason, medicaid, institution = 'YES', enrollment
          FROM example\
          """);
      database.execute(
          "INSERT INTO risk_diagnosis SELECT id, unnest(string_split(diagnoses, ' ')) FROM example"
              + " WHERE diagnoses IS NOT NULL");
      OracleRisk oracle = new OracleRisk(database);
      oracle.conditions();
      oracle.scores();
      assertThat(database.count("SELECT count(*) FROM example")).isGreaterThanOrEqualTo(40);
      assertThat(
              database.rows(
                  """
                  SELECT e.id, e.shows, e.segment, s.segment, e.raw, s.raw_m, e.normalized, s.normalized_m,
                    e.coding_adjusted, s.adjusted_m
                  FROM example e LEFT JOIN risk_score s ON s.id = e.id AND s.model = e.model
                  WHERE (e.segment, thousandths(e.raw), thousandths(e.normalized), thousandths(e.coding_adjusted))
                    IS DISTINCT FROM (s.segment, s.raw_m, s.normalized_m, s.adjusted_m)\
                  """))
          .as("examples that differ")
          .isEmpty();
    }
  }

  @Test
  @DisplayName("4,000 random beneficiaries under every model of their year, and the year's blend")
  void randomBeneficiaries() throws IOException, SQLException {
    System.out.println("seed " + SEED);
    try (OracleDatabase database = oracle()) {
      List<Beneficiary> beneficiaries = random(database, RANDOM_BENEFICIARIES);
      add(database, beneficiaries);
      OracleRisk oracle = new OracleRisk(database);
      oracle.conditions();
      oracle.scores();
      assertThat(scores(database)).containsExactlyInAnyOrderEntriesOf(expected(beneficiaries));
      assertThat(segments(database)).as("every segment occurs often").allMatch(n -> n > 100);
    }
  }

  @Test
  @DisplayName("A factor that is off by a thousandth is noticed")
  void theComparisonBites() throws IOException, SQLException {
    try (OracleDatabase database = oracle()) {
      List<Beneficiary> beneficiaries = random(database, 400);
      add(database, beneficiaries);
      database.execute("UPDATE risk_factor SET factor_m = factor_m + 1 WHERE name = 'CFD_HCC37'");
      OracleRisk oracle = new OracleRisk(database);
      oracle.conditions();
      oracle.scores();
      assertThat(scores(database).equals(expected(beneficiaries))).isFalse();
    }
  }

  private OracleDatabase oracle() throws IOException, SQLException {
    OracleDatabase database = new OracleDatabase(directory);
    database.stage("00_macros");
    new OracleRisk(database).codes(new OracleInput(database));
    database.execute(
        """
        CREATE TABLE risk_person (id VARCHAR, payment_year INTEGER, dob DATE, sex VARCHAR, orec VARCHAR,
          medicaid VARCHAR, institution BOOLEAN, enrollment VARCHAR)\
        """);
    database.execute("CREATE TABLE risk_diagnosis (id VARCHAR, icd10 VARCHAR)");
    database.execute(
        "CREATE MACRO thousandths(score) AS CAST(CAST(score AS DECIMAL(9,3)) * 1000 AS BIGINT)");
    return database;
  }

  private static void add(OracleDatabase database, List<Beneficiary> beneficiaries)
      throws SQLException {
    try (DuckDBAppender people = database.connection().createAppender("main", "risk_person");
        DuckDBAppender codes = database.connection().createAppender("main", "risk_diagnosis")) {
      for (Beneficiary one : beneficiaries) {
        people.beginRow();
        people.append(one.id());
        people.append(one.paymentYear());
        people.append(one.person().birthDate());
        people.append(one.person().female() ? "2" : "1");
        people.append(String.valueOf(one.facts().originalReason().ordinal()));
        people.append(one.facts().medicaid().name());
        people.append(one.facts().longTermInstitution());
        people.append(one.facts().enrollment().name());
        people.endRow();
        for (String code : one.codes()) {
          codes.beginRow();
          codes.append(one.id());
          codes.append(code);
          codes.endRow();
        }
      }
    }
  }

  /** Scores by id and model, and the blends by id and the word blend. */
  private static Map<String, List<String>> scores(OracleDatabase database) throws SQLException {
    Map<String, List<String>> scores = new TreeMap<>();
    for (List<String> row :
        database.rows(
            "SELECT id || ' ' || model, segment, raw_m, normalized_m, adjusted_m FROM risk_score"
                + " UNION ALL SELECT id || ' blend', '', 0, normalized_m, adjusted_m FROM"
                + " risk_blend")) {
      scores.put(row.getFirst(), row.subList(1, row.size()));
    }
    return scores;
  }

  private static Map<String, List<String>> expected(List<Beneficiary> beneficiaries) {
    Map<String, List<String>> expected = new TreeMap<>();
    for (Beneficiary one : beneficiaries) {
      PaymentScore score =
          ADJUSTMENT.score(one.person(), one.facts(), one.paymentYear(), one.codes());
      for (AdjustedScore model : score.models()) {
        expected.put(
            one.id() + " " + model.raw().model(),
            List.of(
                model.raw().segment().code(),
                thousandths(model.raw().raw()),
                thousandths(model.normalized()),
                thousandths(model.codingAdjusted())));
      }
      expected.put(
          one.id() + " blend",
          List.of("", "0", thousandths(score.normalized()), thousandths(score.codingAdjusted())));
    }
    return expected;
  }

  private static String thousandths(RiskScore score) {
    return thousandths(score.value());
  }

  private static String thousandths(BigDecimal score) {
    return score.movePointRight(RiskScore.SCALE).toBigIntegerExact().toString();
  }

  private static List<Integer> segments(OracleDatabase database) throws SQLException {
    List<Integer> counts =
        database.rows("SELECT count(*) FROM risk_score GROUP BY segment").stream()
            .map(row -> Integer.valueOf(row.getFirst()))
            .toList();
    assertThat(counts).hasSize(9);
    return counts;
  }

  /** Beneficiaries whose conditions are drawn evenly over all conditions, rare ones as often. */
  private static List<Beneficiary> random(OracleDatabase database, int count) throws SQLException {
    Map<String, List<String>> byCondition = new TreeMap<>();
    for (List<String> row :
        database.rows(
            "SELECT DISTINCT model || hcc, icd10 FROM risk_map UNION SELECT model || condition,"
                + " icd10 FROM risk_edit ORDER BY ALL")) {
      byCondition.computeIfAbsent(row.get(0), any -> new ArrayList<>()).add(row.get(1));
    }
    List<List<String>> conditions = List.copyOf(new TreeMap<>(new HashMap<>(byCondition)).values());
    Random random = new Random(SEED);
    List<Beneficiary> beneficiaries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int year = 2018 + random.nextInt(11);
      beneficiaries.add(
          new Beneficiary(
              "R" + i,
              year,
              new Person(birthDate(random, year), random.nextBoolean(), null),
              facts(random),
              codes(random, conditions)));
    }
    return beneficiaries;
  }

  /**
   * Any age up to 105, every other one near 65, every eighth birthday in the first days of
   * February.
   */
  private static LocalDate birthDate(Random random, int year) {
    int age = random.nextBoolean() ? 62 + random.nextInt(9) : random.nextInt(106);
    return random.nextInt(8) == 0
        ? LocalDate.of(year - age, 1, 31).plusDays(random.nextInt(3))
        : LocalDate.ofYearDay(year - age, 1 + random.nextInt(365));
  }

  private static SegmentFacts facts(Random random) {
    SegmentFacts.Enrollment[] enrollments = SegmentFacts.Enrollment.values();
    SegmentFacts.OriginalReason[] reasons = SegmentFacts.OriginalReason.values();
    SegmentFacts.MedicaidBenefit[] benefits = SegmentFacts.MedicaidBenefit.values();
    int enrollment = Math.max(0, random.nextInt(8) - 5);
    return new SegmentFacts(
        reasons[random.nextInt(reasons.length)],
        benefits[random.nextInt(benefits.length)],
        random.nextInt(5) == 0,
        enrollments[enrollment]);
  }

  private static List<String> codes(Random random, List<List<String>> conditions) {
    TreeSet<String> codes = new TreeSet<>();
    int count = random.nextInt(5) == 0 ? 0 : random.nextInt(20);
    for (int i = 0; i < count; i++) {
      List<String> condition = conditions.get(random.nextInt(conditions.size()));
      codes.add(condition.get(random.nextInt(condition.size())));
    }
    codes.add("I10");
    return List.copyOf(codes);
  }
}
