package io.corridor.benchmark.target.mssp;

import io.corridor.common.rules.Expression;

/** Growth from the third benchmark year to the performance year (settlement.md 2 step 8). */
sealed interface UpdateRule {

  /** Where the rule stands. */
  String citation();

  /**
   * The projected growth of the nation in dollars, added once risk is adjusted (42 CFR 425.602(b)).
   */
  record FlatDollar(String citation) implements UpdateRule {}

  /** Growth of nation and region, weighted by how much of its region the ACO is. */
  record TwoWay(String citation) implements UpdateRule {}

  /**
   * The two-way blend and the accountable care prospective trend, which was fixed when the
   * agreement began.
   *
   * @param trendWeight weight of the prospective trend
   * @param riskGrowthPoints growth of the region's risk over its demographic growth that is free
   */
  record ThreeWay(Expression trendWeight, Expression riskGrowthPoints, String citation)
      implements UpdateRule {}
}
