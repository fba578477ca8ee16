package io.corridor.settlement.share;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a contract shape pays on given facts, and why.
 *
 * @param payment earned by the provider side (positive) or owed by it (negative), rounded once
 * @param limits limits that bind, in the order of {@link Limit}
 * @param warnings what a reader must know, in the order of {@link Warning}
 * @param steps every step of the calculation; the last one is the payment
 */
public record Settled(Money payment, Set<Limit> limits, Set<Warning> warnings, List<Step> steps) {

  /** Keeps its own copies. */
  public Settled {
    limits = ordered(Limit.class, limits);
    warnings = ordered(Warning.class, warnings);
    steps = List.copyOf(steps);
  }

  private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> some) {
    EnumSet<E> all = EnumSet.noneOf(type);
    all.addAll(some);
    return Collections.unmodifiableSet(all);
  }

  /**
   * The exact value of a step.
   *
   * @throws IllegalArgumentException if no step has the name
   */
  public BigDecimal value(String step) {
    return steps.stream()
        .filter(noted -> noted.name().equals(step))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no step " + step))
        .value();
  }
}
