package io.corridor.portal.readmodel;

import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCompletion;
import io.corridor.schemas.BudgetValue;
import io.corridor.schemas.CompletionBand;
import io.corridor.schemas.Projection;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Running cost against budget, with the late claims that are expected. */
final class BudgetTable {

  private BudgetTable() {}

  static List<Table<BudgetValue, ?>> budget() {
    return List.of(
        Table.keyed(
            LiveTables.<BudgetValue>guarded("budget")
                .column("contract", "text", r -> of(r).getContract())
                .column("level", "text", r -> of(r).getLevel())
                .column("id", "text", r -> of(r).getId())
                .column("period", "text", r -> of(r).getPeriod())
                .column("members", "bigint", r -> of(r).getMembers())
                .column("member_months", "numeric", r -> of(r).getMemberMonths())
                .column("allowed", "bigint", r -> LiveTables.cents(of(r).getAllowed()))
                .column("paid", "bigint", r -> LiveTables.cents(of(r).getPaid()))
                .column("counted", "bigint", r -> LiveTables.cents(of(r).getCounted()))
                .column("budget", "bigint", r -> LiveTables.cents(of(r).getBudget()))
                .column("unpriced_lines", "bigint", r -> of(r).getUnpricedLines())
                .column("complete_to", "date", r -> of(r).getCompleteTo())
                .column("known_at", "timestamptz", r -> r.envelope().getKnownAt())
                .column("completed", "bigint", r -> completed(r, c -> cents(c.getCompleted())))
                .column("received", "numeric", r -> completed(r, c -> c.getPercentComplete()))
                .column("completed_low", "bigint", r -> completed(r, c -> low(c.getBand())))
                .column("completed_high", "bigint", r -> completed(r, c -> high(c.getBand())))
                .column("projected", "bigint", r -> projected(r, p -> cents(p.getProjected())))
                .column("projected_low", "bigint", r -> projected(r, p -> low(p.getBand())))
                .column("projected_high", "bigint", r -> projected(r, p -> high(p.getBand())))
                .build()));
  }

  private static Budget of(Read<BudgetValue> read) {
    return read.value().getBody();
  }

  private static <T> @Nullable T completed(
      Read<BudgetValue> read, Function<BudgetCompletion, @Nullable T> figure) {
    BudgetCompletion completion = of(read).getCompletion();
    return completion == null ? null : figure.apply(completion);
  }

  private static <T> @Nullable T projected(
      Read<BudgetValue> read, Function<Projection, @Nullable T> figure) {
    BudgetCompletion completion = of(read).getCompletion();
    Projection projection = completion == null ? null : completion.getProjection();
    return projection == null ? null : figure.apply(projection);
  }

  private static Long cents(BigDecimal dollars) {
    return LiveTables.cents(dollars);
  }

  private static @Nullable Long low(@Nullable CompletionBand band) {
    return band == null ? null : cents(band.getLow());
  }

  private static @Nullable Long high(@Nullable CompletionBand band) {
    return band == null ? null : cents(band.getHigh());
  }
}
