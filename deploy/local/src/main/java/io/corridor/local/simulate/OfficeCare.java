package io.corridor.local.simulate;

import org.jspecify.annotations.Nullable;

/**
 * Primary-care visits, wellness visits and follow-up after a discharge (population.md sections 2
 * and 3).
 */
final class OfficeCare {
  private final Care care;

  OfficeCare(Care care) {
    this.care = care;
  }

  void month(Member member, int month) {
    Draw draw = care.draw.at(member.index, Domain.OFFICE, month);
    int lob = member.lob.ordinal();
    int middle = care.timeline.firstDay(month) + 14;
    double frailty = member.frailty(care.timeline.yearIndex(month));
    double attention = Care.attention(member) / Utilization.ATTENTION_MEAN[lob];
    double rate =
        Rates.PRIMARY_VISITS[lob]
            / 12
            * Utilization.visitAge(member.lob, member.age(middle))
            * attention
            * (.55 + .45 * frailty)
            * member.seeks
            * StrictMath.sqrt(member.burden)
            * member.home(month).visits
            * care.timeline.officeIndex(month)
            * Math.min(2.5, care.terminal(member, month));
    if (member.noSource) {
      rate *= .22;
    }
    int visits = draw.poisson(rate);
    for (int n = 0; n < visits; n++) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
      if (care.free(day)) {
        visit(member, month, day);
      }
    }
    wellness(member, month, middle);
  }

  private void visit(Member member, int month, int day) {
    Draw draw = care.draw;
    Practice home = member.home(month);
    Practice practice = home;
    if (!draw.chance(member.loyalty)) {
      double where = draw.uniform();
      practice =
          where < .3
              ? member.community.shared(Practice.Kind.URGENT_CARE)
              : member.community.homes.get(draw.below(member.community.homes.size()));
    }
    Clinician clinician = clinician(member, month, practice, day);
    if (clinician == null) {
      return;
    }
    begin(practice, day);
    care.reason(member, day, .62);
    care.conditions(member, .30);
    boolean fresh = care.story.lastOffice < day - 1095 && draw.chance(.5);
    line(member, practice, fresh ? "OFFICE_NEW" : "OFFICE_EST", day, clinician);
    int extra = draw.poisson(Rates.EXTRA_LINES[member.lob.ordinal()]);
    for (int n = 0; n < extra; n++) {
      line(member, practice, "WITH_VISIT", day, clinician);
    }
    care.story.lastOffice = day;
    care.flow.submit(member, care.claim);
  }

  /**
   * A follow-up visit after a discharge, at home; transitional care codes where the payer pays
   * them.
   */
  void followUp(Member member, int day, boolean transitional) {
    int month = Math.clamp(care.timeline.monthOf(day), 0, care.timeline.months() - 1);
    Practice home = member.home(month);
    Clinician clinician = clinician(member, month, home, day);
    if (clinician == null) {
      return;
    }
    begin(home, day);
    care.reason(member, day, .8);
    care.conditions(member, .5);
    line(member, home, transitional ? "TCM" : "OFFICE_EST", day, clinician);
    care.story.lastOffice = day;
    care.flow.submit(member, care.claim);
  }

  private void begin(Practice practice, int day) {
    boolean center = practice.kind == Practice.Kind.COMMUNITY_HEALTH_CENTER;
    care.claim.start(
        center ? ClaimDraft.Form.OUTPATIENT : ClaimDraft.Form.PROFESSIONAL, day, day, practice.tin);
    if (center) {
      care.claim.facility = practice.clinicians.get(0).npi;
      care.claim.typeOfBill = "771";
    }
  }

  private void line(Member member, Practice practice, String group, int day, Clinician by) {
    Codes.Service service = care.codes.service(care.draw, group, member.lob);
    long cents = care.price(service, Rates.PROFESSIONAL_PRICE, member);
    boolean center = practice.kind == Practice.Kind.COMMUNITY_HEALTH_CENTER;
    if (!center) {
      String place = practice.kind == Practice.Kind.URGENT_CARE ? "20" : "11";
      care.claim.line(day, service.code(), "", place, by, cents);
      return;
    }
    String code = service.code();
    if (member.lob == Lob.MEDICARE && code.startsWith("992")) {
      code = "G0467";
    } else if (member.lob == Lob.MEDICARE && code.startsWith("G043")) {
      code = "G0468";
    }
    care.claim.line(day, code, "0521", "", by, cents);
  }

  private @Nullable Clinician clinician(Member member, int month, Practice practice, int day) {
    Clinician usual = member.clinician(month);
    if (usual != null
        && practice == member.home(month)
        && care.draw.chance(.68)
        && usual.worksAt(practice, day)) {
      return usual;
    }
    return practice.pick(care.draw, day, 1, 1.25);
  }

  private void wellness(Member member, int month, int middle) {
    Draw draw = care.draw;
    int age = member.age(middle);
    int lob = member.lob.ordinal();
    double yearly;
    String group;
    if (age < 2) {
      yearly = member.lob == Lob.MEDICAID ? 5.0 : 6.2;
      group = "WELL_INFANT";
    } else if (age < 19) {
      yearly = Rates.CHILD_WELLNESS[lob] * (age < 4 ? 1.6 : 1);
      group = age < 5 ? "WELL_TODDLER" : age < 12 ? "WELL_CHILD" : "WELL_TEEN";
    } else {
      yearly = Rates.WELLNESS[lob] * (.5 + member.prevention);
      group = member.lob == Lob.MEDICARE ? "WELL_MEDICARE" : "WELL_ADULT";
    }
    if (member.noSource) {
      yearly *= .1;
    }
    double chance = yearly / 12 * care.timeline.officeIndex(month) * member.seeks;
    if (!draw.chance(chance)) {
      return;
    }
    int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
    Practice home = member.home(month);
    Clinician clinician = clinician(member, month, home, day);
    if (!care.free(day) || clinician == null) {
      return;
    }
    begin(home, day);
    care.claim.diagnosis(care.codes.diagnosis(draw, age < 19 ? "WELL_CHILD" : "WELL_ADULT"));
    care.conditions(member, .55);
    line(member, home, group, day, clinician);
    int extra = draw.poisson(age < 19 ? 1.1 : .8);
    for (int n = 0; n < extra; n++) {
      line(member, home, "WITH_VISIT", day, clinician);
    }
    care.story.lastOffice = day;
    care.flow.submit(member, care.claim);
  }
}
