package io.corridor.local.command;

import io.corridor.local.asof.AsOf;
import io.corridor.local.asof.History;
import io.corridor.local.asof.Moment;
import io.corridor.local.platform.PlatformException;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./corridor as-of TOPIC}: what was known at a past moment. */
@Command(
    name = "as-of",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what was known at a past moment to standard output: one JSON object a line, by key.",
      "attribution.assignment.v1 is replayed from its changes, a row a month; frozen topics give what was published by then;",
      "history topics give the last record of each key. Other current topics keep no past. What it prints may be about persons."
    })
final class AsOfCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "TOPIC", description = "Name of the topic, see: corridor topics")
  private String name = "";

  @Option(
      names = "--known-at",
      required = true,
      paramLabel = "T",
      description =
          "An instant such as 2025-06-01T12:00:00Z, or a day: what was known when that business date began.")
  private String knownAt = "";

  @Option(
      names = "--key",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "Only keys that begin so, for example a member.")
  private String prefix = "";

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Results of a run instead of a running platform.")
  private @Nullable Path results;

  @Override
  public Integer call() {
    Topic<?> topic =
        Topics.named(name)
            .filter(Topic::typed)
            .filter(known -> !known.planned())
            .orElseThrow(() ->
                new PlatformException(
                    "PLATFORM_TOPIC",
                    "no topic with values is called " + name + "; see: corridor topics"));
    Moment moment = moment();
    Path directory = results;
    History history =
        directory == null ? History.of(data.running().endpoints()) : History.of(directory);
    Logs.none();
    PrintStream out =
        new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
    AsOf.rows(topic, history, moment, prefix, row -> out.print(row + "\n"));
    out.flush();
    return ExitCodes.OK;
  }

  private Moment moment() {
    try {
      return Moment.parse(knownAt);
    } catch (DateTimeException none) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--known-at: write an instant in UTC as yyyy-MM-ddTHH:mm:ssZ or a day as yyyy-MM-dd");
    }
  }
}
