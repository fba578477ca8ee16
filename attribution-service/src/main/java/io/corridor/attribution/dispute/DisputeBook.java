package io.corridor.attribution.dispute;

import io.corridor.attribution.assignment.ManualAdjustment;
import io.corridor.common.care.Contract;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All disputes of one member (domain.md 1.8), taken action by action in the order of their time,
 * whenever they arrived. Duplicate actions are one; an action that came out of order takes its
 * place; a late one can undo the effect of those after it, which are then refused with a code.
 */
public final class DisputeBook {

  /** What is known of the lists of contracts. */
  public interface Lists {

    /** Terms of a month; empty when it lies in no performance year of the contract. */
    Optional<Contract> terms(ContractId contract, YearMonth month);

    /** Day since which the list of a month is final; empty while disputes about it are heard. */
    Optional<LocalDate> finalSince(ContractId contract, YearMonth month);
  }

  private final Lists lists;
  private final Map<String, DisputeCase> cases = new LinkedHashMap<>();
  private final Map<String, DisputeAction> taken = new HashMap<>();

  private DisputeBook(Lists lists) {
    this.lists = lists;
  }

  /** The disputes that these actions make. */
  public static DisputeBook of(List<DisputeAction> inTime, Lists lists) {
    DisputeBook book = new DisputeBook(lists);
    inTime.forEach(book::take);
    return book;
  }

  private void take(DisputeAction action) {
    DisputeCase dispute = cases.computeIfAbsent(action.dispute(), id -> new DisputeCase(action));
    DisputeAction same = taken.putIfAbsent(action.id(), action);
    dispute.note(action, same == null ? effect(dispute, action) : Refusal.DISPUTE_ACTION_ID_TAKEN);
  }

  /** Does what the action asks; says why when it does not. */
  private @Nullable Refusal effect(DisputeCase dispute, DisputeAction action) {
    if (!action.sound() || action.kind() == DisputeAction.Kind.UNKNOWN) {
      return Refusal.DISPUTE_INCOMPLETE;
    }
    if (action.kind() == DisputeAction.Kind.SUBMIT) {
      return submit(dispute, action);
    }
    Refusal deaf = dispute.deaf(action);
    if (deaf != null) {
      return deaf;
    }
    return switch (action.kind()) {
      case ADD_EVIDENCE -> {
        dispute.addEvidence(action);
        yield null;
      }
      case REVIEW -> dispute.review(action);
      case WITHDRAW -> dispute.withdraw(action);
      case UPHOLD -> uphold(dispute, action, DisputeStatus.UPHELD, claimed(dispute, action));
      case PARTIAL -> uphold(dispute, action, DisputeStatus.PARTIAL, decided(dispute, action));
      case REJECT -> {
        Refusal refused = dispute.undecidable(action);
        if (refused == null) {
          dispute.decide(action, DisputeStatus.REJECTED, null);
        }
        yield refused;
      }
      case RESCIND -> dispute.rescind(action);
      case SUBMIT, UNKNOWN -> throw new IllegalStateException("handled above");
    };
  }

  private @Nullable Refusal submit(DisputeCase dispute, DisputeAction action) {
    if (dispute.isSubmitted()) {
      return Refusal.DISPUTE_SUBMITTED_BEFORE;
    }
    DisputeAction.Claim claim = action.claim();
    DisputeType type = claim.type();
    YearMonth from = claim.from();
    if (type == null || from == null || !isNamed(type, claim)) {
      return Refusal.DISPUTE_INCOMPLETE;
    }
    YearMonth through = claim.through();
    if (through != null && through.isBefore(from)) {
      return Refusal.DISPUTE_DATE_ORDER;
    }
    Contract contract = lists.terms(action.contract(), from).orElse(null);
    if (contract == null) {
      return Refusal.DISPUTE_UNKNOWN_CONTRACT;
    }
    LocalDate day = LocalDate.ofInstant(action.at(), contract.followUp().zone());
    if (lists.finalSince(action.contract(), from).filter(day::isAfter).isPresent()) {
      return Refusal.DISPUTE_LIST_FINAL;
    }
    dispute.submit(action, contract);
    return null;
  }

  /** Who claims a member, or another clinician, says for whom. */
  private static boolean isNamed(DisputeType type, DisputeAction.Claim claim) {
    return switch (type) {
      case SHOULD_BE_MINE -> claim.tin() != null;
      case WRONG_NPI -> claim.tin() != null && claim.npi() != null;
      case NOT_MY_PATIENT, DECEASED, MOVED -> true;
    };
  }

  private @Nullable Refusal uphold(
      DisputeCase dispute,
      DisputeAction action,
      DisputeStatus outcome,
      @Nullable ManualAdjustment wanted) {
    Refusal refused = dispute.undecidable(action);
    if (refused != null) {
      return refused;
    }
    if (wanted == null) {
      return action.decided().from() == null
          ? Refusal.DISPUTE_INCOMPLETE
          : Refusal.DISPUTE_DATE_ORDER;
    }
    refused = against(dispute, wanted);
    if (refused == null) {
      dispute.decide(action, outcome, wanted);
    }
    return refused;
  }

  /** Upheld as claimed: the claimed practice, or none, in the claimed months. */
  private static ManualAdjustment claimed(DisputeCase dispute, DisputeAction action) {
    DisputeAction.Claim claim = dispute.claim();
    return adjustment(action, days(claim), claim.tin(), claim.npi());
  }

  private static DateSpan days(DisputeAction.Claim claim) {
    YearMonth through = claim.through();
    return new DateSpan(
        Objects.requireNonNull(claim.from()).atDay(1),
        through == null ? null : through.plusMonths(1).atDay(1));
  }

  /** Decided otherwise; null when its days are absent or reversed. */
  private static @Nullable ManualAdjustment decided(DisputeCase dispute, DisputeAction action) {
    DisputeAction.Decided decided = action.decided();
    LocalDate from = decided.from();
    LocalDate lastDay = decided.lastDay();
    if (from == null || (lastDay != null && lastDay.isBefore(from))) {
      return null;
    }
    return adjustment(action, DateSpan.ofInclusive(from, lastDay), decided.tin(), decided.npi());
  }

  private static ManualAdjustment adjustment(
      DisputeAction action, DateSpan days, @Nullable Tin tin, @Nullable Npi npi) {
    return new ManualAdjustment(
        action.dispute(), action.contract(), days, tin, tin == null ? null : npi);
  }

  private @Nullable Refusal against(DisputeCase dispute, ManualAdjustment wanted) {
    DateSpan days = days(dispute.claim());
    LocalDate end = days.until();
    LocalDate until = wanted.days().until();
    boolean tooLong = end != null && (until == null || until.isAfter(end));
    if (wanted.days().from().isBefore(days.from()) || tooLong) {
      return Refusal.DISPUTE_OUTSIDE_CLAIM;
    }
    Tin tin = wanted.tin();
    LocalDate first = wanted.days().from();
    boolean outside =
        tin != null
            && lists
                .terms(wanted.contract(), YearMonth.from(first))
                .filter(contract -> contract.participates(tin, first))
                .isEmpty();
    if (outside) {
      return Refusal.DISPUTE_NOT_A_PARTICIPANT;
    }
    boolean overlaps =
        adjustmentsNow()
            .anyMatch(held ->
                held.contract().equals(wanted.contract()) && held.days().overlaps(wanted.days()));
    return overlaps ? Refusal.DISPUTE_ADJUSTMENT_OVERLAPS : null;
  }

  private Stream<ManualAdjustment> adjustmentsNow() {
    return cases.values().stream()
        .map(DisputeCase::adjustment)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  /** Adjustments that hold on some day. */
  public List<ManualAdjustment> adjustments() {
    return adjustmentsNow().toList();
  }

  /** The disputes on a business date, by the time of their first action. */
  public List<Dispute> on(LocalDate businessDate) {
    return cases.values().stream().map(dispute -> dispute.on(businessDate)).toList();
  }

  /** The next business date on which a dispute changes by itself. */
  public Optional<LocalDate> nextDue(LocalDate businessDate) {
    return on(businessDate).stream()
        .flatMap(dispute -> dispute.nextDue(businessDate).stream())
        .min(LocalDate::compareTo);
  }
}
