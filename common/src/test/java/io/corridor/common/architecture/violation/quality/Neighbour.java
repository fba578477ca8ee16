package io.corridor.common.architecture.violation.quality;

/** A class of another service. */
public final class Neighbour {

  private Neighbour() {}

  /** Something that another service may not call. */
  public static int gaps() {
    return 1;
  }
}
