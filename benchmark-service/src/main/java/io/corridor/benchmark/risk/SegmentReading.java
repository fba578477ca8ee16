package io.corridor.benchmark.risk;

import io.corridor.benchmark.membership.Traits;
import io.corridor.benchmark.risk.SegmentFacts.Enrollment;
import io.corridor.benchmark.risk.SegmentFacts.MedicaidBenefit;
import io.corridor.benchmark.risk.SegmentFacts.OriginalReason;

/**
 * What the segments of the CMS-HCC models need, out of enrollment traits. Where enrollment says
 * less than the models ask: entitlement by disability is the original reason of a person who has it
 * now, Medicaid without a level is full, and nobody is new or in an institution.
 */
public final class SegmentReading {

  private SegmentReading() {}

  /** The facts of a month. */
  public static SegmentFacts of(Traits traits) {
    OriginalReason usual =
        traits.is(Traits.DISABLED) ? OriginalReason.DISABILITY : OriginalReason.AGE;
    MedicaidBenefit full = traits.is(Traits.DUAL) ? MedicaidBenefit.FULL : MedicaidBenefit.NONE;
    return new SegmentFacts(
        traits.value(Traits.ORIGINAL_REASON).map(OriginalReason::ofCode).orElse(usual),
        traits.value(Traits.MEDICAID).map(MedicaidBenefit::ofDualStatusCode).orElse(full),
        traits.is(Traits.INSTITUTION),
        traits
            .value(Traits.NEW_ENROLLEE)
            .map(word ->
                word.equals("CHRONIC_CONDITION_PLAN")
                    ? Enrollment.NEW_IN_CHRONIC_CONDITION_PLAN
                    : Enrollment.NEW)
            .orElse(Enrollment.CONTINUING));
  }
}
