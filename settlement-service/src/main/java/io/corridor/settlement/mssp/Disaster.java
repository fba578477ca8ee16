package io.corridor.settlement.mssp;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;

/**
 * What is known of extreme and uncontrollable circumstances (42 CFR 425.605(f), 425.606(i),
 * 425.610(i)). They reduce losses alone.
 */
public sealed interface Disaster {

  /** None. */
  record None() implements Disaster {}

  /**
   * The reduction as published.
   *
   * @param annual dollars of the whole calendar year, not negative
   */
  record Reduction(Amount annual) implements Disaster {}

  /**
   * Who was affected and for how long.
   *
   * @param months affected months of the calendar year, 0 to 12
   * @param share share of the assigned beneficiaries in affected areas, 0 to 1
   */
  record Affected(long months, Rate share) implements Disaster {}

  /** No disaster. */
  Disaster NONE = new None();
}
