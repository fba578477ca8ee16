package io.corridor.portal.program;

import io.corridor.portal.shell.Format;
import io.corridor.schemas.ProgramEvaluation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A program in the list of a contract.
 *
 * @param program name
 * @param enrolled members who take part
 * @param latest its latest evaluation; null before the first one
 * @param state what became of the last job that was asked for; null when there was none
 */
record ProgramRow(
    String program,
    int enrolled,
    @Nullable ProgramEvaluation latest,
    ReportJobs.@Nullable State state) {

  /** The programs of a contract, by name. */
  static List<ProgramRow> of(
      Map<String, Integer> programs,
      List<ProgramQueries.Stored> evaluated,
      Function<String, Optional<ReportJobs.State>> states) {
    Map<String, ProgramEvaluation> latest = new HashMap<>();
    evaluated.forEach(stored -> latest.put(stored.body().getProgram(), stored.body()));
    List<ProgramRow> rows = new ArrayList<>();
    programs.forEach((program, enrolled) ->
        rows.add(
            new ProgramRow(
                program, enrolled, latest.get(program), states.apply(program).orElse(null))));
    return rows;
  }

  /** Number of members. */
  public String enrolledText() {
    return Format.counted(enrolled, "member", "members");
  }

  /** Day of the latest report; null before the first one. */
  public @Nullable LocalDate day() {
    return latest == null ? null : latest.getBusinessDate();
  }

  /** What it found. */
  public String effectText() {
    return latest == null ? "not evaluated yet" : EvaluationWords.effect(latest);
  }

  /** How sure that is. */
  public String rangeText() {
    return latest == null ? "" : EvaluationWords.range(latest);
  }

  /** What a person must know of the job. */
  public String stateText() {
    return switch (state) {
      case WORKING -> "Being evaluated";
      case FAILED -> "The last evaluation failed: ask again";
      case DONE -> "";
      case null -> "";
    };
  }

  /** True while its report is on its way. */
  public boolean working() {
    return state == ReportJobs.State.WORKING;
  }
}
