package io.corridor.settlement.utilization;

import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.share.Scale;
import java.util.List;

/**
 * Terms of a utilization index.
 *
 * @param categories categories whose use is measured; the weights sum to one
 * @param indexCeiling the worst index of a category, so that none outweighs all others; at least
 *     one
 * @param fullCredibility member months from which a practice's own index stands alone
 * @param payoutPmpm dollars per member and month by index; nothing at one and above
 * @param minimumMemberMonths member months below which a practice is measured in a pool
 */
public record UtilizationTerms(
    List<Category> categories,
    Rate indexCeiling,
    Credibility fullCredibility,
    Scale payoutPmpm,
    Rate minimumMemberMonths) {

  /** Which use is better. */
  public enum Direction {
    /** Less than expected is better: emergency visits. */
    LESS_IS_BETTER,
    /** More than expected is better: generic drugs. The index is inverted. */
    MORE_IS_BETTER
  }

  /**
   * A category of use.
   *
   * @param name name of letters and digits, which the steps bear
   * @param weight weight in the composite index
   * @param direction which use is better
   */
  public record Category(String name, Rate weight, Direction direction) {}

  /** Rejects terms that contradict themselves. */
  public UtilizationTerms {
    categories = List.copyOf(categories);
    Check.names("category", categories.stream().map(Category::name).toList());
    Check.sumToOne(
        "the weights of the categories", categories.stream().map(Category::weight).toList());
    Check.that(indexCeiling.compareTo(Rate.ONE) >= 0, "the index ceiling must be at least 1");
    payoutPmpm.points().forEach(point -> Check.notNegative("the payout", point.value()));
    Check.that(payoutPmpm.neverRises(), "the payout must not rise with the index");
    Scale.Point last = payoutPmpm.points().getLast();
    Check.that(
        last.value().isZero() && last.at().compareTo(Rate.ONE) <= 0,
        "the payout must be nothing at an index of 1");
    Check.notNegative("the minimum of member months", minimumMemberMonths);
  }
}
