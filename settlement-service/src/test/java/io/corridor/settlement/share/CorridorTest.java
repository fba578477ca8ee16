package io.corridor.settlement.share;

import static io.corridor.common.rules.Expression.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Corridor.Band;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bands of 0 to 2, 2 to 6 and 6 to 10 percent of a benchmark of 1,000, shared by 0, 0.5 and 1. */
class CorridorTest {

  private static final String FOLLOW =
      "corridor bands must begin at 0 and follow one another without gap or overlap";
  private static final Corridor ENDS =
      new Corridor(
          List.of(band("0", "0.02", "0"), band("0.02", "0.06", "0.5"), band("0.06", "0.1", "1")));

  private static Band band(String from, @Nullable String until, String share) {
    return new Band(Rate.of(from), until == null ? null : Rate.of(until), Rate.of(share));
  }

  private static Settled settled(Corridor corridor, String margin) {
    Calculation steps = new Calculation();
    Expression benchmark = named("benchmark", new BigDecimal("1000"));
    return steps.pay(
        corridor.shared(steps, "gain", "5 b", named("margin", new BigDecimal(margin)), benchmark));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "20,0", "20.02,0.01", "40,10", "60,20", "61,21", "100,60", "130,60"})
  @DisplayName("each band shares only what of the margin lies inside it")
  void bandByBand(String margin, String shared) {
    assertThat(settled(ENDS, margin).payment().dollars()).isEqualByComparingTo(shared);
  }

  @Test
  @DisplayName("the end of the last band binds beyond it, not at it, and never without an end")
  void theEndBinds() {
    assertThat(settled(ENDS, "100").limits()).isEmpty();
    assertThat(settled(ENDS, "100.01").limits()).containsExactly(Limit.CORRIDOR_END);
    Corridor open = new Corridor(List.of(band("0", null, "0.5")));
    assertThat(settled(open, "5000").limits()).isEmpty();
    assertThat(settled(open, "5000").payment()).hasToString("2500.00");
  }

  @Test
  @DisplayName("a side without bands shares nothing, and no limit is to blame")
  void noBands() {
    Settled none = settled(Corridor.NONE, "500");
    assertThat(none.payment().isZero()).isTrue();
    assertThat(none.limits()).isEmpty();
  }

  @Test
  void bandsFollowOneAnother() {
    assertThatThrownBy(() -> new Corridor(List.of(band("0.01", null, "1")))).hasMessage(FOLLOW);
    assertThatThrownBy(() -> new Corridor(List.of(band("0", "0.02", "1"), band("0.03", null, "1"))))
        .hasMessage(FOLLOW);
    assertThatThrownBy(() -> new Corridor(List.of(band("0", null, "1"), band("0.02", null, "1"))))
        .hasMessage(FOLLOW);
  }

  @Test
  void aBandIsNeitherEmptyNorSharedTwice() {
    assertThatThrownBy(() -> band("0.02", "0.02", "1"))
        .hasMessage("a corridor band must not be empty");
    assertThatThrownBy(() -> band("0.03", "0.02", "1"))
        .hasMessage("a corridor band must not be empty");
    assertThatThrownBy(() -> band("0", null, "1.01"))
        .hasMessage("the share of a corridor band must lie between 0 and 1");
  }
}
