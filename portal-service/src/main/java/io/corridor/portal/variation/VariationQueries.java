package io.corridor.portal.variation;

import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.common.money.Money;
import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.report.variation.ClinicalCase;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.CareCase;
import io.corridor.schemas.CareVariation;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the cases that reports are made of, and the reports. */
public final class VariationQueries {

  private final ReadDatabase database;
  private final Bodies bodies;

  /** Reads through the scoped database. */
  public VariationQueries(ReadDatabase database, Bodies bodies) {
    this.database = database;
    this.bodies = bodies;
  }

  /**
   * A stored report.
   *
   * @param body the report
   * @param knownAt what it rests on was known then
   */
  public record Stored(CareVariation body, Instant knownAt) {}

  /**
   * The rows of one moment.
   *
   * @param cases cases of the quarter, by member, then day and group
   * @param version version of the next report of this contract and quarter, from 1
   * @param knownAt what the cases rest on was known then
   */
  record Rows(List<ClinicalCase> cases, long version, Instant knownAt) {}

  /** Quarters of a contract in which somebody has a case. */
  SortedSet<String> quarters(String contract) {
    return database.in(
        Scope.ALL,
        jdbc ->
            new TreeSet<>(
                jdbc.sql(
                        "SELECT DISTINCT quarter FROM portal.member_case"
                            + " WHERE contract = :contract AND NOT ended")
                    .param("contract", contract)
                    .query(String.class)
                    .list()));
  }

  /** What a report is made of, all of one moment and of the whole contract. */
  Rows rows(String contract, String quarter) {
    return database.inSnapshot(
        Scope.ALL,
        jdbc ->
            new Rows(
                cases(jdbc, contract, quarter),
                1 + lastVersion(jdbc, contract, quarter),
                knownAt(jdbc, contract, quarter)));
  }

  private List<ClinicalCase> cases(JdbcClient jdbc, String contract, String quarter) {
    List<ClinicalCase> cases = new ArrayList<>();
    jdbc.sql(
            """
            SELECT body FROM portal.member_case
            WHERE contract = :contract AND quarter = :quarter AND NOT ended ORDER BY key
            """)
        .param("contract", contract)
        .param("quarter", quarter)
        .query(row -> {
          bodies.memberCases(row.getBytes(1)).getBody().getCases().stream()
              .map(VariationQueries::read)
              .forEach(cases::add);
        });
    return cases;
  }

  private static ClinicalCase read(CareCase one) {
    return new ClinicalCase(
        one.getGroup(),
        one.getNpi(),
        ClinicalCase.Site.valueOf(one.getSite()),
        Money.of(one.getCost()),
        one.getTests(),
        one.getRisk());
  }

  private static long lastVersion(JdbcClient jdbc, String contract, String quarter) {
    return jdbc.sql(
            """
            SELECT coalesce(max(version), 0) FROM portal.care_variation
            WHERE contract = :contract AND quarter = :quarter
            """)
        .param("contract", contract)
        .param("quarter", quarter)
        .query(Long.class)
        .single();
  }

  /** Taken-back cases tell of it too. */
  private static Instant knownAt(JdbcClient jdbc, String contract, String quarter) {
    return jdbc.sql(
            """
            SELECT max(known_at) FROM portal.member_case
            WHERE contract = :contract AND quarter = :quarter
            """)
        .param("contract", contract)
        .param("quarter", quarter)
        .query((row, number) -> {
          Timestamp known = row.getTimestamp(1);
          return known == null ? Instant.EPOCH : known.toInstant();
        })
        .single();
  }

  /** Reports of a contract, the latest quarter first. */
  List<Stored> reports(Scope scope, String contract) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT body, known_at FROM portal.care_variation
                        WHERE NOT ended AND (:all OR contract = ANY (:contracts))
                          AND contract = :contract
                        ORDER BY quarter DESC
                        """),
                    scope)
                .param("contract", contract)
                .query((row, number) ->
                    new Stored(
                        bodies.variation(row.getBytes(1)).getBody(),
                        row.getTimestamp(2).toInstant()))
                .list());
  }

  /** The report of a quarter. */
  public Optional<Stored> report(Scope scope, String contract, String quarter) {
    return reports(scope, contract).stream()
        .filter(stored -> stored.body().getQuarter().equals(quarter))
        .findFirst();
  }
}
