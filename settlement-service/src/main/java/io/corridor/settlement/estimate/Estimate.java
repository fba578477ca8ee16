package io.corridor.settlement.estimate;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the contract would pay on what is known today, or why no figure is given.
 *
 * @param savings budget minus counted cost
 * @param savingsRate savings over budget, unrounded; null without a budget
 * @param quality what is known about the quality gate
 * @param score composite of quality, if known
 * @param result the estimate or the refusal
 * @param steps steps behind the expected result, as far as the calculation came
 */
public record Estimate(
    Money savings,
    @Nullable Rate savingsRate,
    QualityResult.Gate quality,
    @Nullable Rate score,
    Result result,
    List<Step> steps) {

  /** An estimate or a refusal. */
  public sealed interface Result {}

  /** Why no estimate is given. */
  public enum Refusal implements Result {
    /** The contract has no budget for the period. */
    NO_BUDGET,
    /** Fewer members than the contract's minimum. */
    BELOW_MIN_LIVES,
    /** Too few members for the table and no stated minimum savings rate (decisions 20). */
    MSR_NOT_STATED,
    /** A two-sided contract that does not state its share of losses. */
    LOSS_SHARE_NOT_STATED
  }

  /**
   * The estimate. The three outcomes differ only while the quality gate is not known.
   *
   * @param minimum rate the savings must reach, unrounded
   * @param distance savings above (positive) or short of (negative) the minimum, half up to cents
   * @param low least favourable result
   * @param expected result on what is known
   * @param high most favourable result
   */
  public record Outcomes(Rate minimum, Money distance, Outcome low, Outcome expected, Outcome high)
      implements Result {}

  /** Keeps its own copy of the steps. */
  public Estimate {
    steps = List.copyOf(steps);
  }

  /** The outcomes, unless refused. */
  public Optional<Outcomes> outcomes() {
    return result instanceof Outcomes given ? Optional.of(given) : Optional.empty();
  }

  /** The refusal, if any. */
  public Optional<Refusal> refusal() {
    return result instanceof Refusal refused ? Optional.of(refused) : Optional.empty();
  }
}
