package io.corridor.benchmark.budget;

import io.corridor.common.streams.ClosingCut;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetRisk;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.FinalBudgetMonth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The running budget of a level as a closing freezes it. */
final class FinalBudgets {

  private FinalBudgets() {}

  /**
   * The cut at which budgets are frozen.
   *
   * @param businessDate business date that every partition has reached
   * @param knownAt when the latest record behind the budgets became known
   * @param levels how many levels are frozen
   */
  record Cut(LocalDate businessDate, Instant knownAt, int levels) {}

  /**
   * A frozen budget.
   *
   * @param budget the running budget at the cut; null when there is none
   * @param months the budgets of its months, ascending
   */
  static FinalBudget of(
      ClosingCut closing,
      BudgetKey year,
      Cut cut,
      @Nullable SpecificRecord budget,
      List<Budget> months) {
    return FinalBudget.newBuilder()
        .setContract(closing.contract())
        .setPeriod(closing.period())
        .setNumber(closing.number())
        .setLevel(year.level())
        .setId(year.id())
        .setBusinessDate(cut.businessDate())
        .setKnownAt(cut.knownAt())
        .setBudget((Budget) budget)
        .setLevels(cut.levels())
        .setMonths(months.stream().map(FinalBudgets::month).toList())
        .build();
  }

  private static FinalBudgetMonth month(Budget budget) {
    BudgetRisk risk = budget.getRisk();
    return FinalBudgetMonth.newBuilder()
        .setMonth(budget.getPeriod())
        .setMemberMonths(budget.getMemberMonths())
        .setProspective(risk == null ? null : risk.getProspective())
        .setCapitationLeakage(budget.getCapitationLeakage())
        .build();
  }
}
