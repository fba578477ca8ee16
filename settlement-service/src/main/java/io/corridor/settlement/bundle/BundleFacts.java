package io.corridor.settlement.bundle;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.util.List;

/**
 * What is known of a period's episodes of one type.
 *
 * @param reference the region's episodes of the type
 * @param episodes episodes that are complete and count
 * @param quality quality score from zero to one
 */
public record BundleFacts(Reference reference, List<Episode> episodes, Rate quality) {

  /**
   * The region's episodes of the type.
   *
   * @param historicMean mean allowed amount at standard prices in the base period
   * @param trend growth factor from the base period to this one
   * @param lowest low percentile of the distribution, by default the 1st
   * @param highest high percentile of the distribution, by default the 99th
   */
  public record Reference(Amount historicMean, Rate trend, Amount lowest, Amount highest) {

    /** Rejects impossible facts. */
    public Reference {
      Check.notNegative("the historic mean", historicMean);
      Check.positive("the trend factor", trend);
      Check.notNegative("the low percentile", lowest);
      Check.that(lowest.compareTo(highest) <= 0, "the percentiles are reversed");
    }
  }

  /**
   * An episode.
   *
   * @param id name of letters and digits
   * @param allowed allowed amounts at standard prices from the anchor to the end of the window
   * @param caseMix expected cost of such a case against the mean
   */
  public record Episode(String id, Money allowed, Rate caseMix) {

    /** Rejects an impossible case mix. */
    public Episode {
      Check.notNegative("the case mix of episode " + id, caseMix);
    }
  }

  /** Rejects an episode that stands twice. */
  public BundleFacts {
    episodes = List.copyOf(episodes);
    Check.names("episode", episodes.stream().map(Episode::id).toList());
    Check.share("the quality score", quality);
  }
}
