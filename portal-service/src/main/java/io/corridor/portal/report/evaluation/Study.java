package io.corridor.portal.report.evaluation;

import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How programs are studied (domain.md 6): the members enrolled beside the members of the contract
 * who never were.
 *
 * @param months months from the month of enrollment that are compared, at least 1
 * @param controls most controls of a patient, 1 to 3
 * @param minimum matched patients below which the report warns
 * @param differenceInDifferences true when what the arms differed by before is taken off
 * @param program cost of the program; null where nothing is said of its economics
 */
public record Study(
    int months,
    int controls,
    int minimum,
    boolean differenceInDifferences,
    @Nullable ProgramCost program) {

  private static final int MOST_CONTROLS = 3;

  /** Rejects a study that compares nothing. */
  public Study {
    if (months < 1 || controls < 1 || controls > MOST_CONTROLS || minimum < 0) {
      throw new IllegalArgumentException(
          "a study compares at least 1 month and takes 1 to 3 controls");
    }
  }

  /**
   * What a study found.
   *
   * @param evaluation the comparison
   * @param economics what its effect is worth; null where the cost of the program is not stated
   */
  public record Result(Evaluation evaluation, @Nullable Economics economics) {}

  /**
   * Compares the members of a program with others like them.
   *
   * @param enrolled members with the day of their first enrollment; nobody of them is a control
   * @return empty when no member has a control and a month in the window
   */
  public Optional<Result> of(Population population, Map<String, LocalDate> enrolled) {
    List<Candidate> cases = new ArrayList<>();
    enrolled.forEach(
        (member, index) -> population.candidate(member, index, months, true).ifPresent(cases::add));
    return EvaluationRules.evaluate(
            cases,
            index -> pool(population, enrolled, index),
            (member, index) -> population.outcome(member, index, months),
            new EvaluationRules.Design(controls, minimum, differenceInDifferences))
        .map(found -> new Result(found, economics(found)));
  }

  private List<Candidate> pool(
      Population population, Map<String, LocalDate> enrolled, LocalDate index) {
    List<Candidate> pool = new ArrayList<>();
    for (String member : population.members()) {
      if (!enrolled.containsKey(member)) {
        population.candidate(member, index, months, false).ifPresent(pool::add);
      }
    }
    return pool;
  }

  private @Nullable Economics economics(Evaluation evaluation) {
    ProgramCost spent = program;
    if (spent == null) {
      return null;
    }
    Rate memberMonths =
        evaluation.pairs().stream().map(Evaluation.Pair::months).reduce(Rate.ZERO, Rate::plus);
    return Economics.of(evaluation.effect(), memberMonths, evaluation.matched(), spent);
  }
}
