package io.corridor.schemas.serde;

import io.corridor.schemas.serde.SerdeException.Code;
import io.corridor.schemas.topic.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Bodies of one topic's values without their envelopes, as a store keeps them: the id of the
 * values' schema in four bytes (big end first), then the body in Avro. What was written stays
 * readable when the schema grows. Safe for use by many threads.
 */
public final class BodySerde {

  /** Bytes before the body. */
  public static final int HEADER = 4;

  private static final int UNKNOWN_ID = -1;
  private static final ThreadLocal<AvroOutput> OUTPUT = ThreadLocal.withInitial(AvroOutput::new);

  private final Topic<?> topic;
  private final SchemaRegistry registry;
  private final Schema schema;
  private final RecordCodec codec;
  private final ConcurrentMap<Integer, Reader> readers = new ConcurrentHashMap<>();
  private volatile int ownId = UNKNOWN_ID;

  private BodySerde(Topic<?> topic, SchemaRegistry registry) {
    this.topic = topic;
    this.registry = registry;
    this.schema = topic.schema().getField("body").schema();
    this.codec = RecordCodec.of(schema);
  }

  /** Reads bodies that were written with one schema. */
  private interface Reader {
    SpecificRecord read(byte[] bytes) throws IOException;
  }

  /** The serde of a topic's bodies. */
  public static BodySerde of(Topic<?> topic, SchemaRegistry registry) {
    return new BodySerde(topic, registry);
  }

  /**
   * Bytes of a body.
   *
   * @throws SerdeException if the body does not fit the schema
   * @throws RegistryException if the registry cannot give the schema an id
   */
  public byte[] write(SpecificRecord body) {
    AvroOutput out = OUTPUT.get();
    out.reset();
    out.writeFixed32(ownId());
    try {
      codec.write(body, out);
      return out.toByteArray();
    } catch (RuntimeException e) {
      String reason =
          Misfit.in(body, schema)
              .orElseGet(
                  () -> "it does not fit " + schema.getName() + ", " + e.getClass().getName());
      throw new SerdeException(Code.SERDE_UNWRITABLE, topic.name(), reason);
    }
  }

  /**
   * The body of bytes that {@link #write} gave, now or with an earlier schema.
   *
   * @throws SerdeException if the bytes are no such body
   * @throws RegistryException if the registry cannot be reached
   */
  public SpecificRecord read(byte[] bytes) {
    int id = ByteBuffer.wrap(bytes).getInt();
    Reader reader = readers.get(id);
    if (reader == null) {
      reader = newReader(id);
      readers.put(id, reader);
    }
    try {
      return reader.read(bytes);
    } catch (IOException | RuntimeException e) {
      throw new SerdeException(
          Code.SERDE_BROKEN_BODY,
          topic.name(),
          "a stored body does not fit schema id " + id + " (" + e.getClass().getName() + ")");
    }
  }

  private int ownId() {
    int id = ownId;
    if (id == UNKNOWN_ID) {
      id = registry.idOf(topic.subject(), topic.schema());
      ownId = id;
    }
    return id;
  }

  private Reader newReader(int id) {
    Schema written;
    try {
      written = registry.byId(id).getField("body").schema();
    } catch (UnknownSchemaException e) {
      throw new SerdeException(
          Code.SERDE_UNKNOWN_SCHEMA, topic.name(), "the registry has no schema of id " + id);
    }
    if (SchemaText.published(written).equals(SchemaText.published(schema))) {
      return bytes ->
          (SpecificRecord) Objects.requireNonNull(codec.read(new AvroInput(bytes, HEADER)));
    }
    DatumReader<SpecificRecord> resolving =
        new SpecificDatumReader<>(
            written, schema, new PlainLists(SpecificData.getForSchema(schema)));
    return bytes ->
        resolving.read(
            null, DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
  }
}
