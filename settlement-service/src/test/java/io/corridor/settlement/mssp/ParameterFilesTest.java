package io.corridor.settlement.mssp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Rate;
import io.corridor.settlement.mssp.MsspParameters.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterFilesTest {

  private static final MsspParameters SHIPPED = ParameterFiles.load();

  @Test
  void everyTrackHasTermsChoicesAndWhereTwoSidedALossLimit() {
    for (Track track : Track.values()) {
      assertThat(SHIPPED.sharing().stream().filter(row -> row.track() == track)).hasSize(1);
      assertThat(SHIPPED.choices().stream().anyMatch(row -> row.track() == track)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2013-03-31, 1.00",
    "2013-04-01, 0.98",
    "2020-04-30, 0.98",
    "2020-05-01, 1.00",
    "2022-06-30, 0.99",
    "2022-07-01, 0.98"
  })
  void sequestrationByDay(LocalDate day, String factor) {
    assertThat(SHIPPED.sequestration(day).orElseThrow().factor()).isEqualTo(Rate.of(factor));
  }

  @Test
  void termsThatHoldTwiceAreRefused() {
    List<MsspParameters.Sharing> twice = new ArrayList<>(SHIPPED.sharing());
    twice.add(SHIPPED.sharing().getFirst());
    assertThatThrownBy(() -> ParameterFiles.checked(MutatedParameters.sharing(SHIPPED, twice)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("terms of sharing");
  }

  @Test
  void aTwoSidedTrackWithoutALossLimitIsRefused() {
    List<MsspParameters.LossLimit> fewer =
        SHIPPED.lossLimits().stream().filter(row -> row.track() != Track.ENHANCED).toList();
    assertThatThrownBy(() -> ParameterFiles.checked(MutatedParameters.lossLimits(SHIPPED, fewer)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ENHANCED");
  }

  @Test
  void spansMeetWithoutOverlapping() {
    Span first = new Span(LocalDate.of(2012, 1, 1), LocalDate.of(2016, 1, 1));
    Span second = new Span(LocalDate.of(2016, 1, 1), null);
    assertThat(first.overlaps(second)).isFalse();
    assertThat(second.overlaps(first)).isFalse();
    assertThat(second.overlaps(second)).isTrue();
    assertThat(first.holds(LocalDate.of(2015, 12, 31))).isTrue();
    assertThat(first.holds(LocalDate.of(2016, 1, 1))).isFalse();
    assertThat(second.holds(LocalDate.of(2016, 1, 1))).isTrue();
  }
}
