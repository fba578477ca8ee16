package io.corridor.attribution.assignment;

import org.jspecify.annotations.Nullable;

/** Which primary-care services a round counts (domain.md 1.3, 1.4). */
enum ServiceGroup {
  /** Services of primary-care physicians and practitioners. */
  PRIMARY_CARE,
  /** Services of listed specialists. */
  SPECIALIST,
  /** Wellness visits of primary-care clinicians. */
  WELLNESS,
  /** Wellness visits and care management of primary-care clinicians. */
  WELLNESS_OR_CARE_MANAGEMENT,
  /** Services of all three kinds of clinicians. */
  ALL;

  /** Why a clinician's services are not of the group; null when they are. */
  @Nullable Exclusion turnsAway(Clinician clinician, boolean unknownCounts) {
    if (clinician == Clinician.UNKNOWN && !unknownCounts) {
      return Exclusion.UNKNOWN_SPECIALTY;
    }
    return switch (this) {
      case PRIMARY_CARE, WELLNESS, WELLNESS_OR_CARE_MANAGEMENT ->
          clinician.isPrimaryCare() ? null : Exclusion.NOT_PRIMARY_CARE;
      case SPECIALIST -> clinician.isPrimaryCare() ? Exclusion.NOT_SPECIALIST : null;
      case ALL -> null;
    };
  }

  /** Why a service that counts otherwise is not of the group; null when it is. */
  @Nullable Exclusion turnsAway(VisitClass.Condition service) {
    boolean asked =
        switch (this) {
          case PRIMARY_CARE, SPECIALIST, ALL -> true;
          case WELLNESS -> isWellness(service);
          case WELLNESS_OR_CARE_MANAGEMENT ->
              isWellness(service) || service == VisitClass.Condition.CARE_MANAGEMENT;
        };
    return asked ? null : Exclusion.NOT_WELLNESS;
  }

  private static boolean isWellness(VisitClass.Condition service) {
    return service == VisitClass.Condition.WELLNESS || service == VisitClass.Condition.WELL_CHILD;
  }
}
