package io.corridor.local.evaluate;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.local.command.ExitCodes;
import io.corridor.portal.program.Enrolled;
import io.corridor.portal.report.evaluation.Population;
import io.corridor.portal.report.evaluation.ProgramCost;
import io.corridor.portal.report.evaluation.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code corridor evaluate}: did a program work? Its members against matched members of the same
 * contract who never took part. Exit code 0 when every program has an evaluation, 3 when a line or
 * a program had none, 4 when a file could not be read.
 */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Evaluate programs: their members against matched controls, with the workings.")
public final class EvaluateCommand implements Callable<Integer> {

  @Option(
      names = "--programs",
      required = true,
      paramLabel = "FILE",
      description = "CSV with the columns program, member (number or surrogate), enrolledOn.")
  private Path programs = Path.of("");

  @Option(
      names = "--results",
      required = true,
      paramLabel = "DIR",
      description = "What run has exported.")
  private Path results = Path.of("");

  @Option(
      names = "--contract",
      required = true,
      paramLabel = "ID",
      description = "Contract whose members are compared.")
  private String contract = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Report as JSON.")
  private Path out = Path.of("");

  @Option(
      names = "--months",
      defaultValue = "12",
      paramLabel = "N",
      description = "Months from the month of enrollment that are compared (${DEFAULT-VALUE}).")
  private int months;

  @Option(
      names = "--controls",
      defaultValue = "3",
      paramLabel = "N",
      description = "Most controls of a case, 1 to 3 (${DEFAULT-VALUE}).")
  private int controls;

  @Option(
      names = "--minimum",
      defaultValue = "200",
      paramLabel = "N",
      description = "Matched patients below which the report warns (${DEFAULT-VALUE}).")
  private int minimum;

  @Option(
      names = "--difference-in-differences",
      description = "Take off what the arms differed by in as many months before.")
  private boolean differences;

  @Option(
      names = "--aco-share",
      defaultValue = "1",
      paramLabel = "SHARE",
      description = "The ACO's part of savings after the payer's share (${DEFAULT-VALUE}).")
  private BigDecimal acoShare = BigDecimal.ONE;

  @Option(
      names = "--cost",
      paramLabel = "DOLLARS",
      description = "Cost of the program; without it nothing is said of its economics.")
  private @Nullable BigDecimal cost;

  @Option(
      names = "--billed",
      defaultValue = "0",
      paramLabel = "DOLLARS",
      description = "What the program bills fee for service.")
  private BigDecimal billed = BigDecimal.ZERO;

  @Option(
      names = "--fixed-cost",
      defaultValue = "0",
      paramLabel = "DOLLARS",
      description = "The part of its net cost that does not grow with patients.")
  private BigDecimal fixedCost = BigDecimal.ZERO;

  @Option(
      names = "--eligible",
      defaultValue = "0",
      paramLabel = "N",
      description = "Members who could take part.")
  private long eligible;

  @Option(
      names = "--uptake",
      defaultValue = "0",
      paramLabel = "SHARE",
      description = "Share of them who would.")
  private BigDecimal uptake = BigDecimal.ZERO;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      if (controls < 1 || controls > 3 || months < 1) {
        console.println("evaluate failed: --controls is 1 to 3 and --months at least 1");
        return ExitCodes.FAILED;
      }
      Exports exports = Exports.read(results, contract);
      if (!exports.knowsContract()) {
        console.println("evaluate failed: no contract " + contract + " in " + results);
        return ExitCodes.FAILED;
      }
      Enrolled enrolled = Enrolled.read(programs, exports::find);
      enrolled.problems().forEach(problem -> console.println("fault   " + problem));
      return evaluate(console, exports.population(), enrolled);
    } catch (IOException unreadable) {
      console.println("evaluate failed: " + unreadable.getMessage());
      return ExitCodes.FAILED;
    } finally {
      console.flush();
    }
  }

  private int evaluate(PrintWriter console, Population population, Enrolled enrolled)
      throws IOException {
    Study study = study();
    EvaluationReport report = new EvaluationReport(contract, months, differences);
    boolean all = enrolled.problems().isEmpty() && !enrolled.programs().isEmpty();
    for (Map.Entry<String, Map<String, LocalDate>> program : enrolled.programs().entrySet()) {
      int members = program.getValue().size();
      Optional<Study.Result> found = study.of(population, program.getValue());
      if (found.isPresent()) {
        report.add(program.getKey(), members, found.get());
      } else {
        report.addNone(program.getKey(), members);
        all = false;
      }
    }
    report.print(console);
    report.write(out);
    return all ? ExitCodes.OK : ExitCodes.REJECTED;
  }

  private Study study() {
    BigDecimal spent = cost;
    return new Study(
        months,
        controls,
        minimum,
        differences,
        spent == null
            ? null
            : new ProgramCost(
                new Rate(acoShare),
                Money.of(spent),
                Money.of(billed),
                Money.of(fixedCost),
                eligible,
                new Rate(uptake)));
  }
}
