package io.corridor.local.simulate;

import org.jspecify.annotations.Nullable;

/**
 * What every kind of care needs: codes, calendar, streams, the claim under construction and where
 * it goes.
 */
final class Care {
  /** Mean of frailty to its power, for the gamma variances of {@link Lob}. */
  private static final double[] FRAILTY_MEAN = {1.800, 3.041, 2.600};

  private static final double[] FRAILTY_POWER = {2.0, 2.2, 2.0};

  final Codes codes = Codes.get();
  final Timeline timeline;
  final Draw draw;

  /** A second stream, for what is drawn once a member in the middle of another stream. */
  final Draw once;

  final ClaimDraft claim = new ClaimDraft();
  final ClaimFlow flow;
  final AdtFlow adt;
  final Story story = new Story();

  Care(Timeline timeline, long seed, ClaimFlow flow, AdtFlow adt) {
    this.timeline = timeline;
    this.draw = new Draw(seed);
    this.once = new Draw(seed);
    this.flow = flow;
    this.adt = adt;
  }

  /** Effect of the conditions on admissions and emergency visits. */
  static double illness(Member member) {
    double factor = 1;
    for (Condition condition : Condition.values()) {
      if (member.has(condition)) {
        factor *= condition.admissions();
      }
    }
    return factor;
  }

  /** Effect of the conditions on visits. */
  static double attention(Member member) {
    double factor = 1;
    for (Condition condition : Condition.values()) {
      if (member.has(condition)) {
        factor *= condition.visits();
      }
    }
    return factor;
  }

  /**
   * The same, steeper: procedures, specialists and tests go to the sickest; about 1 on the mean.
   */
  static double intensity(Member member) {
    double attention = attention(member) / Utilization.ATTENTION_MEAN[member.lob.ordinal()];
    return .95 * attention * attention;
  }

  /** Frailty as it acts on procedures, admissions and drugs: steeper than linear, mean 1. */
  double frail(Member member, int month) {
    double frailty = member.frailty(timeline.yearIndex(month));
    return StrictMath.pow(frailty, FRAILTY_POWER[member.lob.ordinal()])
        / FRAILTY_MEAN[member.lob.ordinal()];
  }

  /** More care in the last months of life. */
  double terminal(Member member, int month) {
    if (member.deathDay == Integer.MAX_VALUE) {
      return 1;
    }
    int left = timeline.monthOf(member.deathDay) - month;
    return left < 0 ? 0 : left < 2 ? 17 : left < 4 ? 11 : left < 8 ? 7.5 : left < 12 ? 4.5 : 1;
  }

  /** Adds a service line at the professional price level. */
  int service(Member member, String group, int day, String place, @Nullable Clinician by) {
    Codes.Service service = codes.service(draw, group, member.lob);
    return claim.line(
        day, service.code(), "", place, by, price(service, Rates.PROFESSIONAL_PRICE, member));
  }

  /** Adds a service line of a facility. */
  int facilityService(Member member, String group, int day) {
    Codes.Service service = codes.service(draw, group, member.lob);
    return claim.line(
        day,
        service.code(),
        service.revenue(),
        "",
        null,
        price(service, Rates.FACILITY_PRICE, member));
  }

  long price(Codes.Service service, double[] level, Member member) {
    double cents = service.cents() * level[member.lob.ordinal()];
    return Math.max(1, StrictMath.round(cents * StrictMath.exp(service.sigma() * draw.normal())));
  }

  /** Puts the member's conditions on the claim, each with the chance. */
  void conditions(Member member, double chance) {
    for (Condition condition : Condition.values()) {
      if (member.has(condition) && codes.hasDiagnoses(condition.name()) && draw.chance(chance)) {
        claim.diagnosis(codes.diagnosis(draw, condition.name()));
      }
    }
    if (member.esrd && draw.chance(chance)) {
      claim.diagnosis("N186");
    }
  }

  /** One of the member's conditions as principal, or a passing complaint. */
  void reason(Member member, int day, double chronic) {
    if (member.conditions != 0 && draw.chance(chronic)) {
      int pick = draw.below(Integer.bitCount(member.conditions));
      for (Condition condition : Condition.values()) {
        if (member.has(condition) && pick-- == 0) {
          if (codes.hasDiagnoses(condition.name())) {
            claim.diagnosis(codes.diagnosis(draw, condition.name()));
            return;
          }
        }
      }
    }
    claim.diagnosis(codes.diagnosis(draw, member.age(day) < 18 ? "ACUTE_CHILD" : "ACUTE_ADULT"));
  }

  boolean free(int day) {
    return day >= story.freeFrom;
  }

  static Clinician any(Practice practice, Draw draw) {
    return practice.clinicians.get(draw.below(practice.clinicians.size()));
  }
}
