package io.corridor.settlement.medicalloss;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;

/**
 * What is known of a year under a medical loss ratio contract.
 *
 * @param premium premium of the year
 * @param taxesAndFees taxes and fees in it
 * @param paidClaims claims of the year paid so far
 * @param completion claims of the year still to come
 * @param qualityImprovement spending on better care, which counts as care
 * @param quality quality score from zero to one
 * @param runoutMonths months of run-out behind the claims
 */
public record MedicalLossFacts(
    Money premium,
    Money taxesAndFees,
    Money paidClaims,
    Completion completion,
    Money qualityImprovement,
    Rate quality,
    int runoutMonths) {

  /** How claims that are still to come are known. */
  public sealed interface Completion {}

  /**
   * By a completion factor.
   *
   * @param paidPart part of the year's claims that has been paid, above zero
   */
  public record PaidPart(Rate paidPart) implements Completion {

    /** Rejects a factor that is not above zero. */
    public PaidPart {
      Check.positive("the completion factor", paidPart);
    }
  }

  /**
   * As an amount of another method.
   *
   * @param unpaid claims incurred and not yet paid
   */
  public record Unpaid(Money unpaid) implements Completion {}

  /** Rejects impossible facts. */
  public MedicalLossFacts {
    Check.notNegative("the premium", premium);
    Check.that(
        taxesAndFees.compareTo(premium) <= 0, "taxes and fees must not be above the premium");
    Check.share("the quality score", quality);
    Check.that(runoutMonths >= 0, "the run-out must not be negative");
  }
}
