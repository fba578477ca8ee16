package io.corridor.local.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Creates topics and waits until every partition has a leader. Nobody may produce before: a
 * producer that meets a missing leader can stay out of sequence for minutes.
 */
public final class TopicSetup {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Admin admin;

  /** Works through this client; its owner closes it. */
  public TopicSetup(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing.
   *
   * @param topics wanted topics; one that exists is left as it is
   * @return names that were created
   */
  public Set<String> create(Collection<NewTopic> topics) {
    Map<String, KafkaFuture<Void>> results = admin.createTopics(topics).values();
    Map<String, Boolean> created = new HashMap<>();
    results.forEach((name, future) -> created.put(name, isNew(name, future)));
    awaitLeaders(topics.stream().map(NewTopic::name).toList());
    created.values().removeIf(fresh -> !fresh);
    return Set.copyOf(created.keySet());
  }

  private static boolean isNew(String name, KafkaFuture<Void> future) {
    try {
      future.get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new PlatformException("PLATFORM_TOPIC", "cannot create topic " + name, e);
    }
  }

  private void awaitLeaders(List<String> names) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!allLed(names)) {
      if (System.nanoTime() > deadline) {
        throw new PlatformException(
            "PLATFORM_LEADERS", "some partitions have no leader after " + PATIENCE);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean allLed(List<String> names) {
    try {
      return admin.describeTopics(names).allTopicNames().get().values().stream()
          .map(TopicDescription::partitions)
          .flatMap(List::stream)
          .allMatch(partition -> isReal(partition.leader()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for leaders", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new PlatformException("PLATFORM_LEADERS", "cannot describe topics", e);
    }
  }

  private static boolean isReal(@Nullable Node leader) {
    return leader != null && !leader.isEmpty();
  }
}
