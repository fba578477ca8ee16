package io.corridor.benchmark.risk;

/**
 * What enrollment says of a person in one month, as far as the risk score asks. Every fact may
 * change from month to month, and the score with it.
 *
 * @param originalReason why the person first got Medicare
 * @param medicaid Medicaid benefit beside Medicare
 * @param longTermInstitution in a nursing facility for more than 90 days
 * @param enrollment whether a full year of diagnoses can be expected
 */
public record SegmentFacts(
    OriginalReason originalReason,
    MedicaidBenefit medicaid,
    boolean longTermInstitution,
    Enrollment enrollment) {

  /** A person in the community who has Medicare by age, without Medicaid, for years. */
  public static final SegmentFacts USUAL =
      new SegmentFacts(OriginalReason.AGE, MedicaidBenefit.NONE, false, Enrollment.CONTINUING);

  /** Original reason for entitlement, in the order of its codes 0 to 3. */
  public enum OriginalReason {
    /** Age 65. */
    AGE,
    /** Disability. */
    DISABILITY,
    /** End-stage renal disease. */
    ESRD,
    /** Disability and end-stage renal disease. */
    DISABILITY_AND_ESRD;

    /**
     * The reason of a code as Medicare files state it.
     *
     * @throws IllegalArgumentException if the code is not 0, 1, 2 or 3
     */
    public static OriginalReason ofCode(String code) {
      return switch (code) {
        case "0" -> AGE;
        case "1" -> DISABILITY;
        case "2" -> ESRD;
        case "3" -> DISABILITY_AND_ESRD;
        default ->
            throw new IllegalArgumentException("original reason for entitlement is 0, 1, 2 or 3");
      };
    }
  }

  /** Medicaid benefit of a person with Medicare. */
  public enum MedicaidBenefit {
    /** None. */
    NONE,
    /** Help with premiums and cost sharing only. */
    PARTIAL,
    /** All Medicaid services. */
    FULL;

    /**
     * The benefit of a Medicare-Medicaid dual status code: 02, 04 and 08 are full, 01, 03, 05 and
     * 06 partial benefit duals; every other code is none.
     */
    public static MedicaidBenefit ofDualStatusCode(String code) {
      return switch (code) {
        case "02", "04", "08" -> FULL;
        case "01", "03", "05", "06" -> PARTIAL;
        default -> NONE;
      };
    }
  }

  /** How long the person has been in Medicare. */
  public enum Enrollment {
    /** At least twelve months of Part B in the year of the diagnoses. */
    CONTINUING,
    /** Less: diagnoses are not complete, so age, sex and entitlement alone count. */
    NEW,
    /** New, in a special needs plan for a chronic condition. */
    NEW_IN_CHRONIC_CONDITION_PLAN
  }

  /** True when the person has any Medicaid benefit. */
  public boolean hasMedicaid() {
    return medicaid != MedicaidBenefit.NONE;
  }
}
