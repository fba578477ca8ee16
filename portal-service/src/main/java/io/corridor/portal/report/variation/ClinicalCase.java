package io.corridor.portal.report.variation;

import io.corridor.common.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A procedure of a member.
 *
 * @param group clinical group
 * @param npi clinician
 * @param site where it was done
 * @param cost all that it cost
 * @param tests tests before it
 * @param risk risk score of the member in the month; null where nobody scored them
 */
public record ClinicalCase(
    String group, String npi, Site site, Money cost, int tests, @Nullable BigDecimal risk) {

  /** Where a procedure was done. */
  public enum Site {
    /** In a hospital stay. */
    INPATIENT,
    /** In a hospital's outpatient department. */
    HOPD,
    /** In an ambulatory surgical center. */
    ASC,
    /** In an office. */
    OFFICE,
    /** Elsewhere. */
    OTHER
  }
}
