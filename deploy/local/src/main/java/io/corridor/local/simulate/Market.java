package io.corridor.local.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/** Makes communities: place and practice before persons (population.md sections 0 and 2). */
final class Market {
  /** Provider groups of the market; index is {@link Practice#group}. */
  static final List<String> GROUPS =
      List.of(
          "Cedar Valley Partners", "Lakeside Physician Alliance", "Prairie Health Collaborative");

  private static final double[] GROUP_SHARES = {0.42, 0.28, 0.18, 0.12};
  private static final int PRIMARY_PRACTICES = 13;

  private final long seed;
  private final Timeline timeline;
  private final List<String> practiceNames = names("practice");
  private final List<String> familyNames = names("family");
  private final List<CodeTable.Row> specialties = CodeTable.read("specialties.csv");
  private final ConcurrentHashMap<Integer, Community> communities = new ConcurrentHashMap<>();

  Market(long seed, Timeline timeline) {
    this.seed = seed;
    this.timeline = timeline;
  }

  static List<String> names(String kind) {
    List<String> names = new ArrayList<>();
    for (CodeTable.Row row : CodeTable.read("names.csv")) {
      if (row.text("kind").equals(kind)) {
        names.add(row.text("name"));
      }
    }
    return names;
  }

  /** The community of a member. */
  Community of(int member) {
    return community(member / Community.SIZE);
  }

  Community community(int number) {
    return communities.computeIfAbsent(number, this::make);
  }

  private Community make(int number) {
    Community community = new Community(number);
    Draw draw = new Draw(seed).at(number, Domain.COMMUNITY, 0);
    for (int i = 0; i < Community.ZIPS; i++) {
      community.zipX[i] = draw.uniform() * 18;
      community.zipY[i] = draw.uniform() * 18;
    }
    makeFacilities(community);
    makeHomes(community, draw);
    makeSpecialists(community, draw);
    for (Practice.Kind kind : Practice.Kind.values()) {
      if (kind.ordinal() >= Practice.Kind.URGENT_CARE.ordinal()) {
        community.shared.put(kind, add(community, kind, draw, sharedName(kind)));
      }
    }
    staffShared(community, draw);
    effects(community, draw);
    moves(community);
    return community;
  }

  private static String sharedName(Practice.Kind kind) {
    String words = kind.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static void makeFacilities(Community community) {
    int c = community.number;
    for (int k = 0; k < 3; k++) {
      community.hospitals[k] =
          new Facility(ccn(1 + (c * 3 + k) % 878), tin(c, 900 + k), Facility.Kind.HOSPITAL);
      community.nursing[k] =
          new Facility(ccn(5000 + (c * 3 + k) % 1498), tin(c, 910 + k), Facility.Kind.NURSING);
    }
    community.homeHealth =
        new Facility(ccn(7000 + c % 999), tin(c, 920), Facility.Kind.HOME_HEALTH);
    community.hospice = new Facility(ccn(1500 + c % 299), tin(c, 921), Facility.Kind.HOSPICE);
  }

  private static String ccn(int number) {
    return "99" + String.format(Locale.ROOT, "%04d", number);
  }

  /** Tax numbers begin with 00, a prefix that is never issued. */
  private static String tin(int community, int number) {
    return "00" + String.format(Locale.ROOT, "%04d%03d", community % 10_000, number);
  }

  private Practice add(Community community, Practice.Kind kind, Draw draw, String suffix) {
    int number = community.practices.size() + 1;
    String first = practiceNames.get((number * 7 + community.number * 5) % practiceNames.size());
    Practice practice =
        new Practice(
            tin(community.number, number),
            first + " " + suffix,
            kind,
            draw.uniform() * 18,
            draw.uniform() * 18);
    community.practices.add(practice);
    if (practice.primaryCare()) {
      community.homes.add(practice);
    }
    return practice;
  }

  private void makeHomes(Community community, Draw draw) {
    int[] sizes = new int[PRIMARY_PRACTICES];
    for (int i = 0; i < PRIMARY_PRACTICES; i++) {
      // Discrete Pareto with alpha 1.15, capped; few are large.
      sizes[i] = Math.min(8, (int) StrictMath.pow(draw.uniform(), -1 / 1.15));
    }
    java.util.Arrays.sort(sizes);
    for (int i = PRIMARY_PRACTICES - 1; i >= 0; i--) {
      int rank = PRIMARY_PRACTICES - 1 - i;
      Practice.Kind kind =
          rank == 3
              ? Practice.Kind.COMMUNITY_HEALTH_CENTER
              : rank == 2 || rank == 7 ? Practice.Kind.PEDIATRIC : Practice.Kind.PRIMARY_CARE;
      int size = Math.max(sizes[i], rank < 2 ? 5 - rank : rank < 4 ? 3 : rank < 7 ? 2 : 1);
      String suffix =
          switch (kind) {
            case PEDIATRIC -> "Pediatrics";
            case COMMUNITY_HEALTH_CENTER -> "Community Health Center";
            default -> size > 2 ? "Medical Group" : "Family Practice";
          };
      Practice practice = add(community, kind, draw, suffix);
      practice.size = size;
      for (int n = 0; n < size; n++) {
        boolean practitioner = n > 0 && draw.chance(.5);
        String code =
            practitioner
                ? draw.chance(.64) ? "50" : "97"
                : kind == Practice.Kind.PEDIATRIC ? "37" : draw.chance(.55) ? "08" : "11";
        hire(community, practice, code, draw);
      }
    }
    assignGroups(community);
  }

  private static void assignGroups(Community community) {
    List<Practice> bySize = new ArrayList<>(community.homes);
    bySize.sort(Comparator.comparingInt((Practice p) -> -p.size).thenComparing(p -> p.tin));
    double[] filled = new double[GROUP_SHARES.length];
    double total = 0;
    for (Practice practice : bySize) {
      double weight = StrictMath.pow(practice.size, 0.8);
      total += weight;
      int best = 0;
      double deficit = Double.NEGATIVE_INFINITY;
      for (int g = 0; g < GROUP_SHARES.length; g++) {
        double missing = GROUP_SHARES[g] * total - filled[g];
        if (missing > deficit) {
          deficit = missing;
          best = g;
        }
      }
      if (practice.kind == Practice.Kind.COMMUNITY_HEALTH_CENTER) {
        best = 2;
      }
      filled[best] += weight;
      practice.group = best == 3 ? -1 : best;
    }
  }

  private void makeSpecialists(Community community, Draw draw) {
    for (CodeTable.Row row : specialties) {
      if (!row.text("role").equals("SPECIALIST")) {
        continue;
      }
      int count = row.whole("supply") >= 8 ? 2 : 1;
      Practice own = null;
      for (int n = 0; n < count; n++) {
        Practice practice;
        if (draw.chance(.38)) {
          practice = community.homes.get(draw.below(2));
        } else {
          if (own == null) {
            own = add(community, Practice.Kind.SPECIALTY, draw, "Specialists");
            own.group = draw.chance(.3) ? draw.below(2) : -1;
          }
          practice = own;
        }
        Clinician specialist = hire(community, practice, row.text("code"), draw);
        community
            .specialists
            .computeIfAbsent(row.text("code"), c -> new ArrayList<>())
            .add(specialist);
      }
    }
  }

  private void staffShared(Community community, Draw draw) {
    hire(community, community.shared(Practice.Kind.URGENT_CARE), "08", draw);
    hire(community, community.shared(Practice.Kind.URGENT_CARE), "97", draw);
    staff(community, Practice.Kind.EMERGENCY_GROUP, "93", "207P00000X", 3, draw);
    staff(community, Practice.Kind.HOSPITALISTS, "C6", "208M00000X", 3, draw);
    staff(community, Practice.Kind.SURGICAL_GROUP, "02", "208600000X", 2, draw);
    staff(community, Practice.Kind.LABORATORY, "69", "291U00000X", 1, draw);
    staff(community, Practice.Kind.IMAGING, "30", "2085R0202X", 2, draw);
    staff(community, Practice.Kind.THERAPY, "65", "225100000X", 2, draw);
    staff(community, Practice.Kind.BEHAVIORAL, "80", "1041C0700X", 2, draw);
    staff(community, Practice.Kind.EQUIPMENT, "54", "332B00000X", 1, draw);
    staff(community, Practice.Kind.AMBULANCE, "59", "341600000X", 1, draw);
    staff(community, Practice.Kind.HOME_SERVICES, "A4", "251E00000X", 1, draw);
  }

  private void staff(
      Community community, Practice.Kind kind, String code, String taxonomy, int count, Draw draw) {
    for (int n = 0; n < count; n++) {
      hire(community, community.shared(kind), code, taxonomy, Clinician.Role.SPECIALIST, draw);
    }
  }

  private Clinician hire(Community community, Practice practice, String code, Draw draw) {
    for (CodeTable.Row row : specialties) {
      if (row.text("code").equals(code)) {
        Clinician.Role role = Clinician.Role.valueOf(row.text("role"));
        return hire(community, practice, code, row.text("taxonomy"), role, draw);
      }
    }
    throw new IllegalStateException("no specialty " + code);
  }

  private Clinician hire(
      Community community,
      Practice practice,
      String code,
      String taxonomy,
      Clinician.Role role,
      Draw draw) {
    int number = community.clinicians.size();
    String name =
        "Dr. " + familyNames.get((number * 11 + community.number * 3) % familyNames.size());
    Clinician clinician =
        new Clinician(
            Clinician.npi(95_000_000 + community.number * 400 + number),
            code,
            taxonomy,
            role,
            name);
    int since = timeline.startDay() - 200 - draw.below(3000);
    clinician.links.add(new Clinician.Link(practice, since, Integer.MAX_VALUE, true));
    practice.clinicians.add(clinician);
    community.clinicians.add(clinician);
    return clinician;
  }

  /**
   * Random effects of region and practice. Two neighbouring communities have opposite regional
   * effects, so that the market as a whole keeps its level while regions differ.
   */
  private void effects(Community community, Draw draw) {
    Draw region = new Draw(seed).at(community.number / 2, Domain.COMMUNITY, 1);
    double sign = community.number % 2 == 0 ? 1 : -1;
    double regionAdmissions = sign * .12 * region.normal();
    double regionVisits = sign * .2 * region.normal();
    double regionNursing = sign * .2 * region.normal();
    for (Practice practice : community.homes) {
      double own = draw.normal();
      practice.admissions = StrictMath.exp(regionAdmissions + .13 * own - .016);
      practice.emergency =
          StrictMath.exp(regionAdmissions + .13 * (.8 * own + .6 * draw.normal()) - .015);
      practice.visits = StrictMath.exp(regionVisits + .2 * draw.normal() - .04);
      practice.nursing = StrictMath.exp(regionNursing + .2 * draw.normal() - .04);
      practice.outpatient = StrictMath.exp(.25 * draw.normal() - .03);
    }
  }

  /**
   * Second practices (14 %) and moves between practices (7 % a year, 60 % of patients may follow).
   */
  private void moves(Community community) {
    for (int n = 0; n < community.clinicians.size(); n++) {
      Clinician clinician = community.clinicians.get(n);
      if (clinician.role == Clinician.Role.SPECIALIST) {
        continue;
      }
      Draw draw = new Draw(seed).at(community.number * 1000L + n, Domain.CLINICIAN, 0);
      if (draw.chance(.14)) {
        Practice second = other(community, clinician, draw);
        if (second != null) {
          link(clinician, second, timeline.startDay() - 300, Integer.MAX_VALUE, false);
        }
      }
      double rate = clinician.role == Clinician.Role.PRACTITIONER ? .10 : .06;
      for (int year = 0; year * 12 < timeline.months(); year++) {
        draw.at(community.number * 1000L + n, Domain.CLINICIAN, 1 + year);
        if (!draw.chance(rate)) {
          continue;
        }
        int month = year * 12 + draw.below(12);
        Practice next = other(community, clinician, draw);
        if (month > 0 && month < timeline.months() && next != null) {
          move(clinician, next, timeline.firstDay(month));
        }
      }
    }
  }

  private static void move(Clinician clinician, Practice next, int day) {
    Practice main = clinician.mainPractice(day);
    if (main == null || soleClinician(main, clinician, day)) {
      return;
    }
    for (int i = 0; i < clinician.links.size(); i++) {
      Clinician.Link link = clinician.links.get(i);
      if (link.main() && link.lastDay() == Integer.MAX_VALUE) {
        clinician.links.set(i, new Clinician.Link(link.practice(), link.from(), day - 1, true));
      }
    }
    link(clinician, next, day, Integer.MAX_VALUE, true);
  }

  private static boolean soleClinician(Practice practice, Clinician clinician, int day) {
    for (Clinician other : practice.clinicians) {
      if (other != clinician && other.worksAt(practice, day)) {
        return false;
      }
    }
    return true;
  }

  private static void link(
      Clinician clinician, Practice practice, int from, int lastDay, boolean main) {
    clinician.links.add(new Clinician.Link(practice, from, lastDay, main));
    practice.clinicians.add(clinician);
  }

  private static @org.jspecify.annotations.Nullable Practice other(
      Community community, Clinician clinician, Draw draw) {
    Practice practice = community.homes.get(draw.below(community.homes.size()));
    for (Clinician.Link link : clinician.links) {
      if (link.practice() == practice) {
        return null;
      }
    }
    return practice;
  }
}
