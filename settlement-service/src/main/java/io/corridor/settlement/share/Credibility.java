package io.corridor.settlement.share;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;

/**
 * How far a small count may speak for itself (limited-fluctuation credibility, settlement.md 5 b
 * and d): the square root of the count over the full count, at most one. The rest of the weight
 * goes to a standard that is not its own.
 *
 * @param fullCount count from which the own figure stands alone, above zero
 */
public record Credibility(Rate fullCount) {

  /** Rejects a full count that is not above zero. */
  public Credibility {
    Check.positive("full credibility", fullCount);
  }

  /** Weight of the own figure, between zero and one; notes where it is below one. */
  public Expression weight(
      Calculation steps, String name, String rule, Expression count, String fullCountName) {
    Expression full = Expression.named(fullCountName, fullCount);
    if (count.value().compareTo(full.value()) < 0) {
      steps.limitedBy(Limit.CREDIBILITY);
    }
    return steps.step(name, rule, Expression.ONE.min(count.over(full).squareRoot()));
  }

  /** The own figure and the standard by their weights. */
  public static Expression blend(Expression weight, Expression own, Expression standard) {
    return weight.times(own).plus(Expression.ONE.minus(weight).times(standard));
  }
}
