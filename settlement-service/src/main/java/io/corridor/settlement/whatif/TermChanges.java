package io.corridor.settlement.whatif;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Rate;
import io.corridor.settlement.bundle.BundleTerms;
import io.corridor.settlement.capitation.CapitationTerms;
import io.corridor.settlement.corridor.TotalCostTerms;
import io.corridor.settlement.engine.ShapeTerms;
import io.corridor.settlement.engine.ShapeTerms.Bundle;
import io.corridor.settlement.engine.ShapeTerms.Capitation;
import io.corridor.settlement.engine.ShapeTerms.GlobalBudget;
import io.corridor.settlement.engine.ShapeTerms.MedicalLoss;
import io.corridor.settlement.engine.ShapeTerms.Mssp;
import io.corridor.settlement.engine.ShapeTerms.SharedSavings;
import io.corridor.settlement.engine.ShapeTerms.TotalCost;
import io.corridor.settlement.engine.ShapeTerms.Utilization;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms.BonusBase;
import io.corridor.settlement.medicalloss.MedicalLossTerms;
import io.corridor.settlement.medicalloss.MedicalLossTerms.Sharing;
import io.corridor.settlement.mssp.MinimumRateChoice;
import io.corridor.settlement.mssp.Track;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.utilization.UtilizationTerms;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of terms, shape by shape. A shape answers only for the parts that it has. */
final class TermChanges {

  private static final String NONE = "NONE";
  private static final String TABLE = "TABLE";

  /** Every name that some shape knows. */
  private static final Set<String> NAMES =
      Set.of(
          "twoSided",
          "share",
          "lossShare",
          "minimumSavingsRate",
          "paymentCap",
          "lossCap",
          "track",
          "gains",
          "losses",
          "lossRelief",
          "target",
          "gainCap",
          "leakageCap",
          "discount",
          "stopGain",
          "stopLoss",
          "basePmpm",
          "trends",
          "surplusShare",
          "bonus",
          "bonusBase",
          "payout",
          "indexCeiling",
          "fullCredibility",
          "minimumMemberMonths");

  private TermChanges() {}

  /** True for the name of a term that some shape has. */
  static boolean known(String name) {
    return NAMES.contains(name);
  }

  /** The terms with a change made; empty where the shape has no such term. */
  static Optional<ShapeTerms> made(ShapeTerms terms, Change change) {
    Picked picked = new Picked(change);
    ShapeTerms made =
        switch (terms) {
          case SharedSavings shape -> new SharedSavings(sharedSavings(shape.terms(), picked));
          case Mssp shape -> mssp(shape, picked);
          case GlobalBudget shape -> new GlobalBudget(globalBudget(shape.terms(), picked));
          case TotalCost shape ->
              new TotalCost(
                  totalCost(shape.terms(), picked), shape.categories(), shape.drugPrices());
          case MedicalLoss shape -> new MedicalLoss(medicalLoss(shape.terms(), picked));
          case Utilization shape -> new Utilization(utilization(shape.terms(), picked));
          case Capitation shape -> new Capitation(capitation(shape.terms(), picked));
          case Bundle shape -> new Bundle(bundle(shape.terms(), picked), shape.reference());
        };
    return picked.taken() ? Optional.of(made) : Optional.empty();
  }

  private static Contract.Settlement sharedSavings(Contract.Settlement now, Picked picked) {
    return new Contract.Settlement(
        picked.flag("twoSided", now.twoSided()),
        picked.share("share", now.share()),
        picked.shareOnce("lossShare", now.lossShare()),
        picked.shareOr(TABLE, "minimumSavingsRate", now.minimumSavingsRate()),
        picked.shareOr(NONE, "paymentCap", now.paymentCap()),
        picked.shareOr(NONE, "lossCap", now.lossCap()));
  }

  private static Mssp mssp(Mssp now, Picked picked) {
    return new Mssp(
        picked.part("track", now.track(), change -> Values.named(change, Track.class)),
        now.agreementStart(),
        picked.part("minimumSavingsRate", now.choice(), TermChanges::choice),
        now.monthsToPayment());
  }

  private static MinimumRateChoice choice(Change change) {
    return change.value().equals(TABLE)
        ? MinimumRateChoice.TABLE
        : new MinimumRateChoice.Stated(Values.share(change));
  }

  private static GlobalBudgetTerms globalBudget(GlobalBudgetTerms now, Picked picked) {
    return new GlobalBudgetTerms(
        picked.part("basePmpm", now.basePmpm(), Values::amount),
        now.baseHealthStatus(),
        picked.part("trends", now.trends(), Values::rates),
        now.quality(),
        picked.scale("bonus", now.bonus()),
        picked.part("bonusBase", now.bonusBase(), change -> Values.named(change, BonusBase.class)),
        picked.scale("surplusShare", now.surplusShare()));
  }

  private static UtilizationTerms utilization(UtilizationTerms now, Picked picked) {
    return new UtilizationTerms(
        now.categories(),
        picked.rate("indexCeiling", now.indexCeiling()),
        new Credibility(picked.rate("fullCredibility", now.fullCredibility().fullCount())),
        picked.scale("payout", now.payoutPmpm()),
        picked.rate("minimumMemberMonths", now.minimumMemberMonths()));
  }

  private static TotalCostTerms totalCost(TotalCostTerms now, Picked picked) {
    return new TotalCostTerms(
        picked.corridor("gains", now.gains()),
        picked.corridor("losses", now.losses()),
        now.longTermWeights(),
        now.minimumVolume(),
        now.stopLoss(),
        now.drugPriceControl(),
        picked.share("lossRelief", now.lossRelief()));
  }

  private static MedicalLossTerms medicalLoss(MedicalLossTerms now, Picked picked) {
    Sharing gains =
        new Sharing(
            picked.share("share", now.gains().share()),
            picked.shareOr(NONE, "gainCap", now.gains().cap()));
    Sharing losses = now.losses();
    Rate lossShare = picked.shareOnce("lossShare", losses == null ? null : losses.share());
    Rate lossCap = picked.shareOr(NONE, "lossCap", losses == null ? null : losses.cap());
    Sharing shared = lossShare == null ? null : new Sharing(lossShare, lossCap);
    boolean twoSided = picked.flag("twoSided", shared != null);
    return new MedicalLossTerms(
        picked.share("target", now.target()),
        gains,
        sided(twoSided, gains, shared),
        now.runoutMonths());
  }

  /** Two-sided without terms of its own means losses shared as gains are. */
  private static @Nullable Sharing sided(boolean two, Sharing gains, @Nullable Sharing losses) {
    return !two ? null : losses == null ? gains : losses;
  }

  private static CapitationTerms capitation(CapitationTerms now, Picked picked) {
    return new CapitationTerms(
        now.ratePmpm(),
        now.capitatedCodes(),
        now.carvedOutCodes(),
        picked.shareOr(NONE, "leakageCap", now.leakageCap()));
  }

  private static BundleTerms bundle(BundleTerms now, Picked picked) {
    return new BundleTerms(
        picked.share("discount", now.discount()),
        now.outliers(),
        now.qualityAdjustment(),
        picked.share("stopGain", now.stopGain()),
        picked.share("stopLoss", now.stopLoss()),
        now.minimumEpisodes(),
        now.belowMinimum());
  }
}
