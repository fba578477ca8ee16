package io.corridor.local.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A market of about 5,000 members: places, practices, clinicians and facilities that they share.
 */
final class Community {
  /** Members of one community; member i lives in community i / SIZE. */
  static final int SIZE = 5_000;

  static final int ZIPS = 6;

  final int number;
  final double[] zipX = new double[ZIPS];
  final double[] zipY = new double[ZIPS];
  final List<Practice> homes = new ArrayList<>();
  final List<Practice> practices = new ArrayList<>();
  final List<Clinician> clinicians = new ArrayList<>();
  final Map<String, List<Clinician>> specialists = new HashMap<>();
  final Map<Practice.Kind, Practice> shared = new EnumMap<>(Practice.Kind.class);
  final Facility[] hospitals = new Facility[3];
  final Facility[] nursing = new Facility[3];
  Facility homeHealth;
  Facility hospice;

  Community(int number) {
    this.number = number;
    this.homeHealth = new Facility("", "", Facility.Kind.HOME_HEALTH);
    this.hospice = new Facility("", "", Facility.Kind.HOSPICE);
  }

  String zip(int index) {
    return String.format(java.util.Locale.ROOT, "%05d", (number * ZIPS + index) % 500);
  }

  /** County code as a payer would send it. */
  String county() {
    return String.format(java.util.Locale.ROOT, "%03d", 1 + 2 * (number % 400));
  }

  /** The one practice of a kind that the whole community shares. */
  Practice shared(Practice.Kind kind) {
    Practice practice = shared.get(kind);
    if (practice == null) {
      throw new IllegalStateException("no practice of kind " + kind);
    }
    return practice;
  }
}
