package io.corridor.settlement.mssp;

/** Track, and within the BASIC track level, that an ACO takes part under (42 CFR 425.600). */
public enum Track {
  /** One-sided, agreements before July 2019. */
  TRACK_1,
  /** Two-sided with a fixed loss rate, agreements of 2018 and 2019. */
  TRACK_1_PLUS,
  /** Two-sided, agreements before July 2019. */
  TRACK_2,
  /** Two-sided, agreements of 2016 to June 2019; ENHANCED since. */
  TRACK_3,
  /** One-sided. */
  BASIC_A,
  /** One-sided. */
  BASIC_B,
  /** Two-sided, lowest risk. */
  BASIC_C,
  /** Two-sided, middle risk. */
  BASIC_D,
  /** Two-sided, highest risk of the BASIC track. */
  BASIC_E,
  /** Two-sided, highest risk and reward. */
  ENHANCED
}
