package io.corridor.benchmark.risk;

import io.corridor.common.care.Person;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Risk scores of Medicare beneficiaries (domain.md 2.8). All functions are pure: the same person,
 * facts and codes give the same score, with its explanation, whatever happened in between.
 *
 * <p>Three questions are asked of the same function. The <em>prospective</em> score takes last
 * year's diagnoses and is the only one that moves this year's budget. The <em>emerging</em> score
 * takes this year's diagnoses so far and forecasts next year's. The <em>recapture list</em> names
 * what still separates the two.
 */
public final class RiskAdjustment {

  private final Map<RiskModel, CmsHccModel> models;
  private final PaymentYears years;

  RiskAdjustment(Map<RiskModel, CmsHccModel> models, PaymentYears years) {
    this.models = new EnumMap<>(models);
    this.years = years;
  }

  /**
   * The models and years shipped with the product; to be loaded once.
   *
   * @throws IllegalStateException if a table is broken
   */
  public static RiskAdjustment load() {
    Map<RiskModel, CmsHccModel> models = new EnumMap<>(RiskModel.class);
    for (RiskModel model : RiskModel.values()) {
      models.put(model, CmsHccModel.load(model));
    }
    return new RiskAdjustment(models, PaymentYears.load());
  }

  /** One model alone, for a raw score outside its payment years. */
  public CmsHccModel model(RiskModel model) {
    return Objects.requireNonNull(models.get(model));
  }

  /** The announcements of the payment years. */
  public PaymentYears years() {
    return years;
  }

  /**
   * The score of a person for a payment year.
   *
   * @param codes ICD-10-CM codes without dots, from eligible sources
   */
  public PaymentScore score(
      Person person, SegmentFacts facts, int paymentYear, Collection<String> codes) {
    return PaymentScore.blend(
        paymentYear,
        years.in(paymentYear).stream()
            .map(announcement ->
                AdjustedScore.of(
                    model(announcement.model()).score(person, facts, paymentYear, codes),
                    announcement))
            .toList());
  }

  /** The score that counts in a year: from the diagnoses of the year before. */
  public PaymentScore prospective(
      Person person, SegmentFacts facts, int paymentYear, DiagnosisHistory diagnoses) {
    return score(person, facts, paymentYear, diagnoses.codes(paymentYear - 1));
  }

  /** The score that the coming year would have if nothing more were coded in this one. */
  public PaymentScore emerging(
      Person person, SegmentFacts facts, int currentYear, DiagnosisHistory diagnoses) {
    return score(person, facts, currentYear + 1, diagnoses.codes(currentYear));
  }

  /**
   * Chronic conditions that count this year and are not coded yet for the next, each with what
   * coding it would add: nobody's diabetes went away on New Year's Eve. A condition for which this
   * year a severer one of its hierarchy is coded is not missing.
   *
   * @return by model of the coming payment year, then by what coding adds, the most first
   */
  public List<RecaptureGap> recapture(
      Person person, SegmentFacts facts, int currentYear, DiagnosisHistory diagnoses) {
    return years.in(currentYear + 1).stream()
        .flatMap(announcement ->
            RecaptureGap.of(model(announcement.model()), person, facts, currentYear, diagnoses)
                .stream())
        .toList();
  }
}
