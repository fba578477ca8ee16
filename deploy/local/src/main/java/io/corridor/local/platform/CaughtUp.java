package io.corridor.local.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells whether every group has read and answered everything, exactly (DESIGN section 10, "Caught
 * up, exactly").
 *
 * <p>One round reads the end offsets of all topics and, unless they moved since the round before,
 * all committed offsets, then the end offsets again. The platform is caught up if and only if the
 * ends did not move, no transaction is open, no group is missing or rebalancing, and from each
 * committed offset a read_committed consumer reaches the end without meeting a record. No round
 * waits for another: a single true answer is enough.
 */
public final class CaughtUp implements AutoCloseable {

  private static final String PORTAL = "portal";

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Set<String> NOT_OURS =
      Set.of("__consumer_offsets", "__transaction_state", "_schemas");

  private final Admin admin;
  private final EmptyStretches stretches;
  private final Collection<String> groups;
  private final Supplier<Optional<Map<TopicPartition, Long>>> elsewhere;
  private Set<TopicPartition> partitions = Set.of();
  private Map<TopicPartition, Long> endsBefore = Map.of();

  /**
   * What came out of one round.
   *
   * @param caughtUp true when nothing is left to do
   * @param reason why not; for progress and logs, carries no data
   * @param lag offsets between committed and end, over all groups: an upper bound of the records
   *     left
   */
  public record Round(boolean caughtUp, String reason, long lag) {}

  /**
   * A check of one platform.
   *
   * @param bootstrapServers broker
   * @param groups consumer groups that must exist
   * @param elsewhere offsets kept outside Kafka: next offset to read by partition, of a reader that
   *     commits with its rows
   */
  public CaughtUp(
      String bootstrapServers,
      Collection<String> groups,
      Supplier<Optional<Map<TopicPartition, Long>>> elsewhere) {
    this(
        Admin.create(Map.of("bootstrap.servers", bootstrapServers)),
        bootstrapServers,
        groups,
        elsewhere);
  }

  private CaughtUp(
      Admin admin,
      String bootstrapServers,
      Collection<String> groups,
      Supplier<Optional<Map<TopicPartition, Long>>> elsewhere) {
    this.admin = admin;
    this.stretches = new EmptyStretches(bootstrapServers);
    this.groups = List.copyOf(groups);
    this.elsewhere = elsewhere;
  }

  /**
   * A check of a running platform: the groups of its services, and the portal's read model if it
   * runs.
   */
  public static CaughtUp of(RunFile run, Endpoints endpoints) {
    List<String> groups =
        run.services().stream()
            .map(RunFile.Service::group)
            .filter(group -> !group.isEmpty())
            .toList();
    boolean portal = run.services().stream().anyMatch(service -> service.name().equals(PORTAL));
    Admin admin = Admin.create(Map.of("bootstrap.servers", endpoints.kafka()));
    return new CaughtUp(
        admin,
        endpoints.kafka(),
        groups,
        portal ? new PortalPositions(endpoints, admin) : () -> Optional.of(Map.of()));
  }

  /** Closes the clients. */
  @Override
  public void close() {
    stretches.close();
    admin.close(Duration.ofSeconds(5));
  }

  /**
   * Waits until caught up.
   *
   * @param patience give up after this time without any progress
   * @param listener told about each round
   * @throws PlatformException PLATFORM_NOT_CAUGHT_UP when nothing moves for that long
   */
  public void await(Duration patience, Consumer<Round> listener) {
    long deadline = System.nanoTime() + patience.toNanos();
    long ends = -1;
    partitions = Set.of();
    while (true) {
      Round round = round();
      listener.accept(round);
      if (round.caughtUp()) {
        return;
      }
      long now = stretches.lastEnds();
      if (now != ends) {
        ends = now;
        deadline = System.nanoTime() + patience.toNanos();
      } else if (System.nanoTime() > deadline) {
        throw new PlatformException(
            "PLATFORM_NOT_CAUGHT_UP",
            "nothing moved for " + patience.toSeconds() + " s: " + round.reason());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** One round. */
  public Round round() {
    try {
      return attempt();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException
          || e.getCause() instanceof GroupIdNotFoundException) {
        return new Round(
            false, "the broker is not ready: " + e.getCause().getClass().getSimpleName(), -1);
      }
      throw new PlatformException("PLATFORM_CAUGHT_UP", "cannot read offsets", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("PLATFORM_CAUGHT_UP", "interrupted while reading offsets", e);
    }
  }

  private Round attempt() throws ExecutionException, InterruptedException {
    if (partitions.isEmpty()) {
      partitions = partitions();
    }
    Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    stretches.sawEnds(ends);
    boolean moved = !endsBefore.isEmpty() && !ends.equals(endsBefore);
    endsBefore = ends;
    if (moved) {
      return new Round(false, "records are being written", -1);
    }
    Map<String, Map<TopicPartition, Long>> positions = new HashMap<>();
    String missing = committed(positions);
    Optional<Map<TopicPartition, Long>> outside = elsewhere.get();
    positions.put("(outside Kafka)", outside.orElse(Map.of()));
    if (outside.isEmpty()) {
      missing = "the read model has not begun to read";
    }
    Map<TopicPartition, Long> stable = ends(partitions, IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, Long> again = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    long lag = lag(positions, ends);
    if (!missing.isEmpty()) {
      return new Round(false, missing, lag);
    }
    if (!ends.equals(again)) {
      return new Round(false, "records are being written", lag);
    }
    if (!stable.equals(ends)) {
      return new Round(false, "a transaction is open", lag);
    }
    return stretches.allEmpty(behind(positions, ends), ends)
        ? new Round(true, "", 0)
        : new Round(false, "records wait to be read", lag);
  }

  private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    Set<String> names =
        new HashSet<>(admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get());
    names.removeAll(NOT_OURS);
    Set<TopicPartition> partitions = new HashSet<>();
    for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(p -> partitions.add(new TopicPartition(topic.name(), p.partition())));
    }
    return partitions;
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel level)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(p -> wanted.put(p, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> e :
        admin.listOffsets(wanted, new ListOffsetsOptions(level)).all().get().entrySet()) {
      ends.put(e.getKey(), e.getValue().offset());
    }
    return ends;
  }

  /** Fills the positions of every group; says what is missing, or nothing. */
  private String committed(Map<String, Map<TopicPartition, Long>> positions)
      throws ExecutionException, InterruptedException {
    if (groups.isEmpty()) {
      return "";
    }
    Map<String, ListConsumerGroupOffsetsSpec> wanted = new HashMap<>();
    groups.forEach(group -> wanted.put(group, new ListConsumerGroupOffsetsSpec()));
    Map<String, KafkaFuture<ConsumerGroupDescription>> described =
        admin.describeConsumerGroups(groups).describedGroups();
    Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets =
        admin
            .listConsumerGroupOffsets(
                wanted, new ListConsumerGroupOffsetsOptions().requireStable(true))
            .all()
            .get();
    String problem = "";
    for (String group : groups) {
      Map<TopicPartition, Long> of = new HashMap<>();
      positions.put(group, of);
      ConsumerGroupDescription description = Objects.requireNonNull(described.get(group)).get();
      if (description.groupState() != GroupState.STABLE) {
        problem = "group " + group + " is " + description.groupState();
        continue;
      }
      for (MemberDescription member : description.members()) {
        member.assignment().topicPartitions().forEach(p -> of.put(p, 0L));
      }
      if (of.isEmpty()) {
        problem = "group " + group + " reads nothing yet";
      }
      offsets
          .getOrDefault(group, Map.of())
          .forEach((p, offset) -> {
            if (offset != null) {
              of.put(p, offset.offset());
            }
          });
    }
    return problem;
  }

  private static long lag(
      Map<String, Map<TopicPartition, Long>> positions, Map<TopicPartition, Long> ends) {
    long lag = 0;
    for (Map<TopicPartition, Long> group : positions.values()) {
      for (Map.Entry<TopicPartition, Long> e : group.entrySet()) {
        lag += Math.max(0, ends.getOrDefault(e.getKey(), 0L) - e.getValue());
      }
    }
    return lag;
  }

  /** The earliest position of any group by partition, where it is not at the end. */
  private static Map<TopicPartition, Long> behind(
      Map<String, Map<TopicPartition, Long>> positions, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> earliest = new HashMap<>();
    for (Map<TopicPartition, Long> group : new ArrayList<>(positions.values())) {
      group.forEach((p, at) -> {
        if (at < ends.getOrDefault(p, 0L)) {
          earliest.merge(p, at, Math::min);
        }
      });
    }
    return earliest;
  }
}
