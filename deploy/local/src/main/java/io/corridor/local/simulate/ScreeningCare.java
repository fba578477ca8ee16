package io.corridor.local.simulate;

/**
 * Mammography and colorectal screening with their history and exclusions (population.md section 5,
 * domain.md 3.3).
 */
final class ScreeningCare {
  private final Care care;

  ScreeningCare(Care care) {
    this.care = care;
  }

  /** Screening before the simulated period, told in the first load when it was covered. */
  void history(Member member) {
    Draw draw = care.draw.at(member.index, Domain.HISTORY, 0);
    int start = care.timeline.startDay();
    int age = member.age(start);
    if (member.female && age >= 41) {
      if (draw.chance(member.has(Condition.CANCER_BREAST) ? .28 : .003)) {
        care.story.noBreastScreening = true;
        mastectomy(member, start - 200 - draw.below(1500));
      } else if (screened(member, age, Rates.MAMMOGRAPHY, draw, 50)) {
        int day = Timeline.workingDay(start - 15 - draw.below(690));
        care.story.lastMammogram = day;
        mammogram(member, day, true);
      }
    }
    if (age >= 45) {
      if (member.has(Condition.CANCER_COLON) || draw.chance(.002)) {
        care.story.noColonScreening = true;
        colectomy(member, start - 200 - draw.below(1500));
      } else if (screened(member, age, Rates.COLORECTAL, draw, 48)) {
        if (draw.chance(.74)) {
          int day = Timeline.workingDay(start - 30 - draw.below(3200));
          care.story.lastColonoscopy = day;
          colonoscopy(member, day, true);
        } else {
          int day = Timeline.workingDay(start - 30 - draw.below(300));
          care.story.lastStoolTest = day;
          stoolTest(member, day, true);
        }
      }
    }
  }

  private static boolean screened(
      Member member, int age, double[] rates, Draw draw, int usualFrom) {
    double rate = rates[member.lob.ordinal()];
    double years = Math.clamp((age - usualFrom) / 4.0 + .25, .1, 1);
    double access = member.seeks < 1 ? .2 : member.noSource ? .4 : 1.15;
    // Prevention-minded members are screened; the mean over uniform prevention is about the rate.
    return draw.chance(Math.min(.97, rate * years * access * (.55 + .9 * member.prevention)));
  }

  void month(Member member, int month) {
    Draw draw = care.draw.at(member.index, Domain.SCREENING, month);
    int day = care.timeline.pickDay(draw, month, Timeline.Week.LAB);
    int age = member.age(day);
    double access = member.seeks < 1 ? .1 : member.noSource ? .3 : 1.1;
    int lob = member.lob.ordinal();
    if (member.female && age >= 41 && age <= 76 && !care.story.noBreastScreening) {
      double due = day - (double) care.story.lastMammogram > 350 ? 1 : 0;
      double rate = due * Rates.MAMMOGRAPHY[lob] * (.3 + 1.1 * member.prevention) * access * .075;
      if (draw.chance(rate) && care.free(day)) {
        care.story.lastMammogram = day;
        mammogram(member, day, false);
      }
    }
    if (age >= 45 && age <= 78 && !care.story.noColonScreening) {
      boolean current =
          day - (double) care.story.lastColonoscopy < 3300
              || day - (double) care.story.lastStoolTest < 350;
      double rate =
          current ? 0 : Rates.COLORECTAL[lob] * (.2 + 1.2 * member.prevention) * access * .024;
      if (draw.chance(rate) && care.free(day)) {
        if (draw.chance(.45)) {
          care.story.lastColonoscopy = day;
          colonoscopy(member, day, false);
        } else {
          care.story.lastStoolTest = day;
          stoolTest(member, day, false);
        }
      }
    }
  }

  private void mammogram(Member member, int day, boolean history) {
    Practice imaging = member.community.shared(Practice.Kind.IMAGING);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, imaging.tin);
    care.claim.diagnosis("Z1231");
    Clinician by = Care.any(imaging, care.draw);
    price(member, day, "77067", 13_500, by, "11");
    price(member, day, "77063", 5_500, by, "11");
    send(member, history);
  }

  private void colonoscopy(Member member, int day, boolean history) {
    Facility place = member.community.hospitals[member.zip % 3];
    String code =
        member.lob == Lob.MEDICARE
            ? care.draw.chance(.5) ? "G0121" : "45385"
            : care.draw.chance(.5) ? "45378" : "45385";
    care.claim.start(ClaimDraft.Form.OUTPATIENT, day, day, place.tin).at(place, "131");
    care.claim.diagnosis(care.codes.diagnosis(care.draw, "SCREEN_COLON"));
    long facility =
        StrictMath.round(
            95_000
                * Rates.FACILITY_PRICE[member.lob.ordinal()]
                * StrictMath.exp(.15 * care.draw.normal()));
    care.claim.line(day, code, "0750", "", null, facility);
    send(member, history);
    Practice surgeons = member.community.shared(Practice.Kind.SURGICAL_GROUP);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, surgeons.tin);
    care.claim.diagnosis("Z1211");
    price(member, day, code, 24_000, Care.any(surgeons, care.draw), "22");
    send(member, history);
  }

  private void stoolTest(Member member, int day, boolean history) {
    Practice laboratory = member.community.shared(Practice.Kind.LABORATORY);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, laboratory.tin);
    care.claim.diagnosis("Z1211");
    boolean dna = care.draw.chance(.35);
    price(
        member,
        day,
        dna ? "81528" : "82274",
        dna ? 50_000 : 1_800,
        laboratory.clinicians.get(0),
        "81");
    send(member, history);
  }

  private void mastectomy(Member member, int day) {
    Practice surgeons = member.community.shared(Practice.Kind.SURGICAL_GROUP);
    boolean both = care.draw.chance(.55);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, surgeons.tin);
    care.claim.diagnosis("C50912");
    care.claim.diagnosis(both ? "Z9013" : care.draw.chance(.5) ? "Z9012" : "Z9011");
    price(member, day, "19303", 110_000, Care.any(surgeons, care.draw), "21");
    care.claim.modifier[0] = both ? "50" : "LT";
    send(member, true);
    care.story.noBreastScreening = both;
  }

  private void colectomy(Member member, int day) {
    Practice surgeons = member.community.shared(Practice.Kind.SURGICAL_GROUP);
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, surgeons.tin);
    care.claim.diagnosis("Z85038");
    price(
        member,
        day,
        care.draw.chance(.3) ? "44150" : "44140",
        150_000,
        Care.any(surgeons, care.draw),
        "21");
    send(member, true);
  }

  private void price(Member member, int day, String code, int cents, Clinician by, String place) {
    double level = Rates.PROFESSIONAL_PRICE[member.lob.ordinal()];
    long allowed = StrictMath.round(cents * level * StrictMath.exp(.1 * care.draw.normal()));
    care.claim.line(day, code, "", place, by, allowed);
  }

  private void send(Member member, boolean history) {
    if (history) {
      care.flow.submitHistory(member, care.claim);
    } else {
      care.flow.submit(member, care.claim);
    }
  }
}
