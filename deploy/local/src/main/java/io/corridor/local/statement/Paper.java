package io.corridor.local.statement;

import io.corridor.schemas.Entry;
import io.corridor.schemas.Statement;
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
record Paper(String title, List<String> summary, List<Section> sections) {

  /**
   * A section.
   *
   * @param title heading
   * @param note sentence under it; empty for none
   * @param head column heads
   * @param rows cells
   * @param numbers place of the first column of figures
   */
  record Section(
      String title, String note, List<String> head, List<List<String>> rows, int numbers) {}

  static Paper of(Statement statement) {
    List<Section> sections = new ArrayList<>();
    sections.add(inputs(statement));
    sections.add(
        steps(
            "How the result follows",
            "Each line can be checked with a pocket calculator: the formula uses the names in its"
                + " last column. Figures are carried unrounded; … marks where the print is cut.",
            statement.getSteps()));
    if (!statement.getLimitsBinding().isEmpty() || statement.getRefusal() != null) {
      sections.add(limits(statement));
    }
    sections.add(steps("What is due now", "", statement.getPostingSteps()));
    sections.add(entries(statement));
    return new Paper(title(statement), summary(statement), sections);
  }

  private static String title(Statement statement) {
    String kind =
        switch (statement.getKind()) {
          case "FINAL" -> "Final settlement";
          case "RESTATEMENT" -> "Restated settlement";
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
    boolean interim = statement.getKind().equals("INTERIM");
    lines.add(
        (interim ? "Expected result of the whole year: " : "Result: ")
            + direction(
                statement.getResult(), "the ACO earned", "the ACO owes", "nothing is shared"));
    lines.add(
        "Due now: "
            + direction(
                statement.getDue(), "the payer pays the ACO", "the ACO pays the payer", "nothing"));
    if (statement.getCarried().signum() != 0) {
      lines.add(
          "After this statement the ACO owes back $"
              + Words.dollars(statement.getCarried())
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
        : (amount.signum() > 0 ? in : out) + " $" + Words.dollars(amount.abs()) + ".";
  }

  private static Section inputs(Statement statement) {
    List<List<String>> rows = new ArrayList<>();
    statement
        .getInputs()
        .forEach(input ->
            rows.add(
                List.of(
                    Words.name(input.getName()),
                    input.getSource(),
                    Words.figure(input.getValue()))));
    return new Section(
        "What it rests on",
        "Frozen figures: nothing that becomes known later changes them.",
        List.of("Figure", "Frozen record", "Value"),
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
                  .append(Words.figure(input.getValue())));
      rows.add(
          List.of(
              Words.name(step.getName()),
              step.getCitation(),
              step.getName() + " = " + step.getFormula(),
              inputs.toString(),
              Words.figure(step.getValue())));
    }
    return new Section(
        title, note, List.of("Step", "Where the rule stands", "Formula", "With", "Value"), rows, 4);
  }

  private static Section limits(Statement statement) {
    List<List<String>> rows = new ArrayList<>();
    if (statement.getRefusal() != null) {
      rows.add(List.of(statement.getRefusal(), "By the terms there is no financial result."));
    }
    statement.getLimitsBinding().forEach(code -> rows.add(List.of(code, Words.limit(code))));
    return new Section("What held the result back", "", List.of("Limit", "Meaning"), rows, 2);
  }

  private static Section entries(Statement statement) {
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : statement.getEntries()) {
      entry
          .getLines()
          .forEach(line -> {
            boolean debit = line.getSide().equals("DEBIT");
            String amount = Words.dollars(line.getAmount());
            rows.add(
                List.of(
                    entry.getEntryId(),
                    Words.entry(entry.getKind())
                        + (entry.getReverses() == null ? "" : " of " + entry.getReverses()),
                    entry.getPeriod(),
                    Words.account(line.getAccount()),
                    debit ? amount : "",
                    debit ? "" : amount));
          });
    }
    return new Section(
        "What is posted",
        "Double entries in the payer's books: the debits of an entry equal its credits.",
        List.of("Entry", "What it does", "Books of", "Account", "Debit", "Credit"),
        rows,
        4);
  }
}
