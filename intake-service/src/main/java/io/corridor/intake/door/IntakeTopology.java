package io.corridor.intake.door;

import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.InboxTopics;
import io.corridor.schemas.topic.PrefixPartitioner;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of intake:
 *
 * <pre>
 * raw lines ─┐                      ┌─▶ adt
 * inbox.*   ─┼─▶ door ─┬────────────┼─▶ rejected
 * actions   ─┘         │            │
 *                      ▼            │
 *                 intake.ledger ─▶ ledger ─▶ claim, enrollment, outreach, affiliation,
 *                                   │                attestation, premium
 *                                   ├─▶ identity-link ─▶ identity (resolver) ─▶ identity
 *                                   │
 *             door, ledger ─▶ intake.loop ─▶ tally ─▶ file
 * </pre>
 */
public final class IntakeTopology {

  /** Name of the service. */
  public static final String SERVICE = "intake";

  static final String DOOR = "door";
  static final String LEDGER_NODE = "ledger";
  static final String TALLY = "tally";
  static final String IDENTITY = "identity";
  static final String IDENTITIES = "intake-identities";
  static final String ROWS = "intake-rows";
  static final String TALLIES = "intake-tallies";

  static final Topic<?> LEDGER = Topics.named("intake.ledger.v1").orElseThrow();
  static final Topic<?> LOOP = Topics.loop(SERVICE);

  private static final String DEAD_LETTER_SINK = "dead-letter-out";

  private static final List<Topic<?>> AT_THE_DOOR =
      List.of(
          Topics.RAW,
          InboxTopics.CLAIM,
          InboxTopics.ENROLLMENT,
          InboxTopics.ADT,
          InboxTopics.OUTREACH,
          InboxTopics.AFFILIATION,
          IdentityTopics.INBOX,
          StatedTopics.INBOX_ATTESTATION,
          StatedTopics.INBOX_PREMIUM,
          Topics.TASK_ACTION,
          AttributionTopics.ELECTION);

  private static final StreamPartitioner<String, byte[]> BY_PREFIX =
      (topic, key, value, partitions) ->
          Optional.of(Set.of(PrefixPartitioner.partition(key, partitions)));
  private static final StreamPartitioner<String, byte[]> TO_ITSELF =
      (topic, key, value, partitions) ->
          Optional.of(Set.of(Integer.parseInt(key.substring(0, key.indexOf('|')))));
  private static final StreamPartitioner<String, byte[]> TO_ALL =
      (topic, key, value, partitions) ->
          Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));

  private IntakeTopology() {}

  static String sink(Topic<?> topic) {
    return topic.name() + "-out";
  }

  /** Adds sources, processors, stores and sinks. */
  public static void addTo(Topology topology, IntakeSettings settings) {
    addTo(topology, settings, Stores::persistentKeyValueStore);
  }

  /** The same over stores of another kind. */
  static void addTo(
      Topology topology,
      IntakeSettings settings,
      Function<String, KeyValueBytesStoreSupplier> stores) {
    String[] entrances =
        AT_THE_DOOR.stream().map(topic -> source(topology, topic)).toArray(String[]::new);
    topology.addProcessor(DOOR, () -> new DoorProcessor(settings), entrances);
    topology.addProcessor(
        LEDGER_NODE, () -> new LedgerProcessor(settings), source(topology, LEDGER));
    topology.addProcessor(TALLY, () -> new TallyProcessor(settings), source(topology, LOOP));
    topology.addProcessor(
        IDENTITY, () -> new IdentityProcessor(settings), source(topology, IdentityTopics.LINK));
    topology.addStateStore(store(stores.apply(IDENTITIES)).withCachingDisabled(), IDENTITY);
    topology.addStateStore(store(stores.apply(ROWS)).withCachingDisabled(), LEDGER_NODE);
    // A count changes with every record and is written once a commit.
    topology.addStateStore(
        store(stores.apply(TALLIES)).withCachingEnabled(), DOOR, LEDGER_NODE, TALLY);

    sink(topology, sink(LEDGER), LEDGER, BY_PREFIX, DOOR);
    sink(topology, sink(Topics.ADT), Topics.ADT, BY_PREFIX, DOOR);
    sink(topology, sink(Topics.REJECTED), Topics.REJECTED, BY_PREFIX, DOOR, LEDGER_NODE, IDENTITY);
    sink(topology, sink(Topics.CLAIM), Topics.CLAIM, BY_PREFIX, LEDGER_NODE);
    sink(topology, sink(Topics.ENROLLMENT), Topics.ENROLLMENT, BY_PREFIX, LEDGER_NODE);
    sink(topology, sink(Topics.OUTREACH), Topics.OUTREACH, BY_PREFIX, LEDGER_NODE);
    sink(topology, sink(Topics.AFFILIATION), Topics.AFFILIATION, TO_ALL, LEDGER_NODE);
    sink(
        topology, sink(StatedTopics.ATTESTATION), StatedTopics.ATTESTATION, BY_PREFIX, LEDGER_NODE);
    sink(topology, sink(StatedTopics.PREMIUM), StatedTopics.PREMIUM, BY_PREFIX, LEDGER_NODE);
    sink(topology, sink(IdentityTopics.LINK), IdentityTopics.LINK, BY_PREFIX, LEDGER_NODE);
    sink(topology, sink(IdentityTopics.MEMBER), IdentityTopics.MEMBER, BY_PREFIX, IDENTITY);
    sink(topology, sink(LOOP), LOOP, TO_ITSELF, DOOR, LEDGER_NODE);
    sink(topology, sink(Topics.FILE), Topics.FILE, BY_PREFIX, TALLY);
    sink(
        topology,
        DEAD_LETTER_SINK,
        Topics.deadLetter(SERVICE),
        BY_PREFIX,
        DOOR,
        LEDGER_NODE,
        TALLY,
        IDENTITY);
  }

  private static String source(Topology topology, Topic<?> topic) {
    String name = topic.name() + "-in";
    topology.addSource(
        name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic.name());
    return name;
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(
      KeyValueBytesStoreSupplier store) {
    return Stores.keyValueStoreBuilder(store, Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(Map.of());
  }

  private static void sink(
      Topology topology,
      String name,
      Topic<?> topic,
      StreamPartitioner<String, byte[]> partitioner,
      String... processors) {
    topology.addSink(
        name,
        topic.name(),
        new StringSerializer(),
        new ByteArraySerializer(),
        partitioner,
        processors);
  }
}
