package io.corridor.local.convert;

/**
 * Carrier line processing indicator ({@code LINE_PRCSG_IND_CD}). A (allowed), R (reprocessed) and S
 * (secondary payer) lines are paid; every other code (benefits exhausted, not covered, duplicate,
 * medically unnecessary, payer cost avoided, other …) is a denied line. Checked against the annual
 * {@code MEDREIMB_CAR}: sums of A, R and S lines agree in 665 of 998 beneficiary-years, A alone in
 * 602, all codes in 415 (the extract has no lines 6 to 13, so more is not reachable).
 */
public final class LineIndicator {
  private LineIndicator() {}

  /** Whether a line with this indicator was denied. */
  public static boolean denied(String indicator) {
    return switch (indicator) {
      case "A", "R", "S" -> false;
      default -> true;
    };
  }
}
