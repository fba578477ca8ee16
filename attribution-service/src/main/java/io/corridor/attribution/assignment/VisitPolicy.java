package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Stay;
import io.corridor.common.rules.ConditionYears;
import io.corridor.common.rules.ConditionYears.Rule;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which visits count for a contract in a performance year (domain.md 1.1). Equal policies count
 * equally, so a window slides as long as the policy stays.
 *
 * @param years dated conditions
 * @param performanceYear performance year of the month asked about
 * @param emergency true when the window has a month of a public health emergency
 * @param wellChild true when well-child codes count (not MEDICARE)
 * @param unknownSpecialty true when clinicians without known specialty count
 * @param creditDay day whose practice of a clinician a visit belongs to; null when it stays with
 *     the practice that billed it (domain.md 1.8)
 */
record VisitPolicy(
    ConditionYears years,
    int performanceYear,
    boolean emergency,
    boolean wellChild,
    boolean unknownSpecialty,
    @Nullable LocalDate creditDay) {

  /** The same over another window. */
  VisitPolicy over(DateSpan window) {
    return new VisitPolicy(
        years, performanceYear, years.emergencyIn(window), wellChild, unknownSpecialty, creditDay);
  }

  /** Why a visit does not count for a group of services; null when it does. */
  @Nullable Exclusion exclusion(
      Visit visit, List<Visit> sameDay, List<Stay> stays, ServiceGroup group) {
    Exclusion byClinician = group.turnsAway(visit.clinician(), unknownSpecialty);
    if (byClinician != null) {
      return byClinician;
    }
    VisitClass kind = visit.kind();
    Exclusion byYear = byYear(kind);
    boolean byRevenue = byYear != null && kind.rural() && binds(Rule.RURAL_REVENUE);
    Exclusion byItself =
        byYear != null && !byRevenue ? byYear : byOthers(visit, sameDay, stays, group);
    return byItself != null
        ? byItself
        : group.turnsAway(byRevenue ? VisitClass.Condition.RURAL_REVENUE : kind.condition());
  }

  private @Nullable Exclusion byYear(VisitClass kind) {
    boolean listed = kind.firstYear() <= Math.max(performanceYear, VisitClass.EARLIEST_LIST);
    return switch (kind.condition()) {
      case WELL_CHILD -> wellChild ? null : Exclusion.NOT_IN_LIST_OF_YEAR;
      case RURAL_REVENUE -> binds(Rule.RURAL_REVENUE) ? null : Exclusion.NOT_IN_LIST_OF_YEAR;
      case EMERGENCY ->
          !listed ? Exclusion.NOT_IN_LIST_OF_YEAR : emergency ? null : Exclusion.OUTSIDE_EMERGENCY;
      case EMERGENCY_EARLY ->
          listed || (emergency && binds(Rule.EMERGENCY_EARLY))
              ? null
              : Exclusion.NOT_IN_LIST_OF_YEAR;
      case NONE,
          WELLNESS,
          CARE_MANAGEMENT,
          NURSING_FACILITY,
          SKILLED_FACILITY,
          NOT_AT_HOME,
          ADVANCE_CARE,
          INPATIENT_ADVANCE_CARE,
          ADD_ON ->
          listed ? null : Exclusion.NOT_IN_LIST_OF_YEAR;
    };
  }

  private @Nullable Exclusion byOthers(
      Visit visit, List<Visit> sameDay, List<Stay> stays, ServiceGroup group) {
    return switch (visit.kind().condition()) {
      case SKILLED_FACILITY ->
          binds(Rule.NURSING_FACILITY_PLACE) ? Exclusion.SKILLED_NURSING_STAY : null;
      case NURSING_FACILITY ->
          binds(Rule.NURSING_FACILITY_STAY) && during(visit, true, stays)
              ? Exclusion.SKILLED_NURSING_STAY
              : null;
      case NOT_AT_HOME -> binds(Rule.HOME_PLACE) ? Exclusion.NOT_AT_HOME : null;
      case INPATIENT_ADVANCE_CARE ->
          binds(Rule.ADVANCE_CARE_INPATIENT) ? Exclusion.INPATIENT_STAY : null;
      case ADVANCE_CARE ->
          binds(Rule.ADVANCE_CARE_INPATIENT) && during(visit, false, stays)
              ? Exclusion.INPATIENT_STAY
              : null;
      case ADD_ON -> hasBase(visit, sameDay, stays, group) ? null : Exclusion.NO_BASE_SERVICE;
      case NONE, WELLNESS, CARE_MANAGEMENT, EMERGENCY, EMERGENCY_EARLY, RURAL_REVENUE, WELL_CHILD ->
          null;
    };
  }

  private boolean binds(Rule rule) {
    return years.binds(rule, performanceYear);
  }

  private static boolean during(Visit visit, boolean skilled, List<Stay> stays) {
    return stays.stream()
        .anyMatch(stay ->
            stay.skilled() == skilled
                && !visit.day().isBefore(stay.first())
                && !visit.day().isAfter(stay.last()));
  }

  /** A counted service of the same clinician and practice on the same day that is no add-on. */
  private boolean hasBase(Visit addOn, List<Visit> sameDay, List<Stay> stays, ServiceGroup group) {
    return sameDay.stream()
        .anyMatch(visit ->
            visit.kind().condition() != VisitClass.Condition.ADD_ON
                && visit.tin().equals(addOn.tin())
                && java.util.Objects.equals(visit.npi(), addOn.npi())
                && exclusion(visit, sameDay, stays, group) == null);
  }
}
