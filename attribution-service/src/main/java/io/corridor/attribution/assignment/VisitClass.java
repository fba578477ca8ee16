package io.corridor.attribution.assignment;

/**
 * What a single line decides about whether its visit counts: the first performance year whose list
 * has the code, and a condition that needs the performance year or a second record (decisions 7).
 *
 * @param firstYear first performance year of the code; the first list of all for codes that no list
 *     has but a condition admits
 * @param condition condition that is still open
 * @param rural true when the line counts by its revenue code too while those count: a rural health
 *     clinic billed a code that the list of the year may lack
 */
record VisitClass(int firstYear, Condition condition, boolean rural) {

  private static final String RURAL = "+RURAL";

  /** First list of 42 CFR 425.400(c); earlier years use it (decisions 22). */
  static final int EARLIEST_LIST = 2012;

  /** Conditions that a single line cannot settle (domain.md 1.1). */
  enum Condition {
    /** Counts as listed. */
    NONE,
    /** Nursing-facility code, not at place of service 31: not during a SNF stay. */
    NURSING_FACILITY,
    /** Nursing-facility code at place of service 31. */
    SKILLED_FACILITY,
    /** Home visit at another place than 12. */
    NOT_AT_HOME,
    /** Advance care planning, not at place of service 21: not during an inpatient stay. */
    ADVANCE_CARE,
    /** Advance care planning at place of service 21. */
    INPATIENT_ADVANCE_CARE,
    /** Prolonged service: only beside a base service of the same clinician on that day. */
    ADD_ON,
    /** Telephone visit: only when the window has a month of the public health emergency. */
    EMERGENCY,
    /** Listed from its first year on; a year earlier under the emergency. */
    EMERGENCY_EARLY,
    /** Wellness visit: counts as listed. */
    WELLNESS,
    /** Chronic care management: counts as listed. */
    CARE_MANAGEMENT,
    /** Visit of a rural health clinic known by its revenue code only. */
    RURAL_REVENUE,
    /** Well-child visit: counts outside MEDICARE. */
    WELL_CHILD
  }

  /** A class whose code alone decides. */
  VisitClass(int firstYear, Condition condition) {
    this(firstYear, condition, false);
  }

  /** The same billed by a rural health clinic with a revenue code of its visits. */
  VisitClass billedAsRural() {
    boolean mayBeMissing = firstYear > EARLIEST_LIST || condition == Condition.WELL_CHILD;
    return mayBeMissing ? new VisitClass(firstYear, condition, true) : this;
  }

  /** Text for a row key. */
  String text() {
    return firstYear + (condition == Condition.NONE ? "" : "+" + condition) + (rural ? RURAL : "");
  }

  /** Reads {@link #text()}. */
  static VisitClass parse(String text) {
    boolean rural = text.endsWith(RURAL);
    String code = rural ? text.substring(0, text.length() - RURAL.length()) : text;
    int plus = code.indexOf('+');
    return plus < 0
        ? new VisitClass(Integer.parseInt(code), Condition.NONE, rural)
        : new VisitClass(
            Integer.parseInt(code.substring(0, plus)),
            Condition.valueOf(code.substring(plus + 1)),
            rural);
  }
}
