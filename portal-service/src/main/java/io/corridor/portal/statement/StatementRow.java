package io.corridor.portal.statement;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import io.corridor.schemas.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement in the list of its year.
 *
 * @param id statement
 * @param kind what it is, in words
 * @param state whether it holds: a word
 * @param frozen day on which its figures were frozen
 * @param result result, dollars
 * @param due to be paid now, dollars
 * @param signed who asked for it and approved it
 */
public record StatementRow(
    String id, String kind, String state, String frozen, String result, String due, String signed) {

  /** The rows of a year's statements, which come the latest first. */
  static List<StatementRow> of(List<Statement> statements) {
    List<StatementRow> rows = new ArrayList<>();
    for (Statement statement : statements) {
      rows.add(of(statement, restatedBy(statement, statements)));
    }
    return rows;
  }

  /** The statement that settled the year again after this one; null while this one holds. */
  static @Nullable Statement restatedBy(Statement statement, List<Statement> statements) {
    return isInterim(statement)
        ? null
        : statements.stream()
            .filter(later -> !isInterim(later) && number(later) > number(statement))
            .min((one, two) -> Integer.compare(number(one), number(two)))
            .orElse(null);
  }

  /** The statement that this one takes the place of; null for the first. */
  static @Nullable Statement restates(Statement statement, List<Statement> statements) {
    return isInterim(statement)
        ? null
        : statements.stream()
            .filter(earlier -> !isInterim(earlier) && number(earlier) < number(statement))
            .max((one, two) -> Integer.compare(number(one), number(two)))
            .orElse(null);
  }

  /** Interim payments and fees settle no year: nothing takes their place. */
  private static boolean isInterim(Statement statement) {
    return statement.getKind().equals("INTERIM") || statement.getKind().equals("FEE");
  }

  private static int number(Statement statement) {
    return Integer.parseInt(statement.getStatement().substring(1));
  }

  private static StatementRow of(Statement statement, @Nullable Statement later) {
    String approved = statement.getApprovedBy();
    String requested = statement.getRequestedBy();
    return new StatementRow(
        statement.getStatement(),
        kind(statement),
        isInterim(statement) ? "Interim" : later == null ? "Final" : "Restated",
        Format.plainDay(statement.getCutDate()),
        Format.exact(Money.of(statement.getResult())),
        Format.exact(Money.of(statement.getDue())),
        requested == null
            ? Format.UNKNOWN
            : approved == null ? requested : requested + ", " + approved);
  }

  /** What a statement is. */
  static String kind(Statement statement) {
    return switch (statement.getKind()) {
      case "FINAL" -> "Final settlement";
      case "RESTATEMENT" -> "Restated settlement";
      case "FEE" -> "Care management fees";
      default -> "Interim payment";
    };
  }
}
