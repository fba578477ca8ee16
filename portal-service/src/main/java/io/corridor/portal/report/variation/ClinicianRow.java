package io.corridor.portal.report.variation;

import io.corridor.common.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clinician's cases of a clinical group in a quarter.
 *
 * @param group clinical group
 * @param npi clinician
 * @param cases how many
 * @param figures what they took; null below the least number of cases
 */
public record ClinicianRow(String group, String npi, int cases, @Nullable Figures figures) {

  /**
   * Figures of enough cases; ratios have six digits, half up.
   *
   * @param sites share of each site; every site is there
   * @param median median cost
   * @param mean mean cost
   * @param riskAdjusted cost over the sum of risk; null where a case of the group has no score
   * @param tests tests of a case
   * @param against beside the group's other clinicians; null where these have too few cases
   */
  public record Figures(
      Map<ClinicalCase.Site, BigDecimal> sites,
      Money median,
      Money mean,
      @Nullable Money riskAdjusted,
      BigDecimal tests,
      @Nullable Against against) {

    /** Keeps its own copy. */
    public Figures {
      sites = Map.copyOf(sites);
    }
  }

  /**
   * A clinician beside the others.
   *
   * @param index cost over that of the others, on equal risk where it is known; null where the
   *     others cost nothing
   * @param z standard errors from the others; null where their costs do not differ
   * @param outlier true from two standard errors on, with enough cases
   */
  public record Against(@Nullable BigDecimal index, @Nullable BigDecimal z, boolean outlier) {}
}
