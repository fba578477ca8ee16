package io.corridor.portal.whatif;

import static io.corridor.portal.readmodel.ReadDatabase.inScope;
import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.Marginal;
import io.corridor.schemas.MarginalChange;
import io.corridor.schemas.WhatIf;
import java.util.List;
import java.util.Optional;

/** Reads answers to what-if questions, and what small changes are worth. */
public final class WhatIfQueries {

  private static final String NO_PRACTICE = "CASE WHEN false THEN '' END";

  private final ReadDatabase database;
  private final Bodies bodies;

  /** Reads through the scoped database. */
  public WhatIfQueries(ReadDatabase database, Bodies bodies) {
    this.database = database;
    this.bodies = bodies;
  }

  /** The answer to a question, once there is one. */
  Optional<WhatIf> answer(Scope scope, String contract, int year, String request) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT body FROM portal.what_if WHERE contract = :contract"
                            + " AND period = :year AND request = :request AND "
                            + inScope("contract", NO_PRACTICE)),
                    scope)
                .param("contract", contract)
                .param("year", String.valueOf(year))
                .param("request", request)
                .query((row, number) -> bodies.whatIf(row.getBytes(1)).getBody())
                .optional());
  }

  /** What small changes are worth under the whole contract, as last estimated. */
  List<MarginalChange> worths(Scope scope, String contract, int year) {
    return database
        .in(
            scope,
            jdbc ->
                withScope(
                        jdbc.sql(
                            "SELECT body FROM portal.marginal WHERE NOT ended"
                                + " AND contract = :contract AND level = 'CONTRACT'"
                                + " AND period = :year AND "
                                + inScope("contract", NO_PRACTICE)),
                        scope)
                    .param("contract", contract)
                    .param("year", String.valueOf(year))
                    .query((row, number) -> bodies.marginal(row.getBytes(1)).getBody())
                    .optional())
        .map(Marginal::getChanges)
        .orElse(List.of());
  }
}
