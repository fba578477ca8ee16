package io.corridor.common.boot;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams settings that every service shares. */
public final class StreamsSettings {

  private static final int SESSION_TIMEOUT_MILLIS = 10_000;

  /**
   * Nothing is visible before the commit, and a commit flushes: batches may as well wait for it.
   */
  private static final int LINGER_MILLIS = 100;

  private static final int POLL_MILLIS = 20;

  /** For the few stores whose rows change many times a commit; the others ask for no cache. */
  private static final int CACHE_BYTES = 4 << 20;

  private StreamsSettings() {}

  /** Application id of a service: consumer group and prefix of its changelogs. */
  public static String applicationId(String service) {
    return "corridor-" + service;
  }

  /** Settings of a service. */
  public static Map<String, Object> of(String service, CorridorProperties properties) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(service));
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka().bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDir());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, properties.commitInterval());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    // No answer depends on the order of topics, so no task waits for a partition.
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    settings.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbBounds.class);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        SESSION_TIMEOUT_MILLIS);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
    return settings;
  }
}
