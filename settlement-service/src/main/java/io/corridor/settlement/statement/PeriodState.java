package io.corridor.settlement.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a period of a contract stands. */
public sealed interface PeriodState {

  /** Interim figures only. */
  record Open() implements PeriodState {}

  /**
   * A closing is under way.
   *
   * @param number number of the closing
   * @param restatement true when the period had a statement before
   * @param date business date of the cut
   * @param requestedBy who asked
   * @param approvedBy other person who approved; null until then
   * @param lastCommand last command of the period that is known
   */
  record Closing(
      int number,
      boolean restatement,
      LocalDate date,
      String requestedBy,
      @Nullable String approvedBy,
      String lastCommand)
      implements PeriodState {}

  /**
   * The period has a statement.
   *
   * @param number number of its last one
   */
  record Closed(int number) implements PeriodState {}
}
