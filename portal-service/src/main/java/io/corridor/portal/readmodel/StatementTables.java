package io.corridor.portal.readmodel;

import io.corridor.schemas.PeriodValue;
import io.corridor.schemas.StatementValue;
import java.util.List;

/** Tables of settled periods. */
final class StatementTables {

  private StatementTables() {}

  static List<Table<PeriodValue, ?>> period() {
    return List.of(
        Table.keyed(
            LiveTables.<PeriodValue>guarded("period")
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("period", "text", r -> r.value().getBody().getPeriod())
                .column("body", "bytea", Read::bytes)
                .build()));
  }

  /** Statements are published once: the first row stays. */
  static List<Table<StatementValue, ?>> statement() {
    Upsert<Read<StatementValue>> upsert =
        Upsert.<Read<StatementValue>>into("statement")
            .key("key", "text", Read::key)
            .once("contract", "text", r -> r.value().getBody().getContract())
            .once("period", "text", r -> r.value().getBody().getPeriod())
            .once("statement", "text", r -> r.value().getBody().getStatement())
            .once("cut_date", "date", r -> r.value().getBody().getCutDate())
            .once("body", "bytea", Read::bytes)
            .build();
    return List.of(Table.of(read -> read, Read::key, upsert));
  }
}
