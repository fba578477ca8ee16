package io.corridor.common.streams;

import io.corridor.common.fixture.EnvelopeRecords;
import io.corridor.schemas.BusinessDateTick;
import io.corridor.schemas.Op;
import io.corridor.schemas.serde.InMemorySchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * One task of a stage that is killed and started again. Each record is a transaction of its own:
 * rows, what is written and the place in the topics change together or not at all. A kill takes the
 * processor with everything that it holds in memory, and what it has not committed; the next one
 * starts on the rows and the records that are left.
 */
public final class CrashingFold {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** When the task is killed. */
  public enum Kill {
    /** After a commit, before the next record. */
    BETWEEN_COMMITS,
    /** After a record has been worked on, before the commit: all of it is lost and done again. */
    BEFORE_COMMIT
  }

  private record Waiting(String topic, byte[] key, byte[] value, long offset) {}

  private final Stage stage;
  private final Kill kill;
  private final Set<Integer> killedAt;
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final Map<String, ValueSerde<?>> serdes = new TreeMap<>();
  private final Set<String> read = new TreeSet<>();
  private final Map<String, String> topicOfSink = new TreeMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Map<String, List<String>> written = new TreeMap<>();
  private final Map<String, Long> offsets = new TreeMap<>();
  private Map<Bytes, byte[]> rows = new LinkedHashMap<>();
  private @Nullable Task task;
  private @Nullable LocalDate today;
  private long version;
  private int commits;

  /** A running processor with its store. */
  private record Task(
      FoldProcessor processor,
      MockProcessorContext<String, byte[]> context,
      KeyValueStore<Bytes, byte[]> store) {}

  /**
   * A task on an empty store.
   *
   * @param killedAt numbers of the commits, from 1, at which it is killed
   */
  public CrashingFold(Stage stage, Kill kill, Set<Integer> killedAt) {
    this.stage = stage;
    this.kill = kill;
    this.killedAt = Set.copyOf(killedAt);
    String loop = Topics.loop(stage.service()).name();
    stage.sources().forEach(source -> read.add(source.topic().name()));
    stage.references().forEach(table -> read.add(table.topic().name()));
    read.add(loop);
    topicOfSink.put(FoldTopology.LOOP_SINK, loop);
    stage.outputs().forEach(topic -> topicOfSink.put(FoldTopology.sink(topic), topic.name()));
    topicOfSink.put(FoldTopology.sink(Topics.PROGRESS), Topics.PROGRESS.name());
  }

  /** Feeds a body to a topic under a key, and works off everything that follows. */
  public <V extends SpecificRecord> void feed(Topic<V> topic, String key, SpecificRecord body) {
    feed(topic, key, body, Op.UPDATE);
  }

  /** Feeds a body with an operation. */
  @SuppressWarnings("unchecked")
  public <V extends SpecificRecord> void feed(
      Topic<V> topic, String key, SpecificRecord body, Op op) {
    version++;
    V value = topic.newRecord(EnvelopeRecords.envelope(key, version, op, NOW).build(), body);
    ValueSerde<V> serde =
        (ValueSerde<V>)
            serdes.computeIfAbsent(topic.name(), name -> ValueSerde.of(topic, registry));
    waiting.add(waiting(topic.name(), key, serde.write(value)));
    while (!waiting.isEmpty()) {
      next();
    }
  }

  /** Moves the business date. */
  public void tick(LocalDate to) {
    feed(
        Topics.BUSINESS_DATE,
        "0",
        BusinessDateTick.newBuilder().setFrom(today).setTo(to).setFreeze(false).build());
    today = to;
  }

  private Waiting waiting(String topic, String key, byte[] value) {
    long offset = offsets.merge(topic, 1L, Long::sum);
    return new Waiting(topic, key.getBytes(StandardCharsets.UTF_8), value, offset);
  }

  private void next() {
    commits++;
    if (killedAt.contains(commits)) {
      if (kill == Kill.BEFORE_COMMIT) {
        process(waiting.getFirst());
      }
      task = null;
    }
    Task done = process(waiting.removeFirst());
    rows = content(done.store());
    for (MockProcessorContext.CapturedForward<? extends String, ? extends byte[]> forward :
        done.context().forwarded()) {
      take(forward.childName().orElseThrow(), forward.record());
    }
    done.context().resetForwards();
  }

  private Task process(Waiting record) {
    Task running = task == null ? started() : task;
    task = running;
    running.context().setRecordMetadata(record.topic(), 0, record.offset());
    running.processor().process(new Record<>(record.key(), record.value(), NOW.toEpochMilli()));
    return running;
  }

  /** What a task sends itself comes before its other input; own statements come behind it. */
  private void take(String sink, Record<? extends String, ? extends byte[]> record) {
    String topic = topicOfSink.get(sink);
    if (topic == null) {
      throw new IllegalStateException("nobody expects records at " + sink);
    }
    written
        .computeIfAbsent(topic, name -> new ArrayList<>())
        .add(record.key() + " " + HexFormat.of().formatHex(record.value()));
    if (read.contains(topic)) {
      Waiting back = waiting(topic, record.key(), record.value());
      if (sink.equals(FoldTopology.LOOP_SINK)) {
        waiting.addFirst(back);
      } else {
        waiting.addLast(back);
      }
    }
  }

  private Task started() {
    MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(FoldTopology.store(stage)),
                Serdes.Bytes(),
                Serdes.ByteArray())
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    rows.forEach(store::put);
    FoldProcessor processor =
        new FoldProcessor(
            stage,
            new FoldSettings(
                registry,
                1,
                InstantSource.fixed(NOW),
                () -> 0L,
                new SimpleMeterRegistry(),
                new StoreMeter(),
                new Failures(),
                new IdleCommit(() -> 0L),
                FrozenReader.NOTHING,
                Stores::inMemoryKeyValueStore));
    processor.init(context);
    return new Task(processor, context, store);
  }

  private static Map<Bytes, byte[]> content(KeyValueStore<Bytes, byte[]> store) {
    Map<Bytes, byte[]> content = new LinkedHashMap<>();
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> content.put(entry.key, entry.value));
    }
    return content;
  }

  /** Transactions so far. */
  public int commits() {
    return commits;
  }

  /** Every record that was committed, by topic, in order of writing: key and bytes of the value. */
  public Map<String, List<String>> written() {
    return written;
  }
}
