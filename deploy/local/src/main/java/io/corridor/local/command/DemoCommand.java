package io.corridor.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.feed.ContractLoader;
import io.corridor.local.feed.FileCounts;
import io.corridor.local.platform.BusinessClock;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.CpuMeter;
import io.corridor.local.platform.External;
import io.corridor.local.platform.Layout;
import io.corridor.local.platform.Platform;
import io.corridor.local.platform.PlatformException;
import io.corridor.local.platform.PlatformSettings;
import io.corridor.local.platform.Services;
import io.corridor.local.simulate.Simulation;
import io.corridor.local.simulate.SimulationConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./corridor demo}: a believable population, from nothing to live alerts on a page. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts everything, loads a simulated population and prints what the platform makes of it; then new events keep"
          + " arriving, day after day, until Ctrl-C.",
      "Nothing is kept: the data directory is a temporary one."
    })
final class DemoCommand implements Callable<Integer> {

  private static final int LIVE_DAYS = 45;
  private static final int DAYS_BEFORE_SUMMARY = 3;

  @Option(
      names = "--members",
      defaultValue = "2000",
      description = "Members (default: ${DEFAULT-VALUE}).")
  private int members;

  @Option(
      names = "--months",
      defaultValue = "18",
      description = "Months (default: ${DEFAULT-VALUE}).")
  private int months;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--exit", description = "End after printing.")
  private boolean exit;

  @Option(names = "--summary", paramLabel = "FILE", description = "Write what is printed as JSON.")
  private @Nullable Path summary;

  @Option(
      names = "--portal-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Loopback port of the portal (default: any free one).")
  private int portalPort;

  @Option(
      names = "--day-seconds",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long a simulated day takes afterwards (default: ${DEFAULT-VALUE}).")
  private int daySeconds;

  private final PortalLogin login = new PortalLogin();

  @Override
  public Integer call() throws InterruptedException {
    try (StopSignal stop = new StopSignal();
        TemporaryData directory = TemporaryData.fresh();
        TerminalProgress progress = TerminalProgress.standard()) {
      Layout layout = new Layout(directory.directory());
      Logs.to(layout);
      return run(layout, progress, stop);
    }
  }

  private int run(Layout layout, TerminalProgress progress, StopSignal stop)
      throws InterruptedException {
    Simulation simulation = new Simulation(SimulationConfig.of(members, months, seed));
    LocalDate cutOver = simulation.endDay().minusDays(LIVE_DAYS);
    Path feed = layout.root().resolve("feed");
    CompletableFuture<Duration> simulated = inBackground(simulation, feed, cutOver);
    RunReport report = new RunReport();
    Stopwatch watch = new Stopwatch();
    try (Platform platform = Platform.start(settings(layout), progress)) {
      report.phase("start", watch.lap());
      progress.step("Simulating " + members + " members");
      report.phase("simulate", join(simulated));
      watch.lap();
      try (CaughtUp caughtUp = CaughtUp.of(platform.run(), platform.endpoints());
          BusinessClock clock = new BusinessClock(platform.endpoints())) {
        CpuMeter cpu = new CpuMeter(platform.run().children());
        Backfill backfill = new Backfill(platform, clock, caughtUp, progress);
        report.terms(ContractLoader.apply(feed.resolve("contracts"), platform.endpoints()));
        backfill.await();
        report.load(backfill.finalOnly(feed));
        report.phase("process", watch.lap());
        report.cpu(cpu.nanos());
        report.ticks(clock.ticks());
        report.counts(FileCounts.read(platform.endpoints()));
        try (LiveDays days = new LiveDays(simulation.live(cutOver), platform.endpoints(), clock)) {
          progress.step("Days go by");
          for (int day = 0; day < DAYS_BEFORE_SUMMARY && days.next(); day++) {
            backfill.await();
          }
          progress.done();
          report.phase("live", watch.lap());
          tell(platform, report);
          if (!exit) {
            goOn(platform, days, stop);
          }
        }
      }
      progress.step("Stopping");
    }
    progress.done();
    return report.rejected() ? ExitCodes.REJECTED : ExitCodes.OK;
  }

  private void goOn(Platform platform, LiveDays days, StopSignal stop) throws InterruptedException {
    platform
        .service("portal")
        .ifPresent(portal ->
            System.out.println("portal  http://127.0.0.1:" + portal.port() + "  " + login));
    System.out.println("Events keep arriving; stop with Ctrl-C.");
    System.out.flush();
    while (!stop.within(Duration.ofSeconds(daySeconds))) {
      if (!days.next()) {
        System.out.println("The simulated time is over; the platform stays up until Ctrl-C.");
        stop.await();
        return;
      }
    }
  }

  private void tell(Platform platform, RunReport report) {
    Outcome outcome = Outcome.read(platform.endpoints());
    outcome.print(System.out);
    report.print(System.out);
    System.out.flush();
    if (summary != null) {
      ObjectNode node = outcome.toJson();
      node.setAll(report.summary());
      try {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(summary.toFile(), node);
      } catch (IOException e) {
        throw new PlatformException("PLATFORM_SUMMARY", "cannot write " + summary, e);
      }
    }
  }

  private static CompletableFuture<Duration> inBackground(
      Simulation simulation, Path feed, LocalDate cutOver) {
    CompletableFuture<Duration> done = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("simulate-demo")
        .daemon()
        .start(() -> {
          Stopwatch watch = new Stopwatch();
          try {
            simulation.writeUntil(feed, cutOver, false, members -> {});
            done.complete(watch.lap());
          } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  private static Duration join(CompletableFuture<Duration> simulated) {
    try {
      return simulated.join();
    } catch (CompletionException e) {
      throw new PlatformException("PLATFORM_SIMULATE", "the population could not be simulated", e);
    }
  }

  private PlatformSettings settings(Layout layout) {
    return new PlatformSettings(
        layout.root(),
        External.none(),
        false,
        Optional.of(PlatformSettings.BACKFILL_COMMIT_INTERVAL),
        Services.all(),
        portalPort,
        login.settings(true),
        PlatformSettings.DEVELOPMENT_SECRET);
  }
}
