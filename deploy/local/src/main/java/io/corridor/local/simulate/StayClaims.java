package io.corridor.local.simulate;

/** Claims of a stay: the hospital's, and those of the clinicians. */
final class StayClaims {
  private final Care care;

  StayClaims(Care care) {
    this.care = care;
  }

  void write(Member member, StayEvent stay) {
    hospital(member, stay);
    if (stay.emergency()) {
      emergencyClinician(member, stay.admit(), stay.kind().diagnosis());
    }
    visits(member, stay);
    boolean delivery = stay.kind().kind().equals("MATERNITY");
    if (stay.kind().kind().equals("SURGICAL") || delivery) {
      surgery(member, stay, delivery ? "DELIVERY" : "SURGEON");
    }
  }

  private void hospital(Member member, StayEvent stay) {
    Draw draw = care.draw;
    ClaimDraft claim =
        care.claim.start(
            ClaimDraft.Form.INPATIENT, stay.admit(), stay.discharge(), stay.hospital().tin);
    claim.at(stay.hospital(), "111");
    claim.admitted = stay.admit();
    claim.discharged = stay.discharge();
    claim.dischargeStatus = stay.status();
    claim.drg = stay.kind().drg();
    claim.procedure = stay.kind().procedure();
    claim.admissionType = stay.emergency() ? "1" : "3";
    claim.admissionSource = stay.emergency() ? "1" : "2";
    claim.diagnosis(stay.kind().diagnosis());
    care.conditions(member, .8);
    double level = Rates.STAY_PRICE[member.lob.ordinal()];
    double sigma = .38;
    long price =
        StrictMath.round(
            level
                * stay.kind().price()
                * StrictMath.exp(sigma * draw.normal() - sigma * sigma / 2));
    if (draw.chance(member.lob == Lob.MEDICARE ? .05 : .12) && stay.kind().price() > .6) {
      // Outlier stays have a Pareto tail.
      price = StrictMath.round(price * Math.min(20, StrictMath.pow(draw.uniform(), -1 / 1.9)));
    }
    boolean psychiatric = stay.kind().kind().equals("MENTAL");
    int days = Math.max(1, stay.discharge() - stay.admit());
    int room = claim.line(stay.admit(), "", psychiatric ? "0124" : "0120", "", null, price);
    claim.units[room] = days;
    claim.lastDay[room] = stay.discharge();
    if (stay.emergency()) {
      claim.line(stay.admit(), "99285", "0450", "", null, 0);
    }
    String[] ancillaries = {"0250", "0300", "0270", "0320", "0730", "0410", "0420", "0636"};
    int ancillary = 1 + draw.negativeBinomial(5, 3);
    for (int n = 0; n < Math.min(ancillary, ancillaries.length); n++) {
      claim.line(stay.admit(), "", ancillaries[n], "", null, 0);
    }
    if (!stay.kind().procedure().isEmpty()) {
      claim.line(stay.admit(), "", "0360", "", null, 0);
    }
    claim.through = stay.discharge();
    care.flow.submit(member, claim);
  }

  /** The emergency physician's claim. */
  void emergencyClinician(Member member, int day, String diagnosis) {
    Practice group = member.community.shared(Practice.Kind.EMERGENCY_GROUP);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, group.tin);
    care.claim.diagnosis(diagnosis);
    care.conditions(member, .2);
    care.service(member, "ED_CLINICIAN", day, "23", Care.any(group, care.draw));
    care.flow.submit(member, care.claim);
  }

  /** Daily visits by the hospitalists, one claim, and a consultant on longer stays. */
  private void visits(Member member, StayEvent stay) {
    Draw draw = care.draw;
    Practice group = member.community.shared(Practice.Kind.HOSPITALISTS);
    Clinician by = Care.any(group, draw);
    int days = Math.min(30, stay.discharge() - stay.admit());
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, stay.admit(), stay.admit(), group.tin);
    care.claim.diagnosis(stay.kind().diagnosis());
    care.conditions(member, .5);
    care.service(member, "HOSPITAL_ADMIT", stay.admit(), "21", by);
    for (int d = 1; d < days; d++) {
      if (draw.chance(.9)) {
        care.service(member, "HOSPITAL_VISIT", stay.admit() + d, "21", by);
      }
    }
    if (days > 0) {
      care.service(member, "HOSPITAL_LEAVE", stay.discharge(), "21", by);
    }
    care.flow.submit(member, care.claim);
    if (days >= 3 && draw.chance(.55)) {
      consultant(member, stay, days);
    }
  }

  private void consultant(Member member, StayEvent stay, int days) {
    Draw draw = care.draw;
    Practice group = member.community.shared(Practice.Kind.SURGICAL_GROUP);
    Clinician by = Care.any(group, draw);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, stay.admit() + 1, stay.admit() + 1, group.tin);
    care.claim.diagnosis(stay.kind().diagnosis());
    care.service(member, "HOSPITAL_ADMIT", stay.admit() + 1, "21", by);
    for (int d = 2; d < days; d++) {
      if (draw.chance(.6)) {
        care.service(member, "HOSPITAL_VISIT", stay.admit() + d, "21", by);
      }
    }
    care.flow.submit(member, care.claim);
  }

  private void surgery(Member member, StayEvent stay, String codes) {
    Draw draw = care.draw;
    Practice group = member.community.shared(Practice.Kind.SURGICAL_GROUP);
    int day = Math.min(stay.admit() + draw.below(2), stay.discharge());
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, group.tin);
    care.claim.diagnosis(stay.kind().diagnosis());
    care.service(member, codes, day, "21", Care.any(group, draw));
    care.service(member, "ANESTHESIA", day, "21", Care.any(group, draw));
    care.flow.submit(member, care.claim);
  }
}
