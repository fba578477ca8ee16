package io.corridor.local.command;

import io.corridor.intake.contract.ContractFiles;
import io.corridor.intake.contract.ContractProblem;
import io.corridor.intake.contract.ContractReading;
import io.corridor.local.feed.ContractLoader;
import io.corridor.local.platform.Endpoints;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./corridor contract}: checks contract files and applies them to a running platform. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description = "Checks contract files, or applies them to a running platform.",
    subcommands = {ContractCommand.Validate.class, ContractCommand.Apply.class})
final class ContractCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "which command? validate or apply");
  }

  private static void print(List<ContractProblem> problems, String kind) {
    problems.forEach(problem -> System.out.println(kind + " " + problem));
  }

  /** {@code contract validate}. */
  @Command(
      name = "validate",
      mixinStandardHelpOptions = true,
      description = {
        "Checks a contract file, or a directory of them; needs no platform.",
        "Lists every fault with its file, line and code; exit code 1 when there are any."
      })
  static final class Validate implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|DIR", description = "Contract file, or directory of them.")
    private Path files = Path.of("");

    @Override
    public Integer call() {
      Logs.none();
      ContractReading reading = ContractFiles.read(files);
      reading
          .terms()
          .forEach(
              t -> System.out.println("valid   " + t.getContract() + " version " + t.getVersion()));
      print(reading.warnings(), "warning");
      print(reading.problems(), "fault  ");
      return reading.problems().isEmpty() ? ExitCodes.OK : ExitCodes.DIFFERENCES;
    }
  }

  /** {@code contract apply}. */
  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description = {
        "Applies a contract file, or a directory of them, to a running platform.",
        "A version that is there already stays as it is. Exit code 3 when a file or version is refused."
      })
  static final class Apply implements Callable<Integer> {

    private final InstantSource clock = Clock.systemUTC();

    @Mixin private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE|DIR", description = "Contract file, or directory of them.")
    private Path files = Path.of("");

    @Override
    public Integer call() {
      Endpoints endpoints = data.running().endpoints();
      Logs.none();
      Instant now = Instant.ofEpochMilli(clock.millis());
      ContractLoader.Applied applied = ContractLoader.apply(files, endpoints, terms -> now);
      applied.published().forEach(key -> System.out.println("applied " + key));
      applied
          .changed()
          .forEach(key ->
              System.out.println(
                  "refused "
                      + key
                      + ": it is there already with other terms; give the new terms a new version"));
      print(applied.warnings(), "warning");
      print(applied.problems(), "fault  ");
      return applied.rejected() ? ExitCodes.REJECTED : ExitCodes.OK;
    }
  }
}
