package io.corridor.local.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A billing practice (TIN) of the simulated market with its random effects on what its patients
 * use.
 */
final class Practice {
  /** What the practice does. */
  enum Kind {
    PRIMARY_CARE,
    PEDIATRIC,
    COMMUNITY_HEALTH_CENTER,
    SPECIALTY,
    URGENT_CARE,
    EMERGENCY_GROUP,
    HOSPITALISTS,
    SURGICAL_GROUP,
    LABORATORY,
    IMAGING,
    THERAPY,
    BEHAVIORAL,
    EQUIPMENT,
    AMBULANCE,
    PHARMACY,
    HOME_SERVICES
  }

  final String tin;
  final String name;
  final Kind kind;

  /** Provider group (0, 1, 2), or -1. */
  int group = -1;

  final double x;
  final double y;
  int size;
  double admissions = 1;
  double emergency = 1;
  double visits = 1;
  double nursing = 1;
  double outpatient = 1;
  final List<Clinician> clinicians = new ArrayList<>();

  Practice(String tin, String name, Kind kind, double x, double y) {
    this.tin = tin;
    this.name = name;
    this.kind = kind;
    this.x = x;
    this.y = y;
  }

  /** True when members can have it as their home. */
  boolean primaryCare() {
    return kind == Kind.PRIMARY_CARE
        || kind == Kind.PEDIATRIC
        || kind == Kind.COMMUNITY_HEALTH_CENTER;
  }

  /** A clinician who works here on the day, by role weights; null when there is none. */
  @Nullable Clinician pick(Draw draw, int day, double physician, double practitioner) {
    double sum = 0;
    for (Clinician clinician : clinicians) {
      sum += weight(clinician, day, physician, practitioner);
    }
    if (sum <= 0) {
      return null;
    }
    double at = draw.uniform() * sum;
    Clinician last = null;
    for (Clinician clinician : clinicians) {
      double weight = weight(clinician, day, physician, practitioner);
      if (weight <= 0) {
        continue;
      }
      last = clinician;
      at -= weight;
      if (at <= 0) {
        return clinician;
      }
    }
    return last;
  }

  private double weight(Clinician clinician, int day, double physician, double practitioner) {
    if (!clinician.worksAt(this, day)) {
      return 0;
    }
    return switch (clinician.role) {
      case PRIMARY, PEDIATRIC -> physician;
      case PRACTITIONER -> practitioner;
      case SPECIALIST -> kind == Kind.PRIMARY_CARE ? 0 : physician;
    };
  }
}
