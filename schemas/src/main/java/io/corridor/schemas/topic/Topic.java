package io.corridor.schemas.topic;

import io.corridor.schemas.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the platform, immutable. The constants stand in {@link Topics}; nothing else
 * declares a topic.
 *
 * @param <V> class of the values, generated from the {@code .avsc}: a record {envelope, body}
 */
public final class Topic<V extends SpecificRecord> {

  private static final int ENVELOPE = 0;
  private static final int BODY = 1;

  private final String name;
  private final @Nullable Class<V> type;
  private final @Nullable Schema schema;
  private final TopicKind kind;
  private final String owner;
  private final String writer;
  private final List<String> readers;
  private final String keyDoc;
  private final String doc;
  private final int localPartitions;
  private final int deploymentPartitions;
  private final boolean broadcast;
  private final Privacy privacy;
  private final Duration freshness;
  private final @Nullable Duration retention;
  private final int maxMessageBytes;
  private final boolean planned;

  Topic(TopicDeclaration<V> from) {
    this.name = from.name;
    this.type = from.type;
    this.schema = from.type == null ? null : SpecificData.get().getSchema(from.type);
    this.kind = from.kind;
    this.owner = from.owner;
    this.writer = from.writer;
    this.readers = List.copyOf(from.readers);
    this.keyDoc = from.keyDoc;
    this.doc = from.doc;
    this.localPartitions = from.localPartitions;
    this.deploymentPartitions = from.deploymentPartitions;
    this.broadcast = from.broadcast;
    this.privacy = from.privacy;
    this.freshness = from.freshness;
    this.retention = from.retention;
    this.maxMessageBytes = from.maxMessageBytes;
    this.planned = from.planned;
    if (schema != null) {
      requireEnvelopeAndBody(schema);
    }
  }

  private static void requireEnvelopeAndBody(Schema schema) {
    List<Schema.Field> fields = schema.getFields();
    if (fields.size() != 2
        || !fields.get(ENVELOPE).schema().equals(Envelope.getClassSchema())
        || !fields.get(BODY).name().equals("body")) {
      throw new IllegalArgumentException(
          schema.getFullName() + " must have exactly the fields envelope and body, in this order");
    }
  }

  /** Name in Kafka: {@code <owner>.<entity>.v<n>}. */
  public String name() {
    return name;
  }

  /** Name of the values' subject in the schema registry: the topic's name and {@code -value}. */
  public String subject() {
    return name + "-value";
  }

  /** True when the values have an Avro schema of the catalogue. */
  public boolean typed() {
    return type != null;
  }

  /**
   * Class of the values.
   *
   * @throws IllegalStateException if the topic has no Avro values (planned and internal topics)
   */
  public Class<V> type() {
    return required(type);
  }

  /**
   * Schema of the values.
   *
   * @throws IllegalStateException if the topic has no Avro values (planned and internal topics)
   */
  public Schema schema() {
    return required(schema);
  }

  /**
   * Schema of the body, without the envelope.
   *
   * @throws IllegalStateException if the topic has no Avro values (planned and internal topics)
   */
  public Schema bodySchema() {
    return schema().getFields().get(BODY).schema();
  }

  private <T> T required(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException(name + " has no Avro values");
    }
    return part;
  }

  /** What its records mean over time. */
  public TopicKind kind() {
    return kind;
  }

  /** Service that owns the topic and its schema. */
  public String owner() {
    return owner;
  }

  /** Who alone may write it. */
  public String writer() {
    return writer;
  }

  /** Services that may read it; the portal and other systems are named too. */
  public List<String> readers() {
    return readers;
  }

  /** Parts of the key, joined by {@code |}. */
  public String keyDoc() {
    return keyDoc;
  }

  /** What the topic is for, in one sentence. */
  public String doc() {
    return doc;
  }

  /** Partitions on the local platform. */
  public int localPartitions() {
    return localPartitions;
  }

  /** Partitions in a deployment, fixed for the life of the topic version. */
  public int deploymentPartitions() {
    return deploymentPartitions;
  }

  /** True when its writer puts a copy of every record into every partition. */
  public boolean broadcast() {
    return broadcast;
  }

  /** The most careful privacy class among the fields of its bodies. */
  public Privacy privacy() {
    return privacy;
  }

  /** How soon after its cause a record should be readable. */
  public Duration freshness() {
    return freshness;
  }

  /** How long records are kept; empty means for ever. */
  public Optional<Duration> retention() {
    return Optional.ofNullable(retention);
  }

  /** True when the topic is declared, but no service writes it yet: it is not created. */
  public boolean planned() {
    return planned;
  }

  /** Topic settings for Kafka's admin client, by Kafka's names. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    config.put("cleanup.policy", kind.cleanupPolicy());
    config.put("retention.bytes", "-1");
    config.put("retention.ms", retention == null ? "-1" : Long.toString(retention.toMillis()));
    if (retention != null) {
      // Time runs from arrival: a feed of past years must not expire on its first day.
      config.put("message.timestamp.type", "LogAppendTime");
    }
    if (maxMessageBytes > 0) {
      config.put("max.message.bytes", Integer.toString(maxMessageBytes));
    }
    return Map.copyOf(config);
  }

  /**
   * A value of this topic.
   *
   * @throws IllegalArgumentException if the body is of another type than the topic's
   * @throws IllegalStateException if the topic has no Avro values
   */
  public V newRecord(Envelope envelope, SpecificRecord body) {
    Objects.requireNonNull(envelope, "envelope");
    if (!body.getSchema().getFullName().equals(bodySchema().getFullName())) {
      throw new IllegalArgumentException(
          name + " takes " + bodySchema().getName() + ", not " + body.getSchema().getName());
    }
    V value = type().cast(SpecificData.newInstance(type(), schema()));
    value.put(ENVELOPE, envelope);
    value.put(BODY, body);
    return value;
  }

  /** The envelope of a value of this topic. */
  public Envelope envelopeOf(SpecificRecord value) {
    return (Envelope) type().cast(value).get(ENVELOPE);
  }

  /** The body of a value of this topic. */
  public SpecificRecord bodyOf(SpecificRecord value) {
    return (SpecificRecord) type().cast(value).get(BODY);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
