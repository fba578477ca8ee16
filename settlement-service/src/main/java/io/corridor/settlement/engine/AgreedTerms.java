package io.corridor.settlement.engine;

import io.corridor.common.care.Contract;
import io.corridor.settlement.share.Check;
import org.jspecify.annotations.Nullable;

/**
 * All that a contract agrees for the settlement of one performance year.
 *
 * @param shape terms of the shape that holds in the year
 * @param quality quality programme; null without one
 * @param minLives members below which a level has no financial result
 */
public record AgreedTerms(ShapeTerms shape, Contract.@Nullable Quality quality, int minLives) {

  /** Rejects a negative minimum. */
  public AgreedTerms {
    Check.that(minLives >= 0, "the minimum of members must not be negative");
  }

  /** The same agreement with the terms of another shape. */
  public AgreedTerms withShape(ShapeTerms other) {
    return new AgreedTerms(other, quality, minLives);
  }

  /** The same agreement with another quality programme, or none. */
  public AgreedTerms withQuality(Contract.@Nullable Quality other) {
    return new AgreedTerms(shape, other, minLives);
  }
}
