package io.corridor.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrefixPartitionerTest {

  private static final long SEED = 11;
  private static final String LETTERS = "abcdefghijklmnop0123456789é漢";

  private final PrefixPartitioner partitioner = new PrefixPartitioner();

  static Stream<Topic<?>> topics() {
    return Topics.all().stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyTopicIsPartitionedByTheFirstPartOfItsKey(Topic<?> topic) {
    for (int partitions : List.of(topic.localPartitions(), topic.deploymentPartitions())) {
      Cluster cluster = cluster(topic.name(), partitions);
      Random random = new Random(SEED);
      for (int i = 0; i < 200; i++) {
        String subject =
            topic.kind() == TopicKind.LOOP
                ? Integer.toString(random.nextInt(partitions))
                : word(random, 30);
        int expected =
            topic.kind() == TopicKind.LOOP
                ? Integer.parseInt(subject)
                : BuiltInPartitioner.partitionForKey(utf8(subject), partitions);
        for (String key :
            List.of(subject, subject + "|", subject + "|" + word(random, 9) + "|2026-03")) {
          assertThat(partitioner.partition(topic.name(), key, utf8(key), null, null, cluster))
              .as("%s of %d partitions", topic, partitions)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void textAndBytesAgree() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      String key = word(random, 12) + (random.nextBoolean() ? "|" + word(random, 5) : "");
      assertThat(PrefixPartitioner.partition(utf8(key), 24))
          .isEqualTo(PrefixPartitioner.partition(key, 24));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "m3kd7vq2a5b6c7d2e3f4g5h6i7|C1|2026-03,4,0",
    "m3kd7vq2a5b6c7d2e3f4g5h6i7,4,0",
    "C1|CONTRACT|C1|2025,4,1",
    "1003000126|123456789,4,0",
    "m3kd7vq2a5b6c7d2e3f4g5h6i7,24,8",
    "C1|2025,24,9"
  })
  void placesNeverChange(String key, int partitions, int partition) {
    assertThat(PrefixPartitioner.partition(key, partitions)).isEqualTo(partition);
  }

  @Test
  void spreadsMembersEvenly() {
    int[] counts = new int[4];
    IntStream.range(0, 10_000)
        .forEach(i -> counts[PrefixPartitioner.partition("m" + i * 7919L + "|C1", 4)]++);
    assertThat(IntStream.of(counts)).allMatch(count -> count > 2_200 && count < 2_800);
  }

  @Test
  void aLoopKeyThatStartsWithNoPartitionIsRefused() {
    for (String key : List.of("", "|x", "4|x", "a|x", "-1|x", "99999999999|x")) {
      assertThatThrownBy(() -> PrefixPartitioner.loopPartition(utf8(key), 4))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aRecordWithoutKeyIsRefused() {
    Cluster cluster = cluster("intake.claim.v1", 4);
    assertThatThrownBy(
            () -> partitioner.partition("intake.claim.v1", null, null, null, null, cluster))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Cluster cluster(String topic, int partitions) {
    Node node = new Node(0, "localhost", 9);
    List<PartitionInfo> infos = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      infos.add(new PartitionInfo(topic, i, node, new Node[] {node}, new Node[] {node}));
    }
    return new Cluster("test", List.of(node), infos, Set.of(), Set.of());
  }

  private static String word(Random random, int longest) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(1, longest + 1); i > 0; i--) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
