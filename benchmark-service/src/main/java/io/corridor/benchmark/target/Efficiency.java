package io.corridor.benchmark.target;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;

/**
 * A practice that is already well below its region keeps at least its previous baseline, so that
 * being efficient is not punished by ever lower targets (domain.md 2.9).
 *
 * @param threshold share of the region's cost at which a practice is efficient, equality included
 * @param region cost of a member in the region
 * @param previous the practice's previous baseline
 */
public record Efficiency(Rate threshold, Amount region, Amount previous) {

  private static final String CITATION = "domain.md 2.9, efficiency adjustment";

  Expression floor(Worksheet sheet, Expression historical, Expression baseline) {
    Expression efficientAt =
        sheet.step(
            "efficientAt",
            CITATION,
            Expression.named("efficiencyThreshold", threshold)
                .times(Expression.named("region", region)));
    return sheet.step(
        "baselineOfEfficient",
        CITATION,
        Expression.when(
            efficientAt.reaches(historical),
            baseline.max(Expression.named("previousBaseline", previous)),
            baseline));
  }
}
