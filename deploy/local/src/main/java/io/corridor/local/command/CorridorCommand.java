package io.corridor.local.command;

import io.corridor.local.evaluate.EvaluateCommand;
import io.corridor.local.platform.PlatformException;
import io.corridor.local.settle.SettleCommand;
import io.corridor.local.simulate.SimulateCommand;
import io.corridor.local.verify.VerifyCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The one command: what the script {@code corridor} runs. */
@Command(
    name = "corridor",
    mixinStandardHelpOptions = true,
    version = "Corridor 0.1.0",
    description = "Live accountable-care operations on Kafka.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      RunCommand.class,
      LoadCommand.class,
      ContractCommand.class,
      CloseCommand.class,
      StatementCommand.class,
      ExportCommand.class,
      AsOfCommand.class,
      TopicsCommand.class,
      DeadLettersCommand.class,
      ServiceCommand.class,
      ImportCommand.class,
      SimulateCommand.class,
      VerifyCommand.class,
      SettleCommand.class,
      EvaluateCommand.class,
      BenchCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, nothing rejected",
      "1:differences or faults found",
      "2:the command line is wrong",
      "3:done, some input was rejected",
      "4:the platform failed",
      "5:the data directory is in use, or no platform runs"
    })
public final class CorridorCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Runs the launcher. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs a command line and returns its exit code. */
  public static int execute(String... args) {
    return commandLine().execute(args);
  }

  /** The launcher's command line, for a caller that wants its output. */
  static CommandLine commandLine() {
    return new CommandLine(new CorridorCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures());
  }

  /** Without a sub-command: the help. */
  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "which command?");
  }

  private static IExecutionExceptionHandler failures() {
    return (failure, command, parsed) -> {
      if (failure instanceof PlatformException problem) {
        command.getErr().println(problem.code() + ": " + problem.getMessage());
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
          command
              .getErr()
              .println("  " + cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }
        command.getErr().flush();
        return problem.code().equals("PLATFORM_LOCKED") || problem.code().equals("PLATFORM_NONE")
            ? ExitCodes.PLATFORM
            : ExitCodes.FAILED;
      }
      failure.printStackTrace(command.getErr());
      command.getErr().flush();
      return ExitCodes.FAILED;
    };
  }
}
