package io.corridor.portal.dispute;

import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.PersonText;
import io.corridor.portal.shell.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads disputes and what they can be about. */
public final class DisputeQueries {

  private final ReadDatabase database;

  /** Reads through the scoped database. */
  public DisputeQueries(ReadDatabase database) {
    this.database = database;
  }

  /**
   * Whom a dispute is about.
   *
   * @param member member
   * @param contract contract
   * @param payer payer
   */
  public record Subject(String member, String contract, String payer) {

    /** Masked. */
    @Override
    public String toString() {
      return "Subject[" + contract + "]";
    }
  }

  /** Disputes in scope, the open ones first, by the day that counts next. */
  public List<DisputeRow> list(Scope scope, LocalDate today, UnaryOperator<String> practice) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT r.*, p.given_name, p.family_name, p.birth_date, p.sex, p.member_number
                        FROM portal.dispute r
                        LEFT JOIN LATERAL (SELECT * FROM portal.person p WHERE p.member = r.member
                          AND NOT p.ended ORDER BY p.version DESC LIMIT 1) p ON true
                        WHERE NOT r.ended AND (:all OR r.contract = ANY (:contracts)
                          OR r.claimed_tin = ANY (:tins) OR EXISTS (SELECT FROM portal.roster o
                            WHERE o.member = r.member AND o.contract = r.contract))
                        ORDER BY r.status NOT IN ('SUBMITTED', 'UNDER_REVIEW'),
                          coalesce(r.decision_due, DATE '9999-12-31'), r.key
                        LIMIT 500
                        """),
                    scope)
                .query((row, number) -> row(row, today, practice))
                .list());
  }

  private static DisputeRow row(ResultSet row, LocalDate today, UnaryOperator<String> practice)
      throws SQLException {
    String tin = row.getString("claimed_tin");
    String from = row.getString("from_month");
    return new DisputeRow(
        row.getString("dispute"),
        PersonText.name(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getString("member_number")),
        PersonText.person(
            row.getObject("birth_date", LocalDate.class), row.getString("sex"), today),
        text(row.getString("type")),
        from == null ? null : YearMonth.parse(from),
        tin == null ? "" : practice.apply(tin),
        row.getString("status"),
        text(row.getString("clock")),
        text(row.getString("submitted_by")),
        row.getObject("review_due", LocalDate.class),
        row.getObject("decision_due", LocalDate.class),
        text(row.getString("refused")));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Whom a dispute of this id is about. */
  public Optional<Subject> of(Scope scope, String dispute) {
    return database.in(
        scope,
        jdbc ->
            jdbc.sql(
                    "SELECT member, contract, payer FROM portal.dispute"
                        + " WHERE NOT ended AND dispute = :dispute ORDER BY key LIMIT 1")
                .param("dispute", dispute)
                .query((row, number) ->
                    new Subject(row.getString(1), row.getString(2), row.getString(3)))
                .optional());
  }

  /** The member of a month that is explained, and the payer of the contract. */
  public Optional<Subject> explained(Scope scope, String ref, String contract, YearMonth month) {
    return database.in(
        scope,
        jdbc ->
            jdbc.sql(
                    """
                    SELECT e.member, e.contract, t.payer
                    FROM portal.explanation e JOIN portal.member m ON m.member = e.member
                    JOIN portal.terms t ON t.contract = e.contract
                    WHERE NOT e.ended AND m.ref = :ref AND e.contract = :contract
                      AND e.month = :month
                    ORDER BY t.terms_version DESC LIMIT 1
                    """)
                .param("ref", ref)
                .param("contract", contract)
                .param("month", month.toString())
                .query((row, number) ->
                    new Subject(row.getString(1), row.getString(2), row.getString(3)))
                .optional());
  }
}
