package io.corridor.local.platform;

import io.corridor.common.streams.EventIds;
import io.corridor.schemas.Cause;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.PrefixPartitioner;
import io.corridor.schemas.topic.Topic;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of the catalogue's topics from outside the services: raw lines, contract terms,
 * ticks. Safe for one thread.
 */
public final class Writer implements AutoCloseable {

  private static final String SOURCE = "platform";
  private static final Cause NO_CAUSE = new Cause("", 0, 0L);
  private static final InstantSource CLOCK = Clock.systemUTC();

  private final KafkaProducer<byte[], byte[]> producer;
  private final SchemaRegistry registry;
  private final boolean transactional;
  private final Map<Topic<?>, ValueSerde<?>> serdes = new HashMap<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** A writer whose sends are idempotent and not bound together. */
  public Writer(Endpoints endpoints) {
    this(endpoints, null);
  }

  /**
   * A writer of transactions.
   *
   * @param transactionalId a second writer of the same id ends this one; null for none
   */
  public Writer(Endpoints endpoints, @Nullable String transactionalId) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", endpoints.kafka());
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("linger.ms", 5);
    settings.put("batch.size", 256 << 10);
    settings.put("max.request.size", 2 << 20);
    settings.put("compression.type", "lz4");
    settings.put(
        "client.id", transactionalId == null ? "corridor-platform-writer" : transactionalId);
    if (transactionalId != null) {
      settings.put("transactional.id", transactionalId);
    }
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.registry = new HttpSchemaRegistry(URI.create(endpoints.registry()), false);
    this.transactional = transactionalId != null;
    if (transactional) {
      producer.initTransactions();
    }
  }

  /** Writes all or nothing. */
  public void transaction(Consumer<Writer> work) {
    producer.beginTransaction();
    try {
      work.accept(this);
      producer.commitTransaction();
    } catch (RuntimeException e) {
      producer.abortTransaction();
      throw e;
    }
  }

  /** How many partitions the topic has on this broker. */
  public int partitions(Topic<?> topic) {
    return producer.partitionsFor(topic.name()).size();
  }

  /**
   * Writes one record to the partition of its key.
   *
   * @param knownAt when its content was known
   * @param ruleVersion what made it
   */
  public <V extends SpecificRecord> void send(
      Topic<V> topic, String key, SpecificRecord body, Instant knownAt, String ruleVersion) {
    send(
        topic,
        PrefixPartitioner.partition(key, partitions(topic)),
        key,
        body,
        knownAt,
        ruleVersion);
  }

  /** Writes one record to a partition that the caller names. */
  public <V extends SpecificRecord> void send(
      Topic<V> topic,
      int partition,
      String key,
      SpecificRecord body,
      Instant knownAt,
      String ruleVersion) {
    Exception earlier = failure.get();
    if (earlier != null) {
      throw new PlatformException("PLATFORM_WRITE", "the broker did not take a record", earlier);
    }
    byte[] value =
        serde(topic).write(topic.newRecord(envelope(topic, key, knownAt, ruleVersion), body));
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    producer.send(
        new ProducerRecord<>(topic.name(), partition, keyBytes, value),
        (metadata, problem) -> {
          if (problem != null) {
            failure.compareAndSet(null, problem);
          }
        });
  }

  /** Waits until the broker has everything. */
  public void flush() {
    producer.flush();
    Exception problem = failure.get();
    if (problem != null) {
      throw new PlatformException("PLATFORM_WRITE", "the broker did not take a record", problem);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(10));
  }

  private static Envelope envelope(
      Topic<?> topic, String key, Instant knownAt, String ruleVersion) {
    return new Envelope(
        EventIds.of(NO_CAUSE, ruleVersion + "|" + knownAt, topic.name(), key),
        key,
        1L,
        Op.CREATE,
        knownAt,
        Instant.ofEpochMilli(CLOCK.millis()),
        knownAt,
        ruleVersion,
        "",
        Sensitivity.NORMAL,
        SOURCE,
        NO_CAUSE);
  }

  @SuppressWarnings("unchecked")
  private <V extends SpecificRecord> ValueSerde<V> serde(Topic<V> topic) {
    return (ValueSerde<V>) serdes.computeIfAbsent(topic, t -> ValueSerde.of(t, registry));
  }
}
