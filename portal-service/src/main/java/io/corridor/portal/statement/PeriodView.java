package io.corridor.portal.statement;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import io.corridor.schemas.CommandAnswer;
import io.corridor.schemas.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a performance year stands on its way to a statement.
 *
 * @param headline the finding in a sentence
 * @param waits what a closing under way still waits for, in sentences
 * @param commands what was asked, the latest first
 */
public record PeriodView(String headline, List<String> waits, List<Asked> commands) {

  /**
   * A command and its answer.
   *
   * @param what what was asked
   * @param user who asked
   * @param answer what became of it
   */
  public record Asked(String what, String user, String answer) {}

  /** A year of which nothing is known yet. */
  static final PeriodView NONE =
      new PeriodView("Nothing is known of this year yet", List.of(), List.of());

  /** Keeps its own copies. */
  public PeriodView {
    waits = List.copyOf(waits);
    commands = List.copyOf(commands);
  }

  /** The view of a period. */
  static PeriodView of(Period period) {
    List<Asked> commands = new ArrayList<>();
    for (CommandAnswer answer : period.getAnswers()) {
      commands.addFirst(
          new Asked(asked(answer.getKind()), answer.getUser(), answered(answer.getCode())));
    }
    return new PeriodView(
        headline(period),
        period.getAwaits().stream().map(code -> wait(code, period)).toList(),
        commands);
  }

  private static String headline(Period period) {
    return switch (period.getState()) {
      case "OPEN" -> "The year is open: every figure is an estimate and moves";
      case "CLOSING" ->
          "The year is being closed on the figures of " + Format.day(period.getClosingDate());
      case "CLOSED" ->
          "The year is settled on the figures of " + Format.day(period.getClosingDate());
      default -> "The contract has no such year";
    };
  }

  private static String wait(String code, Period period) {
    return switch (code) {
      case "ROSTER" -> "Assignments are being frozen.";
      case "BUDGET" -> "Cost and budget are being frozen.";
      case "SCORE" -> "Quality is being frozen.";
      case "RESULT" -> "No result can be given yet. " + refusal(period);
      case "APPROVAL" -> "Another person must approve " + proposed(period) + ".";
      case "POSTING" -> "The statement is being posted.";
      default -> code.toLowerCase(Locale.ROOT);
    };
  }

  private static String refusal(Period period) {
    String code = period.getRefusal();
    return code == null ? "" : StatementWords.refusal(code, period.getRefusedFigures());
  }

  private static String proposed(Period period) {
    BigDecimal payment = period.getProposedPayment();
    BigDecimal due = period.getProposedDue();
    String proposal = period.getProposal();
    return (payment == null ? "the result" : "a result of " + Format.exact(Money.of(payment)))
        + (due == null ? "" : ", with " + Format.exact(Money.of(due)) + " due now")
        + (proposal == null ? "" : " (proposal " + proposal + ", which the approval must name)");
  }

  private static String asked(String kind) {
    return switch (kind) {
      case "CLOSE" -> "Close the year";
      case "RESTATE" -> "Settle the year again";
      case "APPROVE" -> "Approve the result";
      case "ABANDON" -> "Give the closing up";
      default -> kind;
    };
  }

  private static String answered(String code) {
    return switch (code) {
      case "ACCEPTED" -> "accepted";
      case "PERIOD_UNKNOWN" -> "refused: the terms have no such year";
      case "RUN_OUT_PAST" -> "refused: the day of the cut lies in the past";
      case "RUN_OUT_INSIDE_PERIOD" -> "refused: the day of the cut lies inside the year";
      case "TOO_MANY_REJECTED" -> "refused: too many records are rejected and not mended";
      case "ALREADY_CLOSING" -> "refused: a closing is under way";
      case "ALREADY_CLOSED" -> "refused: the year is settled";
      case "NOT_CLOSED" -> "refused: the year is not settled yet";
      case "NOT_CLOSING" -> "refused: no closing is under way";
      case "WRONG_NUMBER" -> "refused: another closing was meant";
      case "SAME_PERSON" -> "refused: who asked cannot approve";
      case "ALREADY_APPROVED" -> "refused: it has been approved";
      case "NOTHING_PROPOSED" -> "refused: nothing waits for approval";
      case "PROPOSAL_NOT_NAMED" -> "refused: it does not name what it approves";
      case "FIGURES_MOVED" -> "refused: figures have moved since; there is a new proposal";
      default -> code;
    };
  }
}
