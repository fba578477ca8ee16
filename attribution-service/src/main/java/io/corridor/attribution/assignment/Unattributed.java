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
  /** In another programme that excludes this one. */
  EXCLUSIVE_PROGRAM,
  /** Under MSSP: a month of the window in a group health plan. */
  GROUP_HEALTH_PLAN,
  /** Under MSSP: a month of the window with Part A alone or Part B alone. */
  ONE_PART_ONLY,
  /** Under MSSP: no month of the window with Parts A and B. */
  NO_MONTH_WITH_BOTH_PARTS,
  /** Under MSSP: lives outside the United States at the end of the window. */
  NOT_RESIDENT,
  /** An approved adjustment takes the member off the list. */
  ADJUSTED,
  /** The selected clinician belongs to no practice on the anchor day. */
  PCP_NOT_IN_NETWORK,
  /** Under voluntary alignment: the member named a clinician outside the ACO. */
  DESIGNATED_ELSEWHERE,
  /** Under MSSP: no service that makes anybody assignable (42 CFR 425.20). */
  NOT_ASSIGNABLE,
  /** Under MSSP: no service of a physician of the ACO that opens a step. */
  NO_SERVICE_OF_ACO_PHYSICIAN,
  /** Under MSSP: another ACO, or a practice outside any, has the greater charges. */
  ANOTHER_ENTITY,
  /** No counted visit in the window and no selection. */
  NO_HISTORY,
  /** The winning practice does not take part in the contract on the anchor day. */
  NOT_A_PARTICIPANT;

  /** True when the gate was closed, so that no method was asked (domain.md 1.2). */
  public boolean byGate() {
    return switch (this) {
      case NOT_ENROLLED,
          DECEASED,
          OPTED_OUT,
          DUAL,
          PARTS_OR_MANAGED_CARE,
          EXCLUSIVE_PROGRAM,
          GROUP_HEALTH_PLAN,
          ONE_PART_ONLY,
          NO_MONTH_WITH_BOTH_PARTS,
          NOT_RESIDENT ->
          true;
      case ADJUSTED,
          PCP_NOT_IN_NETWORK,
          DESIGNATED_ELSEWHERE,
          NOT_ASSIGNABLE,
          NO_SERVICE_OF_ACO_PHYSICIAN,
          ANOTHER_ENTITY,
          NO_HISTORY,
          NOT_A_PARTICIPANT ->
          false;
    };
  }

  /** True when a practice was found that cannot be accountable under the contract. */
  public boolean byPractice() {
    return switch (this) {
      case PCP_NOT_IN_NETWORK, DESIGNATED_ELSEWHERE, ANOTHER_ENTITY, NOT_A_PARTICIPANT -> true;
      case NOT_ENROLLED,
          DECEASED,
          OPTED_OUT,
          DUAL,
          PARTS_OR_MANAGED_CARE,
          EXCLUSIVE_PROGRAM,
          GROUP_HEALTH_PLAN,
          ONE_PART_ONLY,
          NO_MONTH_WITH_BOTH_PARTS,
          NOT_RESIDENT,
          ADJUSTED,
          NOT_ASSIGNABLE,
          NO_SERVICE_OF_ACO_PHYSICIAN,
          NO_HISTORY ->
          false;
    };
  }
}
