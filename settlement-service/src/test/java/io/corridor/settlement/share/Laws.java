package io.corridor.settlement.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.Map;

/** Laws that every settlement keeps. */
public final class Laws {

  private Laws() {}

  /** The payment follows from the listed steps alone. */
  public static void explained(Settled settled) {
    Map<String, BigDecimal> values = Recomputation.of(settled.steps());
    assertThat(values.get("payment")).isEqualByComparingTo(settled.payment().dollars());
    assertThat(settled.steps().getLast().name()).isEqualTo("payment");
    settled.steps().forEach(step -> assertThat(step.citation()).isNotBlank());
  }

  /**
   * More spending never pays more, and moves the payment by no more than a share of it. One cent
   * may be the two roundings.
   */
  public static void moreSpendingPaysNoMore(
      Settled before, Settled after, Money more, Rate largestShare) {
    long fall = before.payment().minus(after.payment()).cents();
    assertThat(fall).isGreaterThanOrEqualTo(0);
    assertThat(BigDecimal.valueOf(fall - 1))
        .isLessThanOrEqualTo(largestShare.value().multiply(BigDecimal.valueOf(more.cents())));
  }
}
