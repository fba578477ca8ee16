package io.corridor.portal.campaign;

import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.PersonText;
import io.corridor.portal.shell.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads where the alignment campaign stands. */
public final class CampaignQueries {

  private final ReadDatabase database;

  /** Reads through the scoped database. */
  public CampaignQueries(ReadDatabase database) {
    this.database = database;
  }

  /**
   * A member in the campaign of a contract.
   *
   * @param member member
   * @param contract contract
   * @param payer payer
   * @param status where it stands
   */
  public record Subject(String member, String contract, String payer, String status) {

    /** Masked. */
    @Override
    public String toString() {
      return "Subject[" + contract + "]";
    }
  }

  /** Members in scope: letters that are due first, then those that wait for somebody. */
  public List<CampaignRow> list(Scope scope, LocalDate today, UnaryOperator<String> practice) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT r.*, m.ref, p.given_name, p.family_name, p.birth_date, p.sex,
                          p.member_number
                        FROM portal.campaign r JOIN portal.member m ON m.member = r.member
                        LEFT JOIN LATERAL (SELECT * FROM portal.person p WHERE p.member = r.member
                          AND NOT p.ended ORDER BY p.version DESC LIMIT 1) p ON true
                        WHERE NOT r.ended AND r.status IS NOT NULL
                          AND (:all OR r.contract = ANY (:contracts) OR r.tin = ANY (:tins))
                        ORDER BY array_position(ARRAY['LETTER_DUE', 'PROXIMITY_ASSIGNED',
                            'LETTER_SENT', 'NOBODY_NEAR', 'PROVIDER_DECLINED'], r.status) NULLS LAST,
                          p.family_name, p.given_name, r.key
                        LIMIT 500
                        """),
                    scope)
                .query((row, number) -> row(row, today, practice))
                .list());
  }

  private static CampaignRow row(ResultSet row, LocalDate today, UnaryOperator<String> practice)
      throws SQLException {
    String tin = row.getString("tin");
    String status = row.getString("status");
    return new CampaignRow(
        row.getString("ref"),
        row.getString("contract"),
        PersonText.name(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getString("member_number")),
        PersonText.person(
            row.getObject("birth_date", LocalDate.class), row.getString("sex"), today),
        status,
        row.getObject("letter_sent", LocalDate.class),
        row.getObject(status.equals("LETTER_SENT") ? "answer_due" : "decline_due", LocalDate.class),
        tin == null ? "" : practice.apply(tin),
        text(row.getString("measure")),
        row.getBigDecimal("miles"),
        text(row.getString("refused")));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Contracts in scope with letters that are due. */
  public List<LettersDue> due(Scope scope) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT r.contract, count(*) AS letters FROM portal.campaign r
                        WHERE NOT r.ended AND r.status = 'LETTER_DUE'
                          AND (:all OR r.contract = ANY (:contracts))
                        GROUP BY r.contract ORDER BY r.contract
                        """),
                    scope)
                .query((row, number) -> new LettersDue(row.getString(1), row.getInt(2)))
                .list());
  }

  /** Everybody to whom a letter is due in a contract. */
  public List<DueLetter> due(Scope scope, String contract) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT r.member, m.ref, t.payer, p.member_number, p.family_name,
                          p.given_name, p.birth_date, p.language, p.phone
                        FROM portal.campaign r JOIN portal.member m ON m.member = r.member
                        JOIN LATERAL (SELECT payer FROM portal.terms t
                          WHERE t.contract = r.contract ORDER BY t.terms_version DESC LIMIT 1) t
                          ON true
                        LEFT JOIN LATERAL (SELECT * FROM portal.person p WHERE p.member = r.member
                          AND NOT p.ended ORDER BY p.version DESC LIMIT 1) p ON true
                        WHERE NOT r.ended AND r.status = 'LETTER_DUE' AND r.contract = :contract
                          AND (:all OR r.contract = ANY (:contracts))
                        ORDER BY p.family_name, p.given_name, r.key
                        """),
                    scope)
                .param("contract", contract)
                .query((row, number) ->
                    new DueLetter(
                        row.getString("ref"),
                        row.getString("member"),
                        row.getString("payer"),
                        row.getString("member_number"),
                        row.getString("family_name"),
                        row.getString("given_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("language"),
                        row.getString("phone")))
                .list());
  }

  /** A member in the campaign of a contract. */
  public Optional<Subject> of(Scope scope, String ref, String contract) {
    return database.in(
        scope,
        jdbc ->
            jdbc.sql(
                    """
                    SELECT c.member, c.contract, t.payer, c.status
                    FROM portal.campaign c JOIN portal.member m ON m.member = c.member
                    JOIN portal.terms t ON t.contract = c.contract
                    WHERE NOT c.ended AND c.status IS NOT NULL AND m.ref = :ref
                      AND c.contract = :contract
                    ORDER BY t.terms_version DESC LIMIT 1
                    """)
                .param("ref", ref)
                .param("contract", contract)
                .query((row, number) ->
                    new Subject(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional());
  }
}
