package io.corridor.portal.readmodel;

import io.corridor.schemas.ForecastValue;
import io.corridor.schemas.SmallestVisit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of forecasts: who is expected to leave or join a practice. */
final class ForecastTable {

  private ForecastTable() {}

  static List<Table<ForecastValue, ?>> forecast() {
    return List.of(
        Table.keyed(
            LiveTables.<ForecastValue>guarded("forecast")
                .column("member", "text", r -> r.value().getBody().getMember())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("tin", "text", r -> r.value().getBody().getTin())
                .column("changes_on", "date", r -> r.value().getBody().getChangesOn())
                .column("then_tin", "text", r -> r.value().getBody().getThenTin())
                .column("reason", "text", r -> r.value().getBody().getReason())
                .column("keeps_days", "integer", r -> keeps(r, SmallestVisit::getDays))
                .column(
                    "keeps_allowed",
                    "bigint",
                    r -> keeps(r, visit -> LiveTables.cents(visit.getAllowed())))
                .build()));
  }

  private static <T> @Nullable T keeps(
      Read<ForecastValue> read, Function<SmallestVisit, @Nullable T> part) {
    SmallestVisit least = read.value().getBody().getKeeps();
    return least == null ? null : part.apply(least);
  }
}
