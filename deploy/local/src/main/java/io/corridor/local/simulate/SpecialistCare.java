package io.corridor.local.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Visits to specialists, behavioural care and therapy (population.md sections 2 and 3). */
final class SpecialistCare {
  private static final Map<Lob, Codes.Weighted<String>> SPECIALTIES = new EnumMap<>(Lob.class);

  static {
    for (Lob lob : Lob.values()) {
      Codes.Weighted<String> weighted = new Codes.Weighted<>();
      for (CodeTable.Row row : CodeTable.read("specialties.csv")) {
        weighted.add(row.text("code"), row.number(lob.name().toLowerCase(Locale.ROOT)));
      }
      SPECIALTIES.put(lob, weighted);
    }
  }

  private final Care care;

  SpecialistCare(Care care) {
    this.care = care;
  }

  void month(Member member, int month) {
    Draw draw = care.draw.at(member.index, Domain.SPECIALIST, month);
    int lob = member.lob.ordinal();
    int age = member.age(care.timeline.firstDay(month));
    double frailty = care.frail(member, month);
    double need =
        Care.intensity(member)
            * (.2 + .8 * frailty)
            * member.seeks
            * member.burden
            * Math.min(6, care.terminal(member, month))
            * care.timeline.officeIndex(month);
    double byAge =
        member.lob == Lob.MEDICARE ? 1.2 : age < 18 ? member.lob == Lob.MEDICAID ? 1.9 : .8 : 1.5;
    double seen = member.noSource ? .35 : 1;
    int visits = draw.poisson(Rates.SPECIALIST_VISITS[lob] / 12 * need * byAge * seen);
    for (int n = 0; n < visits; n++) {
      visit(member, month, care.timeline.pickDay(draw, month, Timeline.Week.OFFICE));
    }
    behavioral(member, month);
    if (draw.chance(Rates.THERAPY_VISITS[lob] / 12 / 5 * need)) {
      therapy(member, month);
    }
  }

  private void visit(Member member, int month, int day) {
    Draw draw = care.draw;
    Codes.Weighted<String> weighted = SPECIALTIES.get(member.lob);
    if (weighted == null || !care.free(day)) {
      return;
    }
    String specialty = weighted.pick(draw);
    if (specialty.equals("34") && !member.female && draw.chance(.3)) {
      specialty = "06";
    }
    if (specialty.equals("16") && !member.female) {
      specialty = "20";
    }
    List<Clinician> choice =
        member.community.specialists.getOrDefault(specialty, new ArrayList<>());
    if (choice.isEmpty()) {
      return;
    }
    // A member stays with the specialist seen first.
    Clinician clinician =
        choice.get(Math.floorMod(member.index * 31 + specialty.hashCode(), choice.size()));
    Practice practice = clinician.mainPractice(day);
    if (practice == null) {
      return;
    }
    care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, practice.tin);
    Clinician own = member.clinician(month);
    // Who has a clinician of their own is sent by them.
    care.claim.referring = own == null || member.noSource ? "" : own.npi;
    String group = "SP_" + specialty;
    if (care.codes.hasDiagnoses(group) && draw.chance(.6)) {
      care.claim.diagnosis(care.codes.diagnosis(draw, group));
    } else {
      care.reason(member, day, .8);
    }
    care.conditions(member, .16);
    boolean eyes = specialty.equals("18");
    if (!eyes || draw.chance(.35)) {
      care.service(member, draw.chance(.2) ? "OFFICE_NEW" : "OFFICE_EST", day, "11", clinician);
    } else {
      care.service(member, "EYE", day, "11", clinician);
    }
    int extra = draw.poisson(eyes ? 1.0 : .75);
    for (int n = 0; n < extra; n++) {
      care.service(member, procedures(specialty), day, "11", clinician);
    }
    care.flow.submit(member, care.claim);
  }

  private static String procedures(String specialty) {
    return switch (specialty) {
      case "06" -> "CARDIO";
      case "07" -> "DERM";
      case "18" -> "EYE";
      case "20" -> "ORTHO";
      case "83" -> "ONCOLOGY";
      case "26" -> "BEHAVIORAL";
      default -> "SPECIALTY";
    };
  }

  private void behavioral(Member member, int month) {
    Draw draw = care.draw;
    double need =
        (member.has(Condition.DEPRESSION) ? 3.0 : .35)
            + (member.has(Condition.SERIOUS_MENTAL) ? 5 : 0)
            + (member.has(Condition.SUBSTANCE_USE) ? 3.5 : 0);
    int visits =
        draw.poisson(Rates.BEHAVIORAL_VISITS[member.lob.ordinal()] / 12 * need * member.seeks);
    Practice practice = member.community.shared(Practice.Kind.BEHAVIORAL);
    for (int n = 0; n < visits; n++) {
      int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
      if (!care.free(day)) {
        continue;
      }
      care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, practice.tin);
      Condition reason =
          member.has(Condition.SERIOUS_MENTAL) && draw.chance(.6)
              ? Condition.SERIOUS_MENTAL
              : member.has(Condition.SUBSTANCE_USE) && draw.chance(.5)
                  ? Condition.SUBSTANCE_USE
                  : Condition.DEPRESSION;
      care.claim.diagnosis(member.has(reason) ? care.codes.diagnosis(draw, reason.name()) : "F411");
      care.service(member, "BEHAVIORAL", day, "11", Care.any(practice, draw));
      care.flow.submit(member, care.claim);
    }
  }

  private void therapy(Member member, int month) {
    Draw draw = care.draw;
    Practice practice = member.community.shared(Practice.Kind.THERAPY);
    int sessions = 2 + draw.poisson(4);
    int day = care.timeline.pickDay(draw, month, Timeline.Week.OFFICE);
    String reason = care.codes.diagnosis(draw, "THERAPY");
    for (int n = 0; n < sessions; n++) {
      if (care.free(day) && day < care.timeline.endDay()) {
        care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, practice.tin);
        care.claim.diagnosis(reason);
        Clinician by = Care.any(practice, draw);
        int lines = 2 + draw.below(2);
        for (int l = 0; l < lines; l++) {
          care.service(member, "THERAPY", day, "11", by);
        }
        care.flow.submit(member, care.claim);
      }
      day = Timeline.workingDay(day + 3 + draw.below(4));
    }
  }
}
