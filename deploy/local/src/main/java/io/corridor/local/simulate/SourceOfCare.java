package io.corridor.local.simulate;

import org.jspecify.annotations.Nullable;

/**
 * Where a member goes for primary care, month by month (population.md section 2, loyalty
 * mechanism).
 */
final class SourceOfCare {
  private static final double[] NO_SOURCE = {.06, .16, .20};
  private static final double[] SWITCH_A_YEAR = {.04, .04, .015};
  private static final double[] AVOIDS = {.11, .215, .17};
  private static final double[] LOYAL = {7.6, 6.6, 7.45};

  private final Timeline timeline;

  SourceOfCare(Timeline timeline) {
    this.timeline = timeline;
  }

  void choose(Member member, Draw draw) {
    int lob = member.lob.ordinal();
    draw.at(member.index, Domain.SOURCE_OF_CARE, -1);
    member.noSource = draw.chance(NO_SOURCE[lob]);
    member.loyalty = draw.beta(LOYAL[lob], 10 - LOYAL[lob]);
    member.prevention = draw.uniform();
    member.seeks = draw.chance(AVOIDS[lob]) ? .04 : 1;
    member.homes = new Practice[timeline.months()];
    member.clinicians = new Clinician[timeline.months()];
    Practice home = drawHome(member, timeline.startDay(), draw);
    Clinician usual = usualClinician(member, home, timeline.startDay(), draw);
    for (int month = 0; month < timeline.months(); month++) {
      int day = timeline.firstDay(month);
      draw.at(member.index, Domain.SOURCE_OF_CARE, month);
      boolean grown = home.kind == Practice.Kind.PEDIATRIC && member.age(day) >= 19;
      if (grown || draw.chance(SWITCH_A_YEAR[lob] / 12)) {
        home = drawHome(member, day, draw);
        usual = usualClinician(member, home, day, draw);
      } else if (usual != null && !usual.worksAt(home, day)) {
        Practice moved = usual.mainPractice(day);
        if (moved != null && moved.primaryCare() && draw.chance(.6)) {
          home = moved;
        } else {
          usual = usualClinician(member, home, day, draw);
        }
      }
      member.homes[month] = home;
      member.clinicians[month] = usual;
    }
  }

  /**
   * Distance decay exp(-miles/6), size weight n^0.8, and the lines of business a practice serves.
   */
  private static Practice drawHome(Member member, int day, Draw draw) {
    boolean child = member.age(day) < 16;
    double[] cumulative = new double[member.community.homes.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      Practice practice = member.community.homes.get(i);
      double dx = practice.x - member.community.zipX[member.zip];
      double dy = practice.y - member.community.zipY[member.zip];
      double weight =
          StrictMath.exp(-StrictMath.sqrt(dx * dx + dy * dy) / 6)
              * StrictMath.pow(practice.size, .8);
      weight *=
          switch (practice.kind) {
            case PEDIATRIC -> child ? 6 : 0;
            case COMMUNITY_HEALTH_CENTER ->
                member.lob == Lob.MEDICAID ? 2.2 : member.lob == Lob.MEDICARE ? .6 : .25;
            default -> child ? .35 : 1;
          };
      sum += weight;
      cumulative[i] = sum;
    }
    return member.community.homes.get(draw.pick(cumulative));
  }

  private static @Nullable Clinician usualClinician(
      Member member, Practice home, int day, Draw draw) {
    return home.pick(draw, day, 1, .35);
  }
}
