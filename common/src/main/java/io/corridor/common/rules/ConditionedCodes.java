package io.corridor.common.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Codes of the primary-care list that count only under a condition (42 CFR 425.400(c), domain.md
 * 1.1). What the condition needs to know stands in {@link ConditionYears} and with the services
 * that ask.
 */
public final class ConditionedCodes {

  /** Conditions of a code before its place of service is looked at. */
  public enum Group {
    /** Office visit: neither in a hospital nor in an emergency department. */
    OFFICE,
    /** Nursing-facility visit: not in a skilled nursing facility. */
    NURSING_FACILITY,
    /** Home visit. */
    HOME,
    /** Advance care planning: not in an inpatient setting. */
    ADVANCE_CARE,
    /** Prolonged service: only beside its base service. */
    ADD_ON,
    /** Telephone visit: only in the public health emergency. */
    EMERGENCY,
    /** Listed from its first year on; a year earlier in the public health emergency. */
    EMERGENCY_EARLY,
    /** Wellness visit. */
    WELLNESS,
    /** Chronic care management. */
    CARE_MANAGEMENT,
    /** Hospital clinic visit: only of an electing teaching amendment hospital. */
    TEACHING_HOSPITAL
  }

  private final Map<String, Group> groups;

  private ConditionedCodes(Map<String, Group> groups) {
    this.groups = groups;
  }

  /** The codes shipped with the product. */
  public static ConditionedCodes load() {
    Map<String, Group> groups = new HashMap<>();
    CodeTable.load(ConditionedCodes.class, "codes/conditional_codes.csv")
        .rows()
        .forEach(row ->
            groups.put(
                row.getOrDefault("hcpcs", ""), Group.valueOf(row.getOrDefault("condition", ""))));
    return new ConditionedCodes(Map.copyOf(groups));
  }

  /** The condition of a code; null for a code that counts as it is listed. */
  public @Nullable Group get(String hcpcs) {
    return groups.get(hcpcs);
  }
}
