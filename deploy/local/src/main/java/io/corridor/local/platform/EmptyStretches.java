package io.corridor.local.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds out whether a stretch of a partition holds any record, or only transaction markers, aborted
 * records and what compaction removed. A log only grows, so a stretch once found empty stays so: it
 * is remembered, one entry a partition.
 */
final class EmptyStretches implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final int FRUITLESS_POLLS = 25;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Stretch> known = new HashMap<>();
  private long lastEnds;

  private record Stretch(long from, long until) {}

  EmptyStretches(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "fetch.max.wait.ms",
                10,
                "max.partition.fetch.bytes",
                65536,
                "max.poll.records",
                1),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Notes the ends of a round, so that a wait can tell standstill from progress. */
  void sawEnds(Map<TopicPartition, Long> ends) {
    lastEnds = ends.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Sum of the ends of the latest round. */
  long lastEnds() {
    return lastEnds;
  }

  /**
   * True when no stretch holds a record.
   *
   * @param from start of each stretch
   * @param ends end of each partition, exclusive
   */
  boolean allEmpty(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> open = new HashMap<>(from);
    open.entrySet()
        .removeIf(e -> isKnown(e.getKey(), e.getValue(), ends.getOrDefault(e.getKey(), 0L)));
    if (open.isEmpty()) {
      return true;
    }
    consumer.assign(open.keySet());
    open.forEach(consumer::seek);
    Set<TopicPartition> left = new HashSet<>(open.keySet());
    for (int fruitless = 0; fruitless < FRUITLESS_POLLS && !left.isEmpty(); fruitless++) {
      if (!consumer.poll(POLL).isEmpty()) {
        return false;
      }
      for (TopicPartition partition : Set.copyOf(left)) {
        long end = ends.getOrDefault(partition, 0L);
        if (consumer.position(partition) >= end) {
          known.put(partition, new Stretch(open.getOrDefault(partition, end), end));
          left.remove(partition);
          consumer.pause(Set.of(partition));
        }
      }
    }
    return left.isEmpty();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isKnown(TopicPartition partition, long from, long until) {
    Stretch stretch = known.get(partition);
    return stretch != null && stretch.from() <= from && until <= stretch.until();
  }
}
