package io.corridor.benchmark.completion;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of a month's final cost is paid at each age, from the development of a triangle. An age
 * beyond the triangle is developed by the tail alone.
 */
public final class CompletionPattern {

  private final List<Development> steps;
  private final CompletionTerms terms;
  private final List<Optional<Rate>> toUltimate;

  CompletionPattern(List<Development> steps, CompletionTerms terms) {
    this.steps = List.copyOf(steps);
    this.terms = terms;
    this.toUltimate = toUltimate(steps, terms);
  }

  /** From the oldest age back to the youngest: each step multiplies what comes after it. */
  private static List<Optional<Rate>> toUltimate(List<Development> steps, CompletionTerms terms) {
    List<Optional<Rate>> byAge = new ArrayList<>();
    Optional<Rate> after = Optional.of(terms.tail());
    byAge.add(after);
    for (Development step : steps.reversed()) {
      after =
          step.kind() == Development.Kind.NOTHING_PAID_YET
              ? Optional.empty()
              : after.map(rest -> rest.times(new Rate(step.factor())));
      byAge.add(after);
    }
    return List.copyOf(byAge.reversed());
  }

  /** The steps by age, from 0. */
  public List<Development> steps() {
    return steps;
  }

  /** The terms by which it was made. */
  public CompletionTerms terms() {
    return terms;
  }

  /** True when the group develops but the triangle is too small to tell how: one month alone. */
  public boolean isUnknown() {
    return terms.developed() && steps.isEmpty();
  }

  /** Factor from an age to the final cost; empty when nothing is ever paid by that age. */
  public Optional<Rate> toUltimate(int age) {
    if (age < 0) {
      throw new IllegalArgumentException("an age is not negative");
    }
    return toUltimate.get(Math.min(age, toUltimate.size() - 1));
  }

  /**
   * Share of the final cost that is paid at an age: zero when nothing is ever paid by then, one of
   * a group that is complete when paid, whatever the tail.
   */
  public Rate completionFactor(int age) {
    if (!terms.developed()) {
      return Rate.ONE;
    }
    return toUltimate(age)
        .map(factor -> new Rate(BigDecimal.ONE.divide(factor.value(), DIGITS)))
        .orElse(Rate.ZERO);
  }
}
