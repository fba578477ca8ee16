package io.corridor.settlement.estimate;

import static io.corridor.common.rules.Workings.DIGITS;
import static io.corridor.common.rules.Workings.in;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Workings;
import io.corridor.settlement.estimate.Outcome.Limit;
import java.math.BigDecimal;
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

  private static final String ONE_SIDED =
      "if(savings > 0 and savingsRate >= minimumSavingsRate, savings, 0)";
  private static final String TWO_SIDED =
      "if(savings > 0 and savingsRate >= minimumSavingsRate"
          + " or savings < 0 and savingsRate <= -minimumSavingsRate, savings, 0)";

  /** Dollars that the minimum rate asks for. */
  BigDecimal minimumDollars() {
    return minimum.value().multiply(budget.dollars(), DIGITS);
  }

  /** Savings or losses that count: the whole from the first dollar, or nothing. */
  Money generated(Workings workings) {
    Money generated = counts() ? savings : Money.ZERO;
    workings.note(
        "generated",
        MINIMUM,
        terms.twoSided() ? TWO_SIDED : ONE_SIDED,
        generated.dollars(),
        in("savings", savings.dollars()),
        in("savingsRate", rate.value()),
        in("minimumSavingsRate", minimum.value()));
    return generated;
  }

  private boolean counts() {
    if (savings.cents() > 0) {
      return rate.compareTo(minimum) >= 0;
    }
    return terms.twoSided()
        && savings.isNegative()
        && rate.value().compareTo(minimum.value().negate()) <= 0;
  }

  /** What the ACO earns of savings, or nothing. */
  Outcome earned(Workings workings, Money generated, BigDecimal factor) {
    BigDecimal shared =
        workings.note(
            "sharedSavings",
            SAVINGS,
            "generated * sharePercent * qualityFactor",
            generated.dollars().multiply(terms.share().value(), DIGITS).multiply(factor, DIGITS),
            in("generated", generated.dollars()),
            in("sharePercent", terms.share().value()),
            in("qualityFactor", factor));
    BigDecimal capped =
        capped(workings, "sharedSavings", shared, "paymentCap", terms.paymentCap(), SAVINGS);
    Money payment = new Amount(capped).roundHalfUp();
    workings.note(
        "payment",
        ROUNDING,
        "roundHalfUp(" + last(terms.paymentCap(), "sharedSavings") + ", 2)",
        payment.dollars(),
        in(last(terms.paymentCap(), "sharedSavings"), capped));
    List<Limit> limits = new ArrayList<>(minimumBinds());
    if (generated.cents() > 0 && factor.signum() == 0) {
      limits.add(Limit.QUALITY_GATE);
    }
    if (capped.compareTo(shared) < 0) {
      limits.add(Limit.PAYMENT_CAP);
    }
    if (!terms.twoSided() && savings.isNegative()) {
      limits.add(Limit.NO_DOWNSIDE);
    }
    return new Outcome(generated, payment, limits);
  }

  private List<Limit> minimumBinds() {
    boolean savedTooLittle = savings.cents() > 0 && rate.compareTo(minimum) < 0;
    boolean lostTooLittle = terms.twoSided() && savings.isNegative() && !counts();
    return savedTooLittle || lostTooLittle ? List.of(Limit.MINIMUM_SAVINGS_RATE) : List.of();
  }

  /** What the ACO owes of losses; quality does not move it. */
  Outcome losses(Workings workings, Money generated) {
    Rate share = terms.lossShare() == null ? Rate.ZERO : terms.lossShare();
    BigDecimal shared =
        workings.note(
            "sharedLosses",
            LOSSES,
            "-generated * lossSharePercent",
            generated.dollars().negate().multiply(share.value(), DIGITS),
            in("generated", generated.dollars()),
            in("lossSharePercent", share.value()));
    BigDecimal capped =
        capped(workings, "sharedLosses", shared, "lossCap", terms.lossCap(), LOSSES);
    Money owed = new Amount(capped).roundHalfUp();
    workings.note(
        "payment",
        ROUNDING,
        "-roundHalfUp(" + last(terms.lossCap(), "sharedLosses") + ", 2)",
        owed.negated().dollars(),
        in(last(terms.lossCap(), "sharedLosses"), capped));
    return new Outcome(
        generated,
        owed.negated(),
        capped.compareTo(shared) < 0 ? List.of(Limit.LOSS_CAP) : List.of());
  }

  private BigDecimal capped(
      Workings workings,
      String name,
      BigDecimal shared,
      String cap,
      @Nullable Rate percent,
      String citation) {
    if (percent == null) {
      return shared;
    }
    BigDecimal most =
        workings.note(
            cap,
            citation,
            cap + "Percent * benchmarkExpenditure",
            percent.value().multiply(budget.dollars(), DIGITS),
            in(cap + "Percent", percent.value()),
            in("benchmarkExpenditure", budget.dollars()));
    return workings.note(
        "capped",
        citation,
        "min(" + name + ", " + cap + ")",
        shared.min(most),
        in(name, shared),
        in(cap, most));
  }

  private static String last(@Nullable Rate cap, String uncapped) {
    return cap == null ? uncapped : "capped";
  }
}
