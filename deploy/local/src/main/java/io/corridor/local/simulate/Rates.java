package io.corridor.local.simulate;

/**
 * Rates of the simulated care, by line of business in the order Medicare, Medicaid, commercial.
 * Sources: population.md sections 3, 4 and 6; set so that the checks of section 11 hold on the
 * output.
 */
final class Rates {
  private Rates() {}

  /** Factor on professional prices. */
  static final double[] PROFESSIONAL_PRICE = {1.5, 1.0, 1.65};

  /** Factor on outpatient facility prices. */
  static final double[] FACILITY_PRICE = {1.25, .95, 1.9};

  /** Mean allowed of a stay in cents with a relative price of 1. */
  static final double[] STAY_PRICE = {1_480_000, 1_220_000, 2_600_000};

  static final double[] DRUG_PRICE = {.95, 1.25, 1.05};

  /**
   * Unplanned and planned admissions a member-year that start a chain; readmissions come on top.
   */
  static final double[] INDEX_STAYS = {.138, .060, .0225};

  static final double[] SURGICAL_STAYS = {.052, .009, .013};
  static final double[] MENTAL_STAYS = {.006, .010, .0038};

  /** Chance of a readmission within 30 days at frailty 1. */
  static final double[] READMISSION = {.064, .092, .071};

  /** Treat-and-release emergency visits a member-year. */
  static final double[] EMERGENCY = {.45, .62, .172};

  /** Share of unplanned stays that begin in the emergency department. */
  static final double[] STAY_BY_EMERGENCY = {.86, .66, .46};

  static final double[] OBSERVATION = {.065, .018, .012};

  /** Primary-care visits a member-year, physicians and practitioners together. */
  static final double[] PRIMARY_VISITS = {5.0, 4.6, 3.1};

  static final double[] SPECIALIST_VISITS = {4.6, 1.35, 1.85};
  static final double[] BEHAVIORAL_VISITS = {.3, .9, .7};
  static final double[] THERAPY_VISITS = {2.3, .65, 1.3};
  static final double[] EXTRA_LINES = {1.3, .7, .7};

  /** Wellness visits a member-year of adults (Medicare: annual wellness visit). */
  static final double[] WELLNESS = {.62, .42, .48};

  static final double[] CHILD_WELLNESS = {0, .62, .78};

  /** Laboratory orders a member-year at frailty 1, and tests an order. */
  static final double[] LAB_ORDERS = {3.2, 1.9, 2.0};

  static final double[] LAB_TESTS = {3.2, 3.4, 3.3};
  static final double[] CT = {.73, .21, .14};
  static final double[] MRI = {.255, .06, .092};
  static final double[] PLAIN_IMAGING = {2.0, .85, .85};
  static final double[] OUTPATIENT_PROCEDURES = {.52, .17, .22};
  static final double[] OUTPATIENT_CLINIC = {1.8, .5, .55};
  static final double[] PART_B_DRUGS = {.95, .15, .12};
  static final double[] EQUIPMENT = {1.5, .4, .35};
  static final double[] AMBULANCE_PER_EMERGENCY = {.30, .10, .08};
  static final double[] ACUTE_FILLS = {2.2, 1.8, 1.6};
  static final double[] CHRONIC_DRUGS = {2.4, .6, .6};

  /** Share of lines or claims denied at the first decision. */
  static final double[] DENIED_PROFESSIONAL = {.075, .085, .075};

  static final double[] DENIED_FACILITY = {.045, .07, .06};
  static final double DENIED_LINE = .06;
  static final double DENIED_LATER_PAID = .27;
  static final double[] PENDED = {.02, .07, .05};
  static final double[] ENCOUNTER_ONLY = {.005, .35, .06};
  static final double SHADOW_PRICED = .6;
  static final double[] VOIDED = {.006, .012, .009};
  static final double[] ADJUSTED_PROFESSIONAL = {.033, .075, .055};
  static final double[] ADJUSTED_FACILITY = {.075, .095, .095};
  static final double PHARMACY_REVERSED = .05;

  /**
   * Share screened within the look-back at the middle of prevention, Medicare, Medicaid,
   * commercial.
   */
  static final double[] MAMMOGRAPHY = {.70, .52, .73};

  static final double[] COLORECTAL = {.68, .38, .58};
}
