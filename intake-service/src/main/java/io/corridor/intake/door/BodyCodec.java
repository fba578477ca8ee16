package io.corridor.intake.door;

import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.ledger.ContentHash;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Canonical records of one type to bytes and back. The bytes start with the registry's id of the
 * inbox topic's schema of the type, whose body they are: rows of the ledger stay readable when the
 * schema grows. For one thread.
 */
final class BodyCodec {

  private static final int HEADER = 4;

  private final Topic<?> topic;
  private final SchemaRegistry registry;
  private final Schema schema;
  private final SpecificData model;
  private final SpecificDatumWriter<SpecificRecord> writer;
  private final Map<Integer, SpecificDatumReader<SpecificRecord>> readers = new HashMap<>();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2048);
  private final int receivedAt;
  private int ownId = -1;
  private @Nullable BinaryEncoder encoder;
  private @Nullable BinaryDecoder decoder;

  BodyCodec(RecordType type, SchemaRegistry registry) {
    this.topic =
        switch (type) {
          case CLAIM -> Topics.INBOX_CLAIM;
          case ENROLLMENT -> Topics.INBOX_ENROLLMENT;
          case ADT -> Topics.INBOX_ADT;
          case OUTREACH -> Topics.INBOX_OUTREACH;
          case AFFILIATION -> Topics.INBOX_AFFILIATION;
        };
    this.registry = registry;
    this.schema = type.schema();
    this.model = SpecificData.getForSchema(schema);
    this.writer = new SpecificDatumWriter<>(schema, model);
    this.receivedAt = schema.getField("receivedAt").pos();
  }

  /** Position of receivedAt in the record. */
  int receivedAt() {
    return receivedAt;
  }

  /** Bytes of a record; its receivedAt must be null. */
  byte[] write(SpecificRecord record) {
    if (ownId < 0) {
      ownId = registry.idOf(topic.subject(), topic.schema());
    }
    buffer.reset();
    buffer.write(ownId >>> 24);
    buffer.write(ownId >>> 16);
    buffer.write(ownId >>> 8);
    buffer.write(ownId);
    encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
    try {
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return buffer.toByteArray();
  }

  /** The record of these bytes. */
  SpecificRecord read(byte[] bytes) {
    int id = ByteBuffer.wrap(bytes).getInt();
    decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder);
    SpecificDatumReader<SpecificRecord> reader = readers.get(id);
    if (reader == null) {
      Schema written = registry.byId(id).getField("body").schema();
      reader = new SpecificDatumReader<>(written, schema, model);
      readers.put(id, reader);
    }
    try {
      return reader.read(null, decoder);
    } catch (IOException broken) {
      throw new IllegalStateException("a stored body cannot be read", broken);
    }
  }

  /** Hash of the record's own bytes, without the schema's id. */
  static ContentHash hash(byte[] bytes) {
    return ContentHash.of(bytes, HEADER);
  }
}
