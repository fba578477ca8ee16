package io.corridor.local.simulate;

/** Emergency visits that end without a stay, observation, and ambulance rides. */
final class EmergencyCare {
  private final Care care;
  private final StayClaims stays;

  EmergencyCare(Care care) {
    this.care = care;
    this.stays = new StayClaims(care);
  }

  void month(Member member, int month) {
    Draw draw = care.draw.at(member.index, Domain.EMERGENCY, month);
    int lob = member.lob.ordinal();
    int age = member.age(care.timeline.firstDay(month));
    double frailty = member.frailty(care.timeline.yearIndex(month));
    double season = age < 18 ? care.timeline.childIndex(month) : care.timeline.medicalIndex(month);
    double behavior =
        (member.has(Condition.SERIOUS_MENTAL) ? 1.5 : 1)
            * (member.has(Condition.SUBSTANCE_USE) ? 1.6 : 1)
            * (member.noSource ? 1.15 : 1);
    double illness = StrictMath.sqrt(Care.illness(member) / Utilization.ILLNESS_MEAN[lob]);
    double rate =
        Rates.EMERGENCY[lob]
            / 12
            * Utilization.emergencyAge(member.lob, age)
            * illness
            * behavior
            * (.4 + .6 * frailty)
            * member.home(month).emergency
            * season
            * Math.min(3, care.terminal(member, month))
            * member.burden
            * (member.seeks < 1 ? .45 : 1.06);
    int visits = draw.poisson(rate);
    for (int n = 0; n < visits; n++) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.EMERGENCY);
      if (care.free(day) && member.covered(day)) {
        visit(member, day, age);
      }
    }
    if (draw.chance(Rates.OBSERVATION[lob] / 12 * illness * frailty)) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.UNPLANNED);
      if (care.free(day) && member.covered(day)) {
        observation(member, day);
      }
    }
  }

  private void visit(Member member, int day, int age) {
    Draw draw = care.draw;
    Facility hospital =
        member.community.hospitals[draw.chance(.74) ? member.zip % 3 : draw.below(3)];
    String diagnosis = care.codes.diagnosis(draw, age < 18 ? "ED_CHILD" : "ED_ADULT");
    care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day, hospital.tin).at(hospital, "131");
    care.claim.dischargeStatus = "01";
    care.claim.diagnosis(diagnosis);
    care.conditions(member, .35);
    care.facilityService(member, "ED_FACILITY", day);
    int extra = draw.poisson(age < 18 ? 2.3 : 4.5);
    for (int n = 0; n < extra; n++) {
      care.facilityService(member, "ED_EXTRA", day);
    }
    int number = ++care.story.encounters;
    care.flow.submit(member, care.claim);
    stays.emergencyClinician(member, day, diagnosis);
    care.adt.emergency(member, day, diagnosis, hospital, number);
    if (draw.chance(Rates.AMBULANCE_PER_EMERGENCY[member.lob.ordinal()])) {
      ambulance(member, day, diagnosis);
    }
  }

  private void ambulance(Member member, int day, String diagnosis) {
    Practice company = member.community.shared(Practice.Kind.AMBULANCE);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, company.tin);
    care.claim.diagnosis(diagnosis);
    care.service(member, "AMBULANCE", day, "41", company.clinicians.get(0));
    care.flow.submit(member, care.claim);
  }

  private void observation(Member member, int day) {
    Draw draw = care.draw;
    Facility hospital =
        member.community.hospitals[draw.chance(.74) ? member.zip % 3 : draw.below(3)];
    String diagnosis = care.codes.diagnosis(draw, member.age(day) < 18 ? "ED_CHILD" : "ED_ADULT");
    care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day + 1, hospital.tin).at(hospital, "131");
    care.claim.dischargeStatus = "01";
    care.claim.diagnosis(diagnosis);
    care.conditions(member, .5);
    int line = care.facilityService(member, "OBSERVATION", day);
    care.claim.lastDay[line] = day + 1;
    care.claim.units[line] = 20 + draw.below(20);
    care.claim.through = day + 1;
    int extra = 2 + draw.poisson(3);
    for (int n = 0; n < extra; n++) {
      care.facilityService(member, "ED_EXTRA", day);
    }
    care.story.freeFrom = day + 2;
    int number = ++care.story.encounters;
    care.flow.submit(member, care.claim);
    care.adt.observation(member, day, diagnosis, hospital, number);
  }
}
