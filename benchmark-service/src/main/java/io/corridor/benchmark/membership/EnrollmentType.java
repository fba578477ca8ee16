package io.corridor.benchmark.membership;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The four Medicare enrollment types of the Shared Savings Program, in their order of precedence
 * (42 CFR 425.604(a), 425.652(a)(1)). A member's type is decided month by month.
 */
public enum EnrollmentType {
  /** End-stage renal disease, whatever the age. */
  ESRD("esrd"),
  /** Entitled by disability: under 65. */
  DISABLED("disabled"),
  /** From 65, with Medicaid. */
  AGED_DUAL("agedDual"),
  /** From 65, without Medicaid. */
  AGED_NON_DUAL("agedNonDual");

  private static final int AGED_FROM = 65;

  private final String word;

  EnrollmentType(String word) {
    this.word = word;
  }

  /** The type as steps of calculations name it. */
  public String word() {
    return word;
  }

  /**
   * The type of a month. A member is aged from the month of the 65th birthday.
   *
   * @param endStageRenalDisease status of that month
   * @param medicaid full or partial Medicaid in that month
   */
  public static EnrollmentType in(
      YearMonth month, LocalDate birthDate, boolean endStageRenalDisease, boolean medicaid) {
    if (endStageRenalDisease) {
      return ESRD;
    }
    if (YearMonth.from(birthDate.plusYears(AGED_FROM)).isAfter(month)) {
      return DISABLED;
    }
    return medicaid ? AGED_DUAL : AGED_NON_DUAL;
  }

  /**
   * The type of a member whose birth date is not known: entitlement alone tells who is under 65.
   *
   * @param disabled entitled by disability in that month
   */
  static EnrollmentType ofUnknownAge(
      boolean endStageRenalDisease, boolean disabled, boolean medicaid) {
    if (endStageRenalDisease) {
      return ESRD;
    }
    return disabled ? DISABLED : medicaid ? AGED_DUAL : AGED_NON_DUAL;
  }
}
