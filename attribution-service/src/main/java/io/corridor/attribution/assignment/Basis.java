package io.corridor.attribution.assignment;

/** What an answer goes by, inside its method. */
public enum Basis {
  /** An approved adjustment. */
  ADJUSTMENT,
  /** The selection on file. */
  SELECTION,
  /** Counted services. */
  CLAIMS,
  /** The alignment campaign. */
  CAMPAIGN,
  /** MSSP: the clinician whom the member named (42 CFR 425.402(e)). */
  VOLUNTARY,
  /** MSSP: no service of a physician of the ACO (42 CFR 425.402(b)(1)). */
  PRE_STEP,
  /** MSSP: allowed charges of primary-care clinicians (42 CFR 425.402(b)(3)). */
  STEP_1,
  /** MSSP: allowed charges of listed specialists (42 CFR 425.402(b)(4)). */
  STEP_2,
  /** MSSP: allowed charges of all over the expanded window (42 CFR 425.402(b)(5)). */
  STEP_3
}
