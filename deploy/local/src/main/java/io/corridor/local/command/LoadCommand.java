package io.corridor.local.command;

import io.corridor.local.feed.FeedLoader;
import io.corridor.local.feed.FileCounts;
import io.corridor.local.feed.LoadReport;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.RunFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./corridor load DIR}: a feed into a running platform. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "Loads a feed into a running platform. Loading it again is harmless.")
final class LoadCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "DIR", description = "Feed directory.")
  private Path feed = Path.of("");

  @Option(names = "--wait", description = "Return when every line is answered.")
  private boolean wait;

  @Override
  public Integer call() {
    RunFile run = data.running();
    Logs.none();
    LoadReport report;
    try (TerminalProgress progress = TerminalProgress.standard();
        FeedLoader loader = new FeedLoader(feed, run.endpoints())) {
      progress.step("Loading the feed");
      report = loader.loadAll(lines -> progress.at(lines, -1));
      if (wait) {
        progress.step("Waiting until every line is answered");
        try (CaughtUp caughtUp = CaughtUp.of(run, run.endpoints())) {
          caughtUp.await(Duration.ofMinutes(2), round -> progress.at(0, Math.max(1, round.lag())));
        }
      }
    }
    System.out.println("lines sent " + report.lines());
    report.problems().forEach(p -> System.out.printf("%s %s: %s%n", p.code(), p.file(), p.text()));
    boolean rejected =
        !report.problems().isEmpty()
            || (wait && FileCounts.read(run.endpoints()).rejected() > 0);
    return rejected ? ExitCodes.REJECTED : ExitCodes.OK;
  }
}
