package io.corridor.portal.report.variation;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How clinicians differ in what a procedure takes (domain.md 4, report 6). The same cases give the
 * same rows in whatever order they come.
 *
 * <p>What a case is expected to cost is what the group's other clinicians cost, times its risk: of
 * their cases cost over risk. Without a score of every case of the group each risk is one, and that
 * is their plain mean. The index is a clinician's cost over what their cases are expected to cost;
 * {@code z} is the mean of what they cost beyond it, over the standard deviation of the same of the
 * others' cases divided by the root of the number of the clinician's.
 */
public final class VariationRules {

  /** Version of these rules. */
  public static final String VERSION = "care-variation-1";

  /** Cases below which figures say too much about persons (domain.md 4). */
  public static final int LEAST_CASES = 11;

  /** Cases below which nobody is an outlier (domain.md 4, report 6). */
  public static final int LEAST_OUTLIER_CASES = 20;

  private static final BigDecimal OUTLIER = BigDecimal.TWO;
  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final int DIGITS = 6;

  private VariationRules() {}

  /** One row a group and clinician, by group, then clinician. */
  public static List<ClinicianRow> of(Collection<ClinicalCase> cases) {
    Map<String, Map<String, List<ClinicalCase>>> groups = new TreeMap<>();
    for (ClinicalCase one : cases) {
      groups
          .computeIfAbsent(one.group(), any -> new TreeMap<>())
          .computeIfAbsent(one.npi(), any -> new ArrayList<>())
          .add(one);
    }
    List<ClinicianRow> rows = new ArrayList<>();
    groups.forEach((group, clinicians) -> rows.addAll(rows(group, clinicians)));
    return rows;
  }

  private static List<ClinicianRow> rows(String group, Map<String, List<ClinicalCase>> clinicians) {
    boolean scored =
        clinicians.values().stream().flatMap(List::stream).allMatch(VariationRules::isScored);
    Sums all = Sums.NONE;
    Map<String, Sums> sums = new HashMap<>();
    for (Map.Entry<String, List<ClinicalCase>> clinician : clinicians.entrySet()) {
      Sums own = Sums.NONE;
      for (ClinicalCase one : clinician.getValue()) {
        BigDecimal risk = scored ? one.risk() : null;
        own = own.plus(one.cost().dollars(), risk == null ? BigDecimal.ONE : risk);
      }
      sums.put(clinician.getKey(), own);
      all = all.plus(own);
    }
    List<ClinicianRow> rows = new ArrayList<>();
    for (Map.Entry<String, List<ClinicalCase>> clinician : clinicians.entrySet()) {
      String npi = clinician.getKey();
      List<ClinicalCase> cases = clinician.getValue();
      Sums own = sums.getOrDefault(npi, Sums.NONE);
      ClinicianRow.Figures figures =
          cases.size() < LEAST_CASES ? null : figures(cases, own, all.minus(own), scored);
      rows.add(new ClinicianRow(group, npi, cases.size(), figures));
    }
    return rows;
  }

  private static boolean isScored(ClinicalCase one) {
    BigDecimal risk = one.risk();
    return risk != null && risk.signum() > 0;
  }

  /**
   * Sums over cases, exact.
   *
   * @param cases how many
   * @param cost dollars
   * @param weight risk, or one a case
   * @param costs squares of dollars
   * @param both dollars times weight
   * @param weights squares of weight
   */
  private record Sums(
      long cases,
      BigDecimal cost,
      BigDecimal weight,
      BigDecimal costs,
      BigDecimal both,
      BigDecimal weights) {

    private static final Sums NONE =
        new Sums(
            0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private Sums plus(BigDecimal dollars, BigDecimal risk) {
      return plus(
          new Sums(
              1,
              dollars,
              risk,
              dollars.multiply(dollars),
              dollars.multiply(risk),
              risk.multiply(risk)));
    }

    private Sums plus(Sums other) {
      return new Sums(
          cases + other.cases,
          cost.add(other.cost),
          weight.add(other.weight),
          costs.add(other.costs),
          both.add(other.both),
          weights.add(other.weights));
    }

    private Sums minus(Sums other) {
      return new Sums(
          cases - other.cases,
          cost.subtract(other.cost),
          weight.subtract(other.weight),
          costs.subtract(other.costs),
          both.subtract(other.both),
          weights.subtract(other.weights));
    }

    /**
     * The squares of what cases cost beyond cost over weight of them all, times the square of the
     * weight: without a division it is exact, and zero when all are as expected.
     */
    private BigDecimal spread() {
      return weight
          .multiply(weight)
          .multiply(costs)
          .subtract(BigDecimal.TWO.multiply(cost).multiply(weight).multiply(both))
          .add(cost.multiply(cost).multiply(weights));
    }
  }

  private static ClinicianRow.Figures figures(
      List<ClinicalCase> cases, Sums own, Sums others, boolean scored) {
    BigDecimal count = BigDecimal.valueOf(own.cases());
    long tests = 0;
    Map<ClinicalCase.Site, Long> counted = new EnumMap<>(ClinicalCase.Site.class);
    for (ClinicalCase one : cases) {
      tests += one.tests();
      counted.merge(one.site(), 1L, Long::sum);
    }
    Map<ClinicalCase.Site, BigDecimal> sites = new EnumMap<>(ClinicalCase.Site.class);
    for (ClinicalCase.Site site : ClinicalCase.Site.values()) {
      sites.put(site, ratio(BigDecimal.valueOf(counted.getOrDefault(site, 0L)), count));
    }
    Amount cost = new Amount(own.cost());
    return new ClinicianRow.Figures(
        sites,
        median(cases),
        cost.dividedBy(count).roundHalfUp(),
        scored ? cost.dividedBy(own.weight()).roundHalfUp() : null,
        ratio(BigDecimal.valueOf(tests), count),
        others.cases() < LEAST_CASES ? null : against(own, others));
  }

  private static ClinicianRow.Against against(Sums own, Sums others) {
    BigDecimal spent = own.cost().multiply(others.weight());
    BigDecimal expected = others.cost().multiply(own.weight());
    BigDecimal error =
        others
            .spread()
            .multiply(BigDecimal.valueOf(own.cases()))
            .divide(BigDecimal.valueOf(others.cases() - 1), EXACT)
            .sqrt(EXACT);
    BigDecimal z = error.signum() == 0 ? null : ratio(spent.subtract(expected), error);
    return new ClinicianRow.Against(
        expected.signum() <= 0 ? null : ratio(spent, expected),
        z,
        z != null && z.abs().compareTo(OUTLIER) >= 0 && own.cases() >= LEAST_OUTLIER_CASES);
  }

  private static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, DIGITS, RoundingMode.HALF_UP);
  }

  /** The middle cost; of an even number the mean of both, half up at the cent. */
  private static Money median(List<ClinicalCase> cases) {
    List<Money> sorted = cases.stream().map(ClinicalCase::cost).sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Amount.of(sorted.get(middle - 1).plus(sorted.get(middle)))
            .dividedBy(BigDecimal.TWO)
            .roundHalfUp();
  }
}
