package io.corridor.attribution.dispute;

import io.corridor.attribution.assignment.ManualAdjustment;
import io.corridor.attribution.dispute.Dispute.Act;
import io.corridor.attribution.dispute.Dispute.Clock;
import io.corridor.attribution.dispute.Dispute.Step;
import io.corridor.common.care.Contract;
import io.corridor.common.care.RosterTerms;
import io.corridor.common.time.BusinessDays;
import io.corridor.common.time.DateSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One dispute while its actions are taken, one after the other. */
final class DisputeCase {

  private final DisputeAction first;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> evidence = new ArrayList<>();
  private DisputeStatus status = DisputeStatus.NOT_SUBMITTED;
  private DisputeAction.Claim claim = DisputeAction.Claim.NONE;
  private ZoneId zone = ZoneOffset.UTC;
  private @Nullable Act submitted;
  private @Nullable LocalDate reviewDue;
  private @Nullable LocalDate decisionDue;
  private @Nullable Act reviewed;
  private @Nullable Act decided;
  private @Nullable ManualAdjustment adjustment;
  private @Nullable ManualAdjustment upheld;
  private @Nullable Act rescinded;

  DisputeCase(DisputeAction first) {
    this.first = first;
  }

  void note(DisputeAction action, @Nullable Refusal refused) {
    steps.add(new Step(action, refused));
  }

  /** Why the dispute cannot hear an action at all; null when it can. */
  @Nullable Refusal deaf(DisputeAction action) {
    if (submitted == null) {
      return Refusal.DISPUTE_NOT_SUBMITTED;
    }
    if (!action.contract().equals(first.contract())) {
      return Refusal.DISPUTE_OTHER_CONTRACT;
    }
    if (action.kind() == DisputeAction.Kind.RESCIND) {
      return null;
    }
    if (!status.isOpen()) {
      return Refusal.DISPUTE_DECIDED;
    }
    return day(action.at()).isAfter(Objects.requireNonNull(decisionDue))
        ? Refusal.DISPUTE_EXPIRED
        : null;
  }

  boolean isSubmitted() {
    return submitted != null;
  }

  /** Opens the dispute; its clock starts on the day of the submission in the contract's zone. */
  void submit(DisputeAction action, Contract contract) {
    RosterTerms.DisputeClock clock = contract.attribution().options().roster().disputes();
    zone = contract.followUp().zone();
    status = DisputeStatus.SUBMITTED;
    claim = action.claim();
    submitted = act(action);
    reviewDue = BusinessDays.after(day(action.at()), clock.reviewDays());
    decisionDue = BusinessDays.after(day(action.at()), clock.decisionDays());
    addEvidence(action);
  }

  void addEvidence(DisputeAction action) {
    action.evidence().stream()
        .filter(reference -> !evidence.contains(reference))
        .forEach(evidence::add);
  }

  @Nullable Refusal review(DisputeAction action) {
    if (status == DisputeStatus.UNDER_REVIEW) {
      return Refusal.DISPUTE_UNDER_REVIEW_BEFORE;
    }
    if (bySubmitter(action)) {
      return Refusal.DISPUTE_SAME_PERSON;
    }
    status = DisputeStatus.UNDER_REVIEW;
    reviewed = act(action);
    return null;
  }

  @Nullable Refusal withdraw(DisputeAction action) {
    if (!bySubmitter(action)) {
      return Refusal.DISPUTE_NOT_SUBMITTER;
    }
    status = DisputeStatus.WITHDRAWN;
    return null;
  }

  /** Why nobody may decide yet, or not this person; null when nothing stands against it. */
  @Nullable Refusal undecidable(DisputeAction action) {
    if (status != DisputeStatus.UNDER_REVIEW) {
      return Refusal.DISPUTE_NOT_UNDER_REVIEW;
    }
    return bySubmitter(action) ? Refusal.DISPUTE_SAME_PERSON : null;
  }

  void decide(DisputeAction action, DisputeStatus outcome, @Nullable ManualAdjustment adjusted) {
    status = outcome;
    decided = act(action);
    adjustment = adjusted;
    upheld = adjusted;
    addEvidence(action);
  }

  /** Rescinding needs another person than the one who decided. */
  @Nullable Refusal rescind(DisputeAction action) {
    ManualAdjustment held = adjustment;
    Act by = decided;
    if (held == null || by == null || rescinded != null) {
      return Refusal.DISPUTE_NOTHING_TO_RESCIND;
    }
    if (by.user().equals(action.user())) {
      return Refusal.DISPUTE_SAME_PERSON;
    }
    LocalDate until = action.decided().from();
    if (until != null && !held.days().contains(until)) {
      return Refusal.DISPUTE_DATE_ORDER;
    }
    rescinded = act(action);
    adjustment =
        until == null || until.equals(held.days().from())
            ? null
            : new ManualAdjustment(
                held.id(),
                held.contract(),
                new DateSpan(held.days().from(), until),
                held.tin(),
                held.npi());
    return null;
  }

  @Nullable ManualAdjustment adjustment() {
    return adjustment;
  }

  DisputeAction.Claim claim() {
    return claim;
  }

  private boolean bySubmitter(DisputeAction action) {
    return Objects.requireNonNull(submitted).user().equals(action.user());
  }

  private static Act act(DisputeAction action) {
    return new Act(action.user(), action.at());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** The state on a business date: without a decision in time the dispute expires. */
  Dispute on(LocalDate businessDate) {
    LocalDate decision = decisionDue;
    boolean expired = status.isOpen() && decision != null && businessDate.isAfter(decision);
    return new Dispute(
        first.dispute(),
        first.payer(),
        first.contract(),
        expired ? DisputeStatus.EXPIRED : status,
        claim,
        List.copyOf(evidence),
        submitted,
        reviewDue,
        decisionDue,
        clock(businessDate, expired),
        reviewed,
        decided,
        adjustment,
        upheld,
        rescinded,
        List.copyOf(steps));
  }

  private @Nullable Clock clock(LocalDate businessDate, boolean expired) {
    LocalDate due = reviewDue;
    if (due == null) {
      return null;
    }
    if (expired || !status.isOpen()) {
      return Clock.STOPPED;
    }
    Act begun = reviewed;
    LocalDate until = begun == null ? businessDate : day(begun.at());
    return until.isAfter(due) ? Clock.LATE : Clock.RUNNING;
  }
}
