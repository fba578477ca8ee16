package io.corridor.portal.worklist;

import static io.corridor.portal.readmodel.ReadDatabase.inScope;
import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.Scope;
import io.corridor.portal.worklist.Encounter.Action;
import io.corridor.portal.worklist.Encounter.FollowUp;
import io.corridor.portal.worklist.Encounter.Patient;
import io.corridor.portal.worklist.Encounter.Progress;
import io.corridor.portal.worklist.Encounter.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the worklist from the read model. */
public final class WorklistQueries {

  /** Rows that one list holds at most; the page says so when it is reached. */
  static final int MOST_ROWS = 2_000;

  private static final Duration STAY_IN_SIGHT = Duration.ofDays(60);
  private static final Duration WITHDRAWN_IN_SIGHT = Duration.ofDays(1);

  /** Substance-use facts are shown only with a consent, which no panel carries yet. */
  private static final String NOT_WITHHELD = "a.sensitivity <> 'SUBSTANCE_USE'";

  private static final String WANTED =
      """
      (c.state = 'OPEN' OR v.state = 'OPEN'
       OR (c.state = 'MISSED' AND c.opened_at > :missed)
       OR (v.state = 'MISSED' AND v.opened_at > :missed)
       OR (a.state IN ('ADMITTED', 'ED', 'OBSERVATION') AND a.started_at > :stay)
       OR (a.state = 'CANCELLED' AND a.known_at > :withdrawn))
      """;

  private static final String FROM =
      """
      FROM portal.alert a
      LEFT JOIN portal.task c ON c.key = a.key || '|CONTACT'
      LEFT JOIN portal.task v ON v.key = a.key || '|VISIT'
      """;

  private static final String SELECT =
      """
      SELECT a.*, p.given_name, p.family_name, p.birth_date, p.sex, p.member_number, p.phone,
             p.language,
             c.state AS c_state, c.opened_at AS c_opened, c.due_at AS c_due,
             c.contact_target_at AS c_first, c.tcm_deadline_at AS c_second,
             c.attempts AS c_attempts, c.done_at AS c_done, c.closed_reason AS c_reason,
             v.state AS v_state, v.opened_at AS v_opened, v.due_at AS v_due,
             v.visit_due_on_7 AS v_first, v.visit_due_on_14 AS v_second,
             v.attempts AS v_attempts, v.done_at AS v_done, v.closed_reason AS v_reason,
             (SELECT count(*) FROM portal.gap g WHERE g.member = a.member AND NOT g.ended
                AND g.state IN ('OPEN', 'REOPENED') AND g.period = :year) AS open_gaps
      """
          + FROM
          + """
          LEFT JOIN LATERAL (
            SELECT * FROM portal.person p WHERE p.member = a.member AND NOT p.ended
            ORDER BY p.version DESC LIMIT 1) p ON true
          """;

  private final ReadDatabase database;

  /** Reads through the scoped database. */
  public WorklistQueries(ReadDatabase database) {
    this.database = database;
  }

  /** Rows that need eyes now, the nearest clock first. */
  public List<Encounter> open(Scope scope, BusinessClock clock) {
    return database.in(
        scope,
        jdbc -> {
          List<Row> rows =
              withScope(
                      jdbc.sql(
                          SELECT
                              + " WHERE (NOT a.ended OR a.state = 'CANCELLED') AND "
                              + NOT_WITHHELD
                              + " AND "
                              + inScope("a.contract", "a.tin")
                              + " AND "
                              + WANTED
                              + " ORDER BY least(CASE WHEN c.state <> 'DONE' THEN c.due_at END,"
                              + " CASE WHEN v.state <> 'DONE' THEN v.due_at END) NULLS LAST, a.key"
                              + " LIMIT "
                              + MOST_ROWS),
                      scope)
                  .param("year", String.valueOf(clock.today().getYear()))
                  .param("missed", Timestamp.from(clock.now().minus(Due.MISSED_IN_SIGHT)))
                  .param("stay", Timestamp.from(clock.now().minus(STAY_IN_SIGHT)))
                  .param("withdrawn", Timestamp.from(clock.now().minus(WITHDRAWN_IN_SIGHT)))
                  .query((row, number) -> new Row(row.getString("key"), encounter(row)))
                  .list();
          return withActions(jdbc, rows);
        });
  }

  /** One row by its reference, whatever its state. */
  public Optional<Encounter> one(Scope scope, BusinessClock clock, String ref) {
    return database.in(
        scope,
        jdbc -> {
          List<Row> rows =
              withScope(
                      jdbc.sql(
                          SELECT
                              + " WHERE a.ref = :ref AND "
                              + NOT_WITHHELD
                              + " AND "
                              + inScope("a.contract", "a.tin")),
                      scope)
                  .param("ref", ref)
                  .param("year", String.valueOf(clock.today().getYear()))
                  .query((row, number) -> new Row(row.getString("key"), encounter(row)))
                  .list();
          return withActions(jdbc, rows).stream().findFirst();
        });
  }

  /** The task that an action is about, for the record that is written. */
  public Optional<TaskTarget> target(Scope scope, String ref, String kind) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT a.member, a.facility, a.visit_number, a.payer, t.key, t.src_part,"
                            + " t.src_offset FROM portal.alert a JOIN portal.task t ON t.key ="
                            + " a.key || '|' || :kind WHERE a.ref = :ref AND "
                            + NOT_WITHHELD
                            + " AND "
                            + inScope("a.contract", "a.tin")),
                    scope)
                .param("ref", ref)
                .param("kind", kind)
                .query((row, number) ->
                    new TaskTarget(
                        row.getString("key"),
                        row.getString("payer"),
                        row.getString("member"),
                        row.getString("facility"),
                        row.getString("visit_number"),
                        kind,
                        row.getInt("src_part"),
                        row.getLong("src_offset")))
                .optional());
  }

  /** Counts beside the list: withheld rows, rates of the last 30 days, the newest record. */
  public Beside beside(Scope scope, BusinessClock clock) {
    return database.in(
        scope,
        jdbc -> {
          long withheld =
              withScope(
                      jdbc.sql(
                          "SELECT count(*) FROM portal.alert a WHERE NOT a.ended AND NOT ("
                              + NOT_WITHHELD
                              + ") AND "
                              + inScope("a.contract", "a.tin")),
                      scope)
                  .query(Long.class)
                  .single();
          Map<String, Rate> rates = rates(jdbc, scope, clock);
          return new Beside(
              withheld,
              rates.getOrDefault("CONTACT", Rate.NONE),
              rates.getOrDefault("VISIT", Rate.NONE),
              newest(jdbc, scope));
        });
  }

  private static Map<String, Rate> rates(JdbcClient jdbc, Scope scope, BusinessClock clock) {
    Map<String, Rate> rates = new HashMap<>();
    withScope(
            jdbc.sql(
                "SELECT kind, count(*) FILTER (WHERE on_time) AS met, count(*) AS due"
                    + " FROM portal.task t WHERE NOT ended AND state <> 'CANCELLED'"
                    + " AND due_at > :from AND due_at <= :now AND "
                    + inScope("t.contract", "t.tin")
                    + " GROUP BY kind"),
            scope)
        .param("from", Timestamp.from(clock.now().minus(Duration.ofDays(30))))
        .param("now", Timestamp.from(clock.now()))
        .query((row, number) ->
            rates.put(row.getString("kind"), new Rate(row.getLong("met"), row.getLong("due"))))
        .list();
    return rates;
  }

  private static long newest(JdbcClient jdbc, Scope scope) {
    return withScope(
            jdbc.sql(
                "SELECT coalesce((extract(epoch FROM max(recorded_at)) * 1000)::bigint, 0)"
                    + " FROM portal.alert a WHERE "
                    + inScope("a.contract", "a.tin")),
            scope)
        .query(Long.class)
        .single();
  }

  /** How many alerts were written after a moment, in milliseconds. */
  public long newsSince(Scope scope, long millis) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT count(*) FROM portal.alert a WHERE a.recorded_at > :since AND "
                            + NOT_WITHHELD
                            + " AND "
                            + inScope("a.contract", "a.tin")),
                    scope)
                .param("since", Timestamp.from(Instant.ofEpochMilli(millis)))
                .query(Long.class)
                .single());
  }

  private record Row(String key, Encounter encounter) {}

  private static List<Encounter> withActions(JdbcClient jdbc, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, List<Action>> actions = new HashMap<>();
    jdbc.sql(
            "SELECT encounter, kind, action, outcome, username, at FROM portal.task_action"
                + " WHERE encounter = ANY (:keys) ORDER BY recorded_at, action_id")
        .param("keys", rows.stream().map(Row::key).toArray(String[]::new))
        .query((row, number) ->
            actions
                .computeIfAbsent(row.getString("encounter"), key -> new ArrayList<>())
                .add(
                    new Action(
                        row.getString("kind"),
                        row.getString("action"),
                        row.getString("outcome"),
                        row.getString("username"),
                        row.getTimestamp("at").toInstant())))
        .list();
    return rows.stream()
        .map(row -> row.encounter().withActions(actions.getOrDefault(row.key(), List.of())))
        .toList();
  }

  private static Encounter encounter(ResultSet row) throws SQLException {
    ZoneId zone = ZoneId.of(row.getString("zone"));
    return new Encounter(
        row.getString("ref"),
        patient(row),
        State.valueOf(row.getString("state")),
        row.getString("patient_class"),
        row.getString("facility"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        zone,
        row.getString("disposition"),
        row.getString("diagnosis"),
        row.getInt("messages"),
        row.getBoolean("derived"),
        row.getLong("late_minutes"),
        row.getString("contract"),
        row.getString("tin"),
        row.getInt("open_gaps"),
        followUp(row, "c", instant(row, "c_first"), instant(row, "c_second")),
        followUp(row, "v", endOf(row, "v_first", zone), endOf(row, "v_second", zone)),
        List.of());
  }

  private static Patient patient(ResultSet row) throws SQLException {
    String given = row.getString("given_name");
    String family = row.getString("family_name");
    String name = ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
    String number = row.getString("member_number");
    String sex = row.getString("sex");
    return new Patient(
        name.isEmpty() ? (number == null ? "Name not sent" : "Member " + number) : name,
        row.getObject("birth_date", LocalDate.class),
        sex == null || sex.equals("UNKNOWN") ? null : sex.substring(0, 1),
        number,
        row.getString("phone"),
        row.getString("language"));
  }

  private static @Nullable FollowUp followUp(
      ResultSet row, String prefix, @Nullable Instant first, @Nullable Instant second)
      throws SQLException {
    String state = row.getString(prefix + "_state");
    Instant opened = instant(row, prefix + "_opened");
    Instant due = instant(row, prefix + "_due");
    return state == null || opened == null || due == null
        ? null
        : new FollowUp(
            Progress.valueOf(state),
            opened,
            due,
            first,
            second,
            row.getInt(prefix + "_attempts"),
            instant(row, prefix + "_done"),
            row.getString(prefix + "_reason"));
  }

  private static @Nullable Instant endOf(ResultSet row, String column, ZoneId zone)
      throws SQLException {
    LocalDate day = row.getObject(column, LocalDate.class);
    return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
