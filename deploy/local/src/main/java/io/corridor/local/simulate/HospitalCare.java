package io.corridor.local.simulate;

import org.jspecify.annotations.Nullable;

/**
 * Stays in hospitals with what follows them: readmission, nursing facility, home health, follow-up
 * visits.
 */
final class HospitalCare {
  private static final String[] DISCHARGES = {"01", "06", "03", "62", "50", "20", "02", "07"};
  private static final double[][] DISCHARGE_SHARES = {
    {.51, .18, .165, .05, .03, .025, .01, .01},
    {.88, .05, .02, .01, .0, .01, .01, .02},
    {.89, .06, .01, .01, .01, .005, .01, .005}
  };

  private final Care care;
  private final StayClaims claims;
  private final AfterStay after;

  HospitalCare(Care care, OfficeCare office) {
    this.care = care;
    this.claims = new StayClaims(care);
    this.after = new AfterStay(care, office);
  }

  void month(Member member, int month) {
    Draw draw = care.draw.at(member.index, Domain.STAY, month);
    int lob = member.lob.ordinal();
    int age = member.age(care.timeline.firstDay(month));
    double frailty = care.frail(member, month);
    Practice home = member.home(month);
    double illness = Care.illness(member) / Utilization.ILLNESS_MEAN[lob];
    double terminal = care.terminal(member, month);
    double esrd = member.esrd ? 4.5 : 1;
    double disabled = member.disabled && member.lob == Lob.MEDICAID ? 1.5 : 1;
    double unplanned =
        Rates.INDEX_STAYS[lob]
            / 12
            * Utilization.stayAge(member.lob, age)
            * illness
            * frailty
            * home.admissions
            * care.timeline.medicalIndex(month)
            * terminal
            * esrd
            * disabled
            * member.burden
            * (member.seeks < 1 ? .5 : 1.05);
    int count = draw.poisson(unplanned);
    for (int n = 0; n < count; n++) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.UNPLANNED);
      boolean emergency = draw.chance(Rates.STAY_BY_EMERGENCY[lob]);
      stay(member, day, medical(member), emergency, 0);
    }
    double adult = age < 18 ? .12 : 1;
    double surgical =
        Rates.SURGICAL_STAYS[lob]
            / 12
            * adult
            * (.6 + .4 * frailty)
            * home.admissions
            * care.timeline.electiveIndex(month);
    if (draw.chance(surgical)) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.ELECTIVE);
      stay(member, day, care.codes.stay(draw, "SURGICAL", member.lob), draw.chance(.25), 0);
    }
    double mental =
        Rates.MENTAL_STAYS[lob]
            / 12
            * ((member.has(Condition.SERIOUS_MENTAL) ? 8 : .25)
                + (member.has(Condition.SUBSTANCE_USE) ? 3 : 0)
                + (member.has(Condition.DEPRESSION) ? 1.2 : 0))
            * (age < 10 ? .1 : 1);
    if (draw.chance(mental)) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.UNPLANNED);
      stay(member, day, care.codes.stay(draw, "MENTAL", member.lob), draw.chance(.7), 0);
    }
    births(member, month, age);
  }

  private Codes.Stay medical(Member member) {
    Draw draw = care.draw;
    for (Condition condition : Condition.values()) {
      if (member.has(condition) && draw.chance(.13 * condition.admissions())) {
        Codes.@Nullable Weighted<Codes.Stay> own = care.codes.staysFor(condition, member.lob);
        if (own != null) {
          return own.pick(draw);
        }
      }
    }
    Codes.Stay stay = care.codes.stay(draw, "MEDICAL", member.lob);
    Condition needed = stay.condition();
    return needed == null || member.has(needed) || draw.chance(.15)
        ? stay
        : care.codes.stay(draw, "MEDICAL", member.lob);
  }

  /** Deliveries of women 15-44, and sick newborns in their first weeks. */
  private void births(Member member, int month, int age) {
    Draw draw = care.draw;
    if (member.lob == Lob.MEDICARE) {
      return;
    }
    int first = care.timeline.firstDay(month);
    if (member.female && age >= 15 && age < 45 && care.story.deliveredOn < first - 420) {
      double yearly =
          (member.lob == Lob.MEDICAID ? .078 : .056) * (age < 20 || age > 37 ? .5 : 1.2);
      if (draw.chance(yearly / 12)) {
        int day = care.timeline.pickDay(draw, month, Timeline.Week.ANY);
        care.story.deliveredOn = day;
        stay(member, day, care.codes.stay(draw, "MATERNITY", member.lob), false, 9);
      }
    }
    if (age < 1 && first - member.birthDay < 60 && draw.chance(.055)) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.ANY);
      stay(member, day, care.codes.stay(draw, "NEWBORN", member.lob), false, 9);
    }
  }

  /** One stay with its claims, messages and what follows; {@code chain} counts readmissions. */
  private void stay(Member member, int day, Codes.Stay kind, boolean emergency, int chain) {
    if (!care.free(day) || !member.covered(day) || day >= care.timeline.endDay()) {
      return;
    }
    Draw draw = care.draw;
    int days = Math.max(kind.days() < 1.5 ? 0 : 1, length(kind));
    String status = DISCHARGES[draw.pick(cumulative(member, kind))];
    int discharge = day + days;
    if (status.equals("20") && member.deathDay != discharge) {
      status = "01";
    }
    if (discharge >= member.deathDay) {
      discharge = member.deathDay;
      status = "20";
    }
    StayEvent stay =
        new StayEvent(
            kind, day, discharge, emergency, status, hospital(member), ++care.story.encounters);
    care.story.freeFrom = discharge + 1;
    claims.write(member, stay);
    care.adt.stay(member, stay);
    if (status.equals("20")) {
      return;
    }
    int readmission = readmission(member, stay, chain);
    after.follow(member, stay, readmission);
    if (readmission > 0) {
      stay(member, readmission, medical(member), draw.chance(.85), chain + 1);
    }
  }

  private int length(Codes.Stay kind) {
    return care.draw.negativeBinomial(
        kind.days() * 1.14, kind.kind().equals("MATERNITY") ? 12 : 2.2);
  }

  private double[] cumulative(Member member, Codes.Stay kind) {
    boolean home = kind.kind().equals("MATERNITY") || kind.kind().equals("NEWBORN");
    double[] shares = DISCHARGE_SHARES[home ? 2 : member.lob.ordinal()];
    double old =
        member.lob == Lob.MEDICARE ? member.age(care.timeline.endDay()) >= 80 ? 1.5 : .72 : 1;
    double[] cumulative = new double[shares.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      boolean nursing = i == 2 || i == 3;
      boolean ends = i == 4;
      double factor =
          nursing ? old * (home ? 0 : 1) : ends && member.deathDay == Integer.MAX_VALUE ? .15 : 1;
      if (i == 2) {
        factor *= member.home(0).nursing;
      }
      sum += shares[i] * factor;
      cumulative[i] = sum;
    }
    return cumulative;
  }

  /** Day of a readmission within 30 days, or -1; the hazard is highest in the first week. */
  private int readmission(Member member, StayEvent stay, int chain) {
    Draw draw = care.draw;
    if (chain > 3 || stay.status().equals("50")) {
      return -1;
    }
    double frailty = member.frailty(care.timeline.yearIndex(care.timeline.monthOf(stay.admit())));
    double chance = Rates.READMISSION[member.lob.ordinal()] * (.55 + .45 * Math.min(frailty, 3));
    if (stay.kind().kind().equals("SURGICAL")) {
      chance *= .7;
    }
    if (stay.status().equals("03")) {
      chance *= 1.2;
    }
    if (!draw.chance(Math.min(.6, chance))) {
      return -1;
    }
    double when = draw.uniform();
    int after =
        when < .38 ? 1 + draw.below(7) : when < .62 ? 8 + draw.below(7) : 15 + draw.below(16);
    return stay.discharge() + after;
  }

  private Facility hospital(Member member) {
    int usual = Math.floorMod(member.zip, 3);
    return member.community.hospitals[care.draw.chance(.74) ? usual : care.draw.below(3)];
  }
}
