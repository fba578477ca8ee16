package io.corridor.quality.gap;

/** State of a gap (domain.md 3.2). Evidence under audit (PENDING_EVIDENCE) is not modelled yet. */
public enum GapState {
  /** Not due yet: the member enters next period, or today's evidence will not count in it. */
  PROSPECTIVE,
  /** Due and not met. */
  OPEN,
  /** Met. */
  CLOSED,
  /** Not asked, for a reason of the measure. */
  EXCLUDED,
  /** Due again because the claim that met it was taken back. */
  REOPENED,
  /** The period ended without it. */
  EXPIRED;

  /** True when the case stands in the denominator. */
  public boolean inDenominator() {
    return this == OPEN || this == CLOSED || this == REOPENED || this == EXPIRED;
  }

  /** True when somebody can still close it. */
  public boolean isOpen() {
    return this == OPEN || this == REOPENED;
  }
}
