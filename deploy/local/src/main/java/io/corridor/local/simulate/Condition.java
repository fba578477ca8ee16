package io.corridor.local.simulate;

/**
 * Chronic conditions of the simulated population (population.md section 5) with prevalence, the
 * loading on the common liability, and what they do to admissions and visits (general knowledge).
 */
enum Condition {
  HYPERTENSION(.48, .53, .66, .72, .24, .22, .60, 1.08, 1.12),
  HYPERLIPIDEMIA(.34, .51, .56, .46, .13, .20, .50, 1.0, 1.08),
  DIABETES(.27, .27, .31, .245, .115, .072, .62, 1.2, 1.15),
  ISCHEMIC_HEART(.16, .22, .35, .42, .04, .025, .72, 1.3, 1.12),
  HEART_FAILURE(.10, .09, .17, .32, .022, .007, .74, 2.0, 1.15),
  KIDNEY_DISEASE(.20, .20, .32, .41, .03, .015, .62, 1.35, 1.08),
  COPD(.13, .09, .13, .13, .06, .015, .45, 1.5, 1.1),
  ATRIAL_FIBRILLATION(.02, .06, .12, .20, .006, .007, .50, 1.25, 1.1),
  DEMENTIA(.03, .04, .13, .34, .003, .001, .25, 1.25, 1.0),
  DEPRESSION(.31, .17, .17, .19, .19, .12, .30, 1.2, 1.2),
  STROKE(.02, .03, .05, .07, .01, .004, .50, 1.3, 1.05),
  CANCER_BREAST(.015, .03, .035, .03, .003, .004, .05, 1.2, 1.1),
  CANCER_PROSTATE(.01, .03, .04, .03, .001, .002, .05, 1.05, 1.05),
  CANCER_LUNG(.008, .011, .013, .009, .001, .0008, .20, 2.2, 1.2),
  CANCER_COLON(.004, .009, .013, .014, .001, .001, .08, 1.5, 1.1),
  SERIOUS_MENTAL(.18, .025, .018, .012, .07, .018, .15, 1.5, 1.15),
  SUBSTANCE_USE(.13, .05, .03, .01, .11, .035, .15, 1.6, 1.1),
  ASTHMA(.09, .06, .05, .04, .10, .07, .10, 1.15, 1.1),
  ACTIVE_CANCER(.005, .008, .009, .004, .0022, .0042, .10, 2.6, 1.3),
  SPECIALTY_DRUG(.030, .018, .012, .005, .008, .0125, .15, 1.2, 1.15),
  INFUSED_DRUG(.034, .038, .046, .040, .010, .009, .15, 1.15, 1.15);

  private final double[] medicare;
  private final double medicaidAdult;
  private final double commercialAdult;
  private final double loading;
  private final double admissions;
  private final double visits;

  Condition(
      double under65,
      double to74,
      double to84,
      double over85,
      double medicaidAdult,
      double commercialAdult,
      double loading,
      double admissions,
      double visits) {
    this.medicare = new double[] {under65, to74, to84, over85};
    this.medicaidAdult = medicaidAdult;
    this.commercialAdult = commercialAdult;
    this.loading = loading;
    this.admissions = admissions;
    this.visits = visits;
  }

  /** Share of members of an age who have it. */
  double prevalence(Lob lob, int age) {
    if (lob == Lob.MEDICARE) {
      return medicare[age < 65 ? 0 : age < 75 ? 1 : age < 85 ? 2 : 3];
    }
    double adult = lob == Lob.MEDICAID ? medicaidAdult : commercialAdult;
    if (age < 18) {
      return switch (this) {
        case ASTHMA -> lob == Lob.MEDICAID ? .11 : .07;
        case DEPRESSION -> .04;
        case ACTIVE_CANCER -> .0004;
        case SPECIALTY_DRUG -> .002;
        case DIABETES -> .003;
        default -> 0;
      };
    }
    return switch (this) {
      case DEPRESSION, SERIOUS_MENTAL, SUBSTANCE_USE, ASTHMA -> adult;
      case ACTIVE_CANCER, SPECIALTY_DRUG, INFUSED_DRUG -> adult * (age < 45 ? .55 : 1.6);
      default -> adult * (age < 30 ? .15 : age < 45 ? .55 : age < 55 ? 1.5 : 2.35);
    };
  }

  /** Loading on the common liability of the Gaussian copula. */
  double loading() {
    return loading;
  }

  /** Factor on admission and emergency rates. */
  double admissions() {
    return admissions;
  }

  /** Factor on visit rates. */
  double visits() {
    return visits;
  }

  /** Bit in a member's condition set. */
  int bit() {
    return 1 << ordinal();
  }
}
