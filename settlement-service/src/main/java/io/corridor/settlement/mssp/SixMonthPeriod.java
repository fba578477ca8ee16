package io.corridor.settlement.mssp;

/** A performance period of half a calendar year (42 CFR 425.609). */
public enum SixMonthPeriod {
  /** January to June. */
  JAN_JUN,
  /** July to December. */
  JUL_DEC
}
