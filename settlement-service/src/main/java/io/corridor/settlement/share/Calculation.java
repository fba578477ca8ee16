package io.corridor.settlement.share;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Workings;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * A settlement while it is being worked out: notes each step, remembers the limits that bind, and
 * rounds once, at the end.
 */
public final class Calculation {

  private static final String ROUNDING = "contract terms, rounded once, half up to the cent";

  private final Workings workings = new Workings();
  private final Set<String> names = new HashSet<>();
  private final Set<Limit> limits = EnumSet.noneOf(Limit.class);
  private final Set<Warning> warnings = EnumSet.noneOf(Warning.class);

  /**
   * Notes a step and gives its value back under the step's name.
   *
   * @param name name of the step, by which later steps refer to it
   * @param rule where the rule stands
   * @throws IllegalStateException if an earlier step has the name
   */
  public Expression step(String name, String rule, Expression expression) {
    if (!names.add(name)) {
      throw new IllegalStateException("two steps are called " + name);
    }
    return workings.step(name, rule, expression);
  }

  /** Notes the smaller of an amount and its ceiling, and the limit where the ceiling binds. */
  public Expression stepAtMost(
      String name, String rule, Expression amount, Expression ceiling, Limit limit) {
    if (amount.value().compareTo(ceiling.value()) > 0) {
      limits.add(limit);
    }
    return step(name, rule, amount.min(ceiling));
  }

  /** Notes the larger of an amount and its floor, and the limit where the floor binds. */
  public Expression stepAtLeast(
      String name, String rule, Expression amount, Expression floor, Limit limit) {
    if (amount.value().compareTo(floor.value()) < 0) {
      limits.add(limit);
    }
    return step(name, rule, amount.max(floor));
  }

  /** Remembers a limit that binds. */
  public void limitedBy(Limit limit) {
    limits.add(limit);
  }

  /** Remembers what a reader must know. */
  public void warn(Warning warning) {
    warnings.add(warning);
  }

  /** Ends the calculation with its one rounding: half up to the cent. */
  public Settled pay(Expression due) {
    Expression payment = step("payment", ROUNDING, due.roundHalfUp(2));
    Money cents = new Amount(payment.value()).roundHalfUp();
    return new Settled(cents, limits, warnings, workings.steps());
  }
}
