package io.corridor.settlement.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts.MeasureFacts;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts written down, as rows and as texts, are the same facts when they are read. */
class FactTextTest {

  private static CostFacts cost() {
    TreeMap<String, CategoryCost> categories = new TreeMap<>();
    categories.put("ED", new CategoryCost(Money.of("48000.10"), 96L));
    categories.put("PHARMACY", new CategoryCost(Money.of("-3.00"), null));
    return new CostFacts(
        Money.of("1000000"),
        Money.of("910000"),
        Money.of("900000"),
        categories,
        new Unpaid(Money.of("1"), Money.of("2.50"), Money.of("4")));
  }

  private static PeriodFacts whole() {
    TreeMap<YearMonth, MonthMembers> months = new TreeMap<>();
    months.put(YearMonth.of(2025, 3), new MonthMembers(Rate.of("800.5"), Rate.of("1.03"), null));
    months.put(YearMonth.of(2025, 4), new MonthMembers(Rate.of("801"), null, Money.of("38.20")));
    QualityFacts quality =
        new QualityFacts(
            new QualityResult(
                Gate.MET, Rate.of("0.433333"), Rate.of("0.4333334"), LocalDate.of(2025, 5, 1)),
            Rate.of("0.4"),
            List.of(
                new MeasureFacts(
                    "Q01", 40, 80, 1, 7, Rate.of("0.5"), Rate.of("0.5"), Rate.of("0.8")),
                new MeasureFacts(
                    "Q14", 9, 900, 12_000, null, Rate.of("0.5"), Rate.of(260), Rate.of(120))));
    return WorkedExamples.facts(2, 800, "0", "0")
        .withPopulation(new Population(801, Rate.of("9600.25"), Rate.of("1.01"), months))
        .withCost(cost())
        .withQuality(quality)
        .withStated("episode.E12.allowed", new BigDecimal("98000.00"))
        .withStated("premium", new BigDecimal("96000000"));
  }

  @Test
  void everyFactIsWrittenDownAndReadBack() {
    PeriodFacts facts = whole();
    assertThat(FactText.facts(facts.period(), FactText.of(facts))).isEqualTo(facts);
    assertThat(FactText.of(facts))
        .containsEntry("cost.category.ED.cases", "96")
        .containsEntry("members.month.2025-03.riskScore", "1.03")
        .containsEntry("quality.measure.Q14.factor", "12000")
        .containsEntry("stated.episode.E12.allowed", "98000.00")
        .doesNotContainKey("quality.measure.Q14.points");
  }

  @ParameterizedTest
  @MethodSource("io.corridor.settlement.engine.WorkedExamples#all")
  void factsOfEveryShapeTravel(Example example) {
    assertThat(FactText.facts(example.facts().period(), FactText.of(example.facts())))
        .isEqualTo(example.facts());
  }

  private static Row row(String key, byte[] payload) {
    return Row.holding(key, payload);
  }

  @Test
  void rowsHoldWhatTheyWereGiven() {
    YearCost year =
        new YearCost(801, Rate.of("9600.25"), Rate.of("1.01"), cost(), LocalDate.of(2025, 6, 1));
    assertThat(FactRows.cost(row("cost|TIN|1|2025", FactRows.bytes(year)))).isEqualTo(year);
    YearCost bare = new YearCost(0, Rate.ZERO, null, CostFacts.of(Money.ZERO, Money.ZERO), null);
    assertThat(FactRows.cost(row("cost|TIN|1|2025", FactRows.bytes(bare)))).isEqualTo(bare);
    YearQuality quality =
        new YearQuality(
            whole().quality().score(),
            List.of(
                new ScoredMeasure("Q01", 40, 80, 7, Rate.of("0.5")),
                new ScoredMeasure("Q14", 9, 900, null, Rate.of("0.5"))));
    assertThat(FactRows.quality(row("quality|TIN|1|2025", FactRows.bytes(quality))))
        .isEqualTo(quality);
    MonthPremium premium = new MonthPremium(Money.of("8000000"), Money.of("83333.33"));
    assertThat(FactRows.premium(row("premium|2025-03", FactRows.bytes(premium))))
        .isEqualTo(premium);
    BigDecimal figure = new BigDecimal("1250000.5");
    assertThat(FactRows.stated(row("stated|x", FactRows.bytes(figure)))).isEqualTo(figure);
    MonthMembers month = new MonthMembers(Rate.of("800.5"), null, null);
    assertThat(FactRows.month(row("month|TIN|1|2025-03", FactRows.bytes(month)))).isEqualTo(month);
  }

  @Test
  @DisplayName("rows of layout 1 stay readable: a premium of 8,000,000.00 with 83,333.33 of taxes")
  void layoutOne() {
    byte[] stored = HexFormat.of().parseHex("01" + "000000002faf0800" + "00000000007f2815");
    assertThat(FactRows.premium(row("premium|2025-03", stored)))
        .isEqualTo(new MonthPremium(Money.of("8000000"), Money.of("83333.33")));
    byte[] later = stored.clone();
    later[0] = 2;
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> FactRows.premium(row("premium|2025-03", later)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keysNameLevelAndYearOrNothing() {
    assertThat(LevelKey.of("TIN", "123456789", "2025"))
        .contains(new LevelKey(Level.TIN, "123456789", 2025));
    assertThat(LevelKey.of("TIN", "123456789", "2025-03")).isEmpty();
    assertThat(LevelKey.of("SITE", "1", "2025")).isEmpty();
    assertThat(LevelKey.read("C1|NPI|1234567893|2025"))
        .contains(new LevelKey(Level.NPI, "1234567893", 2025));
  }
}
