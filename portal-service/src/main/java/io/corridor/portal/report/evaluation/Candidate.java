package io.corridor.portal.report.evaluation;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who took part in the program, or might serve as a control.
 *
 * @param member opaque member key
 * @param stratum what must be equal for a match
 * @param age whole years on the index date
 * @param risk prospective risk score
 * @param priorCost cost of the twelve months before the index date, not negative
 * @param index day from which a case is measured: its enrollment in the program, of a decedent the
 *     day of death; null for a control, which takes that of its case
 */
public record Candidate(
    String member,
    Stratum stratum,
    int age,
    Rate risk,
    Money priorCost,
    @Nullable LocalDate index) {

  /**
   * What must be equal for a match.
   *
   * @param lineOfBusiness MEDICARE, MEDICAID or COMMERCIAL
   * @param female sex
   * @param ageBand age divided by ten, rounded down
   * @param riskQuintile 1 to 5
   * @param highCost flagged as high-cost before the index date
   * @param decedent died in the window
   * @param diagnosisGroup group of the primary diagnosis; null where the program does not ask
   */
  public record Stratum(
      String lineOfBusiness,
      boolean female,
      int ageBand,
      int riskQuintile,
      boolean highCost,
      boolean decedent,
      @Nullable String diagnosisGroup) {}

  /** Rejects what cannot be matched. */
  public Candidate {
    if (priorCost.isNegative()) {
      throw new IllegalArgumentException("prior cost is not negative");
    }
  }
}
