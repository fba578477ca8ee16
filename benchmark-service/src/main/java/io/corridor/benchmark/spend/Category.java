package io.corridor.benchmark.spend;

import java.util.Arrays;
import java.util.List;

/**
 * The 14 service categories, mutually exclusive, in the order in which they are tried (domain.md
 * 2.2).
 */
public enum Category {
  /** Home and community based waiver services: never in scope. */
  HCBS_WAIVER,
  /** Long-term services and supports. */
  LTSS,
  /** Skilled nursing facility. */
  SNF,
  /** Emergency department, unless rolled into a stay. */
  ED,
  /** Behavioral health. */
  BH,
  /** Inpatient facility. */
  INPATIENT,
  /** Drugs from a pharmacy. */
  PHARMACY,
  /** Radiology. */
  RADIOLOGY,
  /** Laboratory. */
  LAB,
  /** Home health. */
  HOME_HEALTH,
  /** Durable medical equipment. */
  DME,
  /** Other outpatient facility. */
  OUTPATIENT,
  /** Primary care by clinicians. */
  PROF_PRIMARY,
  /** Other care by clinicians. */
  PROF_SPECIALTY;

  private static final List<Category> ALL = List.copyOf(Arrays.asList(values()));

  /** All categories in their order. */
  public static List<Category> all() {
    return ALL;
  }

  /** Two digits, 01 to 14: the category in a row key. */
  public String number() {
    return ordinal() < 9 ? "0" + (ordinal() + 1) : Integer.toString(ordinal() + 1);
  }

  /** The category of a two-digit number. */
  public static Category ofNumber(String number) {
    return ALL.get(Integer.parseInt(number) - 1);
  }
}
