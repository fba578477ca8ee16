package io.corridor.local.simulate;

/** Laboratory, imaging, hospital outpatient procedures, infused drugs and equipment. */
final class OutpatientCare {
  private final Care care;

  OutpatientCare(Care care) {
    this.care = care;
  }

  void month(Member member, int month) {
    Draw draw = care.draw.at(member.index, Domain.DIAGNOSTICS, month);
    int lob = member.lob.ordinal();
    int age = member.age(care.timeline.firstDay(month));
    double frailty = care.frail(member, month);
    double need =
        Care.intensity(member)
            * (.15 + .85 * frailty)
            * member.seeks
            * member.burden
            * Math.min(6, care.terminal(member, month))
            * (member.lob == Lob.MEDICARE
                ? 1.2
                : age < 18 ? member.lob == Lob.MEDICAID ? 2.0 : .8 : 1.5)
            * (member.noSource ? .5 : 1);
    int orders = draw.poisson(Rates.LAB_ORDERS[lob] / 12 * need);
    for (int n = 0; n < orders; n++) {
      laboratory(member, month);
    }
    imaging(member, month, "CT", draw.poisson(Rates.CT[lob] / 12 * need), .62);
    imaging(member, month, "MRI", draw.poisson(Rates.MRI[lob] / 12 * need), .55);
    imaging(member, month, "PLAIN", draw.poisson(Rates.PLAIN_IMAGING[lob] / 12 * need), .45);
    double outpatient = need * member.home(month).outpatient;
    draw.at(member.index, Domain.OUTPATIENT, month);
    if (draw.chance(
        Rates.OUTPATIENT_PROCEDURES[lob] / 12 * need * care.timeline.electiveIndex(month))) {
      procedure(member, month);
    }
    int clinic = draw.poisson(Rates.OUTPATIENT_CLINIC[lob] / 12 * outpatient);
    for (int n = 0; n < clinic; n++) {
      clinic(member, month);
    }
    int drugs = draw.poisson(Rates.PART_B_DRUGS[lob] / 12 * need);
    for (int n = 0; n < drugs; n++) {
      drug(member, month);
    }
    if (member.has(Condition.INFUSED_DRUG) && draw.chance(.8)) {
      infusion(member, month);
    }
    if (draw.chance(Rates.EQUIPMENT[lob] / 12 * need)) {
      equipment(member, month);
    }
  }

  private void laboratory(Member member, int month) {
    Draw draw = care.draw;
    int day = care.timeline.pickDay(draw, month, Timeline.Week.LAB);
    if (!care.free(day)) {
      return;
    }
    int tests = 1 + draw.poisson(Rates.LAB_TESTS[member.lob.ordinal()] - 1);
    if (draw.chance(.25)) {
      Facility hospital = member.community.hospitals[member.zip % 3];
      care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day, hospital.tin).at(hospital, "141");
      care.reason(member, day, .8);
      for (int n = 0; n < tests; n++) {
        care.facilityService(member, "OPD_LAB", day);
      }
    } else {
      Practice laboratory = member.community.shared(Practice.Kind.LABORATORY);
      care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, laboratory.tin);
      care.reason(member, day, .8);
      for (int n = 0; n < tests; n++) {
        care.service(member, "LAB", day, "81", laboratory.clinicians.get(0));
      }
    }
    care.flow.submit(member, care.claim);
  }

  /** Imaging: at a hospital there is a facility claim and a professional reading. */
  private void imaging(Member member, int month, String group, int count, double hospitalShare) {
    Draw draw = care.draw;
    for (int n = 0; n < count; n++) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.LAB);
      if (!care.free(day)) {
        continue;
      }
      Codes.Service service = care.codes.service(draw, group, member.lob);
      Practice readers = member.community.shared(Practice.Kind.IMAGING);
      boolean hospital = draw.chance(hospitalShare);
      care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, readers.tin);
      care.reason(member, day, .5);
      String diagnosis = care.claim.diagnoses[0];
      long price = care.price(service, Rates.PROFESSIONAL_PRICE, member);
      int line =
          care.claim.line(
              day,
              service.code(),
              "",
              hospital ? "22" : "11",
              Care.any(readers, draw),
              hospital ? Math.max(1, price * 3 / 10) : price);
      care.claim.modifier[line] = hospital ? "26" : "";
      care.flow.submit(member, care.claim);
      if (hospital) {
        Facility place = member.community.hospitals[member.zip % 3];
        care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day, place.tin).at(place, "131");
        care.claim.diagnosis(diagnosis);
        long technical = care.price(service, Rates.FACILITY_PRICE, member);
        care.claim.line(day, service.code(), service.revenue(), "", null, technical);
        care.flow.submit(member, care.claim);
      }
    }
  }

  private void procedure(Member member, int month) {
    Draw draw = care.draw;
    int day = care.timeline.pickDay(draw, month, Timeline.Week.ELECTIVE);
    if (!care.free(day)) {
      return;
    }
    Codes.Service service = care.codes.service(draw, "OPD_PROCEDURE", member.lob);
    Facility place = member.community.hospitals[member.zip % 3];
    care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day, place.tin).at(place, "131");
    care.reason(member, day, .5);
    String diagnosis = care.claim.diagnoses[0];
    long price = care.price(service, Rates.FACILITY_PRICE, member);
    care.claim.line(day, service.code(), service.revenue(), "", null, price);
    int extra = 2 + draw.poisson(3);
    for (int n = 0; n < extra; n++) {
      care.claim.line(day, "", n % 2 == 0 ? "0250" : "0270", "", null, 0);
    }
    care.flow.submit(member, care.claim);
    Practice surgeons = member.community.shared(Practice.Kind.SURGICAL_GROUP);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, surgeons.tin);
    care.claim.diagnosis(diagnosis);
    long fee =
        StrictMath.round(
            price
                * .17
                / Rates.FACILITY_PRICE[member.lob.ordinal()]
                * Rates.PROFESSIONAL_PRICE[member.lob.ordinal()]);
    care.claim.line(day, service.code(), "", "22", Care.any(surgeons, draw), fee);
    care.service(member, "ANESTHESIA", day, "22", Care.any(surgeons, draw));
    care.flow.submit(member, care.claim);
  }

  private void clinic(Member member, int month) {
    Draw draw = care.draw;
    int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
    if (!care.free(day)) {
      return;
    }
    Facility place = member.community.hospitals[member.zip % 3];
    care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day, place.tin).at(place, "131");
    care.reason(member, day, .8);
    double what = draw.uniform();
    if (what < .35) {
      int lines = 2 + draw.below(3);
      for (int n = 0; n < lines; n++) {
        care.facilityService(member, "OPD_THERAPY", day);
      }
    } else if (what < .75) {
      care.facilityService(member, "OPD_IMAGING", day);
    } else {
      care.facilityService(member, "OPD_CLINIC", day);
      int lines = draw.poisson(1.5);
      for (int n = 0; n < lines; n++) {
        care.facilityService(member, "OPD_LAB", day);
      }
    }
    care.flow.submit(member, care.claim);
  }

  private void drug(Member member, int month) {
    Draw draw = care.draw;
    int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
    Practice practice = member.home(month);
    Clinician by = practice.pick(draw, day, 1, .3);
    if (by == null || !care.free(day)) {
      return;
    }
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, practice.tin);
    care.reason(member, day, .9);
    care.service(member, "PART_B_DRUG", day, "11", by);
    Codes.Service injection = care.codes.serviceByCode("96372");
    care.claim.line(
        day,
        injection.code(),
        "",
        "11",
        by,
        care.price(injection, Rates.PROFESSIONAL_PRICE, member));
    care.flow.submit(member, care.claim);
  }

  /** A regular infusion or injection of a costly drug, at a practice or a hospital. */
  private void infusion(Member member, int month) {
    Draw draw = care.draw;
    int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
    if (!care.free(day)) {
      return;
    }
    // A member stays on one drug.
    Draw lasting = care.once.at(member.index, Domain.OUTPATIENT, -1);
    Codes.Service drug = care.codes.service(lasting, "INFUSION", member.lob);
    boolean hospital = lasting.chance(.45);
    double[] level = hospital ? Rates.FACILITY_PRICE : Rates.PROFESSIONAL_PRICE;
    long price = care.price(drug, level, member);
    if (hospital) {
      Facility place = member.community.hospitals[0];
      care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day, place.tin).at(place, "131");
      care.reason(member, day, .95);
      care.claim.line(day, drug.code(), drug.revenue(), "", null, price);
      care.facilityService(member, "OPD_CHEMO", day);
    } else {
      Practice practice = member.home(month);
      Clinician by = practice.pick(draw, day, 1, .3);
      if (by == null) {
        return;
      }
      care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, practice.tin);
      care.reason(member, day, .95);
      care.claim.line(day, drug.code(), "", "11", by, price);
      care.service(member, "ONCOLOGY", day, "11", by);
    }
    care.flow.submit(member, care.claim);
  }

  private void equipment(Member member, int month) {
    Draw draw = care.draw;
    int day = care.timeline.pickDay(draw, month, Timeline.Week.ANY);
    Practice supplier = member.community.shared(Practice.Kind.EQUIPMENT);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, supplier.tin);
    care.reason(member, day, .95);
    int lines = 1 + draw.below(2);
    for (int n = 0; n < lines; n++) {
      care.service(member, "DME", day, "12", supplier.clinicians.get(0));
    }
    care.flow.submit(member, care.claim);
  }
}
