package io.corridor.benchmark.target;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;

/**
 * How far a small population's own figure is believed: the square root of its volume over the
 * volume of full belief, one at most. The rest is another figure, the market's (settlement.md 5b,
 * 5d).
 *
 * @param memberMonths volume of the population
 * @param full volume from which its own figure stands alone, above zero
 */
public record Credibility(Rate memberMonths, Rate full) {

  private static final String CITATION = "settlement.md 5b and 5d, limited-fluctuation credibility";

  /** Notes the weight of the own figure, from 0 to 1. */
  public Expression weight(Worksheet sheet) {
    return sheet.step(
        "credibility",
        CITATION,
        Expression.named("volume", memberMonths)
            .over(Expression.named("fullVolume", full))
            .squareRoot()
            .min(Expression.ONE));
  }

  /** Notes the mixture of an own and another figure under a name. */
  public Expression mix(Worksheet sheet, String name, Expression own, Expression other) {
    Expression weight = weight(sheet);
    return sheet.step(
        name, CITATION, weight.times(own).plus(Expression.ONE.minus(weight).times(other)));
  }
}
