package io.corridor.portal.readmodel;

import io.corridor.schemas.serde.SchemaRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.context.SmartLifecycle;

/**
 * The consumers of the read model: a live lane for what pages follow within a second, and a bulk
 * lane that waits a little so that many changes of one row cost one write.
 */
public final class ReadModel implements SmartLifecycle {

  private static final int LIVE_ROWS = 500;
  private static final int BULK_ROWS = 10_000;
  private static final Duration LIVE_LINGER = Duration.ZERO;
  private static final Duration BULK_LINGER = Duration.ofSeconds(2);
  private static final long STOP_MILLIS = 5_000;

  private final List<Lane> lanes;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Consumers over a database that the migrations have prepared.
   *
   * @param consumers makes a consumer without a subscription, read_committed, group {@code portal}
   * @param refSecret key of opaque references
   */
  public ReadModel(
      Supplier<Consumer<String, byte[]>> consumers,
      DataSource database,
      SchemaRegistry registry,
      String refSecret) {
    Projections projections = new Projections(registry, new Refs(refSecret));
    this.lanes =
        List.of(
            new Lane("live", consumers, database, projections.live(), LIVE_ROWS, LIVE_LINGER),
            new Lane("bulk", consumers, database, projections.bulk(), BULK_ROWS, BULK_LINGER));
  }

  /** True while every lane reads and writes without failure. */
  public boolean healthy() {
    return lanes.stream().allMatch(Lane::healthy);
  }

  /** True when everything that the topics held at the last look is in the tables. */
  public boolean caughtUp() {
    return lanes.stream().allMatch(Lane::caughtUp);
  }

  /** Names of the lanes, in order. */
  public List<String> laneNames() {
    return lanes.stream().map(Lane::name).toList();
  }

  /** Rows that a lane inserted or changed since the start. */
  public long rowsWritten(String lane) {
    return lanes.stream()
        .filter(candidate -> candidate.name().equals(lane))
        .mapToLong(Lane::rowsWritten)
        .sum();
  }

  @Override
  public void start() {
    for (Lane lane : lanes) {
      threads.add(Thread.ofPlatform().name("portal-" + lane.name()).daemon().start(lane));
    }
  }

  @Override
  public void stop() {
    lanes.forEach(Lane::stop);
    for (Thread thread : threads) {
      try {
        thread.join(STOP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return !threads.isEmpty();
  }
}
