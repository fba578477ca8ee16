package io.corridor.settlement.mssp;

import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import io.corridor.common.rules.Workings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a settlement writes down on its way: steps, limits that bind, assumptions. */
final class Worksheet {

  private final Workings workings = new Workings();
  private final Set<Limit> limits = EnumSet.noneOf(Limit.class);
  private final Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);

  /** Notes a step and gives its value back under the step's name. */
  Expression step(String name, String citation, Expression expression) {
    return workings.step(name, citation, expression);
  }

  void bind(Limit limit) {
    limits.add(limit);
  }

  void assume(Assumption assumption) {
    assumptions.add(assumption);
  }

  List<Step> steps() {
    return workings.steps();
  }

  /** Limits in the order of {@link Limit}. */
  List<Limit> limits() {
    return List.copyOf(limits);
  }

  List<Assumption> assumptions() {
    return List.copyOf(assumptions);
  }
}
