package io.corridor.attribution.assignment;

/** Stable reasons for which a line of primary care does not count (domain.md 1.9 excludedLines). */
public enum Exclusion {
  /** The claim or the line was denied. */
  DENIED,
  /** The claim is not decided yet. */
  PENDED,
  /** The claim was taken back. */
  REVERSED,
  /** The line names no billing practice. */
  NO_PRACTICE,
  /** Office code at an inpatient or emergency place of service. */
  PLACE_OF_SERVICE,
  /** The clinician is a specialist or another kind of provider. */
  NOT_PRIMARY_CARE,
  /** The clinician is not a listed specialist, where only these count. */
  NOT_SPECIALIST,
  /** No wellness visit, where only these count. */
  NOT_WELLNESS,
  /** The practice belongs to several ACOs and so counts for none. */
  PRACTICE_IN_SEVERAL_ACOS,
  /** The clinician's specialty is not known and the contract does not count such lines. */
  UNKNOWN_SPECIALTY,
  /** The code is not in the list of the performance year. */
  NOT_IN_LIST_OF_YEAR,
  /** Nursing-facility code in a skilled nursing facility. */
  SKILLED_NURSING_STAY,
  /** Home visit code at another place. */
  NOT_AT_HOME,
  /** Advance care planning in an inpatient setting. */
  INPATIENT_STAY,
  /** Prolonged service without its base service. */
  NO_BASE_SERVICE,
  /** Telephone visit outside the public health emergency. */
  OUTSIDE_EMERGENCY,
  /** Clinic visit that counts for electing teaching amendment hospitals only. */
  TEACHING_HOSPITAL_ONLY
}
