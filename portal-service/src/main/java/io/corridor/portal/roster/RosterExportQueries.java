package io.corridor.portal.roster;

import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads published rosters for other systems, and which lists are final. */
public final class RosterExportQueries {

  private static final String PUBLISHED =
      """
      SELECT r.*, m.ref, p.given_name, p.family_name, p.birth_date, p.sex, p.member_number,
        p.language, p.death_date, mm.risk
      FROM portal.roster r
      JOIN portal.member m ON m.member = r.member
      LEFT JOIN LATERAL (SELECT * FROM portal.person p WHERE p.member = r.member AND NOT p.ended
        ORDER BY p.version DESC LIMIT 1) p ON true
      LEFT JOIN portal.member_month mm ON mm.member = r.member AND mm.contract = r.contract
        AND mm.month = r.month AND NOT mm.ended
      WHERE r.month = :month AND (r.tin = :tin OR r.prior_tin = :tin)
        AND (:all OR r.contract = ANY (:contracts) OR r.tin = ANY (:tins)
          OR r.prior_tin = ANY (:tins))
      ORDER BY r.contract, p.member_number, r.key
      LIMIT %d
      """
          .formatted(RosterQueries.MOST_ROWS);

  private final ReadDatabase database;
  private final Bodies bodies;

  /** Reads through the scoped database. */
  public RosterExportQueries(ReadDatabase database, Bodies bodies) {
    this.database = database;
    this.bodies = bodies;
  }

  /** The published list of a practice in a month, those who left included. */
  public List<ExportedMember> published(Scope scope, String tin, YearMonth month) {
    Set<String> settled = settled(month);
    return database.in(
        scope,
        jdbc ->
            withScope(jdbc.sql(PUBLISHED), scope)
                .param("tin", tin)
                .param("month", month.toString())
                .query((row, number) -> member(row, settled))
                .list());
  }

  /**
   * Contracts whose lists of a month are final, because their year is settled. Everybody who sees a
   * list may know this of it, so it is read outside any scope; nothing else of a period is told.
   */
  public Set<String> settled(YearMonth month) {
    return database.in(
        Scope.ALL,
        jdbc ->
            jdbc
                .sql("SELECT body FROM portal.period WHERE NOT ended")
                .query((row, number) -> bodies.period(row.getBytes(1)).getBody())
                .list()
                .stream()
                .filter(period -> settles(period, month.atDay(1)))
                .map(Period::getContract)
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** A period is settled once assignments are frozen for it; closing it again changes no list. */
  private static boolean settles(Period period, LocalDate day) {
    LocalDate from = period.getFrom();
    LocalDate until = period.getUntil();
    return period.getRosterNumber() != null
        && from != null
        && until != null
        && !day.isBefore(from)
        && day.isBefore(until);
  }

  private static ExportedMember member(ResultSet row, Set<String> settled) throws SQLException {
    String contract = row.getString("contract");
    return new ExportedMember(
        row.getString("ref"),
        contract,
        row.getString("member_number"),
        row.getString("family_name"),
        row.getString("given_name"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("sex"),
        row.getString("language"),
        row.getObject("death_date", LocalDate.class),
        row.getString("tin"),
        row.getString("npi"),
        row.getString("method"),
        row.getString("prior_tin"),
        row.getObject("step", Integer.class),
        row.getObject("since", LocalDate.class),
        row.getObject("months_this_year", Integer.class),
        row.getObject("last_visit", LocalDate.class),
        row.getString("change_type"),
        row.getString("reason"),
        row.getInt("number"),
        row.getObject("business_date", LocalDate.class),
        row.getBigDecimal("risk"),
        ListStatus.of(true, settled.contains(contract)));
  }
}
