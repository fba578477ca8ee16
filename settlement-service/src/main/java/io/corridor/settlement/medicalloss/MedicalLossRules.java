package io.corridor.settlement.medicalloss;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.medicalloss.MedicalLossFacts.PaidPart;
import io.corridor.settlement.medicalloss.MedicalLossFacts.Unpaid;
import io.corridor.settlement.medicalloss.MedicalLossTerms.Sharing;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Settles a medical loss ratio (settlement.md 5 c): care over premium without taxes, against a
 * target. What lies below the target is shared by quality, what lies above it, if at all, without.
 */
public final class MedicalLossRules {

  private static final String PREMIUM = "contract terms, premium without taxes and fees";
  private static final String CLAIMS = "contract terms, incurred claims by stated completion";
  private static final String CARE = "contract terms, claims and quality improvement";
  private static final String TARGET = "contract terms, target medical loss ratio";
  private static final String SHARE = "contract terms, share of gains and losses";
  private static final String CAP = "contract terms, cap as a part of the net premium";

  private MedicalLossRules() {}

  /** The settlement of a year. */
  public static Settled settle(MedicalLossTerms terms, MedicalLossFacts facts) {
    Calculation steps = new Calculation();
    if (facts.runoutMonths() < terms.runoutMonths().getLast()) {
      steps.warn(Warning.RUNOUT_NOT_FINAL);
    }
    Expression netPremium =
        steps.step(
            "netPremium",
            PREMIUM,
            named("premium", facts.premium()).minus(named("taxesAndFees", facts.taxesAndFees())));
    Expression careCost = careCost(steps, facts);
    if (netPremium.value().signum() > 0) {
      steps.step("medicalLossRatio", TARGET, careCost.over(netPremium));
    }
    Expression pool =
        steps.step(
            "gainPool", TARGET, named("target", terms.target()).times(netPremium).minus(careCost));
    return pool.value().signum() >= 0
        ? steps.pay(sharedGain(steps, terms, facts, pool, netPremium))
        : steps.pay(sharedLoss(steps, terms.losses(), pool, netPremium).negated());
  }

  private static Expression careCost(Calculation steps, MedicalLossFacts facts) {
    Expression paid = named("paidClaims", facts.paidClaims());
    Expression incurred =
        switch (facts.completion()) {
          case PaidPart factor -> paid.over(named("completionFactor", factor.paidPart()));
          case Unpaid amount -> paid.plus(named("unpaidClaims", amount.unpaid()));
        };
    return steps.step(
        "careCost",
        CARE,
        steps
            .step("incurredClaims", CLAIMS, incurred)
            .plus(named("qualityImprovement", facts.qualityImprovement())));
  }

  private static Expression sharedGain(
      Calculation steps,
      MedicalLossTerms terms,
      MedicalLossFacts facts,
      Expression pool,
      Expression netPremium) {
    Expression shared =
        steps.step(
            "sharedGain",
            SHARE,
            pool.times(named("gainShare", terms.gains().share()))
                .times(named("quality", facts.quality())));
    if (pool.value().signum() > 0 && facts.quality().isZero()) {
      steps.limitedBy(Limit.QUALITY_GATE);
    }
    return capped(steps, "gain", shared, terms.gains().cap(), netPremium, Limit.GAIN_CAP);
  }

  private static Expression sharedLoss(
      Calculation steps, @Nullable Sharing losses, Expression pool, Expression netPremium) {
    if (losses == null) {
      steps.limitedBy(Limit.NO_DOWNSIDE);
      return steps.step("sharedLoss", SHARE, Expression.ZERO);
    }
    Expression shared =
        steps.step("sharedLoss", SHARE, pool.negated().times(named("lossShare", losses.share())));
    return capped(steps, "loss", shared, losses.cap(), netPremium, Limit.LOSS_CAP);
  }

  private static Expression capped(
      Calculation steps,
      String side,
      Expression shared,
      @Nullable Rate cap,
      Expression netPremium,
      Limit limit) {
    if (cap == null) {
      return shared;
    }
    Expression most =
        steps.step(side + "Cap", CAP, named(side + "CapShare", cap).times(netPremium));
    return steps.stepAtMost(side + "Capped", CAP, shared, most, limit);
  }
}
