package io.corridor.benchmark.budget;

import io.corridor.common.streams.ClosingCut;
import io.corridor.schemas.Budget;
import io.corridor.schemas.FinalBudget;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The running budget of a level as a closing freezes it. */
final class FinalBudgets {

  private FinalBudgets() {}

  /**
   * A frozen budget.
   *
   * @param budget the running budget at the cut; null when there is none
   */
  static FinalBudget of(
      ClosingCut cut,
      BudgetKey year,
      LocalDate businessDate,
      Instant knownAt,
      @Nullable SpecificRecord budget) {
    return FinalBudget.newBuilder()
        .setContract(cut.contract())
        .setPeriod(cut.period())
        .setNumber(cut.number())
        .setLevel(year.level())
        .setId(year.id())
        .setBusinessDate(businessDate)
        .setKnownAt(knownAt)
        .setBudget((Budget) budget)
        .build();
  }
}
