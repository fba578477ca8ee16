package io.corridor.local.platform.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The registry's memory: the compacted topic {@code _schemas}, in the layout that Confluent's
 * registry uses, so that one of those can take over. A write is on disk with the broker before it
 * is answered.
 */
final class SchemaLog implements AutoCloseable {

  /** Name of the topic. */
  static final String TOPIC = "_schemas";

  private static final Duration POLL = Duration.ofMillis(100);

  private final ObjectMapper json = new ObjectMapper();
  private final String bootstrapServers;
  private final KafkaProducer<String, String> producer;

  SchemaLog(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    createTopic();
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Reads the topic from its start into a new state. */
  SchemaState read() {
    SchemaState state = new SchemaState();
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(Set.of(partition));
      consumer.seekToBeginning(Set.of(partition));
      long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, String> entry : consumer.poll(POLL)) {
          apply(state, entry.key(), entry.value());
        }
      }
    }
    return state;
  }

  /** Writes a version and waits until the broker has it. */
  void append(Registered registered) {
    ObjectNode key = json.createObjectNode();
    key.put("keytype", "SCHEMA");
    key.put("subject", registered.subject());
    key.put("version", registered.version());
    key.put("magic", 1);
    ObjectNode value = json.createObjectNode();
    value.put("subject", registered.subject());
    value.put("version", registered.version());
    value.put("id", registered.id());
    value.put("schema", registered.text());
    value.put("deleted", false);
    send(key, value);
  }

  /** Writes a level, of one subject or (null) of all. */
  void append(@Nullable String subject, Level level) {
    ObjectNode key = json.createObjectNode();
    key.put("keytype", "CONFIG");
    key.put("subject", subject);
    key.put("magic", 0);
    ObjectNode value = json.createObjectNode();
    value.put("compatibilityLevel", level.name());
    send(key, value);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private void apply(SchemaState state, String keyText, @Nullable String valueText) {
    if (valueText == null) {
      return;
    }
    try {
      JsonNode key = json.readTree(keyText);
      JsonNode value = json.readTree(valueText);
      JsonNode subject = key.path("subject");
      switch (key.path("keytype").asText()) {
        case "SCHEMA" ->
            state.put(
                new Registered(
                    subject.asText(),
                    value.path("version").asInt(),
                    value.path("id").asInt(),
                    SchemaState.parse(value.path("schema").asText())));
        case "CONFIG" ->
            state.putLevel(
                subject.isNull() || subject.isMissingNode() ? null : subject.asText(),
                Level.valueOf(value.path("compatibilityLevel").asText()));
        default -> {
          // Confluent's own registry also writes NOOP and MODE entries; they carry no schema.
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of " + TOPIC + " is not JSON", e);
    }
  }

  private void send(ObjectNode key, ObjectNode value) {
    try {
      producer.send(new ProducerRecord<>(TOPIC, 0, key.toString(), value.toString())).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing " + TOPIC, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot write " + TOPIC, e);
    }
  }

  private void createTopic() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      NewTopic topic =
          new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
      admin.createTopics(List.of(topic)).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating " + TOPIC, e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("cannot create " + TOPIC, e);
      }
    }
  }
}
