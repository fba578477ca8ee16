package io.corridor.local.command;

import io.corridor.local.feed.ContractLoader;
import io.corridor.local.feed.FileCounts;
import io.corridor.local.platform.BusinessClock;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.CpuMeter;
import io.corridor.local.platform.Exporter;
import io.corridor.local.platform.External;
import io.corridor.local.platform.Layout;
import io.corridor.local.platform.Platform;
import io.corridor.local.platform.PlatformSettings;
import io.corridor.local.platform.Services;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./corridor run}: the main job on a user's own files, from start to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a platform of its own, applies contracts, loads a feed, waits until everything is answered, exports every"
          + " output topic as NDJSON and CSV, writes run.json and stops.",
      "The portal and its database are left out: results are files.",
      "The feed is loaded by months of receivedAt, with a tick of the business date after each; --final-only loads it at"
          + " once, with one tick at the end and no frozen past."
    })
final class RunCommand implements Callable<Integer> {

  @Option(names = "--feed", required = true, paramLabel = "DIR", description = "Feed directory.")
  private Path feed = Path.of("");

  @Option(
      names = "--contracts",
      required = true,
      paramLabel = "DIR|FILE",
      description = "A contract file, or a directory of them.")
  private Path contracts = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where results go.")
  private Path out = Path.of("");

  @Option(names = "--final-only", description = "One tick at the end, no frozen past.")
  private boolean finalOnly;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the platform's data here (default: a temporary directory).")
  private @Nullable Path data;

  @Override
  public Integer call() {
    RunReport report = new RunReport();
    try (TemporaryData directory =
        Optional.ofNullable(data).map(TemporaryData::of).orElseGet(TemporaryData::fresh)) {
      Layout layout = new Layout(directory.directory());
      Logs.to(layout);
      try (TerminalProgress progress = TerminalProgress.standard()) {
        run(layout, progress, report);
      }
    }
    report.write(out.resolve("run.json"));
    report.print(System.out);
    return report.rejected() ? ExitCodes.REJECTED : ExitCodes.OK;
  }

  private void run(Layout layout, TerminalProgress progress, RunReport report) {
    Stopwatch watch = new Stopwatch();
    try (Platform platform = Platform.start(settings(layout), progress)) {
      report.phase("start", watch.lap());
      try (CaughtUp caughtUp = CaughtUp.of(platform.run(), platform.endpoints());
          BusinessClock clock = new BusinessClock(platform.endpoints())) {
        CpuMeter cpu = new CpuMeter(platform.run().children());
        Backfill backfill = new Backfill(platform, clock, caughtUp, progress);
        progress.step("Applying contracts");
        report.terms(ContractLoader.apply(contracts, platform.endpoints()));
        backfill.await();
        report.phase("contracts", watch.lap());
        report.load(finalOnly ? backfill.finalOnly(feed) : backfill.monthly(feed));
        backfill.await();
        report.phase("process", watch.lap());
        report.cpu(cpu.nanos());
        report.ticks(clock.ticks());
      }
      report.counts(FileCounts.read(platform.endpoints()));
      progress.step("Exporting");
      report.topics(new Exporter(platform.endpoints()).all(out, progress));
      report.phase("export", watch.lap());
      progress.step("Stopping");
    }
    progress.done();
    report.phase("stop", watch.lap());
  }

  private static PlatformSettings settings(Layout layout) {
    return new PlatformSettings(
        layout.root(),
        External.of(System.getenv()),
        false,
        Optional.of(PlatformSettings.BACKFILL_COMMIT_INTERVAL),
        Services.withoutPages(),
        0,
        Map.of(),
        System.getenv()
            .getOrDefault("CORRIDOR_IDENTITY_SECRET", PlatformSettings.DEVELOPMENT_SECRET));
  }
}
