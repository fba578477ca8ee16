package io.corridor.settlement.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Formula;
import io.corridor.settlement.share.Scale.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  private static Point point(String at, String value) {
    return new Point(Rate.of(at), Rate.of(value));
  }

  private static final Scale SCALE =
      new Scale(List.of(point("-1", "4"), point("0", "1"), point("3", "2")));

  @ParameterizedTest
  @CsvSource({"-2,4", "-1,4", "-0.5,2.5", "0,1", "1.5,1.5", "3,2", "9,2"})
  void straightBetweenPointsAndLevelBeyond(String position, String value) {
    Expression at = SCALE.at(Expression.named("x", new BigDecimal(position)));
    assertThat(at.formula()).isEqualTo("interpolate(x, -1, 4, 0, 1, 3, 2)");
    assertThat(at.value()).isEqualByComparingTo(value);
    assertThat(Formula.evaluate(at.formula(), Map.of("x", new BigDecimal(position))))
        .isEqualByComparingTo(value);
  }

  @Test
  void knowsItsDirection() {
    assertThat(SCALE.neverFalls()).isFalse();
    assertThat(SCALE.neverRises()).isFalse();
    Scale level = new Scale(List.of(point("0", "1"), point("1", "1")));
    assertThat(level.neverFalls() && level.neverRises()).isTrue();
    Scale rising = new Scale(List.of(point("0", "1"), point("1", "2"), point("2", "2")));
    assertThat(rising.neverFalls()).isTrue();
    assertThat(rising.neverRises()).isFalse();
    Scale falling = new Scale(List.of(point("0", "2"), point("1", "1")));
    assertThat(falling.neverFalls()).isFalse();
    assertThat(falling.neverRises()).isTrue();
  }

  @Test
  void pointsMustAscend() {
    assertThatThrownBy(() -> new Scale(List.of())).hasMessage("a scale must have a point");
    assertThatThrownBy(() -> new Scale(List.of(point("1", "1"), point("1", "2"))))
        .hasMessage("the points of a scale must ascend");
  }
}
