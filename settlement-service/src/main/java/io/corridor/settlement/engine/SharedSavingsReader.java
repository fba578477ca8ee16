package io.corridor.settlement.engine;

import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.Settlement.Refused.Code;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.ShapeTerms.SharedSavings;
import io.corridor.settlement.estimate.Estimate;
import io.corridor.settlement.estimate.Estimate.Outcomes;
import io.corridor.settlement.estimate.Estimate.Refusal;
import io.corridor.settlement.estimate.EstimateRules;
import io.corridor.settlement.estimate.Outcome;
import io.corridor.settlement.estimate.RunningBudget;
import java.util.List;

/** Facts of a period for first-dollar shared savings. */
final class SharedSavingsReader {

  private final EstimateRules rules;

  SharedSavingsReader(EstimateRules rules) {
    this.rules = rules;
  }

  Settlement settle(SharedSavings terms, Reading reading) {
    PeriodFacts facts = reading.facts();
    RunningBudget budget =
        new RunningBudget(
            facts.population().members(),
            facts.population().memberMonths(),
            facts.cost().budget(),
            facts.cost().counted(reading.view()),
            facts.period().completeTo());
    Estimate estimate =
        rules.estimate(
            terms.terms(),
            reading.agreed().quality(),
            reading.agreed().minLives(),
            facts.period().from(),
            budget,
            facts.quality().score(),
            reading.view());
    return switch (estimate.result()) {
      case Outcomes outcomes -> {
        Outcome outcome = outcomes.expected();
        yield new Settled(
            reading.shape(),
            outcome.generated(),
            outcome.payment(),
            outcome.limits().stream().map(Enum::name).toList(),
            List.of(),
            estimate.steps());
      }
      case Refusal refusal ->
          new Refused(reading.shape(), code(refusal), List.of(), "", estimate.steps());
    };
  }

  private static Code code(Refusal refusal) {
    return switch (refusal) {
      case NO_BUDGET -> Code.NO_BUDGET;
      case BELOW_MIN_LIVES -> Code.BELOW_MIN_LIVES;
      case MSR_NOT_STATED -> Code.MSR_NOT_STATED;
      case LOSS_SHARE_NOT_STATED -> Code.LOSS_SHARE_NOT_STATED;
    };
  }
}
