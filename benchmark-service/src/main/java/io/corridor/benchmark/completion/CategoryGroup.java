package io.corridor.benchmark.completion;

import io.corridor.benchmark.spend.Category;

/** Categories that are paid at the same pace share a triangle (domain.md 2.5). */
public enum CategoryGroup {
  /** Inpatient facility. */
  INPATIENT,
  /** Everything medical but inpatient. */
  OTHER_MEDICAL,
  /** Drugs from a pharmacy: paid at the counter, complete at once. */
  PHARMACY;

  /** The group of a category. */
  public static CategoryGroup of(Category category) {
    return switch (category) {
      case INPATIENT -> INPATIENT;
      case PHARMACY -> PHARMACY;
      case HCBS_WAIVER,
          LTSS,
          SNF,
          ED,
          BH,
          RADIOLOGY,
          LAB,
          HOME_HEALTH,
          DME,
          OUTPATIENT,
          PROF_PRIMARY,
          PROF_SPECIALTY ->
          OTHER_MEDICAL;
    };
  }
}
