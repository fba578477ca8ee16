package io.corridor.portal.dashboard;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The finding of a contract in a sentence, from thresholds; where nothing can be found, it says so.
 *
 * @param title the finding
 * @param text what it depends on
 */
public record Headline(String title, String text) {

  /** Nearer to the gate than this share of the budget is "near". */
  private static final BigDecimal NEAR = new BigDecimal("0.005");

  /**
   * States the finding of a year to date.
   *
   * @param withLateClaims difference from budget with the claims that are still expected; null
   *     where they are not estimated
   * @param over true when the year has ended
   * @param whole true for the whole contract, false for one practice of it
   */
  public static Headline of(
      ContractFigures.@Nullable Period year,
      @Nullable EstimateView estimate,
      @Nullable Money withLateClaims,
      boolean over,
      boolean whole) {
    if (year == null || year.budget().cents() <= 0) {
      return new Headline(
          "No cost against budget yet",
          "Figures appear when members are assigned and the contract has a budget for the year.");
    }
    Money difference = year.difference();
    String so = over ? "The year ended " : "So far ";
    return new Headline(
        so
            + against(difference)
            + (withLateClaims == null ? "" : "; with late claims " + against(withLateClaims)),
        whole
            ? gate(year, withLateClaims, estimate)
            : "Whether savings are shared is decided on the whole contract, not on one practice.");
  }

  private static String against(Money difference) {
    return difference.isZero()
        ? "exactly on budget"
        : Format.spoken(difference) + (difference.isNegative() ? " over budget" : " under budget");
  }

  private static String gate(
      ContractFigures.Period year,
      @Nullable Money withLateClaims,
      @Nullable EstimateView estimate) {
    if (estimate == null) {
      return "Whether savings would be shared is not known yet: there is no estimate.";
    }
    if (estimate.refusal() != null) {
      return estimate.refusalText();
    }
    BigDecimal minimum = estimate.minimumRate();
    if (minimum == null) {
      return "The savings gate is not known.";
    }
    BigDecimal gate = minimum.multiply(year.budget().dollars());
    Money savings = withLateClaims == null ? year.difference() : withLateClaims;
    BigDecimal difference = savings.dollars();
    BigDecimal near = NEAR.multiply(year.budget().dollars());
    String width = Format.spoken(Money.of(gate.setScale(2, RoundingMode.HALF_UP)));
    if (difference.compareTo(gate) >= 0) {
      return difference.subtract(gate).compareTo(near) < 0
          ? "Just past the savings gate of " + width + "; late claims may take it back."
          : "Past the savings gate of "
              + width
              + (withLateClaims == null
                  ? " to date, while late claims still come in."
                  : " to date, with the late claims that are expected.");
    }
    if (difference.signum() >= 0) {
      return gate.subtract(difference).compareTo(near) < 0
          ? "Just short of the savings gate of " + width + ": nothing would be shared today."
          : "Inside the corridor: savings are shared from " + width + " under budget.";
    }
    return difference.negate().compareTo(gate) < 0
        ? "Inside the corridor: nothing would be paid or owed today."
        : "Past the loss gate of " + width + " over budget.";
  }
}
