package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.target.PracticePools.Placement;
import io.corridor.benchmark.target.PracticePools.Practice;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
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
  void pools() {
    assertThat(
            PracticePools.place(
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
}
