package io.corridor.intake.door;

import io.corridor.common.fixture.EnvelopeRecords;
import io.corridor.common.streams.Failures;
import io.corridor.common.streams.IdleCommit;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.FileCount;
import io.corridor.schemas.FileStage;
import io.corridor.schemas.Op;
import io.corridor.schemas.RawRecord;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.serde.InMemorySchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The topology of intake under the test driver, with real values. */
final class IntakeDriver implements AutoCloseable {

  static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  static final Instant AS_OF = Instant.parse("2025-05-01T00:00:00Z");
  static final String SECRET = "test-secret";

  /** One record of an output topic. */
  record Out<V>(String key, Envelope envelope, V body) {}

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Topology topology = new Topology();
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final TopologyTestDriver driver;
  private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();

  IntakeDriver(Path stateDir) {
    this(stateDir, new Failures());
  }

  /** A driver that shares failures with others, as a restarted task does. */
  IntakeDriver(Path stateDir, Failures failures) {
    // In memory: the test driver flushes and syncs a store on disk after every record.
    IntakeTopology.addTo(
        topology,
        new IntakeSettings(registry, SECRET, () -> NOW, meters, failures, new IdleCommit(() -> 0L)),
        Stores::inMemoryKeyValueStore);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "intake-test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    driver = new TopologyTestDriver(topology, properties, NOW);
  }

  /** Pipes one line of a file. */
  void line(String file, String type, long number, byte[] content) {
    RawRecord raw =
        RawRecord.newBuilder()
            .setFeed("feed")
            .setRecordType(type)
            .setFile(file)
            .setLine(number)
            .setAsOf(AS_OF)
            .setContent(ByteBuffer.wrap(content))
            .build();
    pipe(Topics.RAW, "feed|" + file + "|" + number, raw, NOW);
  }

  /** Pipes a record of a typed topic. */
  <V extends SpecificRecord> void pipe(
      Topic<V> topic, String key, SpecificRecord body, Instant at) {
    byte[] value = ValueSerde.of(topic, registry).write(topic.newRecord(envelope(), body));
    bytes(topic, key, value, at);
  }

  /** Pipes bytes. */
  void bytes(Topic<?> topic, String key, byte[] value, Instant at) {
    inputs
        .computeIfAbsent(
            topic.name(),
            name ->
                driver.createInputTopic(name, new StringSerializer(), new ByteArraySerializer()))
        .pipeInput(key, value, at);
  }

  /** Everything written to a topic since the last call. */
  <V extends SpecificRecord, B> List<Out<B>> read(Topic<V> topic, Class<B> body) {
    ValueSerde<V> serde = ValueSerde.of(topic, registry);
    List<Out<B>> out = new ArrayList<>();
    for (TestRecord<String, byte[]> record : raw(topic)) {
      V value = serde.read(record.value());
      out.add(new Out<>(record.key(), topic.envelopeOf(value), body.cast(topic.bodyOf(value))));
    }
    return out;
  }

  /** Everything written to a topic since the last call, undecoded. */
  List<TestRecord<String, byte[]>> raw(Topic<?> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  List<Out<Rejection>> rejections() {
    return read(Topics.REJECTED, Rejection.class);
  }

  /** The latest counts of each file and stage, by {@code file|stage}. */
  Map<String, FileCount> counts() {
    Map<String, FileCount> counts = new HashMap<>();
    for (Out<FileCount> out : read(Topics.FILE, FileCount.class)) {
      FileCount count = out.body();
      counts.put(count.getFile() + "|" + count.getStage(), count);
    }
    return counts;
  }

  /** The counts of a file and stage. */
  static FileCount count(Map<String, FileCount> counts, String fileAndStage) {
    return Objects.requireNonNull(counts.get(fileAndStage), fileAndStage);
  }

  /** True when L7's equation holds for every file, and how many lines were read. */
  static long balance(Map<String, FileCount> counts) {
    long lines = 0;
    for (FileCount door : counts.values()) {
      if (door.getStage() == FileStage.DOOR) {
        FileCount ledger = counts.get(door.getFile() + "|" + FileStage.LEDGER);
        long known =
            ledger == null
                ? 0
                : ledger.getAccepted() + ledger.getDuplicate() + ledger.getRejected();
        if (door.getRead() != door.getRejected() + known) {
          throw new AssertionError("L7 does not hold for " + door.getFile());
        }
        lines += door.getRead();
      }
    }
    return lines;
  }

  static Envelope envelope() {
    return EnvelopeRecords.envelope("e", 1, Op.CREATE, NOW).setTenant("ACME").build();
  }

  @Override
  public void close() {
    driver.close();
  }
}
