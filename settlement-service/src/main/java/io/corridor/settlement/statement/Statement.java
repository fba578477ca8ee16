package io.corridor.settlement.statement;

import io.corridor.settlement.engine.HandedOn;
import io.corridor.settlement.engine.Shape;
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
 * @param id F and the number of the closing; I or C and the month
 * @param kind what it settles
 * @param terms terms that settle it
 * @param shape shape of the terms
 * @param cutDate business date of the inputs
 * @param knownAt when the latest record behind the inputs became known; null when there is none
 * @param inputs what the result rests on
 * @param result the result of the period with its steps
 * @param levels the settlement of each level that the terms name; empty in an interim statement
 * @param posting what it posts
 * @param fees what fees of months come to after it, by payee; empty in every other statement
 * @param shares how what is due is handed on; null where the terms hand nothing on
 * @param signed who asked for and approved it; null for an interim statement
 */
public record Statement(
    String id,
    Kind kind,
    PeriodTerms terms,
    Shape shape,
    LocalDate cutDate,
    @Nullable Instant knownAt,
    List<Input> inputs,
    FinalResult.Given result,
    List<Part> levels,
    Posting posting,
    List<PaidFees> fees,
    HandedOn.@Nullable Shares shares,
    @Nullable Signed signed) {

  /** What a statement settles. */
  public enum Kind {
    /** A period for the first time. */
    FINAL,
    /** A closed period again. */
    RESTATEMENT,
    /** A part of the expected result, ahead. */
    INTERIM,
    /** Care management fees of a month. */
    FEE
  }

  /**
   * A frozen input.
   *
   * @param name its name among the facts, or the step that it is the value of
   * @param value exact decimal text, or a word
   * @param source where it comes from
   */
  public record Input(String name, String value, String source) {}

  /**
   * A level with what it rests on.
   *
   * @param level the level and its result
   * @param inputs its frozen inputs
   */
  public record Part(FinalLevel level, List<Input> inputs) {

    /** Keeps its own copy. */
    public Part {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * Who answers for it.
   *
   * @param requestedBy who asked
   * @param approvedBy other person who approved; null where none had to
   * @param proposal what that person approved; null where nobody had to
   * @param lastCommand last command of the period that it knew
   */
  public record Signed(
      String requestedBy,
      @Nullable String approvedBy,
      @Nullable String proposal,
      String lastCommand) {}

  /** Keeps its own copies. */
  public Statement {
    inputs = List.copyOf(inputs);
    levels = List.copyOf(levels);
    fees = List.copyOf(fees);
  }

  /** The same, signed. */
  public Statement signed(Signed by) {
    return new Statement(
        id, kind, terms, shape, cutDate, knownAt, inputs, result, levels, posting, fees, shares,
        by);
  }

  /** Id of the final statement of a closing. */
  public static String ofClosing(int number) {
    return "F" + number;
  }
}
