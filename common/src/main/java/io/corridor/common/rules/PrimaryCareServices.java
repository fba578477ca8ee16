package io.corridor.common.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Codes of primary-care services by performance year (42 CFR 425.400(c), domain.md 1.1). Years
 * before the first list use the earliest one (decisions 22).
 */
public final class PrimaryCareServices {

  /** First list of 42 CFR 425.400(c); earlier years use it (decisions 22). */
  public static final int EARLIEST_LIST = 2012;

  private final Map<String, Integer> firstYears;
  private final Set<String> preventiveVisits;

  private PrimaryCareServices(Map<String, Integer> firstYears, Set<String> preventiveVisits) {
    this.firstYears = firstYears;
    this.preventiveVisits = preventiveVisits;
  }

  /** The lists shipped with the product. */
  public static PrimaryCareServices load() {
    Map<String, Integer> years = new HashMap<>();
    CodeTable.load(PrimaryCareServices.class, "codes/primary_care_services.csv")
        .rows()
        .forEach(row ->
            years.merge(
                row.getOrDefault("hcpcs", ""),
                Integer.valueOf(row.getOrDefault("first_performance_year", "")),
                Math::min));
    Set<String> preventive =
        CodeTable.load(PrimaryCareServices.class, "codes/preventive_visits.csv").rows().stream()
            .map(row -> row.getOrDefault("hcpcs", ""))
            .collect(Collectors.toUnmodifiableSet());
    return new PrimaryCareServices(Map.copyOf(years), preventive);
  }

  /**
   * True when the code is a primary-care service in that performance year.
   *
   * @param lineOfBusiness outside MEDICARE preventive visits of every age count too (domain.md 1.1)
   */
  public boolean contains(String hcpcs, int performanceYear, String lineOfBusiness) {
    Integer first = firstYears.get(hcpcs);
    if (first != null && first <= Math.max(performanceYear, EARLIEST_LIST)) {
      return true;
    }
    return !lineOfBusiness.equals("MEDICARE") && preventiveVisits.contains(hcpcs);
  }

  /**
   * The first performance year whose list has the code; the first list of all for a code that only
   * another line of business has.
   */
  public int firstYear(String hcpcs) {
    return firstYears.getOrDefault(hcpcs, EARLIEST_LIST);
  }

  /** True for a code that no list has and that counts outside MEDICARE only. */
  public boolean isOutsideMedicareOnly(String hcpcs) {
    return !firstYears.containsKey(hcpcs) && preventiveVisits.contains(hcpcs);
  }

  /** True when some performance year or line of business has the code: a cheap first look. */
  public boolean mayContain(String hcpcs) {
    return firstYears.containsKey(hcpcs) || preventiveVisits.contains(hcpcs);
  }
}
