package io.corridor.attribution.assignment;

import io.corridor.common.rules.ProviderBuckets;

/** What kind of clinician furnished a line (42 CFR 425.20 and 425.402(c), domain.md 1.1). */
enum Clinician {
  /** Physician of primary care; also an FQHC or RHC. */
  PHYSICIAN("P"),
  /** Nurse practitioner, clinical nurse specialist or physician assistant. */
  PRACTITIONER("N"),
  /** Physician of a specialty that the programme lists. */
  SPECIALIST("S"),
  /** Neither specialty nor taxonomy is known. */
  UNKNOWN("U");

  private final String letter;

  Clinician(String letter) {
    this.letter = letter;
  }

  /** The clinician of a bucket that may count. */
  static Clinician of(ProviderBuckets.Bucket bucket) {
    return switch (bucket) {
      case PCP -> PHYSICIAN;
      case NPP -> PRACTITIONER;
      case SPECIALIST -> SPECIALIST;
      case UNKNOWN -> UNKNOWN;
      case OTHER -> throw new IllegalArgumentException("other clinicians never count");
    };
  }

  /** Text for a row key. */
  String letter() {
    return letter;
  }

  /** Reads {@link #letter()}. */
  static Clinician parse(String letter) {
    for (Clinician clinician : values()) {
      if (clinician.letter.equals(letter)) {
        return clinician;
      }
    }
    throw new IllegalStateException("a row names an unknown kind of clinician");
  }

  /** True for everybody but specialists; of unknown specialty where the contract counts them. */
  boolean isPrimaryCare() {
    return this != SPECIALIST;
  }

  /** True for physicians of primary care or a listed specialty, who open the MSSP pre-step. */
  boolean isPhysician() {
    return this != PRACTITIONER;
  }
}
