package io.corridor.settlement.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.settlement.backtest.BackTest.Case;
import io.corridor.settlement.backtest.BackTest.Range;
import io.corridor.settlement.engine.CostFacts;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.engine.WorkedExamples;
import io.corridor.settlement.engine.WorkedExamples.Example;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackTestTest {

  private static final SettlementEngine ENGINE = SettlementEngine.load();

  private static Case year(int year, String budget, String counted) {
    Example example = WorkedExamples.all().findFirst().orElseThrow();
    Period was = example.facts().period();
    PeriodFacts facts =
        example
            .facts()
            .withCost(CostFacts.of(Money.of(budget), Money.of(counted)))
            .withPeriod(
                new Period(
                    was.contract(),
                    was.level(),
                    was.id(),
                    year,
                    1,
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year + 1, 1, 1),
                    null));
    return new Case(example.agreed(), facts);
  }

  @Test
  @DisplayName("each year, the limits that bind, and the range over the years that have a figure")
  void rangeAndLimits() {
    BackTest test =
        BackTest.of(
            ENGINE,
            List.of(
                year(2025, "1000000", "1200000"),
                year(2023, "1000000", "990000"),
                year(2022, "0", "990000"),
                year(2024, "1000000", "900000")));
    assertThat(test.years())
        .extracting(year -> year.facts().period().year())
        .containsExactly(2022, 2023, 2024, 2025);
    assertThat(test.years().getFirst().estimated()).isEmpty();
    assertThat(test.range())
        .contains(new Range(Money.of("-40000.00"), Money.of("50000.00"), Money.of("10000.00"), 3));
    assertThat(test.limits()).isEqualTo(Map.of("MINIMUM_SAVINGS_RATE", 1, "LOSS_CAP", 1));
  }

  @Test
  void noYearWithAFigureHasNoRange() {
    assertThat(BackTest.of(ENGINE, List.of(year(2024, "0", "1"))).range()).isEmpty();
    assertThat(BackTest.of(ENGINE, List.of()).limits()).isEmpty();
  }
}
