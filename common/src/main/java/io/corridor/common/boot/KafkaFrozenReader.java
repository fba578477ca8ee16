package io.corridor.common.boot;

import io.corridor.common.streams.FrozenReader;
import io.corridor.schemas.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a frozen topic from the broker, from its beginning to its end at the time of the call. */
final class KafkaFrozenReader implements FrozenReader {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers;

  KafkaFrozenReader(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  @Override
  public void keys(Topic<?> topic, int partition, Consumer<String> key) {
    TopicPartition place = new TopicPartition(topic.name(), partition);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(place));
      consumer.seekToBeginning(List.of(place));
      long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
      while (consumer.position(place) < end) {
        consumer
            .poll(POLL)
            .forEach(record -> key.accept(new String(record.key(), StandardCharsets.UTF_8)));
      }
    }
  }
}
