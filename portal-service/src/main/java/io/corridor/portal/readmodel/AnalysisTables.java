package io.corridor.portal.readmodel;

import io.corridor.schemas.MarginalValue;
import io.corridor.schemas.WhatIfValue;
import java.util.List;

/** Tables of what settlement works out beside the estimate. */
final class AnalysisTables {

  private AnalysisTables() {}

  static List<Table<MarginalValue, ?>> marginal() {
    return List.of(
        Table.keyed(
            LiveTables.<MarginalValue>guarded("marginal")
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("level", "text", r -> r.value().getBody().getLevel())
                .column("id", "text", r -> r.value().getBody().getId())
                .column("period", "text", r -> r.value().getBody().getPeriod())
                .column("body", "bytea", Read::bytes)
                .build()));
  }

  /** Answers are published once: the first row stays. */
  static List<Table<WhatIfValue, ?>> whatIf() {
    Upsert<Read<WhatIfValue>> upsert =
        Upsert.<Read<WhatIfValue>>into("what_if")
            .key("key", "text", Read::key)
            .once("contract", "text", r -> r.value().getBody().getContract())
            .once("period", "text", r -> r.value().getBody().getPeriod())
            .once("request", "text", r -> r.value().getBody().getRequest())
            .once("recorded_at", "timestamptz", r -> r.envelope().getRecordedAt())
            .once("body", "bytea", Read::bytes)
            .build();
    return List.of(Table.of(read -> read, Read::key, upsert));
  }
}
