package io.corridor.settlement.globalbudget;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Scale;
import java.util.List;

/**
 * Terms of a global budget.
 *
 * @param basePmpm budget per member and month before the first year
 * @param baseHealthStatus mean health-status score of the base year's members
 * @param trends agreed growth of each contract year, the first first
 * @param quality measures and how they make a score from zero to five
 * @param bonus bonus by overall score, as a part of the bonus base
 * @param bonusBase what the bonus is a part of
 * @param surplusShare part of a surplus that the group keeps by overall score; it bears the rest of
 *     a deficit
 */
public record GlobalBudgetTerms(
    Amount basePmpm,
    Rate baseHealthStatus,
    List<Rate> trends,
    QualityProgramme quality,
    Scale bonus,
    BonusBase bonusBase,
    Scale surplusShare) {

  /** What the bonus is a part of. */
  public enum BonusBase {
    /** Actual spending: a dearer year has a larger bonus. */
    ACTUAL,
    /** The budget. */
    BUDGET
  }

  /** Rejects terms that contradict themselves. */
  public GlobalBudgetTerms {
    trends = List.copyOf(trends);
    Check.positive("base budget per member and month", basePmpm);
    Check.positive("base health status", baseHealthStatus);
    Check.that(!trends.isEmpty(), "a global budget must state the trend of each contract year");
    for (Rate trend : trends) {
      Check.that(trend.compareTo(Rate.of(-1)) > 0, "a trend must be above -100 percent");
    }
    bonus.points().forEach(point -> Check.share("bonus percent", point.value()));
    surplusShare.points().forEach(point -> Check.share("surplus share", point.value()));
    Check.that(bonus.neverFalls(), "the bonus must not fall while the score rises");
    Check.that(surplusShare.neverFalls(), "the surplus share must not fall while the score rises");
  }
}
