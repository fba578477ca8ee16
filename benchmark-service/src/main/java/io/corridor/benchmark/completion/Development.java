package io.corridor.benchmark.completion;

import io.corridor.common.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How payments grow from one age to the next, over the months of service that were seen at both.
 *
 * @param age age from which they grow to {@code age + 1}
 * @param from their cumulative payments at {@code age}
 * @param to their cumulative payments at {@code age + 1}
 * @param kind what the two sums allow
 * @param factor volume-weighted factor: {@code to / from} when usable, else one
 * @param variance Mack's variance parameter in dollars; null where it cannot be estimated
 */
public record Development(
    int age, Money from, Money to, Kind kind, BigDecimal factor, @Nullable BigDecimal variance) {

  /** What the sums at two ages allow. */
  public enum Kind {
    /** Both sums are above zero: their ratio is the factor. */
    FACTOR,
    /**
     * Nothing is paid by the one age and something by the next: no multiple of nothing can tell.
     */
    NOTHING_PAID_YET,
    /** Nothing is paid by either age: no development was seen. */
    NOTHING_PAID_AT_ALL,
    /** More was recovered than paid: a ratio would have no meaning, payments stand as they are. */
    RECOVERIES;

    static Kind of(Money from, Money to) {
      if (from.isZero() && to.isZero()) {
        return NOTHING_PAID_AT_ALL;
      }
      if (from.isZero() && !to.isNegative()) {
        return NOTHING_PAID_YET;
      }
      return from.isNegative() || to.cents() <= 0 ? RECOVERIES : FACTOR;
    }
  }
}
