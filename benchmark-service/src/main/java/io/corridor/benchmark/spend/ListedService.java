package io.corridor.benchmark.spend;

import io.corridor.common.rules.ConditionedCodes;
import io.corridor.common.rules.PrimaryCareServices;
import org.jspecify.annotations.Nullable;

/**
 * A service that a list of primary care names, by a clinician who may count (domain.md 1.1): what
 * its line alone says. Whether it is primary care depends on the performance year, the contract and
 * other records.
 *
 * @param unknownClinician true when the line tells neither specialty nor taxonomy
 * @param firstYear first performance year whose list has the code
 * @param kind what else must hold
 */
record ListedService(boolean unknownClinician, int firstYear, Kind kind) {

  /** What must hold beside the list. */
  enum Kind {
    /** Nothing. */
    PLAIN,
    /** The contract is none of Medicare. */
    WELL_CHILD,
    /** No stay in a skilled nursing facility that day. */
    NURSING_FACILITY,
    /** The year lets home visits count elsewhere. */
    NOT_AT_HOME,
    /** No hospital stay that day. */
    ADVANCE_CARE,
    /** A service of the same clinician and practice that counts, on the same day. */
    ADD_ON,
    /** A month of the public health emergency. */
    EMERGENCY,
    /** A month of the public health emergency, while the code is not listed yet. */
    EMERGENCY_EARLY
  }

  /**
   * The reading of a code; null for one that never is primary care.
   *
   * @param place place of service of the line: neither 21, 23 nor 31, which have categories of
   *     their own
   */
  static @Nullable ListedService of(
      String code,
      @Nullable String place,
      boolean unknownClinician,
      PrimaryCareServices services,
      ConditionedCodes conditions) {
    if (!services.mayContain(code)) {
      return null;
    }
    Kind kind = kind(code, place, services, conditions);
    return kind == null
        ? null
        : new ListedService(unknownClinician, services.firstYear(code), kind);
  }

  private static @Nullable Kind kind(
      String code,
      @Nullable String place,
      PrimaryCareServices services,
      ConditionedCodes conditions) {
    ConditionedCodes.Group group = conditions.get(code);
    if (group == null) {
      return services.isOutsideMedicareOnly(code) ? Kind.WELL_CHILD : Kind.PLAIN;
    }
    return switch (group) {
      case OFFICE, WELLNESS, CARE_MANAGEMENT -> Kind.PLAIN;
      case NURSING_FACILITY -> Kind.NURSING_FACILITY;
      case HOME -> "12".equals(place) ? Kind.PLAIN : Kind.NOT_AT_HOME;
      case ADVANCE_CARE -> Kind.ADVANCE_CARE;
      case ADD_ON -> Kind.ADD_ON;
      case EMERGENCY -> Kind.EMERGENCY;
      case EMERGENCY_EARLY -> Kind.EMERGENCY_EARLY;
      case TEACHING_HOSPITAL -> null;
    };
  }
}
