package io.corridor.settlement.share;

/**
 * How a figure that is not known yet is taken: the quality gate while it is open, and the claims of
 * the year that are still to come.
 */
public enum View {
  /** As the provider side fears: the gate is missed, many claims are still to come. */
  LOW,
  /** As it is expected: the gate is reached, the claims come as their pattern says. */
  EXPECTED,
  /** As the provider side hopes: the gate is reached in full, few claims are still to come. */
  HIGH
}
