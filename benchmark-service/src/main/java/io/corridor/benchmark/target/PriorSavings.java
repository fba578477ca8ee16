package io.corridor.benchmark.target;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What earlier agreements saved is given back in part, so that a new base of lower cost does not
 * punish it (domain.md 2.9, rebasing). Losses are not taken off.
 *
 * @param perMember savings of a member in the years before, losses below zero
 * @param share part that is given back
 * @param cap largest amount given back; null without one
 */
public record PriorSavings(List<Amount> perMember, Rate share, @Nullable Amount cap) {

  private static final String CITATION = "domain.md 2.9, rebasing; 42 CFR 425.658(c)";

  /** Rejects an adjustment without a year. */
  public PriorSavings {
    perMember = List.copyOf(perMember);
    if (perMember.isEmpty()) {
      throw new IllegalArgumentException("prior savings need a year");
    }
  }

  Expression addTo(Worksheet sheet, Expression baseline) {
    List<Expression> years = new ArrayList<>();
    for (int i = 0; i < perMember.size(); i++) {
      years.add(Expression.named("priorSavings." + (i + 1), perMember.get(i)));
    }
    Expression mean = Expression.sum(years).over(Expression.constant(perMember.size()));
    Expression back = mean.atLeastZero().times(Expression.named("priorSavingsShare", share));
    Amount limit = cap;
    Expression given =
        sheet.step(
            "priorSavings",
            CITATION,
            limit == null ? back : back.min(Expression.named("priorSavingsCap", limit)));
    return sheet.step("baselineWithPriorSavings", CITATION, baseline.plus(given));
  }
}
