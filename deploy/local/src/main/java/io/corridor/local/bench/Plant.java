package io.corridor.local.bench;

import io.corridor.local.feed.ContractLoader;
import io.corridor.local.feed.FeedLoader;
import io.corridor.local.platform.BusinessClock;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.External;
import io.corridor.local.platform.Layout;
import io.corridor.local.platform.Platform;
import io.corridor.local.platform.PlatformSettings;
import io.corridor.local.platform.Progress;
import io.corridor.local.platform.RunningService;
import io.corridor.local.platform.ServiceDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A platform of the bench's own, on a directory that outlives it. */
final class Plant implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Platform platform;
  private final CaughtUp caughtUp;

  private Plant(Platform platform) {
    this.platform = platform;
    this.caughtUp = CaughtUp.of(platform.run(), platform.endpoints());
  }

  /**
   * Starts infrastructure and services.
   *
   * @param commit how often busy services commit; empty: as in live use
   */
  static Plant start(
      Path data, List<ServiceDefinition> services, Optional<Duration> commit, Progress progress) {
    return new Plant(
        Platform.start(
            new PlatformSettings(
                data,
                External.of(Map.of()),
                false,
                commit,
                services,
                0,
                Map.of(),
                PlatformSettings.DEVELOPMENT_SECRET),
            progress));
  }

  Platform platform() {
    return platform;
  }

  Endpoints endpoints() {
    return platform.endpoints();
  }

  Layout layout() {
    return platform.layout();
  }

  RunningService service(String name) {
    return platform.service(name).orElseThrow();
  }

  /** Waits until everything is answered. */
  void await() {
    caughtUp.await(PATIENCE, round -> {});
  }

  /** Applies the contracts and waits. */
  void contracts(Population population) {
    ContractLoader.apply(population.contracts(), endpoints());
    await();
  }

  /** Loads the feed at once, with the ticks of its last day, and waits for every answer. */
  void load(Population population) {
    try (FeedLoader loader = new FeedLoader(population.feed(), endpoints());
        BusinessClock clock = new BusinessClock(endpoints())) {
      loader.loadAll(lines -> {});
      await();
      LocalDate last = loader.asOf().orElseThrow().atOffset(ZoneOffset.UTC).toLocalDate();
      clock.tick(last, false);
      await();
      clock.tick(last, false);
      await();
    }
  }

  @Override
  public void close() {
    caughtUp.close();
    platform.close();
  }

  /** Bytes of the files below a directory whose path is wanted. */
  static long bytes(Path directory, Predicate<Path> wanted) {
    if (!Files.isDirectory(directory)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot measure " + directory, e);
    }
  }

  /** Removes a directory with all that is in it. */
  static void remove(Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + directory, e);
    }
  }
}
