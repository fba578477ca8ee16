package io.corridor.portal.statement;

import io.corridor.schemas.Entry;
import io.corridor.schemas.EntryLine;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementInput;
import io.corridor.schemas.StatementLevel;
import io.corridor.schemas.StatementShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement as sections of headed tables: what the text and the page have in common.
 *
 * @param title headline
 * @param summary sentences that a reader in a hurry reads
 * @param sections the rest, in reading order
 */
public record Paper(String title, List<String> summary, List<Section> sections) {

  private static final String FROZEN =
      "Frozen figures: nothing that becomes known later changes them.";

  /**
   * A section.
   *
   * @param title heading
   * @param note sentence under it; empty for none
   * @param head column heads
   * @param rows cells
   * @param numbers place of the first column of figures
   * @param folded whether a screen opens it on demand
   */
  public record Section(
      String title,
      String note,
      List<String> head,
      List<List<String>> rows,
      int numbers,
      boolean folded) {

    private static Section of(
        String title, String note, List<String> head, List<List<String>> rows, int numbers) {
      return new Section(title, note, head, rows, numbers, false);
    }

    private Section folding() {
      return new Section(title, note, head, rows, numbers, true);
    }
  }

  /** Everything that a statement says; a section without rows has nothing to say. */
  public static Paper of(Statement statement) {
    List<Section> sections = new ArrayList<>();
    sections.add(inputs("What it rests on", FROZEN, statement.getInputs(), false));
    sections.add(
        steps(
            "How the result follows",
            "Each line can be checked with a pocket calculator: the formula uses the names in its"
                + " last column. Figures are carried unrounded; … marks where the print is cut.",
            statement.getSteps()));
    sections.add(limits(statement));
    sections.add(levels(statement));
    sections.add(payments(statement));
    sections.add(steps("What is due now", "", statement.getPostingSteps()));
    sections.add(shares(statement));
    sections.add(entries(statement));
    sections.add(
        inputs("Figures in parts", "By month, category and measure.", statement.getInputs(), true)
            .folding());
    if (statement.getLevels().size() > 1) {
      for (StatementLevel level : statement.getLevels()) {
        sections.add(
            steps("How the result of " + name(level) + " follows", "", level.getSteps()).folding());
      }
    }
    return new Paper(
        title(statement),
        summary(statement),
        sections.stream().filter(section -> !section.rows().isEmpty()).toList());
  }

  private static String name(StatementLevel level) {
    return switch (level.getLevel()) {
      case "CONTRACT" -> "the contract";
      case "ACO" -> "ACO " + level.getId();
      case "TIN" -> "practice " + level.getId();
      case "NPI" -> "clinician " + level.getId();
      default -> level.getLevel() + " " + level.getId();
    };
  }

  /** What a statement is, and of what. */
  static String title(Statement statement) {
    String kind =
        switch (statement.getKind()) {
          case "FINAL" -> "Final settlement";
          case "RESTATEMENT" -> "Restated settlement";
          case "FEE" -> "Care management fees";
          default -> "Interim payment";
        };
    return kind
        + " of contract "
        + statement.getContract()
        + ", performance year "
        + statement.getPeriod();
  }

  private static List<String> summary(Statement statement) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Statement "
            + statement.getStatement()
            + " between payer "
            + statement.getPayer()
            + " and ACO "
            + statement.getAco()
            + ", under version "
            + statement.getTermsVersion()
            + " of the contract's terms.");
    lines.add(
        "Period from "
            + statement.getFrom()
            + " through "
            + statement.getUntil().minusDays(1)
            + ". All figures were frozen on "
            + statement.getCutDate()
            + (statement.getKnownAt() == null
                ? "."
                : "; the latest record behind them was received at "
                    + statement.getKnownAt()
                    + "."));
    lines.add(
        switch (statement.getKind()) {
          case "INTERIM" ->
              "Expected result of the whole year: "
                  + direction(
                      statement.getResult(), "the ACO earned", "the ACO owes", "nothing is shared");
          case "FEE" ->
              "Fees of the month, with what earlier months were restated by: "
                  + direction(
                      statement.getResult(), "the payer pays", "the payer takes back", "nothing");
          default ->
              "Result: "
                  + direction(
                      statement.getResult(), "the ACO earned", "the ACO owes", "nothing is shared");
        });
    lines.add(
        "Due now: "
            + direction(
                statement.getDue(), "the payer pays the ACO", "the ACO pays the payer", "nothing"));
    if (statement.getCarried().signum() != 0) {
      lines.add(
          "After this statement the ACO owes back $"
              + StatementWords.dollars(statement.getCarried())
              + ", to be taken out of later payments.");
    }
    if (statement.getRequestedBy() != null) {
      lines.add(
          "Closed by "
              + statement.getRequestedBy()
              + (statement.getApprovedBy() == null
                  ? "; the amount asked for no second person."
                  : ", approved by " + statement.getApprovedBy() + "."));
    }
    return lines;
  }

  private static String direction(BigDecimal amount, String in, String out, String nothing) {
    return amount.signum() == 0
        ? nothing + "."
        : (amount.signum() > 0 ? in : out) + " $" + StatementWords.dollars(amount.abs()) + ".";
  }

  private static boolean isPart(String name) {
    return name.startsWith("members.month.")
        || name.startsWith("cost.category.")
        || name.startsWith("quality.measure.");
  }

  private static Section inputs(
      String title, String note, List<StatementInput> inputs, boolean parts) {
    List<List<String>> rows = new ArrayList<>();
    for (StatementInput input : inputs) {
      if (isPart(input.getName()) == parts) {
        rows.add(
            List.of(
                StatementWords.name(input.getName()),
                input.getSource(),
                StatementWords.figure(input.getValue())));
      }
    }
    return Section.of(title, note, List.of("Figure", "Frozen record", "Value"), rows, 2);
  }

  private static Section levels(Statement statement) {
    List<List<String>> rows = new ArrayList<>();
    if (statement.getLevels().size() > 1) {
      for (StatementLevel level : statement.getLevels()) {
        String refusal = level.getRefusal();
        List<String> why = new ArrayList<>();
        if (refusal != null) {
          why.add(StatementWords.refusal(refusal, level.getRefusedFigures()));
        }
        level.getLimitsBinding().forEach(code -> why.add(StatementWords.limit(code)));
        level.getWarnings().forEach(code -> why.add(StatementWords.warning(code)));
        BigDecimal result = level.getResult();
        String name = name(level);
        rows.add(
            List.of(
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                String.join(" ", why),
                result == null ? "–" : StatementWords.dollars(result)));
      }
    }
    return Section.of(
        "Level by level",
        "The same rules on each level's own figures. The books are kept on the first; what stands"
            + " below it shows who earned it.",
        List.of("Level", "What held it back", "Result, $"),
        rows,
        2);
  }

  private static Section payments(Statement statement) {
    List<List<String>> rows = new ArrayList<>();
    for (StatementLevel level : statement.getLevels()) {
      level
          .getPayments()
          .forEach(payment -> {
            BigDecimal paid = payment.getPayment();
            rows.add(
                List.of(
                    StatementWords.payment(payment.getKind()),
                    name(level),
                    payment.getMissing().isEmpty()
                        ? ""
                        : "not known: " + String.join(", ", payment.getMissing()),
                    paid == null ? "–" : StatementWords.dollars(paid)));
          });
    }
    return Section.of(
        "Payments beside the result",
        "Worked out for the year at each level on the same figures, and paid at one: the entries"
            + " below say to whom. Not part of the result above.",
        List.of("Payment", "Of", "What is missing", "Amount, $"),
        rows,
        3);
  }

  private static Section shares(Statement statement) {
    List<List<String>> rows = new ArrayList<>();
    for (StatementShare share : statement.getShares()) {
      String of = share.getOf();
      rows.add(
          List.of(
              share.getReceiver(),
              of == null ? "" : "from practice " + of,
              StatementWords.dollars(share.getAmount())));
    }
    return Section.of(
        "Who receives it",
        "What is due, handed on by the shares that the terms agree; the parts sum to it.",
        List.of("Receiver", "", "Amount, $"),
        rows,
        2);
  }

  private static Section steps(String title, String note, List<io.corridor.schemas.Step> steps) {
    List<List<String>> rows = new ArrayList<>();
    for (io.corridor.schemas.Step step : steps) {
      StringBuilder inputs = new StringBuilder();
      step.getInputs()
          .forEach(input ->
              inputs
                  .append(inputs.isEmpty() ? "" : "; ")
                  .append(input.getName())
                  .append(" = ")
                  .append(StatementWords.figure(input.getValue())));
      rows.add(
          List.of(
              StatementWords.name(step.getName()),
              step.getCitation(),
              step.getName() + " = " + step.getFormula(),
              inputs.toString(),
              StatementWords.figure(step.getValue())));
    }
    return Section.of(
        title, note, List.of("Step", "Where the rule stands", "Formula", "With", "Value"), rows, 4);
  }

  private static Section limits(Statement statement) {
    List<List<String>> rows = new ArrayList<>();
    if (statement.getRefusal() != null) {
      rows.add(
          List.of(
              statement.getRefusal(),
              StatementWords.refusal(statement.getRefusal(), List.of())
                  + " By the terms there is no financial result."));
    }
    statement
        .getLimitsBinding()
        .forEach(code -> rows.add(List.of(code, StatementWords.limit(code))));
    statement.getWarnings().forEach(code -> rows.add(List.of(code, StatementWords.warning(code))));
    return Section.of(
        "What held the result back, and what to know", "", List.of("Code", "Meaning"), rows, 2);
  }

  private static String deed(Entry entry) {
    String reason = entry.getReason();
    return StatementWords.entry(entry.getKind())
        + (entry.getReverses() == null ? "" : " of " + entry.getReverses())
        + (reason == null ? "" : ": " + StatementWords.payment(reason));
  }

  private static String account(EntryLine line, String aco) {
    String receiver = line.getReceiver();
    return receiver == null
        ? StatementWords.account(line.getAccount())
        : StatementWords.receiver(receiver, aco);
  }

  private static Section entries(Statement statement) {
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : statement.getEntries()) {
      entry
          .getLines()
          .forEach(line -> {
            boolean debit = line.getSide().equals("DEBIT");
            String amount = StatementWords.dollars(line.getAmount());
            rows.add(
                List.of(
                    entry.getEntryId(),
                    deed(entry),
                    entry.getPeriod(),
                    account(line, statement.getAco()),
                    debit ? amount : "",
                    debit ? "" : amount));
          });
    }
    return Section.of(
        "What is posted",
        "Double entries in the payer's books: the debits of an entry equal its credits.",
        List.of("Entry", "What it does", "Books of", "Account", "Debit", "Credit"),
        rows,
        4);
  }
}
