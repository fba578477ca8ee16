package io.corridor.portal.program;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.report.evaluation.Population;
import io.corridor.portal.shell.Scope;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what an evaluation compares: the whole contract, not what one viewer sees of it. */
public final class StudyQueries {

  private final ReadDatabase database;

  /** Reads through the scoped database. */
  public StudyQueries(ReadDatabase database) {
    this.database = database;
  }

  /**
   * The rows of one moment.
   *
   * @param population attributed members of the contract, month by month
   * @param enrolled members of the program with the day of their first enrollment
   * @param version version of the report of this program and day, from 1
   * @param knownAt what the contract's figures rest on was known then
   */
  record Rows(
      Population population, Map<String, LocalDate> enrolled, long version, Instant knownAt) {}

  /** What an order is about, all of one moment. */
  Rows rows(EvaluationJob.Order order) {
    return database.inSnapshot(
        Scope.ALL,
        jdbc ->
            new Rows(
                population(jdbc, order),
                enrolled(jdbc, order),
                1 + lastVersion(jdbc, order),
                knownAt(jdbc, order)));
  }

  private static Population population(JdbcClient jdbc, EvaluationJob.Order order) {
    Population population = new Population(order.lineOfBusiness());
    jdbc.sql(
            """
            SELECT member, month, member_months, in_scope, risk, inpatient, emergency
            FROM portal.member_month WHERE contract = :contract AND NOT ended
            """)
        .param("contract", order.contract())
        .query(row -> {
          population.add(row.getString(1), YearMonth.parse(row.getString(2)), lived(row));
        });
    jdbc.sql(
            """
            SELECT DISTINCT ON (1) coalesce(i.root, p.member), p.birth_date, p.sex, p.death_date
            FROM portal.person p LEFT JOIN portal.identity i ON i.member = p.member
            WHERE p.payer = :payer AND NOT p.ended AND p.birth_date IS NOT NULL
            ORDER BY 1, (p.member = coalesce(i.root, p.member)) DESC, p.version DESC
            """)
        .param("payer", order.payer())
        .query(row -> {
          population.add(
              row.getString(1),
              new Population.Person(
                  row.getObject(2, LocalDate.class),
                  "FEMALE".equals(row.getString(3)),
                  row.getObject(4, LocalDate.class)));
        });
    return population;
  }

  private static Population.MemberMonth lived(ResultSet row) throws SQLException {
    BigDecimal risk = row.getBigDecimal(5);
    return new Population.MemberMonth(
        new Rate(row.getBigDecimal(3)),
        Money.ofCents(row.getLong(4)),
        risk == null ? Rate.ONE : new Rate(risk),
        row.getBoolean(6),
        row.getBoolean(7));
  }

  /** Of ids that were merged after they were enrolled the root, with the earliest day. */
  private static Map<String, LocalDate> enrolled(JdbcClient jdbc, EvaluationJob.Order order) {
    Map<String, LocalDate> enrolled = new TreeMap<>();
    jdbc.sql(
            """
            SELECT coalesce(i.root, e.member), min(e.enrolled_on)
            FROM portal.program_member e LEFT JOIN portal.identity i ON i.member = e.member
            WHERE e.contract = :contract AND e.program = :program AND e.enrolled_on IS NOT NULL
            GROUP BY 1
            """)
        .param("contract", order.contract())
        .param("program", order.program())
        .query(row -> {
          enrolled.put(row.getString(1), row.getObject(2, LocalDate.class));
        });
    return enrolled;
  }

  private static long lastVersion(JdbcClient jdbc, EvaluationJob.Order order) {
    return jdbc.sql(
            """
            SELECT coalesce(max(version), 0) FROM portal.evaluation
            WHERE contract = :contract AND program = :program AND business_date = :day
            """)
        .param("contract", order.contract())
        .param("program", order.program())
        .param("day", order.day())
        .query(Long.class)
        .single();
  }

  /** What the contract's figures rest on was known then; a contract without any has no cases. */
  private static Instant knownAt(JdbcClient jdbc, EvaluationJob.Order order) {
    return jdbc.sql("SELECT max(known_at) FROM portal.budget WHERE contract = :contract")
        .param("contract", order.contract())
        .query((row, number) -> {
          Timestamp known = row.getTimestamp(1);
          return known == null ? Instant.EPOCH : known.toInstant();
        })
        .single();
  }
}
