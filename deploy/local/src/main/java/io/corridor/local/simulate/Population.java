package io.corridor.local.simulate;

import java.util.List;
import java.util.Locale;

/**
 * Makes members: age, sex, line of business, conditions, frailty, death (population.md sections 0,
 * 1 and 5).
 */
final class Population {
  private static final double[][] AGE_WEIGHTS = {
    {.090, .472, .322, .116}, {.07, .40, .35, .18}, {.22, .41, .37}
  };
  private static final int[][][] AGE_BANDS = {
    {{38, 64}, {65, 74}, {75, 84}, {85, 97}},
    {{0, 1}, {2, 17}, {18, 44}, {45, 64}},
    {{0, 17}, {18, 44}, {45, 64}}
  };

  private final SimulationConfig config;
  private final Timeline timeline;
  private final Market market;
  private final Enrolment enrolment;
  private final SourceOfCare sourceOfCare;
  private final List<String> families = Market.names("family");
  private final List<String> females = Market.names("given-female");
  private final List<String> males = Market.names("given-male");

  Population(SimulationConfig config, Timeline timeline, Market market) {
    this.config = config;
    this.timeline = timeline;
    this.market = market;
    this.enrolment = new Enrolment(timeline);
    this.sourceOfCare = new SourceOfCare(timeline);
  }

  /** The member with an index; the same for every population size. */
  Member member(int index, Draw draw) {
    draw.at(index, Domain.MEMBER, 0);
    Lob lob = lob(draw.uniform());
    Member member = new Member(index, lob, market.of(index));
    int age = demographics(member, draw);
    conditions(member, age, draw);
    frailty(member, draw);
    death(member, draw);
    enrolment.enrol(member, draw);
    sourceOfCare.choose(member, draw);
    enrolment.select(member, draw);
    return member;
  }

  private static Lob lob(double at) {
    double sum = 0;
    for (Lob lob : Lob.values()) {
      sum += lob.share();
      if (at < sum) {
        return lob;
      }
    }
    return Lob.COMMERCIAL;
  }

  private int demographics(Member member, Draw draw) {
    Lob lob = member.lob;
    double[] weights = AGE_WEIGHTS[lob.ordinal()];
    double at = draw.uniform();
    int band = 0;
    while (band < weights.length - 1 && at >= weights[band]) {
      at -= weights[band];
      band++;
    }
    int[] ages = AGE_BANDS[lob.ordinal()][band];
    double within = draw.uniform();
    // Older bands are denser at their young end.
    double skew = lob == Lob.MEDICARE && band > 0 ? StrictMath.pow(within, 1.25) : within;
    int age = ages[0] + (int) (skew * (ages[1] - ages[0] + 1));
    member.birthDay = timeline.startDay() - (int) (age * 365.25) - draw.below(365) - 1;
    double femaleShare =
        switch (lob) {
          case MEDICARE -> band == 3 ? .66 : .555;
          case MEDICAID -> age < 18 ? .49 : .58;
          case COMMERCIAL -> .505;
        };
    member.female = draw.chance(femaleShare);
    member.zip = draw.below(Community.ZIPS);
    member.hispanic = draw.chance(lob == Lob.MEDICAID ? .28 : lob == Lob.COMMERCIAL ? .15 : .01);
    member.language = member.hispanic && draw.chance(.4) ? "es" : "en";
    member.family = families.get(draw.below(families.size()));
    List<String> given = member.female ? females : males;
    member.given = given.get(draw.below(given.size()));
    member.phone = "555" + String.format(Locale.ROOT, "%07d", draw.below(10_000_000));
    entitlement(member, age, draw);
    return age;
  }

  private static void entitlement(Member member, int age, Draw draw) {
    double u = draw.uniform();
    double v = draw.uniform();
    double w = draw.uniform();
    switch (member.lob) {
      case MEDICARE -> {
        member.disabled = age < 65;
        member.esrd = u < (age < 65 ? .018 : .0022);
        member.dual = v < (age < 65 ? .26 : .062);
        member.burden = member.dual ? member.disabled ? 1.25 : 2.5 : .95;
        member.institution = w < (age >= 85 ? .045 : .006);
      }
      case MEDICAID -> {
        member.disabled = u < (age < 18 ? .035 : .20);
        member.longTermCare = member.disabled && v < .44;
        member.burden = member.disabled ? 1.4 : .95;
        member.institution = w < .003;
      }
      case COMMERCIAL -> {
        member.esrd = u < .0005;
        member.hmo = v < .35;
      }
    }
  }

  /**
   * Gaussian copula with one common factor; liabilities above the prevalence quantile are present.
   */
  private static void conditions(Member member, int age, Draw draw) {
    draw.at(member.index, Domain.CONDITIONS, 0);
    double common = draw.normal();
    double cardiac = draw.normal();
    double behavioral = draw.normal();
    for (Condition condition : Condition.values()) {
      double loading = condition.loading();
      double second =
          switch (condition) {
            case ISCHEMIC_HEART, HEART_FAILURE, ATRIAL_FIBRILLATION -> .35 * cardiac;
            case DEPRESSION, SERIOUS_MENTAL, SUBSTANCE_USE -> .45 * behavioral;
            default -> 0;
          };
      double secondLoading =
          switch (condition) {
            case ISCHEMIC_HEART, HEART_FAILURE, ATRIAL_FIBRILLATION -> .35;
            case DEPRESSION, SERIOUS_MENTAL, SUBSTANCE_USE -> .45;
            default -> 0;
          };
      double rest =
          StrictMath.sqrt(Math.max(.05, 1 - loading * loading - secondLoading * secondLoading));
      double liability = loading * common + second + rest * draw.normal();
      double prevalence = condition.prevalence(member.lob, age) * sexFactor(condition, member);
      if (member.disabled && member.lob == Lob.MEDICAID) {
        prevalence = Math.min(.6, prevalence * 1.8);
      }
      if (Normal.upperTail(liability) < prevalence) {
        member.conditions |= condition.bit();
      }
    }
    if (member.esrd) {
      member.conditions |= Condition.KIDNEY_DISEASE.bit() | Condition.HYPERTENSION.bit();
    }
  }

  private static double sexFactor(Condition condition, Member member) {
    return switch (condition) {
      case CANCER_BREAST -> member.female ? 1.78 : .01;
      case CANCER_PROSTATE -> member.female ? 0 : 2.3;
      case DEPRESSION -> member.female ? 1.25 : .68;
      case ISCHEMIC_HEART -> member.female ? .84 : 1.21;
      default -> 1;
    };
  }

  /** Gamma frailty, kept from year to year with correlation 0.7. */
  private void frailty(Member member, Draw draw) {
    double shape = 1 / member.lob.frailtyVariance();
    draw.at(member.index, Domain.FRAILTY, -1);
    double lasting = draw.gamma(.7 * shape, .7);
    int years = timeline.yearIndex(timeline.months() - 1) + 1;
    member.frailty = new double[years];
    for (int year = 0; year < years; year++) {
      draw.at(member.index, Domain.FRAILTY, year);
      member.frailty[year] = lasting + draw.gamma(.3 * shape, .3);
    }
  }

  private void death(Member member, Draw draw) {
    double illness = 1;
    for (Condition condition : Condition.values()) {
      if (member.has(condition)) {
        illness *=
            switch (condition) {
              case HEART_FAILURE, DEMENTIA -> 1.9;
              case CANCER_LUNG, ACTIVE_CANCER -> 4;
              case CANCER_COLON, COPD, KIDNEY_DISEASE -> 1.4;
              case STROKE, SUBSTANCE_USE -> 1.35;
              default -> 1;
            };
      }
    }
    for (int month = 0; month < timeline.months(); month++) {
      int first = timeline.firstDay(month);
      double yearly = yearlyDeaths(member, member.age(first)) * illness;
      double hazard =
          yearly
              / 12
              * (.35 + .65 * member.frailty(timeline.yearIndex(month)))
              * timeline.medicalIndex(month);
      draw.at(member.index, Domain.DEATH, month);
      if (draw.chance(Math.min(hazard, .5))) {
        member.deathDay = first + draw.below(timeline.lastDay(month) - first + 1);
        member.deathKnownDay = member.deathDay + 2 + (int) draw.lognormal(23, 1.0);
        return;
      }
    }
  }

  private static double yearlyDeaths(Member member, int age) {
    if (member.esrd) {
      return .085;
    }
    return switch (member.lob) {
      case MEDICARE -> age < 65 ? .0145 : age < 75 ? .0125 : age < 85 ? .0285 : .079;
      case MEDICAID -> age < 18 ? .0005 : age < 45 ? .0022 : .0075;
      case COMMERCIAL -> age < 18 ? .0002 : age < 45 ? .0009 : .0032;
    };
  }

  SimulationConfig config() {
    return config;
  }
}
