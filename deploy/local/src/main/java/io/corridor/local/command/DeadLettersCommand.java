package io.corridor.local.command;

import io.corridor.local.platform.DeadLetters;
import io.corridor.local.platform.Endpoints;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./corridor dead-letters}: what services could not process. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = "Shows what services could not process.",
    subcommands = DeadLettersCommand.ListCommand.class)
final class DeadLettersCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "which command? list");
  }

  /** {@code dead-letters list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {
        "Lists every dead letter of a running platform: place, code and where it came from; never its content.",
        "Exit code 3 when there are any."
      })
  static final class ListCommand implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
      Endpoints endpoints = data.running().endpoints();
      Logs.none();
      List<DeadLetters.Letter> letters = DeadLetters.list(endpoints);
      for (DeadLetters.Letter letter : letters) {
        System.out.printf("%s %d %d", letter.topic(), letter.partition(), letter.offset());
        letter.headers().forEach((name, value) -> System.out.printf(" %s=%s", name, value));
        System.out.println();
      }
      System.out.println(letters.size() + " dead letters");
      return letters.isEmpty() ? ExitCodes.OK : ExitCodes.REJECTED;
    }
  }
}
