package io.corridor.attribution.dispute;

import io.corridor.attribution.assignment.ManualAdjustment;
import io.corridor.common.id.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * State of a dispute on a business date.
 *
 * @param id dispute
 * @param payer payer
 * @param contract contract
 * @param status where it stands
 * @param claim what is claimed
 * @param evidence references to evidence, in the order given
 * @param submitted who submitted it, when
 * @param reviewDue business day by which the review begins
 * @param decisionDue business day by which it is decided
 * @param clock how it stands against its clock; null when it was not submitted
 * @param reviewed who took it under review, when
 * @param decided who decided, when
 * @param adjustment what was decided and holds for some days; null when nothing is
 * @param upheld what was decided, whether it was rescinded or not
 * @param rescinded who rescinded it, when
 * @param steps every action with what became of it, in order
 */
public record Dispute(
    String id,
    String payer,
    ContractId contract,
    DisputeStatus status,
    DisputeAction.Claim claim,
    List<String> evidence,
    @Nullable Act submitted,
    @Nullable LocalDate reviewDue,
    @Nullable LocalDate decisionDue,
    @Nullable Clock clock,
    @Nullable Act reviewed,
    @Nullable Act decided,
    @Nullable ManualAdjustment adjustment,
    @Nullable ManualAdjustment upheld,
    @Nullable Act rescinded,
    List<Step> steps) {

  /** Who did something, when. */
  public record Act(String user, Instant at) {}

  /** An action and, if it had no effect, why. */
  public record Step(DisputeAction action, @Nullable Refusal refused) {}

  /** How a dispute stands against its clock. */
  public enum Clock {
    /** In time so far. */
    RUNNING,
    /** The review did not begin in time. */
    LATE,
    /** Decided, withdrawn or expired. */
    STOPPED
  }

  /** The next business date on which the state changes by itself. */
  Optional<LocalDate> nextDue(LocalDate businessDate) {
    LocalDate decision = decisionDue;
    if (!status.isOpen() || decision == null) {
      return Optional.empty();
    }
    LocalDate review = reviewDue;
    boolean waits = status == DisputeStatus.SUBMITTED;
    return waits && review != null && !review.isBefore(businessDate)
        ? Optional.of(review.plusDays(1))
        : Optional.of(decision.plusDays(1));
  }
}
