package io.corridor.common.streams;

import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.PrefixPartitioner;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import io.corridor.schemas.topic.Topics;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of every service that folds: all its co-partitioned topics into one processor over
 * one store, and out to its topics, its own loop, its totals and its dead letters.
 */
public final class FoldTopology {

  static final String LOOP_SINK = "loop-out";
  static final String HOMING_SINK = "homing-out";
  static final String PART_SINK = "part-out";
  static final String COMPLETE_SINK = "complete-out";
  static final String DEAD_LETTER_SINK = "dead-letter-out";

  private static final StreamPartitioner<String, byte[]> BY_PREFIX =
      (topic, key, value, partitions) ->
          Optional.of(Set.of(PrefixPartitioner.partition(key, partitions)));
  private static final StreamPartitioner<String, byte[]> TO_ITSELF =
      (topic, key, value, partitions) ->
          Optional.of(Set.of(Integer.parseInt(key.substring(0, key.indexOf('|')))));
  private static final StreamPartitioner<String, byte[]> TO_ALL =
      (topic, key, value, partitions) ->
          Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));

  private FoldTopology() {}

  static String store(Stage stage) {
    return stage.service() + "-rows";
  }

  static String sink(Topic<?> topic) {
    return topic.name() + "-out";
  }

  /** Adds the sources, the processor, its store and the sinks of a stage. */
  public static void addTo(Topology topology, Stage stage, FoldSettings settings) {
    String processor = stage.service() + "-fold";
    Set<String> sources = new LinkedHashSet<>();
    stage.references().forEach(table -> sources.add(source(topology, table.topic())));
    sources.add(source(topology, Topics.BUSINESS_DATE));
    if (Homing.applies(stage)) {
      sources.add(source(topology, IdentityTopics.MEMBER));
      sources.add(source(topology, IdentityTopics.homing(stage.service())));
    }
    stage.sources().forEach(from -> sources.add(source(topology, from.topic())));
    sources.add(source(topology, Topics.loop(stage.service())));
    if (stage.totals().isPresent()) {
      sources.add(source(topology, Topics.part(stage.service())));
    }
    topology.addProcessor(
        processor, () -> new FoldProcessor(stage, settings), sources.toArray(String[]::new));
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                settings.stores().apply(store(stage)), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingEnabled(Map.of())
            .withCachingDisabled(),
        processor);
    addSinks(topology, stage, processor);
  }

  private static String source(Topology topology, Topic<?> topic) {
    String name = topic.name() + "-in";
    topology.addSource(
        name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic.name());
    return name;
  }

  private static void addSinks(Topology topology, Stage stage, String processor) {
    for (Topic<?> output : stage.outputs()) {
      if (output.kind() == TopicKind.INTERNAL) {
        throw new IllegalArgumentException(output + " is not an output");
      }
      sink(topology, sink(output), output, output.broadcast() ? TO_ALL : BY_PREFIX, processor);
    }
    sink(topology, sink(Topics.PROGRESS), Topics.PROGRESS, BY_PREFIX, processor);
    sink(topology, LOOP_SINK, Topics.loop(stage.service()), TO_ITSELF, processor);
    sink(topology, DEAD_LETTER_SINK, Topics.deadLetter(stage.service()), BY_PREFIX, processor);
    if (Homing.applies(stage)) {
      sink(topology, HOMING_SINK, IdentityTopics.homing(stage.service()), BY_PREFIX, processor);
    }
    if (stage.totals().isPresent()) {
      sink(topology, PART_SINK, Topics.part(stage.service()), BY_PREFIX, processor);
      sink(topology, COMPLETE_SINK, Topics.part(stage.service()), TO_ALL, processor);
    }
  }

  private static void sink(
      Topology topology,
      String name,
      Topic<?> topic,
      StreamPartitioner<String, byte[]> partitioner,
      String processor) {
    topology.addSink(
        name,
        topic.name(),
        new StringSerializer(),
        new ByteArraySerializer(),
        partitioner,
        processor);
  }
}
