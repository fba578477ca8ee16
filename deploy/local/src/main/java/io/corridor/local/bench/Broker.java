package io.corridor.local.bench;

import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.TopicSetup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What the bench asks of the broker: topics of its own, and where topics end. */
final class Broker implements AutoCloseable {
  private final Admin admin;

  Broker(Endpoints endpoints) {
    this.admin = Admin.create(Map.of("bootstrap.servers", endpoints.kafka()));
  }

  /** Creates a topic with four partitions, as member topics have locally. */
  void create(String topic) {
    new TopicSetup(admin).create(List.of(new NewTopic(topic, 4, (short) 1)));
  }

  /** Names of all topics. */
  Set<String> topics() {
    try {
      return admin.listTopics().names().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not list its topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sum of the end offsets of each topic; transaction marks count. */
  Map<String, Long> ends(Collection<String> topics) {
    try {
      Map<TopicPartition, OffsetSpec> asked =
          admin.describeTopics(topics).allTopicNames().get().values().stream()
              .flatMap(topic ->
                  topic.partitions().stream()
                      .map(p -> new TopicPartition(topic.name(), p.partition())))
              .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
      Map<String, Long> ends = new TreeMap<>();
      admin
          .listOffsets(asked)
          .all()
          .get()
          .forEach((partition, end) -> ends.merge(partition.topic(), end.offset(), Long::sum));
      return ends;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not tell its offsets", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
