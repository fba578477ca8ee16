package io.corridor.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.feed.LiveFeed;
import io.corridor.local.platform.Endpoints;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * From a corrected claim sent to the budget and the estimate that know it. An answer knows a record
 * when its {@code knownAt} is the record's receipt.
 */
final class CorrectionTime {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final InstantSource CLOCK = Clock.systemUTC();
  private static final BigDecimal MORE = new BigDecimal("100.00");
  private static final int VERSIONS_ON = 50;
  private static final int ENOUGH = 10;

  private final Endpoints endpoints;
  private final Map<String, Function<byte[], Envelope>> envelopes = new HashMap<>();

  CorrectionTime(Endpoints endpoints) {
    this.endpoints = endpoints;
    SchemaRegistry registry = new HttpSchemaRegistry(URI.create(endpoints.registry()), false);
    envelopes.put(Topics.BUDGET.name(), envelope(Topics.BUDGET, registry));
    envelopes.put(Topics.ESTIMATE.name(), envelope(Topics.ESTIMATE, registry));
  }

  private static <V extends SpecificRecord> Function<byte[], Envelope> envelope(
      Topic<V> topic, SchemaRegistry registry) {
    ValueSerde<V> serde = ValueSerde.of(topic, registry);
    return value -> topic.envelopeOf(serde.read(value));
  }

  /**
   * Corrects one claim after the other.
   *
   * @param claims claims that stand, of members who may be nobody's: those give no answer
   * @return times to budget and estimate of the claims that gave both
   */
  Percentiles measure(List<JsonNode> claims) {
    List<Long> times = new ArrayList<>();
    try (LiveFeed feed = new LiveFeed("bench-correction", endpoints);
        KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      for (JsonNode claim : claims) {
        if (times.size() == ENOUGH) {
          break;
        }
        Instant received = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
        long start = System.nanoTime();
        feed.send("claim", corrected(claim, received).getBytes(StandardCharsets.UTF_8), received);
        feed.flush();
        if (answered(consumer, received)) {
          times.add(System.nanoTime() - start);
        }
      }
    }
    return new Percentiles(times);
  }

  private boolean answered(KafkaConsumer<byte[], byte[]> consumer, Instant received) {
    Map<String, Boolean> seen = new HashMap<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (seen.size() < envelopes.size() && System.nanoTime() < deadline) {
      consumer
          .poll(Duration.ofMillis(5))
          .forEach(record -> {
            byte[] value = record.value();
            Function<byte[], Envelope> read = envelopes.get(record.topic());
            if (value != null
                && read != null
                && !read.apply(value).getKnownAt().isBefore(received)) {
              seen.put(record.topic(), true);
            }
          });
    }
    return seen.size() == envelopes.size();
  }

  private static String corrected(JsonNode claim, Instant received) {
    ObjectNode next = claim.deepCopy();
    next.put("version", claim.path("version").asInt() + VERSIONS_ON);
    next.put("receivedAt", received.toString());
    next.remove("totalPaid");
    ObjectNode line = (ObjectNode) next.path("lines").get(0);
    for (String amount : List.of("allowed", "paid")) {
      if (line.has(amount)) {
        line.put(amount, new BigDecimal(line.get(amount).asText()).add(MORE).toPlainString());
      }
    }
    return next.toString();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
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
        envelopes.keySet().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }
}
