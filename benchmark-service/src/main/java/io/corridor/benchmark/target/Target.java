package io.corridor.benchmark.target;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import java.util.List;

/**
 * The target of a population.
 *
 * @param perMember target per the plan's unit, unrounded
 * @param perMemberMonth target of a member month, unrounded
 * @param budget target of the population, half up to the cent
 * @param steps how it came about
 */
public record Target(Amount perMember, Amount perMemberMonth, Money budget, List<Step> steps) {

  /** Keeps its own copy of the steps. */
  public Target {
    steps = List.copyOf(steps);
  }
}
