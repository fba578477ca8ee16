package io.corridor.settlement.marginal;

import io.corridor.common.money.Money;
import java.util.List;

/**
 * What a small change would be worth to the provider side.
 *
 * @param change the change
 * @param low the smallest of what it adds to the low, the expected and the high payment
 * @param expected what it adds to the expected payment
 * @param high the largest of the three
 * @param zeroBecause where {@code expected} is nothing: the gates and limits that bind, or {@link
 *     #POINT_NOT_REACHED} or {@link #NO_EFFECT}
 */
public record Worth(
    SmallChange change, Money low, Money expected, Money high, List<String> zeroBecause) {

  /** The gap alone does not earn the measure another point. */
  public static final String POINT_NOT_REACHED = "POINT_NOT_REACHED";

  /** No limit binds; the terms do not look at what changed. */
  public static final String NO_EFFECT = "NO_EFFECT";

  /** Keeps its own copy; a worth of nothing has its reason. */
  public Worth {
    zeroBecause = List.copyOf(zeroBecause);
    if (expected.isZero() == zeroBecause.isEmpty()) {
      throw new IllegalArgumentException("a worth of nothing, and only that, has a reason");
    }
  }
}
