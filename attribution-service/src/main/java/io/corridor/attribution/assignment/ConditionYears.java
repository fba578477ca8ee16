package io.corridor.attribution.assignment;

import io.corridor.common.rules.CodeTable;
import io.corridor.common.time.DateSpan;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Performance years in which the conditions of the regulation bind, as dated data. */
final class ConditionYears {

  /** Conditions with years of their own. */
  enum Rule {
    NURSING_FACILITY_PLACE,
    NURSING_FACILITY_STAY,
    HOME_PLACE,
    ADVANCE_CARE_INPATIENT,
    RURAL_REVENUE,
    EMERGENCY_EARLY,
    EXPANDED_WINDOW_STEP,
    VOLUNTARY_ALIGNMENT,
    VOLUNTARY_NEEDS_SERVICE
  }

  private record Years(int first, int last) {}

  private final Map<Rule, Years> years;
  private final List<DateSpan> emergencies;

  private ConditionYears(Map<Rule, Years> years, List<DateSpan> emergencies) {
    this.years = years;
    this.emergencies = emergencies;
  }

  /** The years shipped with the product. */
  static ConditionYears load() {
    Map<Rule, Years> years =
        CodeTable.load(ConditionYears.class, "codes/condition_years.csv").rows().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    row -> Rule.valueOf(row.getOrDefault("condition", "")), ConditionYears::years));
    for (Rule rule : Rule.values()) {
      if (!years.containsKey(rule)) {
        throw new IllegalStateException("condition " + rule + " has no years");
      }
    }
    List<DateSpan> emergencies =
        CodeTable.load(ConditionYears.class, "codes/emergency_months.csv").rows().stream()
            .map(row ->
                DateSpan.ofMonths(
                    YearMonth.parse(row.getOrDefault("first_month", "")),
                    YearMonth.parse(row.getOrDefault("last_month", ""))))
            .toList();
    return new ConditionYears(years, emergencies);
  }

  private static Years years(Map<String, String> row) {
    String last = row.getOrDefault("last_year", "");
    return new Years(
        Integer.parseInt(row.getOrDefault("first_year", "")),
        last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last));
  }

  /** True when the condition binds in that performance year; the earliest list reaches back. */
  boolean binds(Rule rule, int performanceYear) {
    Years bound = years.get(rule);
    int year = Math.max(performanceYear, VisitClass.EARLIEST_LIST);
    return bound != null && bound.first() <= year && year <= bound.last();
  }

  /** True when the window has a month of a public health emergency. */
  boolean emergencyIn(DateSpan window) {
    return emergencies.stream().anyMatch(window::overlaps);
  }
}
