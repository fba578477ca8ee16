package io.corridor.local.command;

import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./corridor topics}: the catalogue as a table. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Lists every topic of the catalogue: kind, partitions, key and what it is for.")
final class TopicsCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    PrintStream out = System.out;
    out.printf("%-38s %-12s %10s  %-28s %s%n", "topic", "kind", "partitions", "key", "what");
    for (Topic<?> topic : Topics.all()) {
      String kind = topic.planned() ? "(planned)" : topic.kind().name().toLowerCase(Locale.ROOT);
      out.printf(
          "%-38s %-12s %10d  %-28s %s%n",
          topic.name(), kind, topic.localPartitions(), topic.keyDoc(), topic.doc());
    }
    out.flush();
    return ExitCodes.OK;
  }
}
