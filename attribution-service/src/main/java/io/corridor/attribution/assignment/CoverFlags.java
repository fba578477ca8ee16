package io.corridor.attribution.assignment;

/**
 * What a span of coverage says of the gate (domain.md 1.2), one letter each in a row key.
 *
 * @param optedOut opted out of attribution
 * @param dual Medicare and Medicaid at once
 * @param partA Part A
 * @param partB Part B
 * @param managedCare in a group health plan
 * @param foreign lives outside the United States
 * @param exclusiveProgram in a programme that excludes all others
 */
record CoverFlags(
    boolean optedOut,
    boolean dual,
    boolean partA,
    boolean partB,
    boolean managedCare,
    boolean foreign,
    boolean exclusiveProgram) {

  private static final String LETTERS = "OD12MFX";

  /** Text for a row key. */
  String text() {
    boolean[] flags = {optedOut, dual, partA, partB, managedCare, foreign, exclusiveProgram};
    StringBuilder text = new StringBuilder(flags.length);
    for (int i = 0; i < flags.length; i++) {
      text.append(flags[i] ? LETTERS.charAt(i) : '-');
    }
    return text.toString();
  }

  /** Reads {@link #text()}. */
  static CoverFlags parse(String text) {
    return new CoverFlags(
        is(text, 0), is(text, 1), is(text, 2), is(text, 3), is(text, 4), is(text, 5), is(text, 6));
  }

  private static boolean is(String text, int place) {
    return text.charAt(place) == LETTERS.charAt(place);
  }
}
