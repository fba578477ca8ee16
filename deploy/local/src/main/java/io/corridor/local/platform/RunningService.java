package io.corridor.local.platform;

import io.corridor.common.boot.StreamsService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A started service.
 *
 * @param name name
 * @param port loopback port of its HTTP endpoints
 * @param context its own application context
 */
public record RunningService(String name, int port, ConfigurableApplicationContext context)
    implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Its consumer group; empty for a service that runs no streams. */
  public Optional<String> group() {
    return streams().map(StreamsService::applicationId);
  }

  /**
   * Waits until its streams run.
   *
   * @throws PlatformException PLATFORM_SERVICE when they fail or take too long
   */
  public void awaitRunning() {
    Optional<StreamsService> streams = streams();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (streams.isPresent() && !streams.get().running()) {
      if (!streams.get().alive() || System.nanoTime() > deadline) {
        throw new PlatformException(
            "PLATFORM_SERVICE", "the streams of " + name + " are " + streams.get().state() + "; see the log");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private Optional<StreamsService> streams() {
    return Optional.ofNullable(context.getBeanProvider(StreamsService.class).getIfAvailable());
  }

  /** Closes the context; streams commit and leave their group. */
  @Override
  public void close() {
    context.close();
  }
}
