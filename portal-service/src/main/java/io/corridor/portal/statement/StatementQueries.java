package io.corridor.portal.statement;

import static io.corridor.portal.readmodel.ReadDatabase.inScope;
import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.Period;
import io.corridor.schemas.Statement;
import java.util.List;
import java.util.Optional;

/** Reads statements, and where their periods stand. */
public final class StatementQueries {

  private static final String NO_PRACTICE = "CASE WHEN false THEN '' END";

  private final ReadDatabase database;
  private final Bodies bodies;

  /** Reads through the scoped database. */
  public StatementQueries(ReadDatabase database, Bodies bodies) {
    this.database = database;
    this.bodies = bodies;
  }

  /** The statements of a year, the latest first. */
  List<Statement> statements(Scope scope, String contract, int year) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT body FROM portal.statement WHERE contract = :contract"
                            + " AND period = :year AND "
                            + inScope("contract", NO_PRACTICE)
                            + " ORDER BY cut_date DESC, statement DESC"),
                    scope)
                .param("contract", contract)
                .param("year", String.valueOf(year))
                .query((row, number) -> bodies.statement(row.getBytes(1)).getBody())
                .list());
  }

  /** Where a year stands. */
  Optional<Period> period(Scope scope, String contract, int year) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT body FROM portal.period WHERE NOT ended"
                            + " AND contract = :contract AND period = :year AND "
                            + inScope("contract", NO_PRACTICE)),
                    scope)
                .param("contract", contract)
                .param("year", String.valueOf(year))
                .query((row, number) -> bodies.period(row.getBytes(1)).getBody())
                .optional());
  }
}
