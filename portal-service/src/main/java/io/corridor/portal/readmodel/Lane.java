package io.corridor.portal.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer on one thread that carries topics into the read model. Rows and the offsets after
 * them are written in one transaction, so each record counts once whatever crashes; Kafka's own
 * committed offsets are a copy for lag tools. A failure drops what was not written, waits a little
 * and goes on from the offsets in the database.
 */
final class Lane implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PAUSE_MILLIS = 1_000;

  private final String name;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final DataSource database;
  private final Map<String, Projection<?>> projections = new LinkedHashMap<>();
  private final int batchRows;
  private final long lingerNanos;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile long behind = Long.MAX_VALUE;
  private volatile boolean healthy;
  private final AtomicLong rowsWritten = new AtomicLong();
  private volatile @Nullable Consumer<String, byte[]> current;

  /**
   * A lane.
   *
   * @param batchRows rows waiting that are written at once
   * @param linger longest wait of a row; an empty poll ends it earlier
   */
  Lane(
      String name,
      Supplier<Consumer<String, byte[]>> consumers,
      DataSource database,
      List<Projection<?>> projections,
      int batchRows,
      Duration linger) {
    this.name = name;
    this.consumers = consumers;
    this.database = database;
    projections.forEach(projection -> this.projections.put(projection.topic(), projection));
    this.batchRows = batchRows;
    this.lingerNanos = linger.toNanos();
  }

  String name() {
    return name;
  }

  /** True while records are read and written without failure. */
  boolean healthy() {
    return healthy;
  }

  /** True when everything that the topics held at the last look is written. */
  boolean caughtUp() {
    return healthy && behind == 0;
  }

  /** Rows inserted or changed since the start. */
  long rowsWritten() {
    return rowsWritten.get();
  }

  void stop() {
    stop.countDown();
    Consumer<String, byte[]> running = current;
    if (running != null) {
      running.wakeup();
    }
  }

  @Override
  public void run() {
    while (!stopped()) {
      try (Consumer<String, byte[]> consumer = consumers.get()) {
        current = consumer;
        follow(consumer);
      } catch (WakeupException e) {
        LOG.debug("Lane {} wakes up to stop", name);
      } catch (SQLException | RuntimeException e) {
        healthy = false;
        projections.values().forEach(Projection::drop);
        if (!stopped()) {
          LOG.warn("Lane {} failed and starts again: {}", name, cause(e));
          pause();
        }
      } finally {
        current = null;
      }
    }
    healthy = false;
  }

  /** Class names only where a text could quote a row: a database's error may show values. */
  private static String cause(Exception e) {
    if (e instanceof SQLException sql) {
      return "SQL state " + sql.getSQLState();
    }
    return e instanceof Offsets.OvertakenException
        ? String.valueOf(e.getMessage())
        : e.getClass().getName();
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  /** Waits before the next attempt, or until it is to stop. */
  private void pause() {
    try {
      stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  private void follow(Consumer<String, byte[]> consumer) throws SQLException {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    Map<TopicPartition, Long> written = seek(consumer, partitions);
    consumer.commitSync(committable(written));
    healthy = true;
    long oldest = 0;
    while (!stopped()) {
      boolean idle = true;
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        Projection<?> projection = projections.get(record.topic());
        if (projection != null) {
          projection.add(record);
        }
        idle = false;
      }
      int pending = pending();
      oldest = pending == 0 ? System.nanoTime() : oldest;
      boolean due = idle || pending >= batchRows || System.nanoTime() - oldest >= lingerNanos;
      if (due) {
        written = write(consumer, partitions, written);
        oldest = System.nanoTime();
      }
      behind = pending() + lag(consumer, partitions);
    }
  }

  /** Records that are not read yet, by what the consumer knows without asking the broker. */
  private static long lag(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    long lag = 0;
    for (TopicPartition partition : partitions) {
      // Before the first fetch nothing is known: that is not caught up.
      lag += consumer.currentLag(partition).orElse(1);
    }
    return lag;
  }

  private int pending() {
    return projections.values().stream().mapToInt(Projection::pending).sum();
  }

  private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : projections.keySet()) {
      List<PartitionInfo> infos = consumer.partitionsFor(topic);
      if (infos == null || infos.isEmpty()) {
        throw new IllegalStateException("Topic " + topic + " does not exist yet");
      }
      infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    return partitions;
  }

  private Map<TopicPartition, Long> seek(
      Consumer<String, byte[]> consumer, List<TopicPartition> partitions) throws SQLException {
    Map<TopicPartition, Long> next;
    try (Connection connection = database.getConnection()) {
      next = Offsets.read(connection, partitions);
    }
    next.forEach((partition, offset) -> {
      if (offset == 0) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, offset);
      }
    });
    return next;
  }

  /** Writes what waits, with the offsets, in one transaction. */
  private Map<TopicPartition, Long> write(
      Consumer<String, byte[]> consumer,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> from)
      throws SQLException {
    Map<TopicPartition, Long> to = new HashMap<>();
    for (TopicPartition partition : partitions) {
      to.put(partition, consumer.position(partition));
    }
    if (to.equals(from)) {
      return from;
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        writeIn(connection, from, to);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    consumer.commitAsync(committable(to), null);
    return to;
  }

  private void writeIn(
      Connection connection, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // A crash may lose the last transactions whole, rows and offsets alike: they are read again.
      statement.execute("SET LOCAL synchronous_commit = off");
    }
    Offsets.move(connection, from, to);
    int written = 0;
    for (Projection<?> projection : projections.values()) {
      written += projection.flush(connection);
    }
    rowsWritten.addAndGet(written);
  }

  private static Map<TopicPartition, OffsetAndMetadata> committable(
      Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>();
    offsets.forEach(
        (partition, offset) -> committable.put(partition, new OffsetAndMetadata(offset)));
    return committable;
  }
}
