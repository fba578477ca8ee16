package io.corridor.settlement.statement;

import io.corridor.common.money.Money;
import io.corridor.settlement.estimate.Estimate;
import io.corridor.settlement.estimate.Estimate.Outcomes;
import io.corridor.settlement.estimate.Estimate.Refusal;
import io.corridor.settlement.estimate.EstimateRules;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.estimate.RunningBudget;
import io.corridor.settlement.terms.PeriodTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The final result: the function of the interim estimate on frozen inputs (settlement.md 4, "final
 * = interim with all inputs frozen"). What an estimate may leave open a statement may not: while
 * the quality gate is unknown, nothing is settled.
 */
public final class FinalRules {

  /** The terms have a quality programme whose gate is not known. */
  public static final String QUALITY_NOT_KNOWN = "QUALITY_NOT_KNOWN";

  private final EstimateRules rules;

  /** Final results by the rules of the estimate. */
  public FinalRules(EstimateRules rules) {
    this.rules = rules;
  }

  /**
   * The result of a period.
   *
   * @param budget frozen budget; null when there was none
   * @param score frozen score; null when there was none
   */
  public FinalResult of(
      PeriodTerms terms, @Nullable RunningBudget budget, @Nullable QualityResult score) {
    if (budget == null) {
      return new FinalResult.Withheld(Refusal.NO_BUDGET.name());
    }
    Estimate estimate = rules.estimate(terms.contract(), terms.year().span().from(), budget, score);
    return estimate.result() instanceof Outcomes outcomes
            && estimate.quality() == Gate.UNKNOWN
            && matters(outcomes)
        ? new FinalResult.Withheld(QUALITY_NOT_KNOWN)
        : of(estimate);
  }

  /** The expected result on running figures, as an interim payment takes it. */
  public FinalResult expected(
      PeriodTerms terms, RunningBudget budget, @Nullable QualityResult score) {
    return of(rules.estimate(terms.contract(), terms.year().span().from(), budget, score));
  }

  private static FinalResult of(Estimate estimate) {
    return switch (estimate.result()) {
      case Outcomes outcomes ->
          new FinalResult.Given(
              outcomes.expected().payment(),
              null,
              outcomes.expected().limits().stream().map(Enum::name).toList(),
              estimate.steps());
      case Refusal refusal when refusal == Refusal.BELOW_MIN_LIVES ->
          new FinalResult.Given(Money.ZERO, refusal.name(), List.of(), estimate.steps());
      case Refusal refusal -> new FinalResult.Withheld(refusal.name());
    };
  }

  private static boolean matters(Outcomes outcomes) {
    return !outcomes.low().payment().equals(outcomes.high().payment());
  }
}
