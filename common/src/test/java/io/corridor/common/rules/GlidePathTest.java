package io.corridor.common.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GlidePathTest {

  private static final GlidePath<String> PATH = new GlidePath<>(List.of("one", "two"));

  @Test
  @DisplayName("each contract year has its terms, and the last ones hold on")
  void lastOnesHold() {
    assertThat(PATH.in(1)).isEqualTo("one");
    assertThat(PATH.in(2)).isEqualTo("two");
    assertThat(PATH.in(9)).isEqualTo("two");
  }

  @Test
  void aPathHasAFirstYear() {
    assertThatThrownBy(() -> new GlidePath<>(List.of()))
        .hasMessage("a glide path must have the terms of a first year");
    assertThatThrownBy(() -> PATH.in(0)).hasMessage("the first contract year is 1");
  }
}
