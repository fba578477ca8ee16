package io.corridor.portal.roster;

import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.common.money.Money;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.PersonText;
import io.corridor.portal.shell.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads who is expected to leave or join a practice. */
public final class ForecastQueries {

  private static final int MONTHS_AHEAD = 3;

  private final ReadDatabase database;

  /** Reads through the scoped database. */
  public ForecastQueries(ReadDatabase database) {
    this.database = database;
  }

  /** Leavers and joiners of the next three months, by day; the current state, not a list. */
  public List<Expected> expected(
      Scope scope, String tin, LocalDate today, UnaryOperator<String> practice) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT r.*, p.given_name, p.family_name, p.birth_date, p.sex, p.member_number
                        FROM portal.forecast r
                        LEFT JOIN LATERAL (SELECT * FROM portal.person p WHERE p.member = r.member
                          AND NOT p.ended ORDER BY p.version DESC LIMIT 1) p ON true
                        WHERE NOT r.ended AND r.changes_on > :today AND r.changes_on <= :until
                          AND (r.tin = :tin OR r.then_tin = :tin)
                          AND r.tin IS DISTINCT FROM r.then_tin
                          AND (:all OR r.contract = ANY (:contracts) OR r.tin = ANY (:tins)
                            OR r.then_tin = ANY (:tins))
                        ORDER BY r.changes_on, p.family_name, p.given_name, r.key
                        LIMIT 500
                        """),
                    scope)
                .param("today", today)
                .param("until", today.plusMonths(MONTHS_AHEAD))
                .param("tin", tin)
                .query((row, number) -> expected(row, tin, today, practice))
                .list());
  }

  private static Expected expected(
      ResultSet row, String own, LocalDate today, UnaryOperator<String> practice)
      throws SQLException {
    boolean joins = own.equals(row.getString("then_tin"));
    @Nullable String other = row.getString(joins ? "tin" : "then_tin");
    int days = row.getInt("keeps_days");
    boolean none = row.wasNull();
    return new Expected(
        PersonText.name(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getString("member_number")),
        PersonText.person(
            row.getObject("birth_date", LocalDate.class), row.getString("sex"), today),
        joins,
        row.getObject("changes_on", LocalDate.class),
        other == null ? "" : practice.apply(other),
        none ? null : days,
        none ? null : Money.ofCents(row.getLong("keeps_allowed")));
  }
}
