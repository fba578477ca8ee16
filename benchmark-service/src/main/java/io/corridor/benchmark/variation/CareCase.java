package io.corridor.benchmark.variation;

import io.corridor.common.id.Npi;
import io.corridor.common.money.Money;
import java.time.LocalDate;

/**
 * A procedure of a member on a day.
 *
 * @param day day of the procedure
 * @param group clinical group
 * @param npi clinician whose claims have the greatest allowed
 * @param site where it was done
 * @param cost allowed of its claims, and of the stay that it is the first case of
 * @param tests laboratory and radiology lines on the 30 days before and the day itself
 */
public record CareCase(LocalDate day, String group, Npi npi, Site site, Money cost, int tests) {

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
    /** Elsewhere, or the claim does not say. */
    OTHER;

    /** The site of a CMS place of service outside a stay. */
    static Site of(String place) {
      return switch (place) {
        case "19", "22" -> HOPD;
        case "24" -> ASC;
        case "11" -> OFFICE;
        default -> OTHER;
      };
    }
  }
}
