package io.corridor.intake.contract;

import io.corridor.schemas.BundleTerms;
import io.corridor.schemas.CapitationTerms;
import io.corridor.schemas.CorridorBand;
import io.corridor.schemas.DrugPriceTerms;
import io.corridor.schemas.EpisodeReference;
import io.corridor.schemas.GateMeasure;
import io.corridor.schemas.GlobalBudgetTerms;
import io.corridor.schemas.MedicalLossTerms;
import io.corridor.schemas.RatingCategoryTerms;
import io.corridor.schemas.ScalePoint;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.StopLossCharge;
import io.corridor.schemas.TotalCostTerms;
import io.corridor.schemas.UseCategory;
import io.corridor.schemas.UtilizationTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Rules on the terms of each shape; they are those of the settlement rules (contract-shapes.md).
 */
final class ShapeChecks {

  private static final int GATES = 5;

  private final NumberChecks checks;

  ShapeChecks(NumberChecks checks) {
    this.checks = checks;
  }

  void check(String field, SettlementTerms settlement) {
    if (settlement.getGlobalBudget() != null) {
      globalBudget(field + ".globalBudget", settlement.getGlobalBudget());
    }
    if (settlement.getTotalCost() != null) {
      totalCost(field + ".totalCost", settlement.getTotalCost());
    }
    if (settlement.getMedicalLoss() != null) {
      medicalLoss(field + ".medicalLoss", settlement.getMedicalLoss());
    }
    if (settlement.getUtilization() != null) {
      utilization(field + ".utilization", settlement.getUtilization());
    }
    if (settlement.getCapitation() != null) {
      capitation(field + ".capitation", settlement.getCapitation());
    }
    if (settlement.getBundle() != null) {
      bundle(field + ".bundle", settlement.getBundle());
    }
  }

  private void globalBudget(String field, GlobalBudgetTerms terms) {
    checks.positive(field + ".basePmpm", terms.getBasePmpm());
    checks.positive(field + ".baseHealthStatus", terms.getBaseHealthStatus());
    checks.some(field + ".trends", terms.getTrends());
    for (int i = 0; i < terms.getTrends().size(); i++) {
      checks.growth(field + ".trends[" + i + "]", terms.getTrends().get(i));
    }
    checks.some(field + ".measures", terms.getMeasures());
    Set<String> seen = NumberChecks.names();
    for (int i = 0; i < terms.getMeasures().size(); i++) {
      measure(field + ".measures[" + i + "]", terms.getMeasures().get(i), seen);
    }
    checks.positive(field + ".outcomeWeight", terms.getOutcomeWeight());
    checks.share(field + ".ambulatoryPart", terms.getAmbulatoryPart());
    checks.word(field + ".bonusBase", terms.getBonusBase(), "ACTUAL", "BUDGET");
    shares(field + ".bonus", terms.getBonus());
    shares(field + ".surplusShare", terms.getSurplusShare());
  }

  private void shares(String field, List<ScalePoint> points) {
    checks.scale(field, points, true);
    for (int i = 0; i < points.size(); i++) {
      checks.share(field + "[" + i + "].value", points.get(i).getValue());
    }
  }

  private void measure(String field, GateMeasure measure, Set<String> seen) {
    checks.name(field + ".name", measure.getName(), seen);
    checks.word(field + ".setting", measure.getSetting(), "AMBULATORY", "HOSPITAL");
    checks.word(field + ".kind", measure.getKind(), "PROCESS", "OUTCOME");
    List<BigDecimal> gates = measure.getGates();
    if (gates.size() != GATES) {
      checks.problem(ContractCode.CONTRACT_SCALE, field + ".gates", "A measure has five gates.");
      return;
    }
    int direction = gates.getLast().compareTo(gates.getFirst());
    for (int i = 1; i < GATES; i++) {
      int step = gates.get(i).compareTo(gates.get(i - 1));
      if (direction == 0 || step != direction) {
        checks.problem(
            ContractCode.CONTRACT_SCALE,
            field + ".gates[" + i + "]",
            "The gates must all rise or all fall.");
        return;
      }
    }
  }

  private void totalCost(String field, TotalCostTerms terms) {
    corridor(field + ".gains", terms.getGains());
    corridor(field + ".losses", terms.getLosses());
    if (terms.getGains().isEmpty() && terms.getLosses().isEmpty()) {
      checks.problem(ContractCode.CONTRACT_MISSING_FIELD, field + ".gains", "Add a corridor.");
    }
    checks.some(field + ".longTermWeights", terms.getLongTermWeights());
    for (int i = 0; i < terms.getLongTermWeights().size(); i++) {
      checks.share(field + ".longTermWeights[" + i + "]", terms.getLongTermWeights().get(i));
    }
    if (terms.getMinimumMemberMonths() != null) {
      checks.positive(field + ".minimumMemberMonths", terms.getMinimumMemberMonths());
    }
    if (terms.getStopLoss() != null) {
      stopLoss(field + ".stopLoss", terms.getStopLoss());
    }
    checks.growth(field + ".budgetedDrugPriceGrowth", terms.getBudgetedDrugPriceGrowth());
    checks.share(field + ".lossRelief", terms.getLossRelief());
    BigDecimal relief = terms.getLossRelief();
    if (relief != null && relief.signum() > 0 && terms.getLosses().isEmpty()) {
      checks.problem(
          ContractCode.CONTRACT_LOSS_TERMS,
          field + ".lossRelief",
          "No losses are shared; add a corridor of losses or remove the relief.");
    }
    categories(field, terms);
  }

  private void categories(String field, TotalCostTerms terms) {
    Set<String> categories = NumberChecks.names();
    for (int i = 0; i < terms.getRatingCategories().size(); i++) {
      RatingCategoryTerms category = terms.getRatingCategories().get(i);
      String place = field + ".ratingCategories[" + i + "]";
      checks.name(place + ".name", category.getName(), categories);
      checks.notNegative(place + ".ownPmpm", category.getOwnPmpm());
      checks.notNegative(place + ".marketPmpm", category.getMarketPmpm());
    }
    if (terms.getMinimumMemberMonths() != null && terms.getRatingCategories().isEmpty()) {
      checks.problem(
          ContractCode.CONTRACT_SHAPE,
          field + ".minimumMemberMonths",
          "A minimum volume needs rating categories with a market benchmark.");
    }
    Set<String> drugs = NumberChecks.names();
    for (int i = 0; i < terms.getDrugPrices().size(); i++) {
      DrugPriceTerms drug = terms.getDrugPrices().get(i);
      String place = field + ".drugPrices[" + i + "]";
      checks.name(place + ".drug", drug.getDrug(), drugs);
      checks.notNegative(place + ".basePrice", drug.getBasePrice());
    }
    if (!terms.getDrugPrices().isEmpty() && terms.getBudgetedDrugPriceGrowth() == null) {
      checks.problem(
          ContractCode.CONTRACT_SHAPE,
          field + ".drugPrices",
          "Base prices need budgetedDrugPriceGrowth.");
    }
  }

  private void stopLoss(String field, StopLossCharge stopLoss) {
    checks.positive(field + ".attachment", stopLoss.getAttachment());
    checks.share(field + ".recoveredShare", stopLoss.getRecoveredShare());
    checks.notNegative(field + ".chargePmpm", stopLoss.getChargePmpm());
  }

  /** Bands follow one another from 0, without gap or overlap; only the last may be open. */
  private void corridor(String field, List<CorridorBand> bands) {
    BigDecimal edge = BigDecimal.ZERO;
    for (int i = 0; i < bands.size(); i++) {
      CorridorBand band = bands.get(i);
      String place = field + "[" + i + "]";
      checks.share(place + ".share", band.getShare());
      BigDecimal to = band.getTo();
      if (edge == null) {
        checks.problem(
            ContractCode.CONTRACT_CORRIDOR, place, "The band before has no end; give it one.");
      } else if (band.getFrom().compareTo(edge) != 0) {
        checks.problem(
            ContractCode.CONTRACT_CORRIDOR,
            place + ".from",
            (band.getFrom().compareTo(edge) < 0 ? "The bands overlap" : "The bands leave a gap")
                + "; this one begins at "
                + edge.stripTrailingZeros().toPlainString()
                + ".");
      }
      if (to != null && to.compareTo(band.getFrom()) <= 0) {
        checks.problem(ContractCode.CONTRACT_CORRIDOR, place + ".to", "The band is empty.");
      }
      edge = to;
    }
  }

  private void medicalLoss(String field, MedicalLossTerms terms) {
    checks.positive(field + ".target", terms.getTarget());
    checks.share(field + ".gainShare", terms.getGainShare());
    checks.share(field + ".gainCap", terms.getGainCap());
    checks.share(field + ".lossShare", terms.getLossShare());
    checks.share(field + ".lossCap", terms.getLossCap());
    if (terms.getLossCap() != null && terms.getLossShare() == null) {
      checks.problem(
          ContractCode.CONTRACT_LOSS_TERMS,
          field + ".lossCap",
          "No losses are shared; add lossShare or remove the cap.");
    }
    checks.some(field + ".runoutMonths", terms.getRunoutMonths());
    for (int i = 0; i < terms.getRunoutMonths().size(); i++) {
      String place = field + ".runoutMonths[" + i + "]";
      checks.atLeast(place, terms.getRunoutMonths().get(i), 0);
      if (i > 0 && terms.getRunoutMonths().get(i - 1) >= terms.getRunoutMonths().get(i)) {
        checks.problem(ContractCode.CONTRACT_SCALE, place, "The run-outs must ascend.");
      }
    }
  }

  private void utilization(String field, UtilizationTerms terms) {
    checks.some(field + ".categories", terms.getCategories());
    Set<String> seen = NumberChecks.names();
    for (int i = 0; i < terms.getCategories().size(); i++) {
      UseCategory category = terms.getCategories().get(i);
      String place = field + ".categories[" + i + "]";
      checks.name(place + ".name", category.getName(), seen);
      checks.notNegative(place + ".weight", category.getWeight());
      checks.word(
          place + ".direction", category.getDirection(), "LESS_IS_BETTER", "MORE_IS_BETTER");
    }
    checks.sumToOne(
        field + ".categories", terms.getCategories().stream().map(UseCategory::getWeight).toList());
    checks.atLeastOne(field + ".indexCeiling", terms.getIndexCeiling());
    checks.positive(field + ".fullCredibilityMemberMonths", terms.getFullCredibilityMemberMonths());
    checks.notNegative(field + ".minimumMemberMonths", terms.getMinimumMemberMonths());
    List<ScalePoint> payout = terms.getPayoutPmpm();
    checks.scale(field + ".payoutPmpm", payout, false);
    for (int i = 0; i < payout.size(); i++) {
      checks.notNegative(field + ".payoutPmpm[" + i + "].value", payout.get(i).getValue());
    }
    if (!payout.isEmpty()
        && (payout.getLast().getValue().signum() != 0
            || payout.getLast().getAt().compareTo(BigDecimal.ONE) > 0)) {
      checks.problem(
          ContractCode.CONTRACT_SCALE,
          field + ".payoutPmpm[" + (payout.size() - 1) + "]",
          "The scale ends with 0 dollars at an index of 1 or below.");
    }
  }

  private void capitation(String field, CapitationTerms terms) {
    checks.positive(field + ".ratePmpm", terms.getRatePmpm());
    checks.share(field + ".leakageCap", terms.getLeakageCap());
    for (int i = 0; i < terms.getCarvedOutCodes().size(); i++) {
      if (terms.getCapitatedCodes().contains(terms.getCarvedOutCodes().get(i))) {
        checks.problem(
            ContractCode.CONTRACT_SERVICE_TWICE,
            field + ".carvedOutCodes[" + i + "]",
            "The service is capitated too; it is either or.");
      }
    }
  }

  private void bundle(String field, BundleTerms terms) {
    checks.share(field + ".discount", terms.getDiscount());
    checks.share(field + ".qualityAdjustment", terms.getQualityAdjustment());
    checks.share(field + ".stopGain", terms.getStopGain());
    checks.share(field + ".stopLoss", terms.getStopLoss());
    if (terms.getOutliers() != null) {
      checks.word(field + ".outliers", terms.getOutliers(), "WINSORIZE", "EXCLUDE", "KEEP");
    }
    checks.word(field + ".belowMinimum", terms.getBelowMinimum(), "NO_DOWNSIDE", "DROP");
    if (terms.getMinimumEpisodes() != null) {
      checks.atLeast(field + ".minimumEpisodes", terms.getMinimumEpisodes(), 0);
    }
    if (terms.getReference() != null) {
      reference(field + ".reference", terms.getReference());
    }
  }

  private void reference(String field, EpisodeReference reference) {
    checks.notNegative(field + ".historicMean", reference.getHistoricMean());
    checks.positive(field + ".trend", reference.getTrend());
    checks.notNegative(field + ".lowest", reference.getLowest());
    if (reference.getLowest().compareTo(reference.getHighest()) > 0) {
      checks.problem(
          ContractCode.CONTRACT_SCALE, field + ".highest", "It lies below the low percentile.");
    }
  }
}
