package io.corridor.local.simulate;

/** Drugs: regular regimens by condition, and short courses (population.md sections 3 and 4). */
final class PharmacyCare {
  private final Care care;

  PharmacyCare(Care care) {
    this.care = care;
  }

  /** Sets up the regular drugs of a member. */
  void begin(Member member) {
    Draw draw = care.draw.at(member.index, Domain.PHARMACY, -1);
    for (Condition condition : Condition.values()) {
      if (!member.has(condition)) {
        continue;
      }
      String group =
          switch (condition) {
            case SPECIALTY_DRUG -> "SPECIALTY";
            case ACTIVE_CANCER -> "CANCER";
            default -> condition.name();
          };
      if (!care.codes.hasDrugs(group)) {
        continue;
      }
      int count =
          condition == Condition.HYPERTENSION || condition == Condition.DIABETES
              ? 1 + draw.below(2)
              : 1;
      for (int n = 0; n < count; n++) {
        if (draw.chance(.88)) {
          add(member, group, condition == Condition.SPECIALTY_DRUG);
        }
      }
    }
    double frailty = member.frailty(0);
    int other =
        draw.poisson(
            Rates.CHRONIC_DRUGS[member.lob.ordinal()]
                * (.4 + .6 * frailty)
                * (member.age(care.timeline.startDay()) < 18 ? .35 : 1));
    for (int n = 0; n < Math.min(other, 8); n++) {
      add(member, "CHRONIC_OTHER", false);
    }
  }

  private void add(Member member, String group, boolean specialty) {
    Draw draw = care.draw;
    Codes.Drug drug = care.codes.drug(draw, group, member.lob);
    double price =
        drug.cents()
            * Rates.DRUG_PRICE[member.lob.ordinal()]
            * StrictMath.exp(.35 * draw.normal() - .06);
    boolean ninety = !specialty && draw.chance(member.lob == Lob.MEDICAID ? .12 : .38);
    care.story.regimens.add(
        new Story.Regimen(
            drug, Math.max(100, StrictMath.round(price)), ninety ? 90 : 30, specialty));
    care.story.nextFill.add(care.timeline.startDay() + draw.below(ninety ? 90 : 30));
  }

  void month(Member member, int month) {
    Draw draw = care.draw.at(member.index, Domain.PHARMACY, month);
    int last = care.timeline.lastDay(month);
    for (int i = 0; i < care.story.regimens.size(); i++) {
      Story.Regimen regimen = care.story.regimens.get(i);
      int day = care.story.nextFill.get(i);
      while (day <= last) {
        if (care.free(day) && draw.chance(member.seeks < 1 ? .12 : .9)) {
          fill(
              member,
              day,
              regimen.drug(),
              regimen.daysSupply(),
              regimen.monthlyCents() * regimen.daysSupply() / 30);
        }
        // Refills come a little late, sometimes much.
        day += regimen.daysSupply() + (int) draw.lognormal(2.2, 1.1);
      }
      care.story.nextFill.set(i, day);
    }
    double frailty = member.frailty(care.timeline.yearIndex(month));
    int acute =
        draw.poisson(
            Rates.ACUTE_FILLS[member.lob.ordinal()]
                * (member.seeks < 1 ? .2 : 1)
                / 12
                * (.5 + .5 * frailty)
                * care.timeline.medicalIndex(month));
    for (int n = 0; n < acute; n++) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
      Codes.Drug drug = care.codes.drug(draw, "ACUTE", member.lob);
      fill(
          member,
          day,
          drug,
          5 + draw.below(10),
          StrictMath.round(draw.lognormal(drug.cents(), .3)));
    }
  }

  private void fill(Member member, int day, Codes.Drug drug, int daysSupply, long cents) {
    Practice pharmacy = member.community.shared(Practice.Kind.PHARMACY);
    care.claim.start(ClaimDraft.Form.PHARMACY, day, day, pharmacy.tin);
    int line = care.claim.line(day, "", "", "", null, Math.max(100, cents));
    care.claim.ndc[line] = drug.ndc();
    care.claim.daysSupply[line] = daysSupply;
    care.claim.units[line] = drug.units() * daysSupply;
    care.claim.place[line] = "01";
    care.flow.submit(member, care.claim);
  }
}
