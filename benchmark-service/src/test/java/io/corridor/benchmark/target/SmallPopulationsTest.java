package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.target.VirtualPanels.Contribution;
import io.corridor.benchmark.target.VirtualPanels.Placement;
import io.corridor.benchmark.target.VirtualPanels.Practice;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SmallPopulationsTest {

  private static final Tin A = new Tin("100000001");
  private static final Tin B = new Tin("100000002");
  private static final Tin C = new Tin("100000003");
  private static final Tin D = new Tin("100000004");

  @Test
  @DisplayName("small practices are pooled by region; a pool that stays small has no result")
  void panels() {
    assertThat(
            VirtualPanels.place(
                List.of(
                    new Practice(A, "north", 5_000),
                    new Practice(B, "north", 3_000),
                    new Practice(C, "north", 2_000),
                    new Practice(D, "south", 4_999)),
                5_000))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                A, new Placement.Alone(),
                B, new Placement.Pooled("north"),
                C, new Placement.Pooled("north"),
                D, new Placement.TooSmall("south")));
  }

  @Test
  @DisplayName("a panel's reward is shared by member months times quality, to the cent")
  void reward() {
    Map<Tin, Money> shares =
        VirtualPanels.share(
            Money.of("100.00"),
            Map.of(
                B, new Contribution(Rate.of("100.5"), Rate.ONE),
                A, new Contribution(Rate.of("100.5"), Rate.ONE),
                C, new Contribution(Rate.of("201"), Rate.of("0.5"))));
    assertThat(shares)
        .containsExactly(
            Map.entry(A, Money.of("33.34")),
            Map.entry(B, Money.of("33.33")),
            Map.entry(C, Money.of("33.33")));
  }

  @Test
  @DisplayName("each agreement period looks back on the years before it")
  void rebasing() {
    AgreementPeriods periods = new AgreementPeriods(LocalDate.of(2020, 1, 1), 5, 3);
    assertThat(periods.period(LocalDate.of(2024, 12, 31))).isEqualTo(1);
    assertThat(periods.period(LocalDate.of(2025, 1, 1))).isEqualTo(2);
    assertThat(periods.baseYears(1)).containsExactly(2017, 2018, 2019);
    assertThat(periods.baseYears(2)).containsExactly(2022, 2023, 2024);
    assertThatThrownBy(() -> periods.period(LocalDate.of(2019, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("a budget by category sums to the budget and leaves out what was recovered")
  void categories() {
    assertThat(
            CategorySplit.of(
                Money.of("100.00"),
                Map.of(
                    Category.INPATIENT, Money.of("2"),
                    Category.ED, Money.of("2"),
                    Category.LAB, Money.of("2"),
                    Category.DME, Money.of("-1"))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Category.ED, Money.of("33.34"),
                Category.INPATIENT, Money.of("33.33"),
                Category.LAB, Money.of("33.33")));
  }

  @Test
  void everyDefaultHasItsCitation() {
    assertThat(CodeTable.load(TargetParameter.class, "parameters/target_terms.csv").rows())
        .hasSize(TargetParameter.values().length)
        .allSatisfy(row -> assertThat(row.get("citation")).isNotBlank());
    assertThat(
            TargetParameter.Defaults.load()
                .on(LocalDate.of(2000, 1, 1), TargetParameter.AGREEMENT_YEARS))
        .isEqualTo(Rate.of(5));
  }
}
