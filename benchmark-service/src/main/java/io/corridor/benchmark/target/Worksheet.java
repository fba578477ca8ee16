package io.corridor.benchmark.target;

import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import io.corridor.common.rules.Workings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A target while it is being worked out: each step goes on under its own name. */
public final class Worksheet {

  private final Workings workings = new Workings();
  private final Set<String> names = new HashSet<>();

  /**
   * Notes a step and gives its value back under the step's name.
   *
   * @param name name of the step, by which later steps refer to it
   * @param citation where the rule stands
   * @throws IllegalStateException if an earlier step has the name
   */
  public Expression step(String name, String citation, Expression expression) {
    if (!names.add(name)) {
      throw new IllegalStateException("two steps are called " + name);
    }
    return workings.step(name, citation, expression);
  }

  /** The steps so far. */
  public List<Step> steps() {
    return workings.steps();
  }
}
