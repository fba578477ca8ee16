package io.corridor.local.command;

import io.corridor.local.platform.RunFile;
import io.corridor.schemas.Cause;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.InboxOutreachValue;
import io.corridor.schemas.Op;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.topic.InboxTopics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Another system that still writes {@code inbox.outreach.v1} with the schema of an earlier release:
 * the one before {@code by} was added to an outreach record.
 */
final class OlderWriter {

  private static final Schema NOW = InboxTopics.OUTREACH.schema();
  private static final String ADDED_LATER = "by";

  private OlderWriter() {}

  /** The schema before the field was added. */
  static Schema schema() {
    Schema body = Outreach.getClassSchema();
    Schema olderBody =
        Schema.createRecord(
            body.getName(),
            body.getDoc(),
            body.getNamespace(),
            false,
            body.getFields().stream()
                .filter(field -> !field.name().equals(ADDED_LATER))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
    return Schema.createRecord(
        NOW.getName(),
        NOW.getDoc(),
        NOW.getNamespace(),
        false,
        NOW.getFields().stream()
            .map(field ->
                new Schema.Field(field, field.name().equals("body") ? olderBody : field.schema()))
            .toList());
  }

  /** Registers the older schema under the topic's subject; answers its id. */
  static int register(RunFile run) {
    return new HttpSchemaRegistry(URI.create(run.registry()), true)
        .idOf(InboxTopics.OUTREACH.subject(), schema());
  }

  /** Writes one contact under the older schema and waits until the broker has it. */
  static void write(RunFile run, String outreachId)
      throws IOException, InterruptedException, ExecutionException {
    byte[] body = encoded(contact(outreachId));
    byte[] value =
        ByteBuffer.allocate(body.length + 5).put((byte) 0).putInt(register(run)).put(body).array();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", run.kafka(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  InboxTopics.OUTREACH.name(), outreachId.getBytes(StandardCharsets.UTF_8), value))
          .get();
    }
  }

  private static byte[] encoded(InboxOutreachValue value) throws IOException {
    ByteArrayOutputStream now = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(now, null);
    new SpecificDatumWriter<>(InboxOutreachValue.class).write(value, encoder);
    encoder.flush();
    GenericRecord older =
        new GenericDatumReader<GenericRecord>(NOW, schema())
            .read(null, DecoderFactory.get().binaryDecoder(now.toByteArray(), null));
    ByteArrayOutputStream then = new ByteArrayOutputStream();
    BinaryEncoder second = EncoderFactory.get().binaryEncoder(then, null);
    new GenericDatumWriter<GenericRecord>(schema()).write(older, second);
    second.flush();
    return then.toByteArray();
  }

  private static InboxOutreachValue contact(String outreachId) {
    Instant at = Instant.parse("2025-03-04T15:00:00Z");
    Envelope envelope =
        new Envelope(
            outreachId,
            outreachId,
            1L,
            Op.CREATE,
            at,
            at,
            at,
            "earlier-release",
            "",
            Sensitivity.NORMAL,
            "call-centre",
            new Cause("", 0, 0L));
    return new InboxOutreachValue(
        envelope,
        Outreach.newBuilder()
            .setPayer("PAYER")
            .setMember("M1")
            .setOutreachId(outreachId)
            .setVersion(1)
            .setStatus(RecordStatus.ACTIVE)
            .setFacility(null)
            .setVisitNumber(null)
            .setAt(at)
            .setReceivedAt(null)
            .setChannel("CALL")
            .setOutcome("REACHED")
            .setBy(null)
            .build());
  }
}
