package io.corridor.attribution;

import io.corridor.attribution.assignment.Programs;
import io.corridor.attribution.election.ElectionRows;
import io.corridor.attribution.election.ListElection;
import io.corridor.attribution.election.ListElections;
import io.corridor.attribution.election.ListElections.Chosen;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.Election;
import io.corridor.schemas.ElectionStep;
import io.corridor.schemas.ListChoice;
import io.corridor.schemas.topic.AttributionTopics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One derivation of a contract as a subject of its own: which lists were elected for its years. It
 * stops by itself: the lists that it writes come back as a table that only members read.
 */
final class ElectionDerivation {

  private static final String LIST = "LIST";

  private ElectionDerivation() {}

  /** The election of a list; empty for other elections and those without contract or year. */
  static Optional<ListElection> election(Election body) {
    String contract = body.getContract();
    Integer year = body.getYear();
    String list = body.getList();
    return !body.getKind().equals(LIST) || contract == null || year == null || list == null
        ? Optional.empty()
        : Optional.of(
            new ListElection(
                body.getElectionId(),
                body.getPayer(),
                new ContractId(contract),
                year,
                list,
                body.getUser(),
                body.getAt()));
  }

  /** Answers of a contract; empty when the subject is none. */
  static Optional<Derivation> of(Subject subject, Programs programs) {
    List<ListElection> elections = ElectionRows.of(subject.id(), subject.rows());
    if (elections.isEmpty()) {
      return Optional.empty();
    }
    ContractId contract = new ContractId(subject.id());
    Set<String> indexes = new TreeSet<>();
    elections.forEach(election -> indexes.add(MemberDerivation.payerIndex(election.payer())));
    List<Answer> answers = new ArrayList<>();
    ListElections.chosen(elections, year -> programs.termsOfYear(contract, year))
        .forEach((year, chosen) -> answers.add(answer(contract, year, chosen)));
    return Optional.of(new Derivation(answers, List.of(), List.of(), null, indexes));
  }

  private static Answer answer(ContractId contract, int year, Chosen chosen) {
    String payer = chosen.steps().getFirst().election().payer();
    return Answer.of(
        AttributionTopics.LIST_CHOICE,
        contract + "|" + year,
        new ListChoice(
            contract.value(),
            payer,
            year,
            AssignmentMapper.name(chosen.list()),
            chosen.election(),
            chosen.lockedAfter(),
            chosen.steps().stream().map(ElectionDerivation::step).toList()),
        payer,
        LocalDate.of(year, 1, 1),
        List.of());
  }

  private static ElectionStep step(ListElections.Step step) {
    ListElection election = step.election();
    return new ElectionStep(
        election.id(),
        election.list(),
        election.user(),
        election.at(),
        AssignmentMapper.name(step.refused()));
  }
}
