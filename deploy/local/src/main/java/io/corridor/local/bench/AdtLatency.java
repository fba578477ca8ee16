package io.corridor.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.common.boot.StreamsSettings;
import io.corridor.local.feed.LiveFeed;
import io.corridor.local.platform.Endpoints;
import io.corridor.schemas.AlertValue;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/**
 * From an admission message sent to its alert readable, at 100 messages a second, beside two
 * transactional jobs in a row that hand records on untouched: as many hops as the message takes
 * (intake, notification).
 */
final class AdtLatency {
  private static final int A_SECOND = 100;
  private static final int WARM = 500;
  private static final int COUNTED = 2000;
  private static final long REFERENCE_COMMIT_MILLIS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final InstantSource CLOCK = Clock.systemUTC();

  private AdtLatency() {}

  /**
   * Sends messages that arrive now and waits for their alerts.
   *
   * @param arrivals admissions to send again, one after the other
   * @param members who is admitted, one after the other: a member in many beds at once is no load
   *     that anyone has
   */
  static Percentiles platform(Endpoints endpoints, List<JsonNode> arrivals, List<String> members) {
    ValueSerde<AlertValue> serde =
        ValueSerde.of(
            Topics.ALERT, new HttpSchemaRegistry(URI.create(endpoints.registry()), false));
    try (LiveFeed feed = new LiveFeed("bench-adt", endpoints)) {
      return measured(
          endpoints,
          Topics.ALERT.name(),
          (visit, number) ->
              send(
                  feed,
                  arrivals.get(number % arrivals.size()),
                  members.get(number % members.size()),
                  visit),
          value -> String.valueOf(serde.read(value).getBody().getVisitNumber()));
    }
  }

  private static void send(LiveFeed feed, JsonNode arrival, String member, String visit) {
    Instant now = CLOCK.instant();
    ObjectNode message = arrival.deepCopy();
    message.put("member", member).put("visitNumber", visit).put("messageId", visit + "-A01");
    message.put("eventAt", now.toString()).put("receivedAt", now.toString());
    feed.send("adt", message.toString().getBytes(StandardCharsets.UTF_8), now);
    feed.flush();
  }

  /** The same through two jobs that do nothing. */
  static Percentiles reference(Endpoints endpoints, Path state) {
    List<String> topics = List.of("bench.hop-0", "bench.hop-1", "bench.hop-2");
    try (Broker broker = new Broker(endpoints)) {
      topics.forEach(broker::create);
    }
    Map<String, Object> sending =
        Map.of("bootstrap.servers", endpoints.kafka(), "acks", "all", "linger.ms", 5);
    try (KafkaStreams first = hop(endpoints, state, topics.get(0), topics.get(1));
        KafkaStreams second = hop(endpoints, state, topics.get(1), topics.get(2));
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer())) {
      first.start();
      second.start();
      ReferenceJob.awaitRunning(first);
      ReferenceJob.awaitRunning(second);
      return measured(
          endpoints,
          topics.get(2),
          (id, number) -> {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topics.getFirst(), bytes, bytes));
            producer.flush();
          },
          value -> new String(value, StandardCharsets.UTF_8));
    }
  }

  private static KafkaStreams hop(Endpoints endpoints, Path state, String from, String to) {
    Topology topology = new Topology();
    topology.addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), from);
    topology.addSink("out", to, new ByteArraySerializer(), new ByteArraySerializer(), "in");
    String name = to.replace('.', '-');
    Properties settings = new Properties();
    settings.putAll(
        ReferenceJob.settings(name, endpoints, state.resolve(name), REFERENCE_COMMIT_MILLIS));
    // What the services do by committing when idle, without the linger of their batches.
    settings.put(org.apache.kafka.streams.StreamsConfig.producerPrefix("linger.ms"), 0);
    settings.put("application.id", StreamsSettings.applicationId(name));
    return new KafkaStreams(topology, settings);
  }

  /** Sends at a steady pace from a thread of its own and times what comes back. */
  private static Percentiles measured(
      Endpoints endpoints,
      String topic,
      ObjIntConsumer<String> send,
      Function<byte[], String> idOf) {
    Map<String, Long> sent = new ConcurrentHashMap<>();
    List<Long> times = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = atEnd(endpoints, topic)) {
      Thread sender = Thread.ofPlatform().name("bench-sender").start(() -> pace(send, sent));
      long deadline =
          System.nanoTime()
              + PATIENCE.toNanos()
              + Duration.ofSeconds((WARM + COUNTED) / A_SECOND).toNanos();
      while (times.size() < COUNTED && System.nanoTime() < deadline) {
        consumer
            .poll(Duration.ofMillis(5))
            .forEach(record -> {
              long now = System.nanoTime();
              byte[] value = record.value();
              String id = value == null ? "" : idOf.apply(value);
              Long since = sent.remove(id);
              if (since != null && Integer.parseInt(id.substring(id.indexOf('-') + 1)) >= WARM) {
                times.add(now - since);
              }
            });
      }
      sender.interrupt();
      sender.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Percentiles(times);
  }

  private static void pace(ObjIntConsumer<String> send, Map<String, Long> sent) {
    long start = System.nanoTime();
    long pause = Duration.ofSeconds(1).toNanos() / A_SECOND;
    for (int i = 0; i < WARM + COUNTED && !Thread.currentThread().isInterrupted(); i++) {
      long due = start + i * pause;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      String id = "bench-" + i;
      sent.put(id, System.nanoTime());
      send.accept(id, i);
    }
  }

  private static KafkaConsumer<byte[], byte[]> atEnd(Endpoints endpoints, String topic) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                endpoints.kafka(),
                "isolation.level",
                "read_committed",
                "fetch.max.wait.ms",
                10,
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .sorted(Comparator.comparingInt(TopicPartition::partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }
}
