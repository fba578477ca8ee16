package io.corridor.local.command;

/** What the launcher's exit code tells. */
public final class ExitCodes {

  /** Done, and nothing was rejected. */
  public static final int OK = 0;

  /** Done, but the comparison found differences, or a validation found faults. */
  public static final int DIFFERENCES = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** Done, but some input was rejected; the rejections are listed. */
  public static final int REJECTED = 3;

  /** The platform could not start or did not get through; the message says why. */
  public static final int FAILED = 4;

  /** Another platform uses the data directory, or none runs that the command needs. */
  public static final int PLATFORM = 5;

  private ExitCodes() {}
}
