package io.corridor.common.care;

import io.corridor.common.time.DateSpan;
import org.jspecify.annotations.Nullable;

/**
 * Coverage with one payer and line of business.
 *
 * @param lineOfBusiness MEDICARE, MEDICAID or COMMERCIAL
 * @param span covered days
 * @param partsAandB Medicare Parts A and B both in force and no group health plan; true outside
 *     Medicare
 * @param dual Medicare and Medicaid at once
 * @param optedOut opted out of attribution
 * @param entitlement Medicare parts and residence as sent
 */
public record Coverage(
    String lineOfBusiness,
    DateSpan span,
    boolean partsAandB,
    boolean dual,
    boolean optedOut,
    Entitlement entitlement) {

  /**
   * What programmes with a gate of their own ask about a span.
   *
   * @param partA Part A in force
   * @param partB Part B in force
   * @param managedCare in a Medicare Advantage or other group health plan
   * @param state residence as sent; null when not sent
   * @param exclusiveProgram programme that excludes all others; null when none
   */
  public record Entitlement(
      boolean partA,
      boolean partB,
      boolean managedCare,
      @Nullable String state,
      @Nullable String exclusiveProgram) {}

  /** Coverage of which only both parts together are known. */
  public Coverage(
      String lineOfBusiness, DateSpan span, boolean partsAandB, boolean dual, boolean optedOut) {
    this(
        lineOfBusiness,
        span,
        partsAandB,
        dual,
        optedOut,
        new Entitlement(partsAandB, partsAandB, false, null, null));
  }
}
