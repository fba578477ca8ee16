package io.corridor.local.bench;

import io.corridor.common.boot.CorridorProperties;
import io.corridor.common.boot.StreamsSettings;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.Endpoints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka Streams job without any thought: for each record of its topics it reads, changes and
 * writes rows of a store with a changelog and sends outputs. With a service's own numbers of rows,
 * bytes and outputs it says what that service could do at best.
 */
final class ReferenceJob {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String STORE = "reference-rows";
  private static final int KEY_BYTES = 48;
  private static final int ROWS_A_KEY = 64;

  /**
   * What the job does for a record on average.
   *
   * @param rows rows read, changed and written
   * @param rowBytes bytes of a row, key included
   * @param outputs records sent
   * @param outputBytes bytes of an output
   */
  record Work(double rows, int rowBytes, double outputs, int outputBytes) {
    /** One row, nothing sent. */
    static final Work SINGLE = new Work(1, 128, 0, 0);
  }

  private ReferenceJob() {}

  /**
   * Runs the job over the topics from their beginning to their end.
   *
   * @param output topic that takes the outputs, with as many partitions as the inputs
   * @return nanoseconds from RUNNING to caught up
   */
  static long run(
      String name, Endpoints endpoints, Path state, List<String> topics, Work work, String output) {
    Topology topology = new Topology();
    for (String topic : topics) {
      topology.addSource(
          topic + "-in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic);
    }
    topology.addProcessor(
        "reference",
        () -> new Step(work),
        topics.stream().map(topic -> topic + "-in").toArray(String[]::new));
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingEnabled(Map.of())
            .withCachingDisabled(),
        "reference");
    topology.addSink(
        "reference-out", output, new ByteArraySerializer(), new ByteArraySerializer(), "reference");
    Properties settings = new Properties();
    settings.putAll(settings("bench-" + name, endpoints, state, 1000));
    try (KafkaStreams streams = new KafkaStreams(topology, settings);
        CaughtUp caughtUp =
            new CaughtUp(
                endpoints.kafka(),
                List.of(StreamsSettings.applicationId("bench-" + name)),
                () -> Optional.of(Map.of()))) {
      streams.start();
      awaitRunning(streams);
      long start = System.nanoTime();
      caughtUp.await(PATIENCE, round -> {});
      return System.nanoTime() - start;
    }
  }

  /** The settings of every service, for a job of the bench. */
  static Map<String, Object> settings(
      String service, Endpoints endpoints, Path state, long commitMillis) {
    return StreamsSettings.of(
        service,
        new CorridorProperties(
            new CorridorProperties.Kafka(endpoints.kafka()),
            new CorridorProperties.Registry(endpoints.registry(), false),
            state.toString(),
            commitMillis,
            4,
            new CorridorProperties.Identity("bench")));
  }

  static void awaitRunning(KafkaStreams streams) {
    while (streams.state() != KafkaStreams.State.RUNNING) {
      if (streams.state() == KafkaStreams.State.ERROR) {
        throw new IllegalStateException("the reference job failed");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Rows and outputs for each record, as many as the averages ask for. */
  private static final class Step extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private final Work work;
    private final byte[] value;
    private final byte[] message;
    private @Nullable KeyValueStore<Bytes, byte[]> rows;
    private double rowsDue;
    private double outputsDue;
    private long seen;

    Step(Work work) {
      this.work = work;
      this.value = new byte[Math.max(1, work.rowBytes() - KEY_BYTES)];
      this.message = new byte[Math.max(1, work.outputBytes())];
      for (int i = 0; i < message.length; i++) {
        message[i] = (byte) (i * 31);
      }
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      super.init(context);
      rows = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      KeyValueStore<Bytes, byte[]> store = rows;
      if (store == null || record.key() == null) {
        return;
      }
      seen++;
      for (rowsDue += work.rows(); rowsDue >= 1; rowsDue--) {
        Bytes key = key(record.key(), (long) rowsDue + seen);
        byte[] before = store.get(key);
        byte[] after = before == null ? value.clone() : before;
        after[0]++;
        store.put(key, after);
      }
      for (outputsDue += work.outputs(); outputsDue >= 1; outputsDue--) {
        context().forward(record.withValue(message));
      }
    }

    private static Bytes key(byte[] key, long number) {
      byte[] suffix = Long.toString(number % ROWS_A_KEY).getBytes(StandardCharsets.US_ASCII);
      byte[] whole = Arrays.copyOf(key, KEY_BYTES);
      System.arraycopy(suffix, 0, whole, KEY_BYTES - suffix.length, suffix.length);
      return Bytes.wrap(whole);
    }
  }
}
