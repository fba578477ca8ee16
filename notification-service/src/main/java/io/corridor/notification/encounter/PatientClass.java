package io.corridor.notification.encounter;

/** HL7 patient class, reduced. The order is part of stored rows: append only. */
public enum PatientClass {
  /** Emergency department. */
  EMERGENCY,
  /** Inpatient. */
  INPATIENT,
  /** Observation. */
  OBSERVATION,
  /** Clinic or day visit: no alert. */
  OUTPATIENT,
  /** Not sent. */
  UNKNOWN;

  /** True for a stay that is followed up after a discharge home. */
  public boolean isStay() {
    return this == INPATIENT || this == OBSERVATION;
  }

  /** True when an encounter of this class may become one of {@code other}: never back to ED. */
  boolean mayBecome(PatientClass other) {
    return this != other && (other.isStay() || (this == UNKNOWN && other == EMERGENCY));
  }
}
