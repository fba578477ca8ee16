package io.corridor.benchmark.target;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The change of the members' risk since the last base year, between a cap and a floor (domain.md
 * 2.9.5).
 *
 * @param performance mean risk score of the performance year
 * @param base mean risk score of the last base year, above zero
 * @param cap largest ratio; null without one
 * @param floor smallest ratio; null without one
 */
public record RiskChange(Rate performance, Rate base, @Nullable Rate cap, @Nullable Rate floor) {

  private static final String CITATION = "domain.md 2.9.5";

  Expression work(Worksheet sheet) {
    Expression ratio =
        Expression.named("riskPerformance", performance).over(Expression.named("riskBase", base));
    Rate most = cap;
    Rate least = floor;
    if (most != null) {
      ratio = ratio.min(Expression.named("riskCap", most));
    }
    if (least != null) {
      ratio = ratio.max(Expression.named("riskFloor", least));
    }
    return sheet.step("riskRatio", CITATION, ratio);
  }
}
