package io.corridor.local.simulate;

/** Days from service (stay: discharge) to the payer's decision (population.md section 6). */
final class LagModel {
  private LagModel() {}

  static double draw(Draw draw, Lob lob, ClaimDraft.Form form) {
    if (form == ClaimDraft.Form.PHARMACY) {
      return lob == Lob.MEDICARE ? draw.lognormal(5, .8) + 2 : 0;
    }
    return switch (lob) {
      case MEDICARE -> medicare(draw, form);
      case MEDICAID ->
          form == ClaimDraft.Form.PROFESSIONAL
              ? draw.lognormal(12, 1.1) + draw.lognormal(10, .6) + tail(draw, .07, 80)
              : draw.lognormal(15, .85) + draw.lognormal(14, .6) + tail(draw, .06, 80);
      case COMMERCIAL ->
          form == ClaimDraft.Form.PROFESSIONAL
              ? draw.lognormal(8, 1.0) + draw.lognormal(8, .7) + tail(draw, .06, 70)
              : draw.lognormal(12, .9) + draw.lognormal(12, .7) + tail(draw, .065, 70);
    };
  }

  private static double medicare(Draw draw, ClaimDraft.Form form) {
    double floor = 14 + draw.geometric(.4);
    return switch (form) {
      case PROFESSIONAL, PHARMACY -> floor + draw.lognormal(9, 1.0) + tail(draw, .04, 75);
      case INPATIENT -> floor + draw.lognormal(10, .8) + tail(draw, .05, 60);
      case OUTPATIENT -> floor + draw.lognormal(11, .9) + tail(draw, .04, 70);
      case POST_ACUTE -> floor + 15 + draw.lognormal(12, .8) + tail(draw, .05, 60);
    };
  }

  private static double tail(Draw draw, double share, double median) {
    return draw.chance(share) ? draw.lognormal(median, .7) : 0;
  }
}
