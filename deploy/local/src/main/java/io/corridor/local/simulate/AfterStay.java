package io.corridor.local.simulate;

/**
 * What follows a discharge: nursing facility, home health, follow-up visits, contacts by the care
 * team.
 */
final class AfterStay {
  private final Care care;
  private final OfficeCare office;

  AfterStay(Care care, OfficeCare office) {
    this.care = care;
    this.office = office;
  }

  /**
   * @param readmission day of the readmission, or -1
   */
  void follow(Member member, StayEvent stay, int readmission) {
    int horizon = readmission > 0 ? readmission - 1 : Integer.MAX_VALUE;
    switch (stay.status()) {
      case "03", "62" -> facility(member, stay, horizon);
      case "06" -> homeHealth(member, stay.discharge() + 1, horizon);
      default -> {}
    }
    if (stay.home()) {
      followUps(member, stay, horizon);
    }
  }

  private void followUps(Member member, StayEvent stay, int horizon) {
    Draw draw = care.draw;
    double chance = member.noSource ? .25 : member.lob == Lob.MEDICAID ? .45 : .62;
    boolean maternity = stay.kind().kind().equals("MATERNITY");
    if (maternity) {
      chance = .3;
    }
    if (draw.chance(chance)) {
      int after = 1 + Math.min(29, (int) draw.lognormal(7, .65));
      int day = Timeline.workingDay(stay.discharge() + after);
      boolean transitional =
          !maternity && after <= 14 && draw.chance(member.lob == Lob.MEDICARE ? .42 : .12);
      if (day <= horizon && day < care.timeline.endDay()) {
        office.followUp(member, day, transitional);
      }
    }
  }

  /**
   * A nursing-facility stay (or rehabilitation hospital) right after the discharge, billed once a
   * month.
   */
  private void facility(Member member, StayEvent stay, int horizon) {
    Draw draw = care.draw;
    boolean rehabilitation = stay.status().equals("62");
    int days =
        rehabilitation
            ? 6 + draw.negativeBinomial(7, 4)
            : Math.min(100, 5 + draw.negativeBinomial(21, 1.6));
    int from = stay.discharge();
    int last = Math.min(Math.min(from + days, horizon), member.deathDay);
    if (last <= from) {
      return;
    }
    care.story.freeFrom = Math.max(care.story.freeFrom, last + 1);
    Facility place =
        rehabilitation
            ? member.community.hospitals[2]
            : member.community.nursing[draw.below(member.community.nursing.length)];
    if (rehabilitation) {
      Codes.Stay kind = care.codes.stay(draw, "REHAB", member.lob);
      care.claim.start(ClaimDraft.Form.INPATIENT, from, last, place.tin).at(place, "111");
      care.claim.drg = kind.drg();
      care.claim.diagnosis(kind.diagnosis());
      care.claim.admissionType = "3";
      care.claim.admissionSource = "4";
      long price =
          StrictMath.round(draw.lognormal(1_700_000, .35) * (member.lob == Lob.MEDICARE ? 1 : 1.2));
      segment(member, from, from, last, last, "0128", price);
      return;
    }
    double daily = draw.lognormal(66_000, .22) * (member.lob == Lob.MEDICAID ? .5 : 1);
    int at = from;
    while (at <= last && at < care.timeline.endDay()) {
      int end = Math.min(last, monthEnd(at));
      care.claim
          .start(ClaimDraft.Form.POST_ACUTE, at, end, place.tin)
          .at(place, "21" + (end == last ? at == from ? "1" : "4" : at == from ? "2" : "3"));
      care.claim.diagnosis(stay.kind().diagnosis());
      care.conditions(member, .7);
      long price = StrictMath.round(daily * Math.max(1, end - at + (end == last ? 0 : 1)));
      segment(member, from, at, end, last, "0022", price);
      nursingVisits(member, at, end);
      at = end + 1;
    }
  }

  private void segment(
      Member member, int admitted, int from, int end, int last, String revenue, long price) {
    ClaimDraft claim = care.claim;
    claim.admitted = admitted;
    claim.discharged = end == last ? last : -1;
    claim.dischargeStatus = end == last ? (last >= member.deathDay ? "20" : "01") : "30";
    int line = claim.line(from, "", revenue, "", null, price);
    claim.lastDay[line] = end;
    claim.units[line] = Math.max(1, end - from);
    claim.line(from, "", "0420", "", null, 0);
    claim.line(from, "", "0430", "", null, 0);
    claim.through = end;
    care.flow.submit(member, claim);
  }

  private static int monthEnd(int day) {
    java.time.LocalDate date = java.time.LocalDate.ofEpochDay(day);
    return day + date.lengthOfMonth() - date.getDayOfMonth();
  }

  private void nursingVisits(Member member, int from, int end) {
    Practice group = member.community.shared(Practice.Kind.HOSPITALISTS);
    Clinician by = Care.any(group, care.draw);
    int day = from + 1;
    while (day <= end) {
      care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, group.tin);
      care.reason(member, day, .9);
      care.service(member, "SNF_VISIT", day, "31", by);
      care.flow.submit(member, care.claim);
      day += 5 + care.draw.below(6);
    }
  }

  /** A home-health period of about 30 days. */
  void homeHealth(Member member, int from, int horizon) {
    Draw draw = care.draw;
    int periods = 1 + draw.geometric(.55);
    Facility agency = member.community.homeHealth;
    int at = from;
    for (int n = 0; n < periods && at < Math.min(horizon, care.timeline.endDay()); n++) {
      int last = Math.min(Math.min(at + 29, horizon), member.deathDay);
      if (last < at || !member.covered(at)) {
        return;
      }
      care.claim.start(ClaimDraft.Form.POST_ACUTE, at, last, agency.tin).at(agency, "329");
      care.reason(member, at, .95);
      care.conditions(member, .6);
      double level = member.lob == Lob.MEDICARE ? 195_000 : 120_000;
      int visits = 3 + draw.poisson(4);
      long price = StrictMath.round(draw.lognormal(level, .22));
      for (int v = 0; v < visits; v++) {
        int day = Math.min(last, at + v * 4);
        Codes.Service service = care.codes.service(draw, "HOME_HEALTH", member.lob);
        care.claim.line(day, service.code(), service.revenue(), "", null, v == 0 ? price : 0);
      }
      care.claim.through = last;
      care.flow.submit(member, care.claim);
      at += 30;
    }
  }
}
