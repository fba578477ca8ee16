package io.corridor.schemas.topic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The one rule by which keys find their partition: murmur2 of the key's UTF-8 bytes before the
 * first {@code |}. So everything about one subject, whatever follows in the key, shares a
 * partition.
 *
 * <p>Loop topics are the exception: a key starts with the number of the task's own partition, and
 * that is where it goes.
 */
public final class PrefixPartitioner implements Partitioner {

  private static final byte SEPARATOR = '|';

  /** Partition of a key on a topic that is not a loop topic. */
  public static int partition(String key, int partitions) {
    int end = key.indexOf(SEPARATOR);
    String prefix = end < 0 ? key : key.substring(0, end);
    return hash(prefix.getBytes(StandardCharsets.UTF_8), partitions);
  }

  /** Partition of a key, given as its UTF-8 bytes, on a topic that is not a loop topic. */
  public static int partition(byte[] key, int partitions) {
    int end = separator(key);
    return hash(end == key.length ? key : Arrays.copyOf(key, end), partitions);
  }

  /**
   * Partition of a loop topic's key.
   *
   * @throws IllegalArgumentException if the key does not start with a partition of the topic
   */
  public static int loopPartition(byte[] key, int partitions) {
    int end = separator(key);
    int partition = end == 0 || end > 9 ? -1 : 0;
    for (int i = 0; i < end && partition >= 0; i++) {
      int digit = key[i] - '0';
      partition = digit < 0 || digit > 9 ? -1 : partition * 10 + digit;
    }
    if (partition < 0 || partition >= partitions) {
      throw new IllegalArgumentException(
          "A loop topic's key must start with the task's partition, below " + partitions);
    }
    return partition;
  }

  private static int separator(byte[] key) {
    int end = 0;
    while (end < key.length && key[end] != SEPARATOR) {
      end++;
    }
    return end;
  }

  private static int hash(byte[] prefix, int partitions) {
    return Utils.toPositive(Utils.murmur2(prefix)) % partitions;
  }

  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    if (keyBytes == null) {
      throw new IllegalArgumentException("A record of " + topic + " needs a key");
    }
    int partitions = cluster.partitionCountForTopic(topic);
    return Topics.isLoop(topic)
        ? loopPartition(keyBytes, partitions)
        : partition(keyBytes, partitions);
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // Nothing to choose: there is one rule.
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
