package io.corridor.local.simulate;

/** A hospital, nursing facility, home health agency or hospice of the simulated market. */
final class Facility {
  /** What it does. */
  enum Kind {
    HOSPITAL,
    NURSING,
    HOME_HEALTH,
    HOSPICE
  }

  static final String ZONE = "America/Chicago";

  final String ccn;
  final String tin;
  final Kind kind;

  Facility(String ccn, String tin, Kind kind) {
    this.ccn = ccn;
    this.tin = tin;
    this.kind = kind;
  }
}
