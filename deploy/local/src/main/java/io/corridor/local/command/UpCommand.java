package io.corridor.local.command;

import io.corridor.local.platform.External;
import io.corridor.local.platform.Layout;
import io.corridor.local.platform.Platform;
import io.corridor.local.platform.PlatformSettings;
import io.corridor.local.platform.RunningService;
import io.corridor.local.platform.Services;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./corridor up}: the platform, empty and durable, until it is stopped. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the platform on a durable data directory and runs it until Ctrl-C or SIGTERM.",
      "CORRIDOR_KAFKA, CORRIDOR_REGISTRY and CORRIDOR_DATABASE_URL (with _USER and _PASSWORD) name external"
          + " infrastructure to use in place of the embedded parts."
    })
final class UpCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--portal-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Loopback port of the portal (default: ${DEFAULT-VALUE}; 0: any free one).")
  private int portalPort;

  @Option(
      names = "--commit-interval",
      paramLabel = "MILLIS",
      description = "How often busy services commit (default: 10 in notification, 100 elsewhere).")
  private @Nullable Long commitMillis;

  private final PortalLogin login = new PortalLogin();

  @Override
  public Integer call() throws InterruptedException {
    Layout layout = data.layout();
    Logs.to(layout);
    try (StopSignal stop = new StopSignal();
        TerminalProgress progress = TerminalProgress.standard();
        Platform platform = Platform.start(settings(layout), progress);
        DailyTick ticks = new DailyTick(platform.endpoints())) {
      System.out.println("Corridor runs; data is in " + layout.root() + ". Stop it with Ctrl-C.");
      System.out.println("  " + platform.endpoints());
      for (RunningService service : platform.services()) {
        System.out.println("  " + service.name() + " http://127.0.0.1:" + service.port());
      }
      System.out.println("  " + login);
      System.out.flush();
      while (!stop.within(DailyTick.PAUSE)) {
        ticks.tickIfDue();
      }
    }
    return ExitCodes.OK;
  }

  private PlatformSettings settings(Layout layout) {
    return new PlatformSettings(
        layout.root(),
        External.of(System.getenv()),
        true,
        Optional.ofNullable(commitMillis).map(Duration::ofMillis),
        Services.all(),
        portalPort,
        login.settings(false),
        System.getenv()
            .getOrDefault("CORRIDOR_IDENTITY_SECRET", PlatformSettings.DEVELOPMENT_SECRET));
  }
}
