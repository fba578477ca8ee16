package io.corridor.benchmark.risk;

/**
 * Part of the population with a regression of its own: the same condition costs more in one than in
 * another. Which segment a person is in is decided month by month.
 */
public enum Segment {
  /** Community, no Medicaid, from 65. */
  COMMUNITY_NONDUAL_AGED("CNA"),
  /** Community, no Medicaid, under 65. */
  COMMUNITY_NONDUAL_DISABLED("CND"),
  /** Community, full Medicaid, from 65. */
  COMMUNITY_FULL_DUAL_AGED("CFA"),
  /** Community, full Medicaid, under 65. */
  COMMUNITY_FULL_DUAL_DISABLED("CFD"),
  /** Community, partial Medicaid, from 65. */
  COMMUNITY_PARTIAL_DUAL_AGED("CPA"),
  /** Community, partial Medicaid, under 65. */
  COMMUNITY_PARTIAL_DUAL_DISABLED("CPD"),
  /** Long-term institution, any age. */
  INSTITUTION("INS"),
  /** New to Medicare. */
  NEW_ENROLLEE("NE"),
  /** New to Medicare, in a special needs plan for a chronic condition. */
  NEW_ENROLLEE_CHRONIC_CONDITION_PLAN("SNPNE");

  private final String code;

  Segment(String code) {
    this.code = code;
  }

  /**
   * The segment of a month. New enrollees come first: without a year of diagnoses no other
   * regression can be used, in an institution neither.
   *
   * @param age age for risk adjustment, see {@link AgeBands#age}
   */
  public static Segment of(SegmentFacts facts, int age) {
    return switch (facts.enrollment()) {
      case NEW -> NEW_ENROLLEE;
      case NEW_IN_CHRONIC_CONDITION_PLAN -> NEW_ENROLLEE_CHRONIC_CONDITION_PLAN;
      case CONTINUING ->
          facts.longTermInstitution() ? INSTITUTION : community(facts.medicaid(), age >= 65);
    };
  }

  private static Segment community(SegmentFacts.MedicaidBenefit medicaid, boolean aged) {
    return switch (medicaid) {
      case NONE -> aged ? COMMUNITY_NONDUAL_AGED : COMMUNITY_NONDUAL_DISABLED;
      case FULL -> aged ? COMMUNITY_FULL_DUAL_AGED : COMMUNITY_FULL_DUAL_DISABLED;
      case PARTIAL -> aged ? COMMUNITY_PARTIAL_DUAL_AGED : COMMUNITY_PARTIAL_DUAL_DISABLED;
    };
  }

  /** Code as the published coefficient tables write it. */
  public String code() {
    return code;
  }

  /** True for new enrollees, whose diagnoses do not count. */
  public boolean isNewEnrollee() {
    return this == NEW_ENROLLEE || this == NEW_ENROLLEE_CHRONIC_CONDITION_PLAN;
  }

  /** True when the regression has age and sex cells for this age. */
  boolean hasAge(int age) {
    return switch (this) {
      case COMMUNITY_NONDUAL_AGED, COMMUNITY_FULL_DUAL_AGED, COMMUNITY_PARTIAL_DUAL_AGED ->
          age >= 65;
      case COMMUNITY_NONDUAL_DISABLED,
          COMMUNITY_FULL_DUAL_DISABLED,
          COMMUNITY_PARTIAL_DUAL_DISABLED ->
          age < 65;
      case INSTITUTION, NEW_ENROLLEE, NEW_ENROLLEE_CHRONIC_CONDITION_PLAN -> true;
    };
  }
}
