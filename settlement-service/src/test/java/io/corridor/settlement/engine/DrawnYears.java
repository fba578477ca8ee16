package io.corridor.settlement.engine;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.bundle.BundleTerms;
import io.corridor.settlement.capitation.CapitationTerms;
import io.corridor.settlement.corridor.TotalCostTerms;
import io.corridor.settlement.engine.ShapeTerms.Bundle;
import io.corridor.settlement.engine.ShapeTerms.Capitation;
import io.corridor.settlement.engine.ShapeTerms.GlobalBudget;
import io.corridor.settlement.engine.ShapeTerms.MedicalLoss;
import io.corridor.settlement.engine.ShapeTerms.Mssp;
import io.corridor.settlement.engine.ShapeTerms.SharedSavings;
import io.corridor.settlement.engine.ShapeTerms.TotalCost;
import io.corridor.settlement.engine.ShapeTerms.Utilization;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms.BonusBase;
import io.corridor.settlement.medicalloss.MedicalLossTerms;
import io.corridor.settlement.medicalloss.MedicalLossTerms.Sharing;
import io.corridor.settlement.mssp.MinimumRateChoice;
import io.corridor.settlement.mssp.Track;
import io.corridor.settlement.share.Corridor;
import io.corridor.settlement.share.Draw;
import java.util.List;

/** Random terms of each shape, and random facts made from its worked example. */
final class DrawnYears {

  private static final List<Track> TRACKS =
      List.of(
          Track.BASIC_A,
          Track.BASIC_B,
          Track.BASIC_C,
          Track.BASIC_D,
          Track.BASIC_E,
          Track.ENHANCED);

  private DrawnYears() {}

  /** Terms and facts of a year. */
  record Drawn(AgreedTerms terms, PeriodFacts facts) {}

  static Drawn of(Example example, Draw draw) {
    ShapeTerms shape = terms(example.agreed().shape(), draw);
    AgreedTerms terms = new AgreedTerms(shape, quality(draw), 1);
    PeriodFacts facts =
        example
            .facts()
            .withQuality(QualityFacts.of(Gate.MET, draw.percent(40, 100)))
            .withCostTimes(draw.percent(85, 115));
    return new Drawn(terms, facts);
  }

  private static Contract.Quality quality(Draw draw) {
    return new Contract.Quality(
        List.of(), draw.percent(0, 40), !draw.oneIn(3), Rate.ONE, draw.percent(0, 50));
  }

  private static ShapeTerms terms(ShapeTerms like, Draw draw) {
    return switch (like) {
      case SharedSavings shape ->
          new SharedSavings(
              new Contract.Settlement(
                  !draw.oneIn(3),
                  draw.percent(0, 100),
                  draw.percent(0, 100),
                  draw.percent(0, 4),
                  draw.oneIn(2) ? null : draw.percent(0, 10),
                  draw.oneIn(2) ? null : draw.percent(0, 10)));
      case Mssp shape ->
          new Mssp(
              TRACKS.get(draw.number(0, TRACKS.size())),
              shape.agreementStart(),
              MinimumRateChoice.TABLE,
              shape.monthsToPayment());
      case GlobalBudget shape -> globalBudget(shape.terms(), draw);
      case TotalCost shape ->
          new TotalCost(totalCost(shape.terms(), draw), shape.categories(), shape.drugPrices());
      case MedicalLoss shape ->
          new MedicalLoss(
              new MedicalLossTerms(
                  draw.percent(70, 95),
                  new Sharing(draw.percent(0, 100), draw.oneIn(2) ? null : draw.percent(0, 5)),
                  draw.oneIn(3)
                      ? null
                      : new Sharing(
                          draw.percent(0, 100), draw.oneIn(2) ? null : draw.percent(0, 5)),
                  shape.terms().runoutMonths()));
      case Utilization shape -> shape;
      case Capitation shape ->
          new Capitation(
              new CapitationTerms(
                  draw.price(10, 90),
                  shape.terms().capitatedCodes(),
                  shape.terms().carvedOutCodes(),
                  draw.oneIn(2) ? null : draw.percent(0, 10)));
      case Bundle shape -> new Bundle(bundle(shape.terms(), draw), shape.reference());
    };
  }

  private static GlobalBudget globalBudget(GlobalBudgetTerms like, Draw draw) {
    return new GlobalBudget(
        new GlobalBudgetTerms(
            draw.price(350, 450),
            like.baseHealthStatus(),
            like.trends(),
            like.quality(),
            draw.risingShares(20),
            draw.oneIn(3) ? BonusBase.ACTUAL : BonusBase.BUDGET,
            draw.risingShares(100)));
  }

  private static TotalCostTerms totalCost(TotalCostTerms like, Draw draw) {
    Corridor losses = draw.oneIn(4) ? Corridor.NONE : draw.corridor();
    return new TotalCostTerms(
        draw.corridor(),
        losses,
        like.longTermWeights(),
        like.minimumVolume(),
        like.stopLoss(),
        like.drugPriceControl(),
        losses.bands().isEmpty() ? Rate.ZERO : draw.percent(0, 100));
  }

  private static BundleTerms bundle(BundleTerms like, Draw draw) {
    return new BundleTerms(
        draw.percent(0, 10),
        like.outliers(),
        draw.percent(0, 20),
        draw.percent(0, 20),
        draw.percent(0, 20),
        like.minimumEpisodes(),
        like.belowMinimum());
  }

  /** An amount of a budget, for caps. */
  static Money part(Rate share, Money of) {
    return of.times(share).roundHalfUp();
  }
}
