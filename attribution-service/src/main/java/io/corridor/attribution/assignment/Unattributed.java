package io.corridor.attribution.assignment;

/** Why nobody is accountable in a month (domain.md 1.2, 1.3). */
public enum Unattributed {
  /** Not covered by the contract's payer and line of business on the anchor day. */
  NOT_ENROLLED,
  /** Died in an earlier month. */
  DECEASED,
  /** Opted out of attribution. */
  OPTED_OUT,
  /** Has Medicare and Medicaid, and the contract excludes duals. */
  DUAL,
  /** Lacks Medicare Part A or B, or is in a managed care plan. */
  PARTS_OR_MANAGED_CARE,
  /** The selected clinician belongs to no practice on the anchor day. */
  PCP_NOT_IN_NETWORK,
  /** No counted visit in the window and no selection. */
  NO_HISTORY,
  /** The winning practice does not take part in the contract on the anchor day. */
  NOT_A_PARTICIPANT
}
