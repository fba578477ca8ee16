package io.corridor.local.platform;

import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topic;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one topic from its beginning to its end at the time of the call, committed records only.
 *
 * @param <V> class of the values
 */
public final class TopicReader<V extends SpecificRecord> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long LOOK_BACK = 64;

  private final Topic<V> topic;
  private final ValueSerde<V> serde;
  private final KafkaConsumer<byte[], byte[]> consumer;

  private TopicReader(Topic<V> topic, ValueSerde<V> serde, KafkaConsumer<byte[], byte[]> consumer) {
    this.topic = topic;
    this.serde = serde;
    this.consumer = consumer;
  }

  /** A reader of this topic. */
  public static <V extends SpecificRecord> TopicReader<V> of(Endpoints endpoints, Topic<V> topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", endpoints.kafka());
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("max.poll.records", 5000);
    settings.put("fetch.max.wait.ms", 50);
    settings.put("max.partition.fetch.bytes", 4 << 20);
    return new TopicReader<>(
        topic,
        ValueSerde.of(topic, new HttpSchemaRegistry(URI.create(endpoints.registry()), false)),
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  /**
   * Hands over each record, partition by partition, in order of offsets; tombstones are left out.
   */
  public void each(BiConsumer<String, V> taker) {
    for (TopicPartition partition : partitions()) {
      consumer.assign(Set.of(partition));
      consumer.seekToBeginning(Set.of(partition));
      readToEnd(
          partition,
          record -> {
            byte[] value = record.value();
            if (value != null) {
              taker.accept(new String(record.key(), StandardCharsets.UTF_8), serde.read(value));
            }
          });
    }
  }

  /**
   * The latest value of each key, by key; holds the encoded values of the whole topic in memory.
   */
  public void latest(BiConsumer<String, V> taker) {
    Map<String, byte[]> byKey = new TreeMap<>();
    for (TopicPartition partition : partitions()) {
      consumer.assign(Set.of(partition));
      consumer.seekToBeginning(Set.of(partition));
      readToEnd(
          partition,
          record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            byte[] value = record.value();
            if (value == null) {
              byKey.remove(key);
            } else {
              byKey.put(key, value);
            }
          });
    }
    byKey.forEach((key, value) -> taker.accept(key, serde.read(value)));
  }

  /** The last value of a partition, found near its end. */
  public Optional<V> last(int number) {
    TopicPartition partition = new TopicPartition(topic.name(), number);
    consumer.assign(Set.of(partition));
    long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
    List<byte[]> values = new ArrayList<>(1);
    for (long back = LOOK_BACK; values.isEmpty() && end > 0; back *= 8) {
      consumer.seek(partition, Math.max(0, end - back));
      readToEnd(
          partition,
          record -> {
            values.clear();
            values.add(record.value());
          });
      if (back >= end) {
        break;
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(serde.read(values.getFirst()));
  }

  /** End offset of each partition. */
  public Map<Integer, Long> ends() {
    Map<Integer, Long> ends = new TreeMap<>();
    consumer
        .endOffsets(partitions())
        .forEach((partition, end) -> ends.put(partition.partition(), end));
    return ends;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<TopicPartition> partitions() {
    return consumer.partitionsFor(topic.name()).stream()
        .map(info -> new TopicPartition(topic.name(), info.partition()))
        .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
        .toList();
  }

  private void readToEnd(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(taker);
    }
  }
}
