package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;

/** By what somebody is accountable: a method of the contract, or an adjustment over all methods. */
public enum AssignedBy {
  /** An approved adjustment. */
  MANUAL_ADJUSTMENT,
  /** The selection on file. */
  PCP_SELECTION,
  /** Most visits. */
  PLURALITY_VISITS,
  /** Most recent visit. */
  MOST_RECENT_VISIT,
  /** The steps of the Medicare Shared Savings Program. */
  MSSP,
  /** A wellness visit. */
  WELLNESS,
  /** Most visits to listed specialists. */
  SPECIALIST_FALLBACK,
  /** The alignment campaign. */
  PROXIMITY,
  /** A list fixed before the year, reconciled after it. */
  HYBRID,
  /** Weighted allowed charges of two years. */
  REACH_WEIGHTED;

  /** True for methods in which services of specialists can decide. */
  boolean asksSpecialists() {
    return switch (this) {
      case MSSP, SPECIALIST_FALLBACK, REACH_WEIGHTED -> true;
      case MANUAL_ADJUSTMENT,
          PCP_SELECTION,
          PLURALITY_VISITS,
          MOST_RECENT_VISIT,
          WELLNESS,
          PROXIMITY,
          HYBRID ->
          false;
    };
  }

  static AssignedBy of(Contract.Method method) {
    return switch (method) {
      case PCP_SELECTION -> PCP_SELECTION;
      case PLURALITY_VISITS -> PLURALITY_VISITS;
      case MOST_RECENT_VISIT -> MOST_RECENT_VISIT;
      case MSSP -> MSSP;
      case WELLNESS -> WELLNESS;
      case SPECIALIST_FALLBACK -> SPECIALIST_FALLBACK;
      case PROXIMITY -> PROXIMITY;
      case HYBRID -> HYBRID;
      case REACH_WEIGHTED -> REACH_WEIGHTED;
    };
  }
}
