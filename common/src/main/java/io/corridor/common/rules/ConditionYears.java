package io.corridor.common.rules;

import io.corridor.common.time.DateSpan;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Performance years in which the conditions of the regulation bind, as dated data. */
public final class ConditionYears {

  /** Conditions with years of their own. */
  public enum Rule {
    /** Nursing-facility codes do not count at place of service 31. */
    NURSING_FACILITY_PLACE,
    /** Nursing-facility codes do not count during a stay in a skilled nursing facility. */
    NURSING_FACILITY_STAY,
    /** Home visits count at place of service 12 only. */
    HOME_PLACE,
    /** Advance care planning does not count in an inpatient setting. */
    ADVANCE_CARE_INPATIENT,
    /** Visits of rural health clinics count by their revenue codes. */
    RURAL_REVENUE,
    /** Prolonged services could be billed beside a base service. */
    PROLONGED_SERVICE,
    /** Codes listed later count before in the public health emergency. */
    EMERGENCY_EARLY,
    /** Assignment has a step over the expanded window. */
    EXPANDED_WINDOW_STEP,
    /** Members may name their clinician. */
    VOLUNTARY_ALIGNMENT,
    /** A named clinician needs a service beside. */
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
  public static ConditionYears load() {
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
  public boolean binds(Rule rule, int performanceYear) {
    Years bound = years.get(rule);
    int year = Math.max(performanceYear, PrimaryCareServices.EARLIEST_LIST);
    return bound != null && bound.first() <= year && year <= bound.last();
  }

  /** True when the window has a month of a public health emergency. */
  public boolean emergencyIn(DateSpan window) {
    return emergencies.stream().anyMatch(window::overlaps);
  }
}
