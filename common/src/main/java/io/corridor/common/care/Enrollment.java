package io.corridor.common.care;

import java.time.Instant;

/**
 * One enrollment fact of a member.
 *
 * @param payer payer
 * @param recordId id at the payer
 * @param receivedAt when this version was received
 * @param content which of the four it is
 */
public record Enrollment(String payer, String recordId, Instant receivedAt, Content content) {

  /** The four kinds of enrollment facts. */
  public sealed interface Content {}

  /**
   * A span of coverage.
   *
   * @param coverage coverage
   * @param home where the member lives
   */
  public record Covered(Coverage coverage, Home home) implements Content {

    /** Coverage of somebody of whom it is not known where they live. */
    public Covered(Coverage coverage) {
      this(coverage, new Home(null, null));
    }
  }

  /** A primary-care selection. */
  public record Selected(PcpSelection selection) implements Content {}

  /** The person. */
  public record Known(Person person) implements Content {}

  /** A choice of the member. */
  public record Chose(Choice choice) implements Content {}
}
