package io.corridor.settlement.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of the settlement of a period.
 *
 * @param id id; the same id is the same command
 * @param kind what is asked
 * @param year performance year
 * @param number number of the closing that is meant; null: the next, or the one under way
 * @param runOut business date of the cut; null: the day on which the command was given
 * @param businessDate business date on which it was given
 * @param rejectedRecords records rejected and not redriven, as the sender counted them; null when
 *     it did not
 * @param proposal for an approval, the proposal that is approved; null when it names none
 * @param user who asks
 * @param at when, which orders the commands of a period
 */
public record Command(
    String id,
    Kind kind,
    int year,
    @Nullable Integer number,
    @Nullable LocalDate runOut,
    LocalDate businessDate,
    @Nullable Long rejectedRecords,
    @Nullable String proposal,
    String user,
    Instant at) {

  /** In the order in which they were given. */
  public static final Comparator<Command> ORDER =
      Comparator.comparing(Command::at).thenComparing(Command::id);

  /** What is asked. */
  public enum Kind {
    /** Settle an open period. */
    CLOSE,
    /** Settle a closed period again on what is known later. */
    RESTATE,
    /** Agree, as another person, to the result that a closing proposes. */
    APPROVE,
    /** Give a closing up before its statement is made. */
    ABANDON
  }

  /** The business date of the cut. */
  LocalDate cutDate() {
    return runOut == null ? businessDate : runOut;
  }
}
