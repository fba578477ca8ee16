package io.corridor.local.command;

import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.External;
import io.corridor.local.platform.Layout;
import io.corridor.local.platform.PlatformSettings;
import io.corridor.local.platform.Ports;
import io.corridor.local.platform.RunningService;
import io.corridor.local.platform.ServiceHost;
import io.corridor.local.platform.Services;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./corridor service NAME}: one service alone, against external infrastructure. */
@Command(
    name = "service",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one service alone, until Ctrl-C or SIGTERM. Needs CORRIDOR_KAFKA, CORRIDOR_REGISTRY and"
          + " CORRIDOR_DATABASE_URL (with _USER and _PASSWORD); topics and schemas must exist."
    })
final class ServiceCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Parameters(
      paramLabel = "NAME",
      description = "intake, attribution, benchmark, quality, settlement, ...")
  private String name = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Loopback port of its HTTP endpoints (default: any free one).")
  private int port;

  @Option(
      names = "--commit-interval",
      paramLabel = "MILLIS",
      description = "How often it commits when busy (default: 10 in notification, 100 elsewhere).")
  private @Nullable Long commitMillis;

  @Override
  public Integer call() throws InterruptedException {
    Endpoints endpoints = External.of(System.getenv()).required();
    Layout layout = data.layout();
    Logs.to(layout);
    String secret =
        System.getenv()
            .getOrDefault("CORRIDOR_IDENTITY_SECRET", PlatformSettings.DEVELOPMENT_SECRET);
    ServiceHost host =
        new ServiceHost(
            layout,
            endpoints,
            Optional.ofNullable(commitMillis).map(Duration::ofMillis),
            Map.of(),
            secret,
            false);
    int chosen = port > 0 ? port : Ports.free(1).getFirst();
    try (StopSignal stop = new StopSignal();
        RunningService service = host.start(Services.named(name), chosen)) {
      System.out.println(service.name() + " runs on http://127.0.0.1:" + service.port());
      System.out.flush();
      stop.await();
    }
    return ExitCodes.OK;
  }
}
