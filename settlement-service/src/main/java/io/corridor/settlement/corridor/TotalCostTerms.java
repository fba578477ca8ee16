package io.corridor.settlement.corridor;

import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Corridor;
import io.corridor.settlement.share.Credibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a total-cost-of-care contract. Waiver services have no term: they never count.
 *
 * @param gains corridor of costs below the benchmark
 * @param losses corridor of costs above the benchmark
 * @param longTermWeights part of long-term services that counts by contract year; the last one
 *     holds for all later years
 * @param minimumVolume how far a small rating category's own benchmark counts; null if it always
 *     counts in full
 * @param stopLoss protection against single expensive members; null without
 * @param drugPriceControl treatment of drug prices; null if they count as they are
 * @param lossRelief part of a shared loss that full quality takes away; zero if quality moves gains
 *     alone
 */
public record TotalCostTerms(
    Corridor gains,
    Corridor losses,
    List<Rate> longTermWeights,
    @Nullable Credibility minimumVolume,
    @Nullable StopLoss stopLoss,
    @Nullable DrugPriceControl drugPriceControl,
    Rate lossRelief) {

  /** Rejects terms that contradict themselves. */
  public TotalCostTerms {
    longTermWeights = List.copyOf(longTermWeights);
    Check.that(!longTermWeights.isEmpty(), "the weight of long-term services must be stated");
    longTermWeights.forEach(weight -> Check.share("the weight of long-term services", weight));
    Check.share("the loss relief by quality", lossRelief);
    Check.that(
        !losses.bands().isEmpty() || lossRelief.isZero(),
        "a loss relief needs a corridor of losses");
  }

  /** The weight of long-term services in a contract year, the first is 1. */
  Rate longTermWeight(int contractYear) {
    return longTermWeights.get(Math.min(contractYear, longTermWeights.size()) - 1);
  }
}
