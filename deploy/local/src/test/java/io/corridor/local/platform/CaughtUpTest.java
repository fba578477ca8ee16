package io.corridor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A toy application counts a number down through a loop topic and writes it out when it reaches zero: work that lies in
 * the loop must count as work.
 */
class CaughtUpTest {

  private static final String SERVERS = SharedBroker.endpoints().kafka();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static int run;

  @TempDir private Path state;
  private String name;
  private KafkaProducer<String, String> producer;

  @BeforeEach
  void createTopics() throws Exception {
    name = "toy" + ++run;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", SERVERS))) {
      new TopicSetup(admin)
          .create(
              List.of(topic(name + ".in"), topic(name + ".loop"), topic(name + ".out")));
    }
    producer = producer(null);
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  @DisplayName("nothing but work brought to its end counts as caught up, loops included")
  void waitsForTheLoop() throws Exception {
    try (KafkaStreams streams = start();
        CaughtUp caughtUp = caughtUp(name)) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 20; i++) {
          producer.send(new ProducerRecord<>(name + ".in", Integer.toString(i % 4), "5"));
        }
        producer.flush();
        caughtUp.await(PATIENCE, r -> {});
        assertThat(count(name + ".out")).isEqualTo(20L * (round + 1));
      }
      assertThat(streams.state()).isEqualTo(KafkaStreams.State.RUNNING);
    }
  }

  @Test
  @DisplayName("a group that does not exist is not caught up")
  void missingGroup() {
    try (CaughtUp caughtUp = caughtUp(name + "-nobody")) {
      assertThat(caughtUp.round().caughtUp()).isFalse();
    }
  }

  @Test
  @DisplayName("an open transaction on any topic is not caught up, its abort is")
  void openTransaction() throws Exception {
    try (KafkaStreams streams = start();
        CaughtUp caughtUp = caughtUp(name);
        KafkaProducer<String, String> other = producer(name + "-open")) {
      caughtUp.await(PATIENCE, r -> {});
      other.initTransactions();
      other.beginTransaction();
      other.send(new ProducerRecord<>(name + ".out", "k", "v")).get();
      assertThat(caughtUp.round().caughtUp()).isFalse();
      other.abortTransaction();
      caughtUp.await(PATIENCE, r -> {});
      assertThat(streams.state()).isEqualTo(KafkaStreams.State.RUNNING);
    }
  }

  @Test
  @DisplayName("a reader that keeps its offsets elsewhere counts like a group")
  void elsewhere() {
    TopicPartition partition = new TopicPartition(name + ".in", 0);
    producer.send(new ProducerRecord<>(name + ".in", 0, "k", "1"));
    producer.flush();
    try (CaughtUp behind = new CaughtUp(SERVERS, List.of(), () -> Optional.of(Map.of(partition, 0L)));
        CaughtUp atEnd = new CaughtUp(SERVERS, List.of(), () -> Optional.of(Map.of(partition, 1L)));
        CaughtUp notBegun = new CaughtUp(SERVERS, List.of(), Optional::empty)) {
      assertThat(behind.round().caughtUp()).isFalse();
      assertThat(notBegun.round().caughtUp()).isFalse();
      atEnd.await(PATIENCE, r -> {});
    }
  }

  private CaughtUp caughtUp(String group) {
    return new CaughtUp(SERVERS, List.of(group), () -> Optional.of(Map.of()));
  }

  private KafkaStreams start() throws Exception {
    Topology topology = new Topology();
    topology.addSource("in", name + ".in");
    topology.addSource("loop-in", name + ".loop");
    topology.addProcessor("count-down", CountDown::new, "in", "loop-in");
    topology.addSink("again", name + ".loop", "count-down");
    topology.addSink("out", name + ".out", "count-down");
    Map<String, Object> settings = new HashMap<>();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, SERVERS);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(settings));
    CompletableFuture<Void> running = new CompletableFuture<>();
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.complete(null);
          }
        });
    streams.start();
    running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return streams;
  }

  private long count(String topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", SERVERS);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    long records = 0;
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            settings,
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        records += consumer.poll(Duration.ofMillis(100)).count();
      }
    }
    return records;
  }

  private static KafkaProducer<String, String> producer(String transactionalId) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", SERVERS);
    if (transactionalId != null) {
      settings.put("transactional.id", transactionalId);
    }
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static NewTopic topic(String topic) {
    return new NewTopic(topic, 2, (short) 1);
  }

  /** Sends a number around until it is zero. */
  private static final class CountDown implements Processor<String, String, String, String> {
    private ProcessorContext<String, String> context;

    @Override
    public void init(ProcessorContext<String, String> given) {
      context = given;
    }

    @Override
    public void process(Record<String, String> record) {
      int left = Integer.parseInt(record.value());
      String next = Integer.toString(left - 1);
      if (left == 0) {
        context.forward(record.withValue("done"), "out");
      } else {
        context.forward(record.withValue(next), "again");
      }
    }
  }
}
