package io.corridor.settlement.bundle;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.constant;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.rules.Expression;
import io.corridor.settlement.bundle.BundleFacts.Episode;
import io.corridor.settlement.bundle.BundleFacts.Reference;
import io.corridor.settlement.bundle.BundleTerms.BelowMinimum;
import io.corridor.settlement.bundle.BundleTerms.Outliers;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reconciles episode bundles (settlement.md 5 f): each episode's cost, without what is outlying,
 * against the region's mean with trend, case mix and discount; the sum is moved by quality and held
 * between stop-loss and stop-gain.
 */
public final class BundleRules {

  private static final String OUTLIERS = "contract terms, outlying episodes";
  private static final String TARGET = "contract terms, target price with discount";
  private static final String RESULT = "contract terms, target against cost of the episodes";
  private static final String QUALITY = "contract terms, adjustment by quality";
  private static final String STOP = "contract terms, stop-gain and stop-loss";
  private static final String MINIMUM = "contract terms, minimum number of episodes";

  private BundleRules() {}

  /** The reconciliation of a period. */
  public static Settled settle(BundleTerms terms, BundleFacts facts) {
    Calculation steps = new Calculation();
    if (terms.outliers() == Outliers.EXCLUDE) {
      steps.warn(Warning.OUTLIERS_EXCLUDED);
    }
    List<Episode> counted = counted(terms, facts);
    Expression target = target(steps, terms, facts.reference(), counted);
    Expression cost = cost(steps, terms, facts.reference(), counted);
    Expression difference = steps.step("difference", RESULT, target.minus(cost));
    if (counted.size() < terms.minimumEpisodes()) {
      steps.limitedBy(Limit.MINIMUM_COUNT);
      if (terms.belowMinimum() == BelowMinimum.DROP || difference.value().signum() < 0) {
        return steps.pay(steps.step("tooFewEpisodes", MINIMUM, Expression.ZERO));
      }
    }
    Expression adjusted = adjusted(steps, terms, facts, difference);
    return steps.pay(held(steps, terms, adjusted, target));
  }

  private static List<Episode> counted(BundleTerms terms, BundleFacts facts) {
    Reference reference = facts.reference();
    return facts.episodes().stream()
        .filter(episode ->
            terms.outliers() != Outliers.EXCLUDE
                || episode.allowed().dollars().compareTo(reference.lowest().dollars()) >= 0
                    && episode.allowed().dollars().compareTo(reference.highest().dollars()) <= 0)
        .sorted(Comparator.comparing(Episode::id))
        .toList();
  }

  private static Expression target(
      Calculation steps, BundleTerms terms, Reference reference, List<Episode> episodes) {
    Expression price =
        steps.step(
            "targetPrice",
            TARGET,
            named("historicMean", reference.historicMean())
                .times(named("trend", reference.trend()))
                .times(ONE.minus(named("discount", terms.discount()))));
    Expression caseMix =
        steps.step(
            "caseMix",
            TARGET,
            Expression.sum(
                episodes.stream()
                    .map(episode -> named(episode.id() + ".caseMix", episode.caseMix()))
                    .toList()));
    return steps.step("target", TARGET, price.times(caseMix));
  }

  private static Expression cost(
      Calculation steps, BundleTerms terms, Reference reference, List<Episode> episodes) {
    List<Expression> costs = new ArrayList<>();
    for (Episode episode : episodes) {
      Expression allowed = named(episode.id() + ".allowed", episode.allowed());
      costs.add(
          terms.outliers() == Outliers.WINSORIZE
              ? steps.step(
                  episode.id() + ".counted",
                  OUTLIERS,
                  allowed
                      .max(named("lowest", reference.lowest()))
                      .min(named("highest", reference.highest())))
              : allowed);
    }
    return steps.step("cost", RESULT, Expression.sum(costs));
  }

  /** Quality raises gains and lowers losses above one half, and the other way below. */
  private static Expression adjusted(
      Calculation steps, BundleTerms terms, BundleFacts facts, Expression difference) {
    Expression movement =
        steps.step(
            "qualityMovement",
            QUALITY,
            named("qualityAdjustment", terms.qualityAdjustment())
                .times(constant(2).times(named("quality", facts.quality())).minus(ONE)));
    return steps.step(
        "adjusted",
        QUALITY,
        difference.times(
            difference.value().signum() >= 0 ? ONE.plus(movement) : ONE.minus(movement)));
  }

  private static Expression held(
      Calculation steps, BundleTerms terms, Expression adjusted, Expression target) {
    if (adjusted.value().signum() >= 0) {
      Expression most =
          steps.step("mostEarned", STOP, named("stopGain", terms.stopGain()).times(target));
      return steps.stepAtMost("earned", STOP, adjusted, most, Limit.GAIN_CAP);
    }
    Expression most =
        steps.step("mostOwed", STOP, named("stopLoss", terms.stopLoss()).times(target));
    return steps.stepAtLeast("owed", STOP, adjusted, most.negated(), Limit.LOSS_CAP);
  }
}
