package io.corridor.settlement.statement;

/**
 * What became of a command.
 *
 * @param command the command
 * @param code accepted, or why not
 */
public record Answer(Command command, Code code) {

  /** Accepted, or why not. */
  public enum Code {
    /** It holds. */
    ACCEPTED,
    /** The terms have no such performance year. */
    PERIOD_UNKNOWN,
    /** The cut lies before the business date on which the command was given. */
    RUN_OUT_PAST,
    /** The cut lies before the end of the period. */
    RUN_OUT_INSIDE_PERIOD,
    /** More records are rejected and not redriven than the terms allow (decisions 24). */
    TOO_MANY_REJECTED,
    /** A closing of the period is under way. */
    ALREADY_CLOSING,
    /** The period has a statement; later knowledge is a restatement. */
    ALREADY_CLOSED,
    /** Only a closed period is restated. */
    NOT_CLOSED,
    /** No closing of the period is under way. */
    NOT_CLOSING,
    /** The number is not that of the closing that would begin or is under way. */
    WRONG_NUMBER,
    /** Who asked for the closing cannot approve it. */
    SAME_PERSON,
    /** The closing has been approved. */
    ALREADY_APPROVED,
    /** The closing proposes nothing that waits for approval. */
    NOTHING_PROPOSED,
    /** An approval must name the proposal that it approves. */
    PROPOSAL_NOT_NAMED,
    /** Figures have moved since what is approved was proposed: there is a new proposal. */
    FIGURES_MOVED
  }
}
