package io.corridor.common.care;

import java.util.Map;

/**
 * Terms of attribution that only some methods ask for (domain.md 1.3, 1.4).
 *
 * @param list when the list of a performance year is made
 * @param claimsLagMonths months between the end of the claims window and the first day of a list
 *     that is fixed before its year
 * @param designationLeadDays days before the performance year by which a member must have named a
 *     clinician for voluntary alignment
 * @param careManagementIsWellness true when care management stands beside wellness visits in method
 *     E
 * @param otherAcos practices of ACOs outside the contract, by ACO
 * @param roster disputes, choice of the list, clinicians who move, campaign
 */
public record AttributionOptions(
    ListKind list,
    int claimsLagMonths,
    int designationLeadDays,
    boolean careManagementIsWellness,
    Map<String, Participation> otherAcos,
    RosterTerms roster) {

  /** A list that follows the claims month by month, and nothing else. */
  public static final AttributionOptions NONE =
      new AttributionOptions(ListKind.CURRENT, 0, 0, false, Map.of(), RosterTerms.NONE);

  /** When the list of a performance year is made. */
  public enum ListKind {
    /** Each month by the window that ends with it. */
    CURRENT,
    /** Once before the year; inside the year members leave by exclusions only. */
    PROSPECTIVE,
    /** Each month by the window that ends with it; after the year all months by the year. */
    RETROSPECTIVE,
    /** Prospective inside the year, by the year itself after it. */
    HYBRID
  }

  /** Copies the practices. */
  public AttributionOptions {
    otherAcos = Map.copyOf(otherAcos);
  }

  /** Options with the usual terms of the roster. */
  public AttributionOptions(
      ListKind list,
      int claimsLagMonths,
      int designationLeadDays,
      boolean careManagementIsWellness,
      Map<String, Participation> otherAcos) {
    this(
        list,
        claimsLagMonths,
        designationLeadDays,
        careManagementIsWellness,
        otherAcos,
        RosterTerms.NONE);
  }
}
