package io.corridor.common.streams;

import io.corridor.common.fixture.EnvelopeRecords;
import io.corridor.schemas.BusinessDateTick;
import io.corridor.schemas.Identity;
import io.corridor.schemas.Op;
import io.corridor.schemas.serde.InMemorySchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Drives the topology of one stage without a broker: feed records, tick, read the current values of
 * its topics. Shared by the topology tests of all services.
 */
public final class FoldDriver implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final StoreMeter storeMeter = new StoreMeter();
  private final TopologyTestDriver driver;
  private final Topology topology = new Topology();
  private final Map<String, List<Written>> written = new TreeMap<>();
  private final Map<String, ValueSerde<?>> serdes = new TreeMap<>();
  private @Nullable LocalDate today;
  private final String store;
  private long version;

  /** A record as written. */
  public record Written(String key, byte[] value) {}

  /** A driver for a stage on an empty store. */
  public FoldDriver(Stage stage) {
    this(stage, FrozenReader.NOTHING);
  }

  /**
   * A driver for a stage that is rebuilt on an empty store.
   *
   * @param frozen says what it published before
   */
  public FoldDriver(Stage stage, FrozenReader frozen) {
    store = FoldTopology.store(stage);
    FoldTopology.addTo(
        topology,
        stage,
        new FoldSettings(
            registry,
            1,
            InstantSource.fixed(NOW),
            () -> 0L,
            new SimpleMeterRegistry(),
            storeMeter,
            new Failures(),
            new IdleCommit(() -> 0L),
            frozen,
            Stores::inMemoryKeyValueStore));
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-" + stage.service());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    driver = new TopologyTestDriver(topology, properties, NOW);
  }

  /** Feeds a body to a topic under a key. */
  public <V extends SpecificRecord> void feed(Topic<V> topic, String key, SpecificRecord body) {
    feed(topic, key, body, Op.UPDATE);
  }

  /** Feeds a body with an operation. */
  public <V extends SpecificRecord> void feed(
      Topic<V> topic, String key, SpecificRecord body, Op op) {
    version++;
    V value = topic.newRecord(EnvelopeRecords.envelope(key, version, op, NOW).build(), body);
    driver
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, serde(topic).write(value));
    collect();
  }

  /** Says who answers for a member from now on: itself, when it is its own root. */
  public void identify(String member, String root) {
    feed(IdentityTopics.MEMBER, member, new Identity(member, root));
  }

  /** One serde a topic: making one parses its schema. */
  @SuppressWarnings("unchecked")
  private <V extends SpecificRecord> ValueSerde<V> serde(Topic<V> topic) {
    return (ValueSerde<V>)
        serdes.computeIfAbsent(topic.name(), name -> ValueSerde.of(topic, registry));
  }

  /** Feeds bytes that no serde wrote. */
  public void feedBytes(Topic<?> topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
    collect();
  }

  /** Moves the business date. */
  public void tick(LocalDate to, boolean freeze) {
    feed(
        Topics.BUSINESS_DATE,
        "0",
        BusinessDateTick.newBuilder().setFrom(today).setTo(to).setFreeze(freeze).build());
    today = to;
  }

  private void collect() {
    for (String topic : driver.producedTopicNames()) {
      List<Written> records = written.computeIfAbsent(topic, name -> new ArrayList<>());
      driver
          .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
          .readRecordsToList()
          .forEach(record -> records.add(new Written(record.key(), record.value())));
    }
  }

  /** All records of a topic, in order of writing. */
  public <V extends SpecificRecord> List<V> log(Topic<V> topic) {
    return written.getOrDefault(topic.name(), List.of()).stream()
        .map(record -> serde(topic).read(record.value()))
        .toList();
  }

  /** Bodies that hold now, by key: ended ones are left out. */
  public <V extends SpecificRecord> Map<String, SpecificRecord> current(Topic<V> topic) {
    Map<String, SpecificRecord> bodies = new TreeMap<>();
    for (Written record : written.getOrDefault(topic.name(), List.of())) {
      V value = serde(topic).read(record.value());
      if (Envelopes.ended(topic.envelopeOf(value))) {
        bodies.remove(record.key());
      } else {
        bodies.put(record.key(), topic.bodyOf(value));
      }
    }
    return bodies;
  }

  /** Raw records of any topic, such as dead letters. */
  public List<Written> raw(Topic<?> topic) {
    return written.getOrDefault(topic.name(), List.of());
  }

  /** Rows and bytes read and written so far (law L9). */
  public StoreMeter.Counts storeCounts() {
    return storeMeter.counts();
  }

  /** Keys of the store, ascending: what is left to keep. */
  public List<String> storeKeys() {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all =
        driver.<Bytes, byte[]>getKeyValueStore(store).all()) {
      all.forEachRemaining(entry -> keys.add(new String(entry.key.get(), StandardCharsets.UTF_8)));
    }
    return keys;
  }

  /** The topology in Kafka's words. */
  public String describe() {
    return topology.describe().toString();
  }

  @Override
  public void close() {
    driver.close();
  }
}
