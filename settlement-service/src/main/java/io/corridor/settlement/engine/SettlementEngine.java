package io.corridor.settlement.engine;

import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Refused.Code;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.ShapeTerms.Bundle;
import io.corridor.settlement.engine.ShapeTerms.Capitation;
import io.corridor.settlement.engine.ShapeTerms.GlobalBudget;
import io.corridor.settlement.engine.ShapeTerms.MedicalLoss;
import io.corridor.settlement.engine.ShapeTerms.Mssp;
import io.corridor.settlement.engine.ShapeTerms.SharedSavings;
import io.corridor.settlement.engine.ShapeTerms.TotalCost;
import io.corridor.settlement.engine.ShapeTerms.Utilization;
import io.corridor.settlement.estimate.EstimateRules;
import io.corridor.settlement.mssp.MinimumSavingsRates;
import io.corridor.settlement.mssp.MsspRules;
import io.corridor.settlement.share.Contradiction;
import io.corridor.settlement.share.View;
import java.util.List;

/**
 * Settles a period under terms of any shape: a pure function of terms, facts and the view of what
 * is still open. Estimates, statements, marginal values and what-if are calls of it.
 */
public final class SettlementEngine {

  private final SharedSavingsReader sharedSavings;
  private final MsspReader mssp;

  /** An engine over rules. */
  public SettlementEngine(EstimateRules estimate, MsspRules mssp) {
    this.sharedSavings = new SharedSavingsReader(estimate);
    this.mssp = new MsspReader(mssp);
  }

  /** The engine with the parameters shipped with the product. */
  public static SettlementEngine load() {
    return new SettlementEngine(new EstimateRules(MinimumSavingsRates.load()), MsspRules.load());
  }

  /**
   * The settlement of a period under one view of what is open.
   *
   * @param agreed agreed terms of the year
   * @param facts what is known
   * @param view how an open quality gate and claims still to come are taken
   */
  public Settlement settle(AgreedTerms agreed, PeriodFacts facts, View view) {
    Reading reading = new Reading(agreed, facts, view);
    try {
      return settle(reading);
    } catch (Contradiction contradiction) {
      return new Refused(
          reading.shape(),
          Code.FACT_CONTRADICTORY,
          List.of(),
          String.valueOf(contradiction.getMessage()),
          List.of());
    }
  }

  private Settlement settle(Reading reading) {
    ShapeTerms shape = reading.agreed().shape();
    if (shape instanceof SharedSavings terms) {
      return sharedSavings.settle(terms, reading);
    }
    if (reading.facts().population().members() < reading.agreed().minLives()) {
      return new Refused(reading.shape(), Code.BELOW_MIN_LIVES, List.of(), "", List.of());
    }
    return switch (shape) {
      case SharedSavings terms -> sharedSavings.settle(terms, reading);
      case Mssp terms -> mssp.settle(terms, reading);
      case GlobalBudget terms -> GlobalBudgetReader.settle(terms.terms(), reading);
      case TotalCost terms -> TotalCostReader.settle(terms, reading);
      case MedicalLoss terms -> MedicalLossReader.settle(terms.terms(), reading);
      case Utilization terms -> UtilizationReader.settle(terms.terms(), reading);
      case Capitation terms -> CapitationReader.settle(terms.terms(), reading);
      case Bundle terms -> BundleReader.settle(terms, reading);
    };
  }

  /** Low, expected and high, or why there is no expected figure. */
  public EstimateResult estimate(AgreedTerms agreed, PeriodFacts facts) {
    return switch (settle(agreed, facts, View.EXPECTED)) {
      case Refused refused -> new EstimateResult.NotEstimated(refused);
      case Settled expected ->
          new EstimateResult.Estimated(
              either(settle(agreed, facts, View.LOW), expected),
              expected,
              either(settle(agreed, facts, View.HIGH), expected));
    };
  }

  /** A view that cannot be settled leaves the expected figure to stand for it. */
  private static Settled either(Settlement view, Settled expected) {
    return view instanceof Settled settled ? settled : expected;
  }
}
