package io.corridor.portal.roster;

import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.common.money.Money;
import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.PersonText;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.Explanation;
import io.corridor.schemas.ExplanationValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads rosters, today's assignments and explanations. */
public final class RosterQueries {

  /** Rows that one list holds at most. */
  static final int MOST_ROWS = 5_000;

  private static final String PERSON =
      """
      LEFT JOIN portal.member m ON m.member = r.member
      LEFT JOIN LATERAL (SELECT * FROM portal.person p WHERE p.member = r.member AND NOT p.ended
        ORDER BY p.version DESC LIMIT 1) p ON true
      LEFT JOIN LATERAL (SELECT sum(counted)::bigint AS counted FROM portal.member_month mm
        WHERE NOT mm.ended AND mm.tin = :tin AND mm.contract = r.contract AND mm.member = r.member
          AND mm.month LIKE :year || '-%') c ON true
      """;

  private final ReadDatabase database;
  private final Bodies bodies;

  /** Reads through the scoped database. */
  public RosterQueries(ReadDatabase database, Bodies bodies) {
    this.database = database;
    this.bodies = bodies;
  }

  /**
   * A practice with its members today.
   *
   * @param tin practice
   * @param members members today
   * @param lastList month of its latest published list, if there is one
   */
  public record PracticeCount(String tin, long members, Optional<String> lastList) {}

  /** Practices in scope. */
  public List<PracticeCount> practices(Scope scope) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT tin, sum(today)::bigint AS today, max(list) AS list FROM (
                          SELECT tin, count(*) AS today, NULL AS list FROM portal.assignment
                          WHERE NOT ended AND tin IS NOT NULL
                            AND (:all OR contract = ANY (:contracts) OR tin = ANY (:tins))
                          GROUP BY tin
                          UNION ALL
                          SELECT tin, 0, max(month) FROM portal.roster
                          WHERE tin IS NOT NULL
                            AND (:all OR contract = ANY (:contracts) OR tin = ANY (:tins))
                          GROUP BY tin) x
                        GROUP BY tin ORDER BY today DESC, tin LIMIT 500
                        """),
                    scope)
                .query((row, number) ->
                    new PracticeCount(
                        row.getString("tin"),
                        row.getLong("today"),
                        Optional.ofNullable(row.getString("list"))))
                .list());
  }

  /** Months with a published list of a practice, the latest first. */
  public List<String> months(Scope scope, String tin) {
    return database.in(
        scope,
        jdbc ->
            jdbc.sql(
                    "SELECT DISTINCT month FROM portal.roster WHERE tin = :tin OR prior_tin = :tin"
                        + " ORDER BY month DESC LIMIT 24")
                .param("tin", tin)
                .query(String.class)
                .list());
  }

  /** The published list of a practice in a month, those who left included. */
  public List<RosterMember> published(
      Scope scope, String tin, YearMonth month, UnaryOperator<String> practice) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT r.*, m.ref, p.given_name, p.family_name, p.birth_date, p.sex,"
                            + " p.member_number, c.counted FROM portal.roster r "
                            + PERSON
                            + " WHERE r.month = :month AND (r.tin = :tin OR r.prior_tin = :tin)"
                            + " AND (:all OR r.contract = ANY (:contracts) OR r.tin = ANY (:tins)"
                            + " OR r.prior_tin = ANY (:tins))"
                            + " ORDER BY p.family_name, p.given_name, r.key LIMIT "
                            + MOST_ROWS),
                    scope)
                .param("tin", tin)
                .param("month", month.toString())
                .param("year", String.valueOf(month.getYear()))
                .query((row, number) -> listed(row, tin, month.atDay(1), practice))
                .list());
  }

  private static RosterMember listed(
      ResultSet row, String own, LocalDate day, UnaryOperator<String> practice)
      throws SQLException {
    String tin = row.getString("tin");
    String prior = row.getString("prior_tin");
    RosterChange change = RosterChange.of(row.getString("change_type"), tin, prior, own);
    String other = own.equals(tin) ? prior : tin;
    return member(
        row,
        day,
        change,
        change.word().equals("Unchanged") ? "" : RosterChange.cause(row.getString("reason")),
        other == null || other.equals(own) ? "" : practice.apply(other));
  }

  /** Members of a practice today. */
  public List<RosterMember> today(Scope scope, String tin, LocalDate today) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT r.*, m.ref, p.given_name, p.family_name, p.birth_date, p.sex,"
                            + " p.member_number, c.counted FROM portal.assignment r "
                            + PERSON
                            + " WHERE NOT r.ended AND r.tin = :tin AND (:all OR r.contract = ANY"
                            + " (:contracts) OR r.tin = ANY (:tins))"
                            + " ORDER BY p.family_name, p.given_name, r.key LIMIT "
                            + MOST_ROWS),
                    scope)
                .param("tin", tin)
                .param("year", String.valueOf(today.getYear()))
                .query((row, number) ->
                    member(row, today, new RosterChange("Unchanged", "", ""), "", ""))
                .list());
  }

  private static RosterMember member(
      ResultSet row, LocalDate day, RosterChange change, String cause, String other)
      throws SQLException {
    String ref = row.getString("ref");
    String number = row.getString("member_number");
    String method = row.getString("method");
    long counted = row.getLong("counted");
    boolean none = row.wasNull();
    return new RosterMember(
        ref == null ? "" : ref,
        PersonText.name(row.getString("given_name"), row.getString("family_name"), number),
        PersonText.person(row.getObject("birth_date", LocalDate.class), row.getString("sex"), day),
        number == null ? "" : number,
        row.getString("contract"),
        method == null ? "" : method,
        change,
        cause,
        other,
        none ? null : Money.ofCents(counted));
  }

  /** Why a member of a list is assigned as they are in a month. */
  public Optional<Why> why(
      Scope scope, String ref, String contract, YearMonth month, UnaryOperator<String> practice) {
    return database.in(
        scope,
        jdbc ->
            jdbc.sql(
                    """
                    SELECT e.body, p.given_name, p.family_name, p.birth_date, p.sex, p.member_number
                    FROM portal.explanation e JOIN portal.member m ON m.member = e.member
                    LEFT JOIN LATERAL (SELECT * FROM portal.person p WHERE p.member = e.member
                      AND NOT p.ended ORDER BY p.version DESC LIMIT 1) p ON true
                    WHERE NOT e.ended AND m.ref = :ref AND e.contract = :contract
                      AND e.month = :month
                    """)
                .param("ref", ref)
                .param("contract", contract)
                .param("month", month.toString())
                .query((row, number) ->
                    why(who(row, month.atDay(1)), bodies.explanation(row.getBytes(1)), practice))
                .optional());
  }

  private static String who(ResultSet row, LocalDate day) throws SQLException {
    return PersonText.name(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getString("member_number"))
        + " · "
        + PersonText.person(
            row.getObject("birth_date", LocalDate.class), row.getString("sex"), day);
  }

  private static Why why(String who, ExplanationValue value, UnaryOperator<String> practice) {
    Explanation body = value.getBody();
    @Nullable String tin = body.getTin();
    Why.Facts facts =
        new Why.Facts(
            body.getAttributed(),
            body.getReason(),
            body.getMethod(),
            body.getStep(),
            body.getWindowFrom(),
            body.getWindowUntil(),
            tin,
            body.getNpi(),
            body.getTieBreakUsed(),
            body.getPractices().stream()
                .map(c -> candidate(c, practice.apply(c.getTin())))
                .toList(),
            body.getClinicians().stream()
                .map(c -> candidate(c, "Clinician " + c.getNpi()))
                .toList(),
            body.getExcluded().stream()
                .map(e -> new Why.Excluded(e.getReason(), e.getLines()))
                .toList(),
            value.getEnvelope().getRuleVersion());
    return Why.of(who, facts, tin == null ? "" : practice.apply(tin));
  }

  private static Why.Candidate candidate(io.corridor.schemas.Candidate from, String name) {
    return new Why.Candidate(
        name, from.getVisits(), from.getLastVisit(), Money.of(from.getAllowed()));
  }
}
