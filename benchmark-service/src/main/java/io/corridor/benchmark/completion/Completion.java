package io.corridor.benchmark.completion;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The completed months of a contract and category group. Each month is rounded once, so the sums
 * here are sums of cents.
 *
 * @param months completed months
 * @param expectedPerMemberMonth expectation used for young months; null without a mature month
 * @param band where the final cost of all months together may lie; null where the triangle does not
 *     tell
 */
public record Completion(
    List<CompletedMonth> months,
    @Nullable Amount expectedPerMemberMonth,
    @Nullable CompletionBand band) {

  /** Keeps its own copy of the months. */
  public Completion {
    months = List.copyOf(months);
  }

  /** Final cost of all months. */
  public Money completed() {
    return months.stream().map(CompletedMonth::completed).reduce(Money.ZERO, Money::plus);
  }

  /** Incurred but not reported of all months. */
  public Money incurredButNotReported() {
    return months.stream()
        .map(CompletedMonth::incurredButNotReported)
        .reduce(Money.ZERO, Money::plus);
  }
}
