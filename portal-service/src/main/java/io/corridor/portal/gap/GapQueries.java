package io.corridor.portal.gap;

import static io.corridor.portal.readmodel.ReadDatabase.inScope;
import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.PersonText;
import io.corridor.portal.shell.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads care gaps. */
public final class GapQueries {

  private static final String NOT_WITHHELD = "g.sensitivity = 'NORMAL'";

  private static final List<String> OPEN = List.of("OPEN", "REOPENED");
  private static final List<String> STATES =
      List.of("OPEN", "REOPENED", "CLOSED", "EXCLUDED", "EXPIRED", "PROSPECTIVE");

  private final ReadDatabase database;

  /** Reads through the scoped database. */
  public GapQueries(ReadDatabase database) {
    this.database = database;
  }

  /** States that a filter asks for; one that is not known asks for all. */
  public static List<String> states(String filter) {
    String state = filter.toUpperCase(Locale.ROOT);
    return state.equals("OPEN") ? OPEN : STATES.contains(state) ? List.of(state) : STATES;
  }

  /** How each measure stands in a period. */
  public List<GapFunnel> funnels(Scope scope, LocalDate today) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT measure,
                          count(*) FILTER (WHERE state = 'CLOSED') AS closed,
                          count(*) FILTER (WHERE state IN ('OPEN', 'REOPENED')) AS open,
                          count(*) FILTER (WHERE state = 'EXCLUDED') AS excluded,
                          count(*) FILTER (WHERE state = 'PROSPECTIVE') AS waiting,
                          count(*) FILTER (WHERE state = 'EXPIRED') AS expired,
                          count(*) FILTER (WHERE state IN ('OPEN', 'REOPENED')
                            AND due_by < :soon) AS expiring
                        FROM portal.gap g WHERE NOT ended AND period = :period AND
                        """
                            + NOT_WITHHELD
                            + " AND "
                            + inScope("g.contract", "g.tin")
                            + " GROUP BY measure ORDER BY measure"),
                    scope)
                .param("period", String.valueOf(today.getYear()))
                .param("soon", today.plusDays(30))
                .query((row, number) ->
                    new GapFunnel(
                        row.getString("measure"),
                        row.getLong("closed"),
                        row.getLong("open"),
                        row.getLong("excluded"),
                        row.getLong("waiting"),
                        row.getLong("expired"),
                        row.getLong("expiring")))
                .list());
  }

  /** Persons of a list, the nearest last day first. */
  public List<GapRow> rows(
      Scope scope,
      LocalDate today,
      Optional<String> measure,
      List<String> states,
      int limit,
      List<ContractInfo> contracts) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        """
                        SELECT g.*, m.ref, p.given_name, p.family_name, p.birth_date, p.sex,
                          p.member_number
                        FROM portal.gap g
                        LEFT JOIN portal.member m ON m.member = g.member
                        LEFT JOIN LATERAL (SELECT * FROM portal.person p
                          WHERE p.member = g.member AND NOT p.ended
                          ORDER BY p.version DESC LIMIT 1) p ON true
                        WHERE NOT g.ended AND g.period = :period AND g.state = ANY (:states)
                          AND (:measure = '' OR g.measure = :measure) AND
                        """
                            + NOT_WITHHELD
                            + " AND "
                            + inScope("g.contract", "g.tin")
                            + " ORDER BY g.due_by, g.measure, p.family_name, g.key LIMIT :most"),
                    scope)
                .param("period", String.valueOf(today.getYear()))
                .param("states", states.toArray(String[]::new))
                .param("measure", measure.orElse(""))
                .param("most", limit)
                .query((row, number) -> row(row, today, contracts))
                .list());
  }

  private static GapRow row(ResultSet row, LocalDate today, List<ContractInfo> contracts)
      throws SQLException {
    String ref = row.getString("ref");
    String tin = row.getString("tin");
    return new GapRow(
        ref == null ? "" : ref,
        PersonText.name(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getString("member_number")),
        PersonText.person(
            row.getObject("birth_date", LocalDate.class), row.getString("sex"), today),
        row.getString("measure"),
        row.getString("state"),
        row.getString("reason"),
        row.getObject("due_by", LocalDate.class),
        evidence(row),
        practice(contracts, tin),
        today);
  }

  private static String evidence(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("evidence_on", LocalDate.class);
    if (on == null) {
      return "none received";
    }
    String kind = "CLAIM".equals(row.getString("evidence_kind")) ? "claim" : "record";
    return Format.plainDay(on) + ", " + kind + ", code " + row.getString("evidence_code");
  }

  private static String practice(List<ContractInfo> contracts, @Nullable String tin) {
    if (tin == null) {
      return "Nobody accountable now";
    }
    for (ContractInfo info : contracts) {
      String name = info.practices().get(tin);
      if (name != null) {
        return name;
      }
    }
    return "Practice " + tin;
  }
}
