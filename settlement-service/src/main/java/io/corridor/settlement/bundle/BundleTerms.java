package io.corridor.settlement.bundle;

import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;

/**
 * Terms of retrospective episode bundles of one type.
 *
 * @param discount part that the payer takes off the target, below one
 * @param outliers treatment of very dear and very cheap episodes
 * @param qualityAdjustment most by which quality moves the result, as a part of it
 * @param stopGain most that is earned, as a part of the total target
 * @param stopLoss most that is owed, as a part of the total target; zero shares no losses
 * @param minimumEpisodes episodes from which the terms apply in full
 * @param belowMinimum what happens with fewer
 */
public record BundleTerms(
    Rate discount,
    Outliers outliers,
    Rate qualityAdjustment,
    Rate stopGain,
    Rate stopLoss,
    int minimumEpisodes,
    BelowMinimum belowMinimum) {

  /** Minimum number of episodes where a contract states none (decisions 19). */
  public static final int DEFAULT_MINIMUM = 20;

  /** Treatment of episodes outside the region's percentiles. */
  public enum Outliers {
    /** They count at the percentile: the default (decisions 19). */
    WINSORIZE,
    /** They do not count at all, nor does their target. */
    EXCLUDE,
    /** They count as they are. */
    KEEP
  }

  /** What happens with fewer episodes than the minimum. */
  public enum BelowMinimum {
    /** Gains are paid, losses are not owed. */
    NO_DOWNSIDE,
    /** Nothing is paid or owed. */
    DROP
  }

  /** Rejects terms that contradict themselves. */
  public BundleTerms {
    Check.share("the discount", discount);
    Check.share("the quality adjustment", qualityAdjustment);
    Check.share("the stop-gain", stopGain);
    Check.share("the stop-loss", stopLoss);
    Check.that(minimumEpisodes >= 0, "the minimum of episodes must not be negative");
  }
}
