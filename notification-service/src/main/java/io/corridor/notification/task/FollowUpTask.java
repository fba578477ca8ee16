package io.corridor.notification.task;

import io.corridor.notification.encounter.Encounter.Withdrawal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up that a practice owes after a discharge home.
 *
 * @param kind contact or visit
 * @param clocks what is due when
 * @param attempts outreach records for it
 * @param result where it stands
 */
public record FollowUpTask(Kind kind, Clocks clocks, int attempts, Result result) {

  /** What is owed. */
  public enum Kind {
    /** To speak with the member. */
    CONTACT,
    /** To see the member. */
    VISIT
  }

  /**
   * The clocks of a discharge; both of each kind are shown, the contract names the one that is due
   * (decisions 15).
   *
   * @param openedAt discharge
   * @param dueAt the clock that is due, inclusive
   * @param dueOn its local day
   * @param contactTarget CONTACT: 48 hours after the discharge
   * @param tcmDeadline CONTACT: last millisecond of the second business day after the discharge day
   * @param visitDueOn7 VISIT: seventh day after the discharge day
   * @param visitDueOn14 VISIT: fourteenth day
   */
  public record Clocks(
      Instant openedAt,
      Instant dueAt,
      LocalDate dueOn,
      @Nullable Instant contactTarget,
      @Nullable Instant tcmDeadline,
      @Nullable LocalDate visitDueOn7,
      @Nullable LocalDate visitDueOn14) {}

  /** Where a task stands. */
  public sealed interface Result {}

  /** Nothing happened yet and there is time. */
  public record Open() implements Result {}

  /** Nothing happened and the time is over. */
  public record Missed() implements Result {}

  /**
   * Done.
   *
   * @param at when
   * @param by CLAIM or OUTREACH
   * @param code visit code or outcome
   * @param onTime true when not after the due time
   */
  public record Done(Instant at, String by, String code, boolean onTime) implements Result {}

  /**
   * Not owed any more.
   *
   * @param why reason
   */
  public record Cancelled(Withdrawal why) implements Result {}
}
