package io.corridor.settlement.incentive;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.util.List;

/**
 * A fee that turns into a share of savings: it is paid until the group has saved in so many years
 * one after the other, and from then on the group lives from its savings.
 *
 * @param feePmpm fee per member and month until then
 * @param yearsOfSavings years with savings, one after the other, that turn it
 * @param share share of savings afterwards
 */
public record FeeThenShare(Amount feePmpm, int yearsOfSavings, Rate share) {

  private static final String FEE = "contract terms, fee until savings have lasted";
  private static final String SHARE = "contract terms, share of savings instead of the fee";

  /** Rejects impossible terms. */
  public FeeThenShare {
    Check.notNegative("the fee", feePmpm);
    Check.that(yearsOfSavings >= 1, "the fee must turn after one year or more");
    Check.share("the share of savings", share);
  }

  /**
   * The settlement of a year.
   *
   * @param earlier savings of the years before, the first first; losses are negative
   * @param savings savings of the year
   */
  public Settled settle(List<Money> earlier, Rate memberMonths, Money savings) {
    Calculation steps = new Calculation();
    if (!hasTurned(earlier)) {
      return steps.pay(
          steps.step(
              "fee", FEE, named("feePmpm", feePmpm).times(named("memberMonths", memberMonths))));
    }
    if (savings.isNegative()) {
      steps.limitedBy(Limit.NO_DOWNSIDE);
    }
    return steps.pay(
        steps.step(
            "sharedSavings",
            SHARE,
            named("savings", savings).atLeastZero().times(named("share", share))));
  }

  /** Once turned it stays turned, whatever later years bring. */
  private boolean hasTurned(List<Money> earlier) {
    int inARow = 0;
    for (Money savings : earlier) {
      inARow = savings.cents() > 0 ? inARow + 1 : 0;
      if (inARow == yearsOfSavings) {
        return true;
      }
    }
    return false;
  }
}
