package io.corridor.settlement.statement;

import io.corridor.common.care.Contract;
import io.corridor.settlement.statement.Answer.Code;
import io.corridor.settlement.statement.PeriodState.Closed;
import io.corridor.settlement.statement.PeriodState.Closing;
import io.corridor.settlement.statement.PeriodState.Open;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

/**
 * The commands of a period in the order they were given, and where they leave it. A statement that
 * was published holds whatever command is heard of later: nothing takes it back. An approval holds
 * while what it names is what is proposed: figures that move afterwards ask for another one.
 *
 * @param state where the period stands
 * @param answers what became of each command
 */
public record PeriodBook(PeriodState state, List<Answer> answers) {

  /**
   * What the terms say about closing.
   *
   * @param year the performance year
   * @param rejectedLimit rejected records above which a period may not be closed
   */
  public record Terms(Contract.PerformanceYear year, long rejectedLimit) {}

  /** Keeps its own copy. */
  public PeriodBook {
    answers = List.copyOf(answers);
  }

  /**
   * Where commands leave a period.
   *
   * @param terms empty when the terms do not have the period
   * @param commands its commands, in any order
   * @param statements last command that each published statement knew, by number of its closing
   * @param proposals what waits for approval, or was approved, by number of its closing
   */
  public static PeriodBook of(
      Optional<Terms> terms,
      Collection<Command> commands,
      NavigableMap<Integer, String> statements,
      Map<Integer, String> proposals) {
    Fold fold = new Fold(terms, statements, proposals);
    commands.stream().sorted(Command.ORDER).forEach(fold::take);
    return new PeriodBook(fold.end(), fold.answers);
  }

  /** The fold over commands. */
  private static final class Fold {
    private final Optional<Terms> terms;
    private final NavigableMap<Integer, String> statements;
    private final Map<Integer, String> proposals;
    private final List<Answer> answers = new ArrayList<>();
    private PeriodState state = new Open();
    private int closings;
    private int published;

    private Fold(
        Optional<Terms> terms,
        NavigableMap<Integer, String> statements,
        Map<Integer, String> proposals) {
      this.terms = terms;
      this.statements = statements;
      this.proposals = proposals;
    }

    private void take(Command command) {
      Code code =
          terms
              .map(known ->
                  switch (command.kind()) {
                    case CLOSE, RESTATE -> begin(command, known);
                    case APPROVE -> approve(command);
                    case ABANDON -> abandon(command);
                  })
              .orElse(Code.PERIOD_UNKNOWN);
      answers.add(new Answer(command, code));
      if (state instanceof Closing closing) {
        state =
            new Closing(
                closing.number(),
                closing.restatement(),
                closing.date(),
                closing.requestedBy(),
                closing.approvedBy(),
                command.id());
        if (command.id().equals(statements.get(closing.number()))) {
          close(closing.number());
        }
      }
    }

    private void close(int number) {
      state = new Closed(number);
      published = number;
    }

    private Code begin(Command command, Terms known) {
      if (state instanceof Closing) {
        return Code.ALREADY_CLOSING;
      }
      boolean restatement = command.kind() == Command.Kind.RESTATE;
      if (restatement != (published > 0)) {
        return restatement ? Code.NOT_CLOSED : Code.ALREADY_CLOSED;
      }
      int number = closings + 1;
      if (command.number() != null && command.number() != number) {
        return Code.WRONG_NUMBER;
      }
      LocalDate until = Objects.requireNonNull(known.year().span().until());
      if (command.cutDate().isBefore(command.businessDate())) {
        return Code.RUN_OUT_PAST;
      }
      if (command.cutDate().isBefore(until)) {
        return Code.RUN_OUT_INSIDE_PERIOD;
      }
      Long rejected = command.rejectedRecords();
      if (rejected != null && rejected > known.rejectedLimit()) {
        return Code.TOO_MANY_REJECTED;
      }
      closings = number;
      state =
          new Closing(number, restatement, command.cutDate(), command.user(), null, command.id());
      return Code.ACCEPTED;
    }

    private Code approve(Command command) {
      if (!(state instanceof Closing closing)) {
        return Code.NOT_CLOSING;
      }
      if (command.number() != null && command.number() != closing.number()) {
        return Code.WRONG_NUMBER;
      }
      if (closing.approvedBy() != null) {
        return Code.ALREADY_APPROVED;
      }
      if (command.user().equals(closing.requestedBy())) {
        return Code.SAME_PERSON;
      }
      String proposal = proposals.get(closing.number());
      if (proposal == null) {
        return Code.NOTHING_PROPOSED;
      }
      if (command.proposal() == null) {
        return Code.PROPOSAL_NOT_NAMED;
      }
      if (!command.proposal().equals(proposal)) {
        return Code.FIGURES_MOVED;
      }
      state =
          new Closing(
              closing.number(),
              closing.restatement(),
              closing.date(),
              closing.requestedBy(),
              command.user(),
              command.id());
      return Code.ACCEPTED;
    }

    private Code abandon(Command command) {
      if (!(state instanceof Closing closing)) {
        return Code.NOT_CLOSING;
      }
      if (command.number() != null && command.number() != closing.number()) {
        return Code.WRONG_NUMBER;
      }
      if (statements.containsKey(closing.number())) {
        return Code.ALREADY_CLOSED;
      }
      state = published > 0 ? new Closed(published) : new Open();
      return Code.ACCEPTED;
    }

    /** A statement holds even when the command that it knew last has not been heard of again. */
    private PeriodState end() {
      boolean stated =
          !statements.isEmpty()
              && statements.lastKey() > published
              && !(state instanceof Closing closing && closing.number() > statements.lastKey());
      return stated ? new Closed(statements.lastKey()) : state;
    }
  }
}
