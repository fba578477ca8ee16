package io.corridor.local.platform;

import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import io.corridor.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead letters of every service. Headers only: keys and values stay where they are. */
public final class DeadLetters {

  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * One dead letter.
   *
   * @param topic dead-letter topic
   * @param partition its partition
   * @param offset its offset
   * @param headers what the service said of it; holds no data of persons
   */
  public record Letter(String topic, int partition, long offset, Map<String, String> headers) {}

  private DeadLetters() {}

  /** All of them, by topic, partition and offset. */
  public static List<Letter> list(Endpoints endpoints) {
    List<Letter> letters = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                endpoints.kafka(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      for (Topic<?> topic : Topics.created()) {
        if (topic.kind() == TopicKind.DEAD_LETTER) {
          read(consumer, topic, letters);
        }
      }
    }
    return letters;
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer, Topic<?> topic, List<Letter> letters) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(topic.name(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
          byte[] value = header.value();
          headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        letters.add(new Letter(record.topic(), record.partition(), record.offset(), headers));
      }
    }
  }
}
