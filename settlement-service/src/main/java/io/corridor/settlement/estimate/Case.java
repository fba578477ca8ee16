package io.corridor.settlement.estimate;

import static io.corridor.common.rules.Expression.ZERO;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Expression.Condition;
import io.corridor.common.rules.Workings;
import io.corridor.settlement.estimate.Outcome.Limit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A performance year with a benchmark and a minimum rate, ready to be settled (settlement.md 1,
 * steps 5-8).
 *
 * @param terms shared savings terms
 * @param budget benchmark expenditure, above zero
 * @param savings benchmark minus expenditure
 * @param rate savings over benchmark, unrounded
 * @param minimum minimum savings rate, unrounded; losses use it with the other sign
 */
record Case(Contract.Settlement terms, Money budget, Money savings, Rate rate, Rate minimum) {

  private static final String MINIMUM = "42 CFR 425.605; first dollar once the minimum is reached";
  private static final String SAVINGS = "contract terms, share of savings and payment cap";
  private static final String LOSSES = "contract terms, share of losses and loss cap";
  private static final String ROUNDING = "contract terms, rounded once";

  /** Savings above (positive) or short of (negative) the minimum rate. */
  Expression distance(Workings workings) {
    return workings.step(
        "distanceToMinimum",
        "interim figure",
        named("savings", savings).minus(named("minimumSavingsRate", minimum).times(benchmark())));
  }

  private Expression benchmark() {
    return named("benchmarkExpenditure", budget);
  }

  /** Savings or losses that count: the whole from the first dollar, or nothing. */
  Money generated(Workings workings) {
    Expression whole = named("savings", savings);
    Expression at = named("savingsRate", rate);
    Expression least = named("minimumSavingsRate", minimum);
    Condition saves = whole.exceeds(ZERO).and(at.reaches(least));
    Condition counted =
        terms.twoSided() ? saves.or(whole.below(ZERO).and(at.atMost(least.negated()))) : saves;
    return Money.of(
        workings.step("generated", MINIMUM, Expression.when(counted, whole, ZERO)).value());
  }

  /** What the ACO earns of savings, or nothing. */
  Outcome earned(Workings workings, Money generated, Expression factor) {
    Expression shared =
        workings.step(
            "sharedSavings",
            SAVINGS,
            named("generated", generated)
                .times(named("sharePercent", terms.share()))
                .times(factor));
    Expression capped = capped(workings, shared, "paymentCap", terms.paymentCap(), SAVINGS);
    Money payment = paid(workings, capped.roundHalfUp(2));
    List<Limit> limits = new ArrayList<>(minimumBinds(generated));
    if (generated.cents() > 0 && factor.value().signum() == 0) {
      limits.add(Limit.QUALITY_GATE);
    }
    if (capped.below(shared).holds()) {
      limits.add(Limit.PAYMENT_CAP);
    }
    if (!terms.twoSided() && savings.isNegative()) {
      limits.add(Limit.NO_DOWNSIDE);
    }
    return new Outcome(generated, payment, limits);
  }

  private List<Limit> minimumBinds(Money generated) {
    boolean concerned = savings.cents() > 0 || terms.twoSided() && savings.isNegative();
    return concerned && generated.isZero() ? List.of(Limit.MINIMUM_SAVINGS_RATE) : List.of();
  }

  /** What the ACO owes of losses; quality does not move it. */
  Outcome losses(Workings workings, Money generated) {
    Rate share = terms.lossShare() == null ? Rate.ZERO : terms.lossShare();
    Expression shared =
        workings.step(
            "sharedLosses",
            LOSSES,
            named("generated", generated).negated().times(named("lossSharePercent", share)));
    Expression capped = capped(workings, shared, "lossCap", terms.lossCap(), LOSSES);
    Money payment = paid(workings, capped.roundHalfUp(2).negated());
    return new Outcome(
        generated, payment, capped.below(shared).holds() ? List.of(Limit.LOSS_CAP) : List.of());
  }

  private static Money paid(Workings workings, Expression payment) {
    return Money.of(workings.step("payment", ROUNDING, payment).value());
  }

  private Expression capped(
      Workings workings, Expression shared, String cap, @Nullable Rate percent, String citation) {
    if (percent == null) {
      return shared;
    }
    Expression most =
        workings.step(cap, citation, named(cap + "Percent", percent).times(benchmark()));
    return workings.step("capped", citation, shared.min(most));
  }
}
