package io.corridor.notification.encounter;

/** Consent class of a record, from least to most restricted. The order is part of stored rows. */
public enum Consent {
  /** Nothing special. */
  NORMAL,
  /** Behavioral health. */
  BEHAVIORAL,
  /** Substance use, 42 CFR Part 2. */
  SUBSTANCE_USE;

  /** The more restricted of the two. */
  Consent or(Consent other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
