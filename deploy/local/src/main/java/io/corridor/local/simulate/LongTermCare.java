package io.corridor.local.simulate;

/**
 * Care that goes on month after month: dialysis, chemotherapy, hospice, nursing homes, services at
 * home.
 */
final class LongTermCare {
  private final Care care;
  private final AfterStay after;

  LongTermCare(Care care, OfficeCare office) {
    this.care = care;
    this.after = new AfterStay(care, office);
  }

  void month(Member member, int month) {
    Draw draw = care.draw.at(member.index, Domain.LONG_TERM, month);
    int first = care.timeline.firstDay(month);
    if (!member.covered(first)) {
      return;
    }
    if (member.esrd) {
      dialysis(member, month);
    }
    if (member.has(Condition.ACTIVE_CANCER)) {
      chemotherapy(member, month);
    }
    if (member.longTermCare) {
      services(member, month);
    }
    hospice(member, month);
    if (member.lob == Lob.MEDICARE
        && draw.chance(.010 * member.frailty(care.timeline.yearIndex(month)))) {
      after.homeHealth(member, first + draw.below(25), Integer.MAX_VALUE);
    }
    if (member.institution && care.free(first + 10)) {
      Practice group = member.community.shared(Practice.Kind.HOSPITALISTS);
      care.claim.start(ClaimDraft.Form.PROFESSIONAL, first + 10, first + 10, group.tin);
      care.reason(member, first + 10, .95);
      care.service(member, "SNF_VISIT", first + 10, "32", Care.any(group, draw));
      care.flow.submit(member, care.claim);
    }
  }

  private void dialysis(Member member, int month) {
    Draw draw = care.draw;
    int first = care.timeline.firstDay(month);
    int last = Math.min(care.timeline.lastDay(month), member.deathDay);
    Facility place = member.community.hospitals[1];
    care.claim.start(ClaimDraft.Form.OUTPATIENT, first, last, place.tin).at(place, "721");
    care.claim.diagnosis("N186");
    care.conditions(member, .5);
    for (int day = first + draw.below(2); day <= last; day += 2 + (day % 7 == 0 ? 1 : 0)) {
      care.facilityService(member, "OPD_DIALYSIS", day);
    }
    care.claim.through = Math.max(care.claim.through, last);
    care.flow.submit(member, care.claim);
    Practice practice = member.home(month);
    Clinician by = practice.pick(draw, first, 1, 0);
    if (by != null) {
      care.claim.start(ClaimDraft.Form.PROFESSIONAL, first, last, practice.tin);
      care.claim.diagnosis("N186");
      care.claim.line(
          first,
          "90960",
          "",
          "65",
          by,
          StrictMath.round(28_500 * Rates.PROFESSIONAL_PRICE[member.lob.ordinal()]));
      care.flow.submit(member, care.claim);
    }
  }

  private void chemotherapy(Member member, int month) {
    Draw draw = care.draw;
    boolean treated = Math.floorMod(month + member.index, 12) < 7;
    if (!treated) {
      return;
    }
    int cycles = 2 + draw.below(2);
    for (int n = 0; n < cycles; n++) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
      if (!care.free(day)) {
        continue;
      }
      Facility place = member.community.hospitals[0];
      care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day, place.tin).at(place, "131");
      care.claim.diagnosis("Z5111");
      care.claim.diagnosis(member.has(Condition.CANCER_LUNG) ? "C3490" : "C787");
      care.facilityService(member, "OPD_CHEMO", day);
      int drugs = 1 + draw.below(3);
      for (int d = 0; d < drugs; d++) {
        care.facilityService(member, "CHEMO_DRUG", day);
      }
      care.flow.submit(member, care.claim);
    }
  }

  /** Long-term services and supports of Medicaid members, and the disabled's supplies. */
  private void services(Member member, int month) {
    Practice agency = member.community.shared(Practice.Kind.HOME_SERVICES);
    int first = care.timeline.firstDay(month);
    int last = Math.min(care.timeline.lastDay(month), member.deathDay);
    int lines = 1 + care.draw.below(3);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, first, first, agency.tin);
    care.reason(member, first, .7);
    for (int n = 0; n < lines; n++) {
      int day = Math.min(last, first + n * 9);
      care.service(member, "LTSS", day, "12", agency.clinicians.get(0));
    }
    care.flow.submit(member, care.claim);
  }

  private void hospice(Member member, int month) {
    if (member.deathDay == Integer.MAX_VALUE || member.lob == Lob.MEDICAID) {
      return;
    }
    Draw draw = care.draw;
    if (care.story.hospiceFrom == Integer.MAX_VALUE) {
      Draw once = care.once.at(member.index, Domain.LONG_TERM, -1);
      boolean elects = once.chance(.62);
      int days = elects ? (int) once.lognormal(34, 1.3) : 0;
      care.story.hospiceFrom = elects ? member.deathDay - days : Integer.MAX_VALUE - 1;
    }
    int first = Math.max(care.timeline.firstDay(month), care.story.hospiceFrom);
    int last = Math.min(care.timeline.lastDay(month), member.deathDay);
    if (first > last) {
      return;
    }
    Facility place = member.community.hospice;
    care.claim.start(ClaimDraft.Form.POST_ACUTE, first, last, place.tin).at(place, "811");
    care.reason(member, first, .95);
    Codes.Service service = care.codes.service(draw, "HOSPICE", member.lob);
    int line =
        care.claim.line(
            first,
            service.code(),
            service.revenue(),
            "",
            null,
            (long) service.cents() * (last - first + 1));
    care.claim.lastDay[line] = last;
    care.claim.units[line] = last - first + 1;
    care.claim.through = last;
    care.flow.submit(member, care.claim);
  }
}
