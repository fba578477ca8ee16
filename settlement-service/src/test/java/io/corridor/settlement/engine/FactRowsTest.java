package io.corridor.settlement.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.facts.Row;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.CostFacts.Unpaid;
import io.corridor.settlement.engine.FactRows.MonthPremium;
import io.corridor.settlement.engine.FactRows.ScoredMeasure;
import io.corridor.settlement.engine.FactRows.YearCost;
import io.corridor.settlement.engine.FactRows.YearQuality;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows of facts: what is written is read, and no layout is guessed. */
class FactRowsTest {

  private static final YearCost COST =
      new YearCost(
          800,
          Rate.of("9600.5"),
          Rate.of("1.035"),
          new CostFacts(
              Money.of("1000000.01"),
              Money.of("900000.02"),
              Money.of("-3.20"),
              new TreeMap<>(
                  Map.of(
                      "ED", new CategoryCost(Money.of("10.00"), 3L),
                      "SNF", new CategoryCost(Money.of("20.00"), null))),
              new Unpaid(Money.of("-1.00"), Money.of("2.00"), Money.of("3.00"))),
          LocalDate.of(2025, 6, 1));
  private static final YearQuality QUALITY =
      new YearQuality(
          new QualityResult(Gate.MET, Rate.of("0.333333"), Rate.of("0.3333333333"), null),
          List.of(
              new ScoredMeasure("Q01", 1, 2, 7, Rate.of("1.5")),
              new ScoredMeasure("Q02", 0, 0, null, Rate.ONE)));

  private static Row row(byte[] bytes) {
    return Row.holding("row|2025", bytes);
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(FactRows.cost(row(FactRows.bytes(COST)))).isEqualTo(COST);
    assertThat(FactRows.quality(row(FactRows.bytes(QUALITY)))).isEqualTo(QUALITY);
    MonthMembers month = new MonthMembers(Rate.of("799.5"), null, null);
    assertThat(FactRows.month(row(FactRows.bytes(month)))).isEqualTo(month);
    MonthMembers leaked = new MonthMembers(Rate.of("1"), Rate.of("1.1"), Money.of("-3.05"));
    assertThat(FactRows.month(row(FactRows.bytes(leaked)))).isEqualTo(leaked);
    MonthPremium premium = new MonthPremium(Money.of("12.34"), Money.of("0.56"));
    assertThat(FactRows.premium(row(FactRows.bytes(premium)))).isEqualTo(premium);
    assertThat(FactRows.stated(row(FactRows.bytes(new BigDecimal("1.25"))))).isEqualTo("1.25");
  }

  @Test
  @DisplayName("a cut leaves one figure of what is still to come")
  void frozen() {
    CostFacts frozen = COST.cost().frozen();
    assertThat(frozen.unpaid())
        .isEqualTo(new Unpaid(Money.of("2.00"), Money.of("2.00"), Money.of("2.00")));
    assertThat(frozen.frozen()).isEqualTo(frozen);
  }

  @Test
  void anUnknownLayoutIsNotGuessed() {
    assertThatThrownBy(() -> FactRows.cost(row(new byte[] {9})))
        .isInstanceOf(IllegalStateException.class);
  }
}
