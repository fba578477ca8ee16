package io.corridor.benchmark.risk;

import org.jspecify.annotations.Nullable;

/**
 * A coded condition that is not counted.
 *
 * @param hcc the condition
 * @param severer the condition that stands for it; null when it counts only beside another one,
 *     which is missing
 */
public record DroppedCondition(Hcc hcc, @Nullable Hcc severer) {

  /** Dropped by a severer condition of its hierarchy. */
  static DroppedCondition by(Hcc hcc, Hcc severer) {
    return new DroppedCondition(hcc, severer);
  }

  /** Dropped because no condition that it needs is coded. */
  static DroppedCondition alone(Hcc hcc) {
    return new DroppedCondition(hcc, null);
  }
}
