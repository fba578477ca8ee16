package io.corridor.portal.shell.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void mapsEndsExactlyAndRoundsBetween() {
    Scale scale = new Scale(0, 300, 100, 1000);
    assertThat(scale.at(0)).isEqualTo(100);
    assertThat(scale.at(300)).isEqualTo(1000);
    assertThat(scale.at(1)).isEqualTo(103);
    assertThat(new Scale(-10, 10, 200, 0).at(0)).isEqualTo(100);
    assertThat(new Scale(0, 9_000_000_000_000L, 0, 7_600).at(4_500_000_000_000L)).isEqualTo(3_800);
  }

  @Test
  void refusesAScaleOfNoLength() {
    assertThatThrownBy(() -> new Scale(5, 5, 0, 10)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stepsAreRound() {
    assertThat(Scale.step(560, 5)).isEqualTo(200);
    assertThat(Scale.step(500, 5)).isEqualTo(100);
    assertThat(Scale.step(1, 5)).isEqualTo(1);
  }

  @Test
  void tenthsReadAsPixels() {
    assertThat(Drawing.px(1234)).isEqualTo("123.4");
    assertThat(Drawing.px(-5)).isEqualTo("-0.5");
    assertThat(Drawing.px(40)).isEqualTo("4");
  }
}
