package io.corridor.schemas.serde;

import io.corridor.schemas.serde.SerdeException.Code;
import io.corridor.schemas.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
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

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final Topic<V> topic;
  private final Schema schema;
  private final SchemaRegistry registry;
  private final SpecificData model;
  private final SpecificDatumWriter<V> writer;
  private final ConcurrentMap<Integer, DatumReader<V>> readers = new ConcurrentHashMap<>();
  private volatile int ownId = UNKNOWN_ID;

  private ValueSerde(Topic<V> topic, SchemaRegistry registry) {
    this.topic = topic;
    this.schema = topic.schema();
    this.registry = registry;
    this.model = new PlainLists(SpecificData.getForClass(topic.type()));
    this.writer = new SpecificDatumWriter<>(schema, model);
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
    Scratch scratch = SCRATCH.get();
    Buffer out = scratch.out;
    out.reset();
    out.write(MAGIC);
    out.write(id >>> 24);
    out.write(id >>> 16);
    out.write(id >>> 8);
    out.write(id);
    scratch.encoder = EncoderFactory.get().directBinaryEncoder(out, scratch.encoder);
    try {
      writer.write(value, scratch.encoder);
      return out.toByteArray();
    } catch (IOException | RuntimeException e) {
      String reason =
          Misfit.in(value, schema)
              .orElseGet(
                  () -> "it does not fit " + schema.getName() + ", " + e.getClass().getName());
      throw new SerdeException(Code.SERDE_UNWRITABLE, topic.name(), reason);
    } finally {
      out.shrink();
    }
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
    DatumReader<V> reader = readerOf(id);
    Scratch scratch = SCRATCH.get();
    scratch.decoder =
        DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, scratch.decoder);
    V value;
    boolean trailing;
    try {
      value = reader.read(null, scratch.decoder);
      trailing = !scratch.decoder.isEnd();
    } catch (SecurityException e) {
      throw new IllegalStateException(
          "Avro does not trust the generated classes: start the JVM with"
              + " -Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.corridor.schemas");
    } catch (EOFException e) {
      throw new SerdeException(
          Code.SERDE_BROKEN_BODY, topic.name(), "the body ends early (schema id " + id + ")");
    } catch (IOException | RuntimeException e) {
      throw new SerdeException(
          Code.SERDE_BROKEN_BODY,
          topic.name(),
          "the body does not fit schema id " + id + " (" + e.getClass().getName() + ")");
    }
    if (trailing) {
      throw new SerdeException(
          Code.SERDE_TRAILING_BYTES,
          topic.name(),
          "bytes are left after the body (schema id " + id + ")");
    }
    return value;
  }

  private static int idIn(byte[] bytes) {
    return (bytes[1] & 0xff) << 24
        | (bytes[2] & 0xff) << 16
        | (bytes[3] & 0xff) << 8
        | bytes[4] & 0xff;
  }

  private int ownId() {
    int id = ownId;
    if (id == UNKNOWN_ID) {
      id = registry.idOf(topic.subject(), schema);
      ownId = id;
    }
    return id;
  }

  private DatumReader<V> readerOf(int id) {
    DatumReader<V> reader = readers.get(id);
    if (reader == null) {
      reader = newReader(id);
      readers.put(id, reader);
    }
    return reader;
  }

  private DatumReader<V> newReader(int id) {
    Schema written;
    try {
      written = registry.byId(id);
    } catch (UnknownSchemaException e) {
      throw new SerdeException(
          Code.SERDE_UNKNOWN_SCHEMA, topic.name(), "the registry has no schema of id " + id);
    }
    SchemaCompatibilityType compatible =
        SchemaCompatibility.checkReaderWriterCompatibility(schema, written).getType();
    if (compatible != SchemaCompatibilityType.COMPATIBLE) {
      throw new SerdeException(
          Code.SERDE_INCOMPATIBLE_SCHEMA,
          topic.name(),
          "schema id " + id + " cannot be read as " + schema.getFullName());
    }
    try {
      return new SpecificDatumReader<>(written, schema, model);
    } catch (AvroRuntimeException e) {
      throw new SerdeException(
          Code.SERDE_INCOMPATIBLE_SCHEMA,
          topic.name(),
          "schema id " + id + " cannot be read (" + e.getClass().getName() + ")");
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

  /**
   * The generated model, but for lists: Avro's own list type compares its elements by schema and
   * throws on decimals, and trusts a count it has read with memory.
   */
  private static final class PlainLists extends SpecificData {
    private static final int LARGEST_FIRST_CAPACITY = 64;

    private PlainLists(SpecificData generated) {
      generated.getConversions().forEach(this::addLogicalTypeConversion);
    }

    @Override
    public Object newArray(@Nullable Object old, int size, Schema schema) {
      return new ArrayList<>(Math.min(size, LARGEST_FIRST_CAPACITY));
    }
  }

  /** What a thread uses again for every value. */
  private static final class Scratch {
    private final Buffer out = new Buffer();
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;
  }

  /** Output that gives back what one unusually large value made it take. */
  private static final class Buffer extends ByteArrayOutputStream {
    private static final int USUAL = 4096;
    private static final int LARGE = 1 << 20;

    private Buffer() {
      super(USUAL);
    }

    private void shrink() {
      if (buf.length > LARGE) {
        buf = new byte[USUAL];
        count = 0;
      }
    }
  }
}
