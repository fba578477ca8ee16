package io.corridor.schemas.serde;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.BinaryEncoder;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;

/**
 * Confluent's registry client (7.5.3), with an Avro library of its own (1.11.4) and a framing that
 * is not ours, as a Flink job uses them. Nothing of ours takes part in what it writes and reads.
 */
final class ConfluentClient {

  private final CachedSchemaRegistryClient client;

  /** A value as the client read it. */
  record Read(GenericRecord record) {
    String text() {
      return record.toString();
    }
  }

  ConfluentClient(URI registry) {
    this.client = new CachedSchemaRegistryClient(registry.toString(), 100);
  }

  Read read(byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    Schema schema = new ConfluentSchemaRegistryCoder(client).readSchema(in);
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().directBinaryDecoder(in, null));
    if (in.available() > 0) {
      throw new IOException("bytes are left after the value");
    }
    return new Read(record);
  }

  byte[] write(String subject, Read value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Schema schema = value.record().getSchema();
    new ConfluentSchemaRegistryCoder(subject, client).writeSchema(schema, out);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(value.record(), encoder);
    return out.toByteArray();
  }

  int register(String subject, org.apache.avro.Schema schema) throws Exception {
    return client.register(subject, avro(schema));
  }

  int lookUp(String subject, org.apache.avro.Schema schema) throws Exception {
    return client.getId(subject, avro(schema));
  }

  String compatibilityRule(String subject) throws Exception {
    return client.getCompatibility(subject);
  }

  static boolean backwardCompatible(org.apache.avro.Schema later, org.apache.avro.Schema earlier) {
    return avro(later).isBackwardCompatible(avro(earlier)).isEmpty();
  }

  /** A value of ours as the text that a generic record of equal content has. */
  static String plain(SpecificRecord value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var encoder = org.apache.avro.io.EncoderFactory.get().directBinaryEncoder(out, null);
    var model = org.apache.avro.specific.SpecificData.getForClass(value.getClass());
    new org.apache.avro.specific.SpecificDatumWriter<SpecificRecord>(value.getSchema(), model)
        .write(value, encoder);
    var published = SchemaText.published(value.getSchema());
    return new org.apache.avro.generic.GenericDatumReader<org.apache.avro.generic.GenericRecord>(
            published)
        .read(null, org.apache.avro.io.DecoderFactory.get().binaryDecoder(out.toByteArray(), null))
        .toString();
  }

  private static AvroSchema avro(org.apache.avro.Schema schema) {
    return new AvroSchema(SchemaText.of(schema));
  }
}
