package io.corridor.local.simulate;

/**
 * Age effects and normalising means of utilisation, so that rates keep their level (general
 * knowledge, calibrated).
 */
final class Utilization {
  private Utilization() {}

  /** Mean of {@link Care#attention} by line of business. */
  static final double[] ATTENTION_MEAN = {1.50, 1.09, 1.11};

  /** Mean of {@link Care#illness} by line of business. */
  static final double[] ILLNESS_MEAN = {2.55, 1.20, 1.14};

  /** Age effect on primary-care visits. */
  static double visitAge(Lob lob, int age) {
    return switch (lob) {
      case MEDICARE -> age < 65 ? .95 : age < 75 ? .92 : age < 85 ? 1.07 : 1.15;
      case MEDICAID, COMMERCIAL ->
          age < 2 ? 1.6 : age < 6 ? 1.25 : age < 18 ? .75 : age < 45 ? .9 : 1.3;
    };
  }

  /** Age effect on admissions that are neither births nor planned. */
  static double stayAge(Lob lob, int age) {
    return switch (lob) {
      case MEDICARE -> age < 65 ? .95 : age < 75 ? .8 : age < 85 ? 1.1 : 1.35;
      case MEDICAID, COMMERCIAL -> age < 2 ? 1.2 : age < 18 ? .38 : age < 45 ? .9 : 1.95;
    };
  }

  /** Age effect on emergency visits. */
  static double emergencyAge(Lob lob, int age) {
    return switch (lob) {
      case MEDICARE -> age < 65 ? 1.8 : age < 75 ? .82 : age < 85 ? .98 : 1.3;
      case MEDICAID -> age < 2 ? 1.55 : age < 18 ? .68 : age < 45 ? 1.25 : 1.15;
      case COMMERCIAL -> age < 2 ? 1.5 : age < 18 ? .9 : age < 45 ? 1.05 : .95;
    };
  }
}
