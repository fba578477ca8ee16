package io.corridor.attribution;

import io.corridor.attribution.assignment.AssignmentChange;
import io.corridor.attribution.assignment.CampaignAlignment;
import io.corridor.attribution.assignment.ChangeReason;
import io.corridor.attribution.assignment.DecidedRows;
import io.corridor.attribution.assignment.ManualAdjustment;
import io.corridor.attribution.assignment.Programs;
import io.corridor.attribution.dispute.Dispute;
import io.corridor.attribution.dispute.DisputeAction;
import io.corridor.attribution.dispute.DisputeBook;
import io.corridor.attribution.dispute.DisputeRows;
import io.corridor.attribution.roster.SettledPeriod;
import io.corridor.common.care.Contract;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Subject;
import io.corridor.common.time.DateSpan;
import io.corridor.schemas.topic.AttributionTopics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The disputes of one member in one derivation. */
final class MemberDisputes {

  private final Subject subject;
  private final List<DisputeAction> actions;
  private final DisputeBook book;

  MemberDisputes(Subject subject, Programs programs, List<SettledPeriod> periods) {
    this.subject = subject;
    this.actions = DisputeRows.actions(subject.rows());
    this.book = DisputeBook.of(actions, new Known(programs, periods));
  }

  /** Terms of contracts, and which of their lists are final. */
  private record Known(Programs programs, List<SettledPeriod> periods)
      implements DisputeBook.Lists {

    @Override
    public Optional<Contract> terms(ContractId contract, YearMonth month) {
      return programs.terms(contract, month);
    }

    @Override
    public Optional<LocalDate> finalSince(ContractId contract, YearMonth month) {
      return MemberClosings.listFinalSince(periods, contract, month);
    }
  }

  /** The rows of the member with the adjustments that hold and these alignments. */
  Rows rows(List<CampaignAlignment> alignments) {
    return new DecidedRows(subject.rows(), book.adjustments(), alignments);
  }

  /** Payers of the disputes, under whose contracts they must be looked at again. */
  List<String> payers() {
    return actions.stream().map(DisputeAction::payer).distinct().sorted().toList();
  }

  Optional<LocalDate> nextDue(LocalDate today) {
    return book.nextDue(today);
  }

  /** The current state of every dispute. Claims and enrollment do not touch it. */
  List<Answer> answers(LocalDate today) {
    boolean looked =
        subject.everything()
            || subject.tick().isPresent()
            || subject.touched().stream().anyMatch(DisputeRows::isAction);
    if (!looked) {
      return List.of();
    }
    List<Answer> answers = new ArrayList<>();
    book.on(today).stream().map(this::answer).forEach(answers::add);
    if (subject.everything()) {
      // A merged member that was told apart took its disputes with it.
      subject.answerKeys(AttributionTopics.DISPUTE).stream()
          .filter(key -> answers.stream().noneMatch(answer -> answer.key().equals(key)))
          .toList()
          .forEach(key -> answers.add(Answer.none(AttributionTopics.DISPUTE, key, "", today)));
    }
    return answers;
  }

  private Answer answer(Dispute dispute) {
    return Answer.of(
        AttributionTopics.DISPUTE,
        subject.id() + "|" + dispute.id(),
        DisputeMapper.dispute(subject.id(), dispute),
        dispute.payer(),
        LocalDate.ofInstant(dispute.steps().getFirst().action().at(), ZoneOffset.UTC),
        List.of());
  }

  /** The dispute whose adjustment, in force or rescinded, speaks of a month. */
  Optional<String> behind(ContractId contract, YearMonth month, LocalDate today) {
    return book.on(today).stream()
        .flatMap(dispute -> Optional.ofNullable(dispute.upheld()).stream())
        .filter(adjustment -> adjustment.contract().equals(contract))
        .filter(adjustment -> adjustment.days().overlaps(DateSpan.of(month)))
        .map(ManualAdjustment::id)
        .reduce((earlier, later) -> later);
  }

  /**
   * The change with its true cause: what an action in a dispute brings about is the dispute's
   * doing, whatever the claims say beneath it.
   */
  AssignmentChange withCause(AssignmentChange change) {
    boolean byAction =
        !subject.touched().isEmpty() && subject.touched().stream().allMatch(DisputeRows::isAction);
    if (!byAction
        || change.reason() == ChangeReason.DISPUTE_UPHELD
        || change.reason() == ChangeReason.MANUAL_ADJ_EXPIRED) {
      return change;
    }
    return new AssignmentChange(
        change.month(), change.from(), change.to(), change.type(), ChangeReason.MANUAL_ADJ_EXPIRED);
  }
}
