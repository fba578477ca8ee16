package io.corridor.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One verification (law L8): recomputes what a run should have answered, at the business date that
 * the run itself exported, and compares; then the latest published roster at its own cut.
 */
final class VerifyRun {
  private static final String CLOCK = "clock.business-date.v1";
  private static final String REJECTED = "intake.rejected.v1";
  private static final String ROSTER = "attribution.roster.v1";
  private static final String FORECAST = "attribution.forecast.v1";
  private static final int FORECAST_MONTHS = 36;

  /** What people recorded, and which lists their closings made final: no line of a feed has it. */
  private static final List<String> PEOPLE =
      List.of("portal.campaign.v1", "portal.dispute.v1", "settlement.period.v1");

  private static final int LISTED = 1000;

  private final Path feed;
  private final Path contracts;
  private final Path results;
  private final String secret;
  private final boolean forecast;

  VerifyRun(Path feed, Path contracts, Path results, String secret) {
    this(feed, contracts, results, secret, true);
  }

  private VerifyRun(Path feed, Path contracts, Path results, String secret, boolean forecast) {
    this.feed = feed;
    this.contracts = contracts;
    this.results = results;
    this.secret = secret;
    this.forecast = forecast;
  }

  /** The same without the forecast, which is a derivation of its own. */
  VerifyRun withoutForecast() {
    return new VerifyRun(feed, contracts, results, secret, false);
  }

  /**
   * What was found.
   *
   * @param businessDate date of the answers
   * @param rosterMonth month of the roster that was compared, if one was published
   * @param compared field values compared, by topic
   * @param undecidable claims whose final action depends on a content hash that SQL does not
   *     compute
   * @param differences how many differences there are
   * @param listed the first of them
   */
  record Result(
      LocalDate businessDate,
      Optional<String> rosterMonth,
      Map<String, Long> compared,
      long undecidable,
      long differences,
      List<Difference> listed) {}

  /**
   * Recomputes and compares.
   *
   * @throws IOException when an input cannot be read
   * @throws SQLException when the recomputation itself fails
   */
  Result run() throws IOException, SQLException {
    Path spill = Files.createTempDirectory("corridor-verify");
    try {
      return run(spill);
    } finally {
      try (Stream<Path> left = Files.walk(spill)) {
        for (Path path : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private Result run(Path spill) throws IOException, SQLException {
    Map<String, Long> compared = new LinkedHashMap<>();
    List<Difference> listed = new ArrayList<>();
    long differences;
    long undecidable;
    LocalDate businessDate;
    Optional<Cut> roster;
    try (Oracle oracle = new Oracle(spill)) {
      load(oracle);
      for (String topic : Check.all().stream().map(Check::topic).distinct().toList()) {
        oracle.input().topic(results, topic);
      }
      oracle.input().topic(results, ROSTER);
      businessDate = businessDate(oracle.database());
      roster = latestRoster(oracle.database());
      oracle.derive(businessDate, Optional.empty(), stages(Oracle.ATTRIBUTION, Oracle.ANSWERS));
      undecidable = oracle.database().count("SELECT count(*) FROM claim_undecidable");
      Comparison comparison = new Comparison(oracle.database());
      for (Check check : Check.all()) {
        compared.merge(check.topic(), comparison.run(check), Long::sum);
      }
      differences = comparison.differences();
      listed.addAll(comparison.list(LISTED));
      if (forecast) {
        differences += forecast(oracle, businessDate, compared, listed);
      }
    }
    if (roster.isPresent()) {
      differences += roster(spill, roster.get(), compared, listed);
    }
    return new Result(
        businessDate, roster.map(Cut::month), compared, undecidable, differences, listed);
  }

  private long forecast(
      Oracle oracle, LocalDate businessDate, Map<String, Long> compared, List<Difference> listed)
      throws IOException, SQLException {
    oracle.input().topic(results, FORECAST);
    oracle.forecast(businessDate, businessDate.plusMonths(FORECAST_MONTHS));
    Comparison comparison = new Comparison(oracle.database());
    compared.put(FORECAST, comparison.run(Check.of(FORECAST, "expect_forecast")));
    listed.addAll(comparison.list(Math.max(0, LISTED - listed.size())));
    return comparison.differences();
  }

  /** A published roster: its month and the business date it was cut at. */
  private record Cut(String month, LocalDate businessDate) {}

  private long roster(Path spill, Cut cut, Map<String, Long> compared, List<Difference> listed)
      throws IOException, SQLException {
    try (Oracle oracle = new Oracle(spill)) {
      load(oracle);
      oracle.input().topic(results, ROSTER);
      oracle
          .database()
          .execute(
              "DELETE FROM found WHERE json_extract_string(body, '$.month') <> '"
                  + cut.month()
                  + "' OR json_extract_string(body, '$.changeType') IN ('DROPPED', 'CANCELLED')");
      oracle.derive(
          cut.businessDate(),
          Optional.of(cut.businessDate().atStartOfDay()),
          stages(Oracle.ATTRIBUTION, List.of("80_roster")));
      Comparison comparison = new Comparison(oracle.database());
      compared.put(ROSTER, comparison.run(Check.of(ROSTER, "expect_roster")));
      listed.addAll(comparison.list(Math.max(0, LISTED - listed.size())));
      return comparison.differences();
    }
  }

  private void load(Oracle oracle) throws IOException, SQLException {
    oracle.codes();
    oracle.input().feed(feed);
    oracle.input().contracts(contracts);
    oracle.input().surrogates(secret);
    oracle.input().topic(results, REJECTED);
    oracle.input().topic(results, CLOCK);
    for (String topic : PEOPLE) {
      oracle.input().topic(results, topic);
    }
    oracle
        .database()
        .execute(
            """
            INSERT INTO rejected_line
            SELECT json_extract_string(body, '$.file'),
              CAST(json_extract_string(body, '$.line') AS BIGINT)
            FROM found
            WHERE topic = 'intake.rejected.v1'
              AND json_extract_string(body, '$.duplicate') IS DISTINCT FROM 'true'
              -- A conflict of versions is reported; final action decides which of the lines holds.
              AND coalesce(json_extract_string(body, '$.code'), '')
                NOT IN ('CLAIM_VERSION_CONFLICT', 'INTAKE_VERSION_CONFLICT')\
            """);
  }

  private static LocalDate businessDate(OracleDatabase database) throws IOException, SQLException {
    String last =
        database
            .rows(
                "SELECT max(json_extract_string(body, '$.to')) FROM found WHERE topic = '"
                    + CLOCK
                    + "'")
            .getFirst()
            .getFirst();
    if (last.isEmpty()) {
      throw new IOException("the results hold no business date: " + CLOCK + ".ndjson is missing");
    }
    return LocalDate.parse(last);
  }

  private static Optional<Cut> latestRoster(OracleDatabase database) throws SQLException {
    List<String> row =
        database
            .rows(
                "SELECT max(json_extract_string(body, '$.month')),"
                    + " arg_max(json_extract_string(body, '$.businessDate'),"
                    + " json_extract_string(body, '$.month')) FROM found WHERE topic = '"
                    + ROSTER
                    + "'")
            .getFirst();
    return row.getFirst().isEmpty()
        ? Optional.empty()
        : Optional.of(new Cut(row.get(0), LocalDate.parse(row.get(1))));
  }

  private static List<String> stages(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
