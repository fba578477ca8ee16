package io.corridor.benchmark.target;

import io.corridor.common.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * How the target of a performance year is made, from left to right.
 *
 * @param per what an amount of the plan is for: a member's year or month
 * @param baseline cost before the performance year
 * @param priorSavings savings of earlier agreements that are given back, if any
 * @param efficiency floor for a practice that is already efficient, if any; needs a baseline with
 *     history
 * @param update growth to the performance year
 * @param risk change of risk, if the contract adjusts for it
 * @param smallVolume what happens to a small population's target, if anything
 */
public record TargetPlan(
    Per per,
    Baseline baseline,
    @Nullable PriorSavings priorSavings,
    @Nullable Efficiency efficiency,
    TrendUpdate update,
    @Nullable RiskChange risk,
    @Nullable SmallVolume smallVolume) {

  /** What an amount is for. */
  public enum Per {
    /** A person-year: twelve member months. */
    MEMBER_YEAR(12),
    /** A member month. */
    MEMBER_MONTH(1);

    private final int months;

    Per(int months) {
      this.months = months;
    }

    int months() {
      return months;
    }
  }

  /**
   * The market's figure for what a population is too small to say itself.
   *
   * @param credibility how far its own target is believed
   * @param market the market's target, per the same unit
   */
  public record SmallVolume(Credibility credibility, Amount market) {}

  /** A plan without adjustments. */
  public static TargetPlan of(Per per, Baseline baseline, TrendUpdate update) {
    return new TargetPlan(per, baseline, null, null, update, null, null);
  }

  /** This with a change of risk. */
  public TargetPlan with(RiskChange change) {
    return new TargetPlan(per, baseline, priorSavings, efficiency, update, change, smallVolume);
  }
}
