package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Rate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RiskQuintilesTest {

  @Test
  @DisplayName("ten scores of one month each: two to a quintile, and what lies between as below it")
  void even() {
    RiskQuintiles quintiles =
        RiskQuintiles.of(
            LongStream.rangeClosed(1, 10)
                .boxed()
                .collect(Collectors.toMap(score -> 100 * score, any -> Rate.ONE)));
    assertThat(quintiles.cuts()).containsExactly(300L, 500L, 700L, 900L);
    assertThat(LongStream.of(1, 299, 300, 650, 900, 9_000).mapToObj(quintiles::of))
        .containsExactly(1, 1, 2, 3, 5, 5);
  }

  @Test
  @DisplayName("equal scores stay together: three quarters of one score leave quintiles empty")
  void ties() {
    RiskQuintiles quintiles =
        RiskQuintiles.of(Map.of(500L, Rate.of("0.5"), 800L, Rate.of(15), 900L, Rate.of("4.5")));
    // Below 800 there is one fortieth of them, below 900 somewhat more than three quarters.
    assertThat(quintiles.cuts()).containsExactly(900L, 900L, 900L);
    assertThat(quintiles.of(800)).isEqualTo(1);
    assertThat(quintiles.of(900)).isEqualTo(4);
  }

  @Test
  @DisplayName("one score for all, and nobody at all: a single quintile")
  void one() {
    assertThat(RiskQuintiles.of(Map.of(0L, Rate.of(12))).of(5_000)).isEqualTo(1);
    assertThat(RiskQuintiles.of(Map.of()).of(5_000)).isEqualTo(1);
  }
}
