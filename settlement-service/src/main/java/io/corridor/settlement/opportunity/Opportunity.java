package io.corridor.settlement.opportunity;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lever could save and earn.
 *
 * @param lever the lever
 * @param units units to date
 * @param actualRate units per 1,000 member years
 * @param peerRate median of the peers; null where there are none
 * @param targetRate rate that is aimed at
 * @param unitsAvoidable units between the two rates
 * @param unitCost mean counted cost of a unit, half up to the cent
 * @param savings avoidable units at the unrounded mean cost, half up to the cent
 * @param incentive what the savings add to the expected payment; null while it is refused
 * @param zeroBecause where the incentive is nothing: the gates and limits that bind
 */
public record Opportunity(
    Lever lever,
    long units,
    Rate actualRate,
    @Nullable Rate peerRate,
    Rate targetRate,
    Rate unitsAvoidable,
    Money unitCost,
    Money savings,
    @Nullable Money incentive,
    List<String> zeroBecause) {

  /** Keeps its own copy. */
  public Opportunity {
    zeroBecause = List.copyOf(zeroBecause);
  }

  /** The finding in words. */
  public String sentence() {
    BigDecimal improvement =
        BigDecimal.ONE.subtract(Rate.ratio(targetRate.value(), actualRate.value()).value());
    String could =
        "By improving "
            + lever.words()
            + " "
            + percent(improvement)
            + " percent you can save $"
            + savings.dollars().toPlainString();
    if (incentive == null) {
      return could + ".";
    }
    return incentive.isZero()
        ? could + "; it would add nothing to the payment."
        : could + "; it would add $" + incentive.dollars().toPlainString() + " to the payment.";
  }

  private static String percent(BigDecimal part) {
    return part.movePointRight(2)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
