package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.target.ComparisonGroup.Cell;
import io.corridor.benchmark.target.ComparisonGroup.Sex;
import io.corridor.benchmark.target.ComparisonGroup.Standardized;
import io.corridor.benchmark.target.ComparisonGroup.Stratum;
import io.corridor.benchmark.target.ComparisonGroup.Volume;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ComparisonGroupTest {

  private static final Rate MINIMUM = Rate.of(30);

  private static Cell female(int band, int quintile) {
    return new Cell(Sex.FEMALE, band, quintile);
  }

  private static Volume volume(long months, String cost) {
    return new Volume(Rate.of(months), Money.of(cost));
  }

  private static Standardized standardized(Map<Cell, Volume> group, Map<Cell, Rate> own) {
    return ComparisonGroup.standardize(group, own, MINIMUM).orElseThrow();
  }

  private static Money cost(Standardized standardized) {
    return new Amount(standardized.work(new Worksheet()).value()).roundHalfUp();
  }

  @Test
  @DisplayName("the region's cell means at the practice's own mix")
  void directStandardization() {
    Map<Cell, Volume> group =
        Map.of(female(1, 1), volume(900, "90000"), female(1, 5), volume(100, "50000"));
    Map<Cell, Rate> own = Map.of(female(1, 1), Rate.of(50), female(1, 5), Rate.of(50));
    assertThat(cost(standardized(group, own))).isEqualTo(Money.of("300.00"));
  }

  @Test
  @DisplayName("a cell below the minimum is measured with its neighbour in the winding row")
  void smallCellsMerge() {
    Map<Cell, Volume> group =
        Map.of(
            female(1, 2), volume(20, "4000"),
            female(1, 1), volume(40, "4400"),
            female(2, 1), volume(40, "8000"),
            female(2, 2), volume(10, "9000"));
    Map<Cell, Rate> own = new HashMap<>();
    group.keySet().forEach(cell -> own.put(cell, Rate.of(10)));
    List<Stratum> strata = standardized(group, own).strata();
    assertThat(strata)
        .extracting(Stratum::cells)
        .containsExactly(List.of(female(1, 2), female(1, 1)), List.of(female(2, 1), female(2, 2)));
    assertThat(strata.getFirst().own()).isEqualTo(Rate.of(20));
    // (60 months 8,400: 140) and (50 months 17,000: 340), half of the practice each
    assertThat(cost(standardized(group, own))).isEqualTo(Money.of("240.00"));
  }

  @Test
  @DisplayName("a sex that is too small joins the other")
  void smallSex() {
    Cell male = new Cell(Sex.OTHER, 1, 1);
    Map<Cell, Volume> group = Map.of(female(1, 1), volume(90, "9000"), male, volume(10, "6000"));
    Standardized result = standardized(group, Map.of(male, Rate.ONE));
    assertThat(result.strata()).hasSize(1);
    assertThat(cost(result)).isEqualTo(Money.of("150.00"));
  }

  @Test
  @DisplayName("members where the region has none are measured with their neighbours")
  void emptyCell() {
    Standardized result =
        standardized(
            Map.of(female(1, 1), volume(60, "6000")),
            Map.of(female(1, 2), Rate.of(5), female(9, 5), Rate.of(5)));
    assertThat(cost(result)).isEqualTo(Money.of("100.00"));
  }

  @Test
  void tooSmallAltogetherOrNoMembers() {
    Map<Cell, Volume> few = Map.of(female(1, 1), volume(29, "100"));
    Map<Cell, Rate> own = Map.of(female(1, 1), Rate.ONE);
    assertThat(ComparisonGroup.standardize(few, own, MINIMUM)).isEmpty();
    assertThat(ComparisonGroup.standardize(Map.of(), own, MINIMUM)).isEmpty();
    assertThat(
            ComparisonGroup.standardize(Map.of(female(1, 1), volume(90, "100")), Map.of(), MINIMUM))
        .isEmpty();
  }

  @RepeatedTest(30)
  @DisplayName("no cell is lost, every stratum is large enough, and the group is itself at its mix")
  void properties(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    Map<Cell, Volume> group = new HashMap<>();
    Map<Cell, Rate> same = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      Cell cell =
          new Cell(
              random.nextBoolean() ? Sex.FEMALE : Sex.OTHER,
              random.nextInt(10),
              1 + random.nextInt(5));
      Volume volume = volume(5 + random.nextInt(60), Integer.toString(random.nextInt(90_000)));
      group.put(cell, volume);
      same.put(cell, volume.memberMonths());
    }
    Standardized result = standardized(group, same);
    assertThat(result.strata().stream().flatMap(stratum -> stratum.cells().stream()))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(group.keySet());
    assertThat(result.strata())
        .as("seed %d", seed)
        .allSatisfy(
            stratum -> assertThat(stratum.group().memberMonths()).isGreaterThanOrEqualTo(MINIMUM));
    Volume all = group.values().stream().reduce(Volume.NONE, Volume::plus);
    assertThat(cost(result))
        .as("seed %d", seed)
        .isEqualTo(Amount.of(all.cost()).dividedBy(all.memberMonths().value()).roundHalfUp());
  }
}
