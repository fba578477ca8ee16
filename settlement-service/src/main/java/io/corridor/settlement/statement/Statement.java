package io.corridor.settlement.statement;

import io.corridor.settlement.ledger.Posting;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as it is published. Nothing in it depends on anything but frozen inputs, the terms
 * and the ledger before it.
 *
 * @param id F and the number of the closing, or I and the month
 * @param kind what it settles
 * @param terms terms that settle it
 * @param cutDate business date of the inputs
 * @param knownAt when the latest record behind the inputs became known; null when there is none
 * @param inputs the inputs, in the order the steps need them
 * @param result the result with its steps
 * @param posting what it posts
 * @param signed who asked for and approved it; null for an interim statement
 */
public record Statement(
    String id,
    Kind kind,
    PeriodTerms terms,
    LocalDate cutDate,
    @Nullable Instant knownAt,
    List<Input> inputs,
    FinalResult.Given result,
    Posting posting,
    @Nullable Signed signed) {

  /** What a statement settles. */
  public enum Kind {
    /** A period for the first time. */
    FINAL,
    /** A closed period again. */
    RESTATEMENT,
    /** A part of the expected result, ahead. */
    INTERIM
  }

  /**
   * A frozen input.
   *
   * @param name its name in the steps
   * @param value exact decimal text, or a word
   * @param source where it comes from
   */
  public record Input(String name, String value, String source) {}

  /**
   * Who answers for it.
   *
   * @param requestedBy who asked
   * @param approvedBy other person who approved; null where none had to
   * @param lastCommand last command of the period that it knew
   */
  public record Signed(String requestedBy, @Nullable String approvedBy, String lastCommand) {}

  /** Keeps its own copy. */
  public Statement {
    inputs = List.copyOf(inputs);
  }

  /** Id of the final statement of a closing. */
  public static String ofClosing(int number) {
    return "F" + number;
  }
}
