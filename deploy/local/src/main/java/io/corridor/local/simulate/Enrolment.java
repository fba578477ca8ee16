package io.corridor.local.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a member is covered, and which clinician is on file (population.md section 1). */
final class Enrolment {
  private static final double[] LEAVE = {.0020, .022, .015};
  private static final double[] JANUARY_SHARE = {.85, .20, .35};
  private static final double[] RETURN = {.05, .36, .10};
  private static final double[] RETRO_ADDED = {.004, .06, .02};
  private static final double[] RETRO_ENDED = {.005, .025, .03};

  private final Timeline timeline;

  Enrolment(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Sets the coverage spans. */
  void enrol(Member member, Draw draw) {
    int lob = member.lob.ordinal();
    draw.at(member.index, Domain.ENROLMENT, -1);
    double yearlyRate = LEAVE[lob] * 12;
    boolean present = draw.chance(1 / (1 + yearlyRate * timeline.months() / 12));
    int month = present ? 0 : arrivalMonth(lob, draw);
    int from = present ? startedBefore(member, draw) : timeline.firstDay(month);
    if (from <= member.birthDay) {
      from = member.birthDay;
    }
    List<Member.Span> spans = new ArrayList<>();
    boolean managedCare = false;
    int guard = 0;
    while (month < timeline.months() && from <= member.deathDay && guard++ < 20) {
      int announced = present && spans.isEmpty() ? -1 : announcedAfter(member, draw);
      int end = -1;
      int next = month;
      while (next < timeline.months() && end < 0) {
        draw.at(member.index, Domain.ENROLMENT, next);
        boolean january = timeline.calendarMonth(next) == 12;
        double share = JANUARY_SHARE[lob];
        double rate = LEAVE[lob] * 12 * (january ? share : (1 - share) / 11);
        if (draw.chance(rate)) {
          end = timeline.lastDay(next);
        }
        next++;
      }
      int ended = endedAfter(member, draw);
      if (end < 0 || end >= member.deathDay) {
        int last = member.deathDay == Integer.MAX_VALUE ? Integer.MAX_VALUE : member.deathDay;
        int known =
            last == Integer.MAX_VALUE ? 0 : Math.max(1, member.deathKnownDay - member.deathDay);
        spans.add(new Member.Span(from, last, managedCare, announced, known));
        break;
      }
      spans.add(new Member.Span(from, end, managedCare, announced, ended));
      boolean toManagedCare = member.lob == Lob.MEDICARE && !managedCare && draw.chance(.6);
      if (toManagedCare || managedCare) {
        managedCare = toManagedCare;
        month = next;
      } else if (draw.chance(RETURN[lob])) {
        month = next + 1 + draw.below(11);
      } else {
        break;
      }
      if (month < timeline.months()) {
        from = timeline.firstDay(month);
      }
    }
    member.spans = spans.toArray(new Member.Span[0]);
  }

  private int arrivalMonth(int lob, Draw draw) {
    if (timeline.months() == 1) {
      return 0;
    }
    int month = 1 + draw.below(timeline.months() - 1);
    if (draw.chance(JANUARY_SHARE[lob])) {
      int january = month - Math.floorMod(timeline.calendarMonth(month) - 1, 12);
      return january > 0 ? january : january + 12 < timeline.months() ? january + 12 : month;
    }
    return month;
  }

  private int startedBefore(Member member, Draw draw) {
    int start = timeline.startDay();
    int day =
        switch (member.lob) {
          case MEDICARE ->
              member.age(start) >= 65 ? birthday65(member) : start - 60 - draw.below(2500);
          case MEDICAID -> start - 15 - (int) draw.gamma(1.2, 700);
          case COMMERCIAL -> start - 15 - (int) draw.gamma(1.2, 1300);
        };
    LocalDate first = LocalDate.ofEpochDay(Math.min(day, start - 1)).withDayOfMonth(1);
    return (int) first.toEpochDay();
  }

  private static int birthday65(Member member) {
    return (int) LocalDate.ofEpochDay(member.birthDay).plusYears(65).toEpochDay();
  }

  /** Days from the first day of a span to the day it is told; negative is ahead of time. */
  private static int announcedAfter(Member member, Draw draw) {
    if (draw.chance(RETRO_ADDED[member.lob.ordinal()])) {
      double depth = draw.uniform();
      return 30 * (depth < .6 ? 1 : depth < .85 ? 2 : 3) + draw.below(20);
    }
    return draw.below(14) - 9;
  }

  private static int endedAfter(Member member, Draw draw) {
    if (draw.chance(RETRO_ENDED[member.lob.ordinal()])) {
      return 30 * (1 + Math.min(5, draw.geometric(.5))) + draw.below(20);
    }
    return 1 + draw.below(18);
  }

  /** Sets the clinicians on file; the practice must be chosen before. */
  void select(Member member, Draw draw) {
    draw.at(member.index, Domain.MOVES, -1);
    double onFile =
        switch (member.lob) {
          case MEDICARE -> .006;
          case MEDICAID -> 1;
          case COMMERCIAL -> member.hmo ? .95 : .20;
        };
    if (member.spans.length == 0 || !draw.chance(onFile)) {
      return;
    }
    boolean chosen = member.lob != Lob.MEDICAID || draw.chance(.55);
    int from = member.spans[0].from();
    int last = member.spans[member.spans.length - 1].lastDay();
    List<Member.Selection> found = new ArrayList<>();
    Clinician now = clinicianOnFile(member, 0, chosen, draw);
    int since = from;
    for (int month = 1; now != null && month < timeline.months(); month++) {
      draw.at(member.index, Domain.MOVES, month);
      int day = timeline.firstDay(month);
      if (day <= from || day > last || !draw.chance(.09 / 12)) {
        continue;
      }
      Clinician next = clinicianOnFile(member, month, true, draw);
      if (next != null && next != now) {
        found.add(selection(now, chosen, since, day - 1));
        now = next;
        chosen = true;
        since = day;
      }
    }
    if (now != null) {
      found.add(selection(now, chosen, since, last));
    }
    member.selections = found.toArray(new Member.Selection[0]);
  }

  private Clinician clinicianOnFile(Member member, int month, boolean chosen, Draw draw) {
    Clinician usual = member.clinician(month);
    if (chosen && usual != null) {
      return usual;
    }
    int day = timeline.firstDay(month);
    for (int attempt = 0; attempt < 20; attempt++) {
      Practice practice = member.community.homes.get(draw.below(member.community.homes.size()));
      Clinician clinician = practice.pick(draw, day, 1, 0);
      if (clinician != null && suits(clinician, member, day)) {
        return clinician;
      }
    }
    return usual != null ? usual : member.community.clinicians.get(0);
  }

  private static boolean suits(Clinician clinician, Member member, int day) {
    boolean child = member.age(day) < 16;
    return child == (clinician.role == Clinician.Role.PEDIATRIC)
        || (child && clinician.specialty.equals("08"));
  }

  private Member.Selection selection(Clinician clinician, boolean chosen, int from, int last) {
    Practice practice = clinician.mainPractice(Math.max(from, timeline.startDay()));
    if (practice == null) {
      practice = clinician.links.get(0).practice();
    }
    return new Member.Selection(clinician, practice, chosen, from, last);
  }
}
