package io.corridor.schemas.serde;

import io.corridor.schemas.serde.SerdeException.Code;
import io.corridor.schemas.topic.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Values of one topic in the Confluent wire format: a zero byte, the schema's id in four bytes (big
 * end first), and the Avro body. The topic's own schema is asked for once, at the first write; a
 * schema met on reading is asked for once and resolved to the topic's. {@code null} stands for
 * {@code null} (a tombstone).
 *
 * <p>Values of the topic's own schema go through {@link RecordCodec}; those of other versions are
 * resolved by Avro.
 *
 * <p>Serde, serializer and deserializer are one object, safe for use by many threads. The topic's
 * subject counts, whatever topic name Kafka passes, so that state stores and changelogs share it.
 *
 * <p>Failures of a value are {@link SerdeException}; failures of the registry are {@link
 * RegistryException} and say nothing about the value.
 *
 * @param <V> class of the values
 */
public final class ValueSerde<V extends SpecificRecord>
    implements Serde<V>, Serializer<V>, Deserializer<V> {

  private static final byte MAGIC = 0;
  private static final int HEADER = 5;
  private static final int UNKNOWN_ID = -1;

  private static final ThreadLocal<AvroOutput> OUTPUT = ThreadLocal.withInitial(AvroOutput::new);

  private final Topic<V> topic;
  private final Schema schema;
  private final SchemaRegistry registry;
  private final RecordCodec codec;
  private final RecordCodec bodyCodec;
  private final ConcurrentMap<Integer, Reader<V>> readers = new ConcurrentHashMap<>();
  private volatile int ownId = UNKNOWN_ID;

  private ValueSerde(Topic<V> topic, SchemaRegistry registry) {
    this.topic = topic;
    this.schema = topic.schema();
    this.registry = registry;
    this.codec = RecordCodec.of(schema);
    this.bodyCodec = RecordCodec.of(schema.getField("body").schema());
  }

  /** Reads bodies that were written with one schema. */
  private interface Reader<V> {
    V read(byte[] bytes) throws IOException;
  }

  /**
   * The serde of a topic's values.
   *
   * @throws IllegalStateException if the topic has no Avro values
   */
  public static <V extends SpecificRecord> ValueSerde<V> of(
      Topic<V> topic, SchemaRegistry registry) {
    return new ValueSerde<>(topic, registry);
  }

  @Override
  public Serializer<V> serializer() {
    return this;
  }

  @Override
  public Deserializer<V> deserializer() {
    return this;
  }

  /** Bytes of a value. */
  @Override
  public byte @Nullable [] serialize(String anyTopic, @Nullable V value) {
    return value == null ? null : write(value);
  }

  /** Value of bytes. */
  @Override
  public @Nullable V deserialize(String anyTopic, byte @Nullable [] bytes) {
    return bytes == null ? null : read(bytes);
  }

  /**
   * Bytes of a value.
   *
   * @throws SerdeException if the value does not fit the schema
   * @throws RegistryException if the registry cannot give the schema an id
   */
  public byte[] write(V value) {
    int id = ownId();
    AvroOutput out = OUTPUT.get();
    out.reset();
    out.writeByte(MAGIC);
    out.writeFixed32(id);
    try {
      codec.write(value, out);
      return out.toByteArray();
    } catch (RuntimeException e) {
      throw unwritable(value, schema, e);
    }
  }

  private SerdeException unwritable(SpecificRecord value, Schema wanted, RuntimeException e) {
    String reason =
        Misfit.in(value, wanted)
            .orElseGet(() -> "it does not fit " + wanted.getName() + ", " + e.getClass().getName());
    return new SerdeException(Code.SERDE_UNWRITABLE, topic.name(), reason);
  }

  /**
   * Value of bytes.
   *
   * @throws SerdeException if the bytes are not a value of this topic
   * @throws RegistryException if the registry cannot be reached
   */
  public V read(byte[] bytes) {
    if (bytes.length < HEADER || bytes[0] != MAGIC) {
      throw new SerdeException(
          Code.SERDE_NOT_FRAMED,
          topic.name(),
          "a value starts with a zero byte and a four-byte schema id; write it in the Confluent"
              + " wire format");
    }
    int id = idIn(bytes);
    Reader<V> reader = readerOf(id);
    try {
      return reader.read(bytes);
    } catch (SecurityException e) {
      throw new IllegalStateException(
          "Avro does not trust the generated classes: start the JVM with"
              + " -Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.corridor.schemas");
    } catch (SerdeException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new SerdeException(
          Code.SERDE_BROKEN_BODY,
          topic.name(),
          "the body does not fit schema id " + id + " (" + e.getClass().getName() + ")");
    }
  }

  /**
   * Bytes of a body, as a value of the topic ends with them.
   *
   * @throws SerdeException if the body does not fit the schema
   */
  public byte[] body(SpecificRecord body) {
    AvroOutput out = OUTPUT.get();
    out.reset();
    try {
      bodyCodec.write(body, out);
      return out.toByteArray();
    } catch (RuntimeException e) {
      throw unwritable(body, body.getSchema(), e);
    }
  }

  /** True when a value was written with the topic's own schema. */
  public boolean isOwn(byte[] value) {
    return value.length >= HEADER && value[0] == MAGIC && idIn(value) == ownId();
  }

  private static int idIn(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  private int ownId() {
    int id = ownId;
    if (id == UNKNOWN_ID) {
      id = registry.idOf(topic.subject(), schema);
      ownId = id;
    }
    return id;
  }

  private Reader<V> readerOf(int id) {
    Reader<V> reader = readers.get(id);
    if (reader == null) {
      reader = newReader(id);
      readers.put(id, reader);
    }
    return reader;
  }

  private Reader<V> newReader(int id) {
    Schema written;
    try {
      written = registry.byId(id);
    } catch (UnknownSchemaException e) {
      throw new SerdeException(
          Code.SERDE_UNKNOWN_SCHEMA, topic.name(), "the registry has no schema of id " + id);
    }
    if (SchemaText.published(written).equals(SchemaText.published(schema))) {
      return bytes -> readOwn(bytes, id);
    }
    SchemaCompatibilityType compatible =
        SchemaCompatibility.checkReaderWriterCompatibility(schema, written).getType();
    if (compatible != SchemaCompatibilityType.COMPATIBLE) {
      throw new SerdeException(
          Code.SERDE_INCOMPATIBLE_SCHEMA,
          topic.name(),
          "schema id " + id + " cannot be read as " + schema.getFullName());
    }
    SpecificData model = new PlainLists(SpecificData.getForClass(topic.type()));
    DatumReader<V> resolving = new SpecificDatumReader<>(written, schema, model);
    return bytes -> readOther(resolving, bytes, id);
  }

  private V readOwn(byte[] bytes, int id) {
    AvroInput in = new AvroInput(bytes, HEADER);
    V value = topic.type().cast(Objects.requireNonNull(codec.read(in)));
    requireEnd(in.remaining() == 0, id);
    return value;
  }

  private V readOther(DatumReader<V> resolving, byte[] bytes, int id) throws IOException {
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
    V value = resolving.read(null, decoder);
    requireEnd(decoder.isEnd(), id);
    return value;
  }

  private void requireEnd(boolean atEnd, int id) {
    if (!atEnd) {
      throw new SerdeException(
          Code.SERDE_TRAILING_BYTES,
          topic.name(),
          "bytes are left after the body (schema id " + id + ")");
    }
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    // Everything was said at construction.
  }

  @Override
  public void close() {
    // Holds nothing of its own.
  }
}
