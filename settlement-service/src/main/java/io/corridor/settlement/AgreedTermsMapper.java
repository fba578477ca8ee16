package io.corridor.settlement;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.terms.SettledYears;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CorridorBand;
import io.corridor.schemas.EpisodeReference;
import io.corridor.schemas.GateMeasure;
import io.corridor.schemas.MsspTerms;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.ScalePoint;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.StopLossCharge;
import io.corridor.settlement.bundle.BundleFacts.Reference;
import io.corridor.settlement.bundle.BundleTerms;
import io.corridor.settlement.bundle.BundleTerms.BelowMinimum;
import io.corridor.settlement.bundle.BundleTerms.Outliers;
import io.corridor.settlement.capitation.CapitationTerms;
import io.corridor.settlement.corridor.DrugPriceControl;
import io.corridor.settlement.corridor.StopLoss;
import io.corridor.settlement.corridor.TotalCostTerms;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.Shape;
import io.corridor.settlement.engine.ShapeTerms;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms.BonusBase;
import io.corridor.settlement.globalbudget.Measure;
import io.corridor.settlement.globalbudget.QualityProgramme;
import io.corridor.settlement.medicalloss.MedicalLossTerms;
import io.corridor.settlement.medicalloss.MedicalLossTerms.Sharing;
import io.corridor.settlement.mssp.MinimumRateChoice;
import io.corridor.settlement.mssp.Track;
import io.corridor.settlement.share.Contradiction;
import io.corridor.settlement.share.Corridor;
import io.corridor.settlement.share.Corridor.Band;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.share.Scale;
import io.corridor.settlement.utilization.UtilizationTerms;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contract terms as they travel into the terms that the engine settles. */
public final class AgreedTermsMapper {

  private AgreedTermsMapper() {}

  /**
   * The terms of a performance year.
   *
   * @param terms version of the contract that holds
   * @param contractYear number of the year in the contract, the first is 1
   * @throws Contradiction if the terms contradict themselves; intake rejects such files
   */
  public static AgreedTerms of(ContractTerms terms, int contractYear) {
    Contract contract = TermsMapper.contract(terms);
    return new AgreedTerms(
        shape(SettledYears.in(terms, contractYear)), contract.quality(), contract.minLives());
  }

  /** Number of a performance year in the contract: the first is 1 unless the terms say more. */
  public static int contractYear(ContractTerms terms, int year) {
    int number = SettledYears.firstContractYear(terms);
    for (PerformanceYear performanceYear : terms.getPerformanceYears()) {
      if (performanceYear.getYear() == year) {
        return number;
      }
      number++;
    }
    throw new Contradiction("the contract has no performance year " + year);
  }

  /** Levels that the terms settle. */
  public static Set<Level> levels(SettlementTerms terms) {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    terms.getLevels().forEach(level -> levels.add(Level.valueOf(level)));
    return levels.isEmpty() ? EnumSet.of(Level.CONTRACT) : levels;
  }

  private static ShapeTerms shape(SettlementTerms terms) {
    return switch (Shape.valueOf(terms.getShape())) {
      case ONE_SIDED, TWO_SIDED ->
          new ShapeTerms.SharedSavings(
              new Contract.Settlement(
                  terms.getShape().equals(Shape.TWO_SIDED.name()),
                  stated("sharePercent", rate(terms.getSharePercent())),
                  rate(terms.getLossSharePercent()),
                  rate(terms.getMinimumSavingsRate()),
                  rate(terms.getPaymentCapPercent()),
                  rate(terms.getLossCapPercent())));
      case MSSP -> mssp(stated("mssp", terms.getMssp()), rate(terms.getMinimumSavingsRate()));
      case GLOBAL_BUDGET -> globalBudget(stated("globalBudget", terms.getGlobalBudget()));
      case TOTAL_COST -> totalCost(stated("totalCost", terms.getTotalCost()));
      case MEDICAL_LOSS_RATIO -> medicalLoss(stated("medicalLoss", terms.getMedicalLoss()));
      case UTILIZATION_INDEX -> utilization(stated("utilization", terms.getUtilization()));
      case CAPITATION -> capitation(stated("capitation", terms.getCapitation()));
      case BUNDLE -> bundle(stated("bundle", terms.getBundle()));
    };
  }

  private static <T> T stated(String name, @Nullable T terms) {
    if (terms == null) {
      throw new Contradiction("the terms in " + name + " are not stated");
    }
    return terms;
  }

  private static ShapeTerms mssp(MsspTerms terms, @Nullable Rate minimum) {
    return new ShapeTerms.Mssp(
        Track.valueOf(terms.getTrack()),
        terms.getAgreementStart(),
        minimum == null ? MinimumRateChoice.TABLE : new MinimumRateChoice.Stated(minimum),
        terms.getMonthsToPayment());
  }

  private static ShapeTerms globalBudget(io.corridor.schemas.GlobalBudgetTerms terms) {
    return new ShapeTerms.GlobalBudget(
        new GlobalBudgetTerms(
            amount(terms.getBasePmpm()),
            new Rate(terms.getBaseHealthStatus()),
            rates(terms.getTrends()),
            new QualityProgramme(
                terms.getMeasures().stream().map(AgreedTermsMapper::measure).toList(),
                new Rate(terms.getOutcomeWeight()),
                new Rate(terms.getAmbulatoryPart())),
            scale(terms.getBonus()),
            BonusBase.valueOf(terms.getBonusBase()),
            scale(terms.getSurplusShare())));
  }

  private static Measure measure(GateMeasure measure) {
    return new Measure(
        measure.getName(),
        Measure.Setting.valueOf(measure.getSetting()),
        Measure.Kind.valueOf(measure.getKind()),
        rates(measure.getGates()));
  }

  private static ShapeTerms totalCost(io.corridor.schemas.TotalCostTerms terms) {
    BigDecimal minimum = terms.getMinimumMemberMonths();
    BigDecimal growth = terms.getBudgetedDrugPriceGrowth();
    Rate relief = rate(terms.getLossRelief());
    return new ShapeTerms.TotalCost(
        new TotalCostTerms(
            corridor(terms.getGains()),
            corridor(terms.getLosses()),
            rates(terms.getLongTermWeights()),
            minimum == null ? null : new Credibility(new Rate(minimum)),
            stopLoss(terms.getStopLoss()),
            growth == null ? null : new DrugPriceControl(new Rate(growth)),
            relief == null ? Rate.ZERO : relief),
        terms.getRatingCategories().stream()
            .map(category ->
                new ShapeTerms.CategoryBenchmark(
                    category.getName(),
                    amount(category.getOwnPmpm()),
                    amount(category.getMarketPmpm())))
            .toList(),
        terms.getDrugPrices().stream()
            .map(drug -> new ShapeTerms.DrugPrice(drug.getDrug(), amount(drug.getBasePrice())))
            .toList());
  }

  private static @Nullable StopLoss stopLoss(@Nullable StopLossCharge terms) {
    return terms == null
        ? null
        : new StopLoss(
            Money.of(terms.getAttachment()),
            new Rate(terms.getRecoveredShare()),
            amount(terms.getChargePmpm()));
  }

  private static Corridor corridor(List<CorridorBand> bands) {
    return new Corridor(
        bands.stream()
            .map(band ->
                new Band(new Rate(band.getFrom()), rate(band.getTo()), new Rate(band.getShare())))
            .toList());
  }

  private static ShapeTerms medicalLoss(io.corridor.schemas.MedicalLossTerms terms) {
    Rate lossShare = rate(terms.getLossShare());
    return new ShapeTerms.MedicalLoss(
        new MedicalLossTerms(
            new Rate(terms.getTarget()),
            new Sharing(new Rate(terms.getGainShare()), rate(terms.getGainCap())),
            lossShare == null ? null : new Sharing(lossShare, rate(terms.getLossCap())),
            terms.getRunoutMonths()));
  }

  private static ShapeTerms utilization(io.corridor.schemas.UtilizationTerms terms) {
    return new ShapeTerms.Utilization(
        new UtilizationTerms(
            terms.getCategories().stream()
                .map(category ->
                    new UtilizationTerms.Category(
                        category.getName(),
                        new Rate(category.getWeight()),
                        UtilizationTerms.Direction.valueOf(category.getDirection())))
                .toList(),
            new Rate(terms.getIndexCeiling()),
            new Credibility(new Rate(terms.getFullCredibilityMemberMonths())),
            scale(terms.getPayoutPmpm()),
            new Rate(terms.getMinimumMemberMonths())));
  }

  private static ShapeTerms capitation(io.corridor.schemas.CapitationTerms terms) {
    return new ShapeTerms.Capitation(
        new CapitationTerms(
            amount(terms.getRatePmpm()),
            Set.copyOf(terms.getCapitatedCodes()),
            Set.copyOf(terms.getCarvedOutCodes()),
            rate(terms.getLeakageCap())));
  }

  private static ShapeTerms bundle(io.corridor.schemas.BundleTerms terms) {
    Integer minimum = terms.getMinimumEpisodes();
    String outliers = terms.getOutliers();
    return new ShapeTerms.Bundle(
        new BundleTerms(
            new Rate(terms.getDiscount()),
            outliers == null ? Outliers.WINSORIZE : Outliers.valueOf(outliers),
            new Rate(terms.getQualityAdjustment()),
            new Rate(terms.getStopGain()),
            new Rate(terms.getStopLoss()),
            minimum == null ? BundleTerms.DEFAULT_MINIMUM : minimum,
            BelowMinimum.valueOf(terms.getBelowMinimum())),
        reference(terms.getReference()));
  }

  private static @Nullable Reference reference(@Nullable EpisodeReference terms) {
    return terms == null
        ? null
        : new Reference(
            amount(terms.getHistoricMean()),
            new Rate(terms.getTrend()),
            amount(terms.getLowest()),
            amount(terms.getHighest()));
  }

  private static Scale scale(List<ScalePoint> points) {
    return new Scale(
        points.stream()
            .map(point -> new Scale.Point(new Rate(point.getAt()), new Rate(point.getValue())))
            .toList());
  }

  private static List<Rate> rates(List<BigDecimal> values) {
    return values.stream().map(Rate::new).toList();
  }

  private static Amount amount(BigDecimal dollars) {
    return new Amount(dollars);
  }

  private static @Nullable Rate rate(@Nullable BigDecimal value) {
    return value == null ? null : new Rate(value);
  }
}
