package io.corridor.common.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Codes of primary-care services by performance year (42 CFR 425.400(c), domain.md 1.1). Years
 * before the first list use the earliest one (decisions 22).
 */
public final class PrimaryCareServices {

  private static final int EARLIEST_LIST = 2012;
  private static final Set<String> WELL_CHILD =
      Set.of(
          "99381", "99382", "99383", "99384", "99385", "99386", "99387", "99391", "99392", "99393",
          "99394", "99395", "99396", "99397");

  private final Map<String, Integer> firstYears;

  private PrimaryCareServices(Map<String, Integer> firstYears) {
    this.firstYears = firstYears;
  }

  /** The list shipped with the product. */
  public static PrimaryCareServices load() {
    Map<String, Integer> years = new HashMap<>();
    CodeTable.load(PrimaryCareServices.class, "codes/primary_care_services.csv")
        .rows()
        .forEach(row ->
            years.merge(
                row.getOrDefault("hcpcs", ""),
                Integer.valueOf(row.getOrDefault("first_performance_year", "")),
                Math::min));
    return new PrimaryCareServices(Map.copyOf(years));
  }

  /**
   * True when the code is a primary-care service in that performance year.
   *
   * @param lineOfBusiness outside MEDICARE the well-child codes count too (domain.md 1.1)
   */
  public boolean contains(String hcpcs, int performanceYear, String lineOfBusiness) {
    Integer first = firstYears.get(hcpcs);
    if (first != null && first <= Math.max(performanceYear, EARLIEST_LIST)) {
      return true;
    }
    return !lineOfBusiness.equals("MEDICARE") && WELL_CHILD.contains(hcpcs);
  }

  /** True when some performance year or line of business has the code: a cheap first look. */
  public boolean mayContain(String hcpcs) {
    return firstYears.containsKey(hcpcs) || WELL_CHILD.contains(hcpcs);
  }
}
