package io.corridor.portal.statement;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import io.corridor.schemas.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement as its page shows it.
 *
 * @param id statement
 * @param headline the finding in a sentence
 * @param kind what it is
 * @param figures what a reader in a hurry reads
 * @param sentences the statement in whole sentences
 * @param before the statement that it takes the place of
 * @param after the statement that took its place
 * @param sections the rest, in reading order
 */
public record StatementView(
    String id,
    String headline,
    String kind,
    List<Figure> figures,
    List<String> sentences,
    @Nullable Other before,
    @Nullable Other after,
    List<Paper.Section> sections) {

  /** A figure with what it means. */
  public record Figure(String label, String value, String note) {}

  /**
   * Another statement of the year.
   *
   * @param id statement
   * @param text what it came to
   */
  public record Other(String id, String text) {}

  /** Keeps its own copies. */
  public StatementView {
    figures = List.copyOf(figures);
    sentences = List.copyOf(sentences);
    sections = List.copyOf(sections);
  }

  /** The view of a statement among those of its year. */
  static StatementView of(Statement statement, List<Statement> ofYear) {
    Paper paper = Paper.of(statement);
    return new StatementView(
        statement.getStatement(),
        headline(statement),
        StatementRow.kind(statement),
        figures(statement),
        paper.summary(),
        other(StatementRow.restates(statement, ofYear)),
        other(StatementRow.restatedBy(statement, ofYear)),
        paper.sections());
  }

  private static @Nullable Other other(@Nullable Statement statement) {
    return statement == null
        ? null
        : new Other(
            statement.getStatement(),
            "a result of "
                + Format.exact(Money.of(statement.getResult()))
                + " on the figures of "
                + Format.day(statement.getCutDate()));
  }

  private static String headline(Statement statement) {
    BigDecimal result = statement.getResult();
    boolean interim = statement.getKind().equals("INTERIM");
    String year = " for " + statement.getPeriod();
    if (statement.getKind().equals("FEE")) {
      return "Care management fees of "
          + Format.exact(Money.of(result))
          + ", month "
          + Integer.parseInt(statement.getStatement().substring(1))
          + " of "
          + statement.getPeriod();
    }
    if (result.signum() == 0) {
      return interim ? "Nothing is expected" + year : "Nothing is shared" + year;
    }
    String dollars = Format.exact(Money.of(result.abs()));
    if (interim) {
      return (result.signum() > 0 ? "The ACO is expected to earn " : "The ACO is expected to owe ")
          + dollars
          + year;
    }
    return (result.signum() > 0 ? "The ACO earned " : "The ACO owes ") + dollars + year;
  }

  private static List<Figure> figures(Statement statement) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            statement.getKind().equals("INTERIM") ? "Expected result" : "Result",
            Format.exact(Money.of(statement.getResult())),
            "below zero: owed by the ACO"));
    figures.add(
        new Figure(
            "Due now", Format.exact(Money.of(statement.getDue())), "after what was paid before"));
    figures.add(
        new Figure(
            "Owed back later",
            Format.exact(Money.of(statement.getCarried())),
            "by the ACO, out of later payments"));
    figures.add(
        new Figure(
            "Figures frozen on",
            Format.plainDay(statement.getCutDate()),
            "terms, version " + statement.getTermsVersion()));
    return figures;
  }
}
